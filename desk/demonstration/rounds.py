"""The rounds that the demonstration tells: Busan 2024 and 2025 finished, 2026 under way with a case in every stage, Daegu beside it."""
from datetime import date, timedelta

from accounts.models import Agency
from accounts.workflow import name_cover
from certification.models import Certificate
from core import clock
from core.calendar import add_working_days
from core.tenancy import within
from desk.demonstration.appeals import WHOLE, appeal, free_of, handle, uphold
from desk.demonstration.briefings import announced_in_full
from desk.demonstration.cases import WORKER, Case, Office, announce, at, send_back_once, workday
from desk.demonstration.changes import report_changes
from desk.demonstration.complaints import complain
from desk.demonstration.duties import owe
from desk.demonstration.facts import answer as answer_comment
from desk.demonstration.facts import comment
from desk.demonstration.helping import help_providers
from desk.demonstration.holding import hold
from desk.demonstration.learning import learn, practise
from desk.demonstration.look import give_look
from desk.demonstration.meetings import call_next_meeting, hold_meeting
from desk.demonstration.next_edition import draft_the_next, note_a_mistake
from desk.demonstration.pool import fill_pool, hinder_some, renew_pledges
from desk.demonstration.renewing import ACCOUNTS as RENEWING
from desk.demonstration.renewing import certify_first, renew
from desk.demonstration.reports import report
from desk.demonstration.sanctions import sanction
from desk.demonstration.scheme import SIX, announce_round, enter_papers, found, publish
from desk.demonstration.supplements import answer, ask
from desk.demonstration.team import challenged_in_vain
from desk.demonstration.texts import FOUND, QUESTIONS, SUPPLEMENT
from desk.demonstration.watching import watch
from evaluations import workflow
from providers.models import Offering

CHILD = "child-emotional-development"
FIRST_MEMBERS, LATER_MEMBERS = ("member1", "member2"), ("member3", "member4", "member5", "member6")        # the pilot had a small committee
WEAK = list(FOUND)
NEW_IN_2026, LATEST = ("doran", "iroom", "saebom"), "nabi"
MANY = 47                           # applications of 2025
FEW = 10                            # applications of a smaller house: nothing is drawn there
EARLY_ENDS = (13, 34, 20, 41)       # of 2025: the first two returned, the others withdrawn


def offerings(*accounts, services=SIX):
    """Of these providers, in the order of their registration."""
    rows = Offering.objects.visible_to(WORKER).filter(service_type__code__in=services, is_active=True)
    rows = rows.filter(site__provider__email__in=[f"office@{account}.example" for account in accounts]) if accounts else rows
    return list(rows.select_related("site__provider", "service_type").order_by("site__provider__registered_at", "site__provider", "pk"))


def build_busan(applications=MANY):
    """`applications`: how many the round of 2025 has; fewer for a smaller house."""
    agency = Agency.objects.get(slug="busan")
    with within(agency):
        office = Office("busan", assessors=6)
        fill_pool(office, date(2024, 1, 10))
        office.found_committee("chair", FIRST_MEMBERS, date(2024, 1, 11))
        framework = found(agency, date(2024, 1, 12))
        enter_papers(framework)
        first = publish(framework, "busan", "2024", date(2024, 1, 15))
        certify_first(first)
        office.give_seats(LATER_MEMBERS, date(2024, 10, 1))
        year_2024(office, first)
        second = publish(framework, "busan", "2025", date(2025, 3, 18))
        note_a_mistake(second)
        draft_the_next(second)
        renew_pledges(office, date(2025, 3, 10))
        left = year_2025(office, second, applications)
        renew_pledges(office, ago(200))
        year_2026(office, second, left)
        sanction(office)
        report(office)
        hold(office, draws=applications > FEW)
        owe(office)
        watch(office)
        complain(office)
        report_changes(office)
        cover(office)
        hinder_some(office)
        learn(office, proposes=True)
        practise(office)
        help_providers(office)


def year_2024(office, version):
    """One service; ten apply, seven are certified on 28 November."""
    round = announce_round("busan", version, 2024, services=[CHILD], announced_on=date(2024, 5, 20), opens_on=date(2024, 6, 3),
                           closes_on=date(2024, 6, 28), results_on=date(2024, 11, 28), quota=30)
    chosen = offerings("haetsal", "dasom", "gaon", "byeolbit", "solhyanggi", "mulbit", "eorinkkum", services=[CHILD])[:10]
    cases = []
    for place, offering in enumerate(chosen):
        unmet = WEAK[place % 3:place % 3 + 2] if place >= 7 else ()
        cases.append(Case(office, round, offering, unmet=unmet).to_committee(date(2024, 6, 10) + timedelta(days=place)))
    decisions = hold_meeting(office, cases, date(2024, 11, 14), "2024년 품질인증위원회")
    announce(office, round, decisions, date(2024, 11, 28), "2024년 품질인증 심사 결과")


def year_2025(office, version, applications):
    """Six services; 47 apply, 26 are certified on 9 December. Returns the offerings that nobody has applied for yet."""
    round = announce_round("busan", version, 2025, services=SIX, announced_on=date(2025, 5, 19), opens_on=date(2025, 6, 2),
                           closes_on=date(2025, 6, 30), results_on=date(2025, 12, 9), quota=30)
    able = able_in_2025()
    applying, left = able[:applications], able[applications:]
    cases = [Case(office, round, offering, unmet=wanting(place), differing=True) for place, offering in enumerate(applying)]
    for place, case in enumerate(cases):
        day = workday(date(2025, 6, 4), place % 18)
        if place in EARLY_ENDS[:2]:
            case.hand_in(day)
            with clock.travel(at(workday(day, 20), 10)):
                workflow.return_application(case.fresh(), reason="제공자 등록증의 서비스와 신청하신 서비스가 다릅니다.",
                                            actor=office.officer)
        elif place in EARLY_ENDS:
            case.hand_in(day)
            with clock.travel(at(workday(day, 15), 10)):
                workflow.withdraw_application(case.fresh(), reason="내부 사정으로 다음 해에 신청하겠습니다.", actor=case.owner)
        else:
            case.to_committee(day)
    ready = [case for place, case in enumerate(cases) if place not in EARLY_ENDS]
    half = (len(ready) + 1) // 2
    decisions = [*hold_meeting(office, ready[:half], date(2025, 11, 18), "2025년 제1차 품질인증위원회"),
                 *hold_meeting(office, ready[half:], date(2025, 11, 20), "2025년 제2차 품질인증위원회")]
    announce(office, round, decisions, date(2025, 12, 9), "2025년 품질인증 심사 결과")
    refused = [case for case in ready if case.unmet]
    uphold(refused[0], round, date(2025, 12, 9))
    return left + [case.offering for case in cases if case.unmet and case is not refused[0]]


def able_in_2025():
    """Offerings of who was there and not certified yet, without those that apply in 2026, renew, or will close."""
    kept, opens = {("haetsal", "youth-healing"), ("onnuri", "mental-health-care")}, at(date(2025, 6, 1), 0)
    elsewhere = {"sarang", "haneul", *RENEWING}
    certified = set(Certificate.objects.visible_to(WORKER).filter(issued_at__lt=opens).values_list("offering", flat=True))
    return [one for one in offerings() if one.pk not in certified and one.site.provider.registered_at < opens
            and one.site.provider.stage == "confirmed" and account_of(one) not in elsewhere
            and (account_of(one), one.service_type.code) not in kept]


def account_of(offering):
    return offering.site.provider.email.removeprefix("office@").removesuffix(".example")


def wanting(place):
    """Seventeen of the 43 that reach the committee miss one to three indicators."""
    order = len([earlier for earlier in range(place) if earlier not in EARLY_ENDS])
    misses = place not in EARLY_ENDS and order % 5 in (1, 3)
    return tuple(WEAK[(place + step) % len(WEAK)] for step in range(1 + place % 3)) if misses else ()


def ago(days):
    return workday(clock.today(), -days)


def year_2026(office, version, left):
    """Applications are taken the whole year; a case stands in every stage."""
    closes = max(date(2026, 12, 31), clock.today() + timedelta(days=30))
    round = announce_round(
        "busan", version, 2026, services=SIX, announced_on=date(2026, 3, 16), opens_on=date(2026, 4, 1), closes_on=closes, quota=None,
        results_on=closes + timedelta(days=150), name_ko="2026년 사회서비스 품질인증 상시 공고",
        name_en="Quality certification 2026, all year")
    announced_in_full(office, round)
    own = {account_of(one): one for one in offerings("haetsal", "onnuri", services=["youth-healing", "mental-health-care"])}
    queue = iter([*offerings(*NEW_IN_2026), *left, *offerings(LATEST)])
    Case(office, round, own["haetsal"]).begin(ago(3), answered=12)
    announced_2026(office, round, queue)
    waiting_2026(office, round, queue)
    under_review(office, round, own["onnuri"], queue)
    on_the_way(office, round, queue)
    renew(office, version)


def announced_2026(office, round, queue):
    """The first batch of the year: certified, not certified, deferred; and a second that is decided and not announced."""
    cases = [Case(office, round, next(queue), unmet=unmet).to_committee(ago(150 + place), pace=0.9)
             for place, unmet in enumerate([(), (), ("2.2.2", "4.1.1"), ()])]
    deferred = {cases[3]: "defer"}
    decisions = hold_meeting(office, cases, ago(70), "2026년 제1차 품질인증위원회", choose=deferred, in_full=True)
    announce(office, round, decisions, ago(55), "2026년 제1차 품질인증 심사 결과")
    refused, silent = (Case(office, round, next(queue), unmet=("1.2.2", "2.2.3")).to_committee(ago(120 + place), pace=0.9)
                       for place in range(2))
    alone = hold_meeting(office, [refused, silent], ago(38), "2026년 임시 품질인증위원회")
    announce(office, round, alone, ago(29), "2026년 임시 품질인증위원회 심사 결과")
    under_appeal = appeal(refused, ago(8), whole=WHOLE)
    handle(refused, under_appeal, ago(7), *free_of(refused)[:3], opinions=1)
    decided = [Case(office, round, next(queue), unmet=unmet).to_committee(ago(110 + place), pace=0.9)
               for place, unmet in enumerate([(), ("3.1.1",)])]
    decisions = hold_meeting(office, decided, ago(9), "2026년 제2차 품질인증위원회", in_full=True)
    send_back_once(office, round, decisions, ago(6), "2026년 제2차 품질인증 심사 결과")
    waiting = [Case(office, round, next(queue)).to_committee(ago(100 + place), pace=0.9) for place in range(2)]
    call_next_meeting(office, waiting[:1], workday_ahead(7), "2026년 제3차 품질인증위원회")


def waiting_2026(office, round, queue):
    """At the door, returned, taken back."""
    for days in (1, 2, 6):
        Case(office, round, next(queue)).hand_in(ago(days))
    for days in (9, 12):
        Case(office, round, next(queue)).hand_in(ago(days + 5)).take_up(ago(days))
    returned = Case(office, round, next(queue)).hand_in(ago(16)).take_up(ago(13))
    with clock.travel(at(ago(11), 11)):
        workflow.return_application(returned.fresh(), reason="시설 평면도가 빠져 있습니다. 올린 뒤 다시 제출하여 주십시오.",
                                    actor=office.officer)
    withdrawn = Case(office, round, next(queue)).hand_in(ago(30))
    with clock.travel(at(ago(22), 11)):
        workflow.withdraw_application(withdrawn.fresh(), reason="사업장을 옮긴 뒤에 신청하겠습니다.", actor=withdrawn.owner)


def under_review(office, round, own, queue):
    """Assigned and not declared; one sheet begun, a supplement asked for, the team just told; one assessor challenged in vain,
    both in, not agreed, a supplement handed in; concluded."""
    Case(office, round, next(queue)).hand_in(ago(20)).screen(ago(10)).assign(ago(4), declared=1)
    begun = Case(office, round, own).hand_in(ago(28)).screen(ago(20)).assign(ago(16)).judge(0, ago(6), QUESTIONS, judged=7, hand_in=False)
    ask(begun, ago(2))
    begun.tell_the_team(ago(1))
    differing = Case(office, round, next(queue)).hand_in(ago(36)).screen(ago(28)).assign(ago(25)).tell_the_team(ago(22))
    challenged_in_vain(differing, ago(21), ago(20))
    missing = {"2.2.3": {"verdict": "supplement", "reason_code": "incomplete", "reason": SUPPLEMENT}}
    differing.judge(0, ago(9), QUESTIONS | missing).judge(1, ago(8))
    asked = ask(differing, ago(7), items=[("2.2.3", SUPPLEMENT)], general="")
    answer(differing, asked, ago(3), name="2026년 중간점검표",
           added="최근 6개월에는 이용자 열두 명을 두 차례씩 점검하고 계획을 고쳤습니다.", lines=["중간점검표", "지어낸 것입니다."])
    Case(office, round, next(queue)).hand_in(ago(44)).screen(ago(36)).assign(ago(33)).review(ago(14))


def on_the_way(office, round, queue):
    """Dates offered and one chosen, dates that wait for the choice, a visit under way, and two in the fact check: one that the
    provider reads, one with comments and an answer."""
    chosen = Case(office, round, next(queue)).hand_in(ago(52)).screen(ago(45)).assign(ago(42)).review(ago(24))
    chosen.offer(ago(15), workday_ahead(4), workday_ahead(6), workday_ahead(8)).choose(ago(14))
    choosing = Case(office, round, next(queue)).hand_in(ago(51)).screen(ago(44)).assign(ago(41)).review(ago(22))
    choosing.offer(ago(1), workday_ahead(9), workday_ahead(11), workday_ahead(13))
    today = Case(office, round, next(queue)).hand_in(ago(56)).screen(ago(50)).assign(ago(47)).review(ago(30))
    today.plan(ago(15), clock.today()).visit_begun(ago(0))
    for place, unmet in enumerate([(), ("1.2.2",)]):
        case = Case(office, round, next(queue), unmet=unmet).hand_in(ago(64 + place)).screen(ago(58)).assign(ago(55)).review(ago(38))
        case.plan(ago(20), ago(3 + place)).visited(ago(3 + place), logged=True)
    answer_comment(case, comment(case, workday(ago(4), 1)), ago(1))


def workday_ahead(count):
    """The count-th working day from today."""
    return add_working_days(clock.today(), count)


def cover(office):
    """The manager is away for a week; the officer acts in her place."""
    first = clock.today()
    name_cover(office.manager.user, office.officer.user, roles=["manager"], from_on=first, to_on=first + timedelta(days=6),
               actor=office.manager)


def build_daegu():
    agency = Agency.objects.get(slug="daegu")
    agency.city_assents = True
    agency.save(update_fields=["city_assents"])
    with within(agency):
        office = Office("daegu", assessors=2)
        fill_pool(office, date(2025, 3, 10))
        office.found_committee("chair", FIRST_MEMBERS, date(2025, 3, 12))
        framework = found(agency, date(2025, 3, 17))
        give_look(framework, "daegu")
        version = publish(framework, "daegu", "2024", date(2025, 3, 20))
        round = announce_round("daegu", version, 2025, services=SIX, announced_on=date(2025, 4, 14), opens_on=date(2025, 5, 1),
                               closes_on=date(2025, 5, 30), results_on=date(2025, 11, 25), quota=10)
        cases = [Case(office, round, offering, unmet=unmet).to_committee(date(2025, 5, 12), pace=1.2)
                 for offering, unmet in zip(offerings("palgong", "suseong")[:3], [(), (), ("3.2.2",)], strict=True)]
        decisions = hold_meeting(office, cases, date(2025, 11, 6), "2025년 품질인증위원회")
        announce(office, round, decisions, date(2025, 11, 25), "2025년 품질인증 심사 결과")
        owe(office)
        running = announce_round("daegu", version, 2026, services=SIX, announced_on=date(2026, 4, 13), opens_on=date(2026, 5, 1),
                                 closes_on=clock.today() + timedelta(days=25), results_on=clock.today() + timedelta(days=190), quota=10)
        renew_pledges(office, ago(60))
        for place, offering in enumerate(offerings("dalbeol")):
            case = Case(office, running, offering).hand_in(ago(24 + place))
            if place == 0:
                case.screen(ago(15)).assign(ago(12))
        learn(office)
