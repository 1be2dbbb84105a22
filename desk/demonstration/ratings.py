"""Assessors of the Central institute rate a few agencies: a finished year with its consensus, a running one with questions and a visit."""
from datetime import date, timedelta
from decimal import Decimal

from accounts.actors import Actor
from accounts.models import Agency, Province
from agencies.models import (
    Consensus,
    Discussion,
    IndicatorSet,
    ManagementRating,
    Participation,
    ProposedQuestion,
    Question,
    QuestionBundle,
    RatingSheet,
)
from agencies.queries.group import judged_areas
from agencies.tasks.rating import tell_of_ratings
from agencies.workflow.answer import send_answers
from agencies.workflow.assignment import confirm_assignment, declare_for_rating
from agencies.workflow.consensus import close_consensus, note_discussion
from agencies.workflow.group import add_to_group
from agencies.workflow.question import propose_question, send_questions
from agencies.workflow.rating import begin_sheet, hand_in_sheet, save_rating
from agencies.workflow.site import note_on_site, plan_site
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.people import CENTRAL_ASSESSORS
from panels import workflow as panels
from panels.models import Declaration, PoolMember
from panels.pledge import VERSION

EMPLOYERS = ("한빛대학교", "마루회계법인", "보람노무법인", "누리정책연구원", "가온대학교", "다온회계법인")
PLACES = (("11", "11"), ("41", "36"), ("11", "30"), ("27", "11"), ("26", "48"), ("29", "46"))        # where they live, where they work
SHARED, ASKED = ("busan", "daegu", "incheon", "gyeonggi"), ("busan",)
COMMENTS = ("연도별 계획과 실적이 일관되고 환류 과정이 문서로 확인됩니다.",
            "목표 설정의 근거는 분명하나 성과 측정 방법을 더 구체화할 필요가 있습니다.",
            "전년도 지적 사항을 개선한 과정이 확인되며 담당 인력이 안정적으로 운영되고 있습니다.")
QUESTION = "보고서에 적으신 개선 과제의 추진 일정과 담당 부서를 알려 주십시오."
ANSWER = "상반기에 전담 부서를 지정하고 분기마다 추진 상황을 점검하고 있습니다. 관련 회의록을 함께 보관하고 있습니다."
DISCUSSED = "같은 자료를 두고 목표 수준의 적정성을 달리 보았습니다. 전년도 실적과 비교하여 논의한 뒤 각자의 평점을 유지하기로 하였습니다."
NOTE = "기관장 발표 자료를 미리 받아 검토하였습니다. 긴급돌봄 실적의 산정 기준을 현장에서 확인합니다."


def build_ratings(*, small=False):
    """After the sets and the reports: the first frozen set is the finished year's, the latest the running one's."""
    central = Agency.objects.get(slug="central")
    with within(central):
        fill_pool()
        sets = list(IndicatorSet.objects.visible_to(WORKER).filter(published_at__isnull=False).order_by("year"))
    finished, running = (sets[0], sets[-1]) if len(sets) > 1 else (None, sets[0] if sets else None)
    chosen = SHARED[:1] if small else SHARED
    if finished:
        rate_year(central, finished, chosen)
        with within(central), clock.travel(moment(finished, 6, 3)):
            close_all(finished)
    if running:
        rate_year(central, running, chosen[:2], leaves=2)
        ask_and_answer(central, running, small)
        with within(central), clock.travel(moment(running, 5, 11)):
            visit(running)


def moment(indicator_set, month, day, hour=10):
    """A working day of the evaluation's year, never after now."""
    return min(at(next_working_day(date(indicator_set.year, month, day)), hour), clock.now())


def fill_pool():
    officer, day = staff("officer", "central"), date(2024, 1, 15)
    with clock.travel(at(day, 10)):
        for (account, _name), employer in zip(CENTRAL_ASSESSORS, EMPLOYERS, strict=True):
            assessor = staff(account, "central")
            if PoolMember.objects.visible_to(WORKER).filter(user=assessor.user).exists():
                continue
            member = panels.add_to_pool(assessor.user, employer_name=employer, actor=officer)
            panels.add_qualification(member, kind="경영평가 위원 교육 이수", number=account, actor=officer,
                                     valid_until=clock.seoul(clock.real_now()).date() + timedelta(days=400))
    for account, _name in CENTRAL_ASSESSORS:
        assessor = staff(account, "central")
        panels.sign_pledge(PoolMember.objects.visible_to(WORKER).get(user=assessor.user, left_at=None), VERSION, actor=assessor)


def rate_year(central, indicator_set, slugs, leaves=0):
    """Three assessors for each area; `leaves`: so many sheets of the last agency are still to be handed in."""
    with within(central):
        officer, areas = staff("officer", "central"), list(judged_areas(WORKER, indicator_set))
        with clock.travel(moment(indicator_set, 3, 20)):
            for place, area in enumerate(areas):
                for number in (place, place + 1, place + 2):
                    join(indicator_set, area, number % len(CENTRAL_ASSESSORS), is_lead=number == place, officer=officer)
            confirm_assignment(indicator_set, actor=officer)
        sheets = sheets_at(indicator_set, slugs)
        for sheet in sheets:
            hand_in(sheet, indicator_set, is_left=sheet in sheets[len(sheets) - leaves:])


def join(indicator_set, area, number, *, is_lead, officer):
    home, work = (Province.objects.get(code=code) for code in PLACES[number])
    account, _name = CENTRAL_ASSESSORS[number]
    add_to_group(indicator_set, area, staff(account, "central").user, home=home, work=work, is_lead=is_lead, actor=officer)


def sheets_at(indicator_set, slugs):
    rows = RatingSheet.objects.visible_to(WORKER).filter(participation__indicator_set=indicator_set)
    rows = rows.filter(participation__assessed__slug__in=slugs)
    return list(rows.select_related("participation__indicator_set", "participation__assessed", "area", "user__person").order_by(
        "participation__assessed", "area__position", "pk"))


def hand_in(sheet, indicator_set, *, is_left):
    """Declared, rated, commented; what is left is begun only."""
    actor = Actor.of(sheet.user)
    with clock.travel(moment(indicator_set, 4, 1)):
        for one in Declaration.objects.visible_to(actor).filter(user=sheet.user, answered_at=None, matter=sheet.participation.public_id):
            declare_for_rating(one, has_interest=False, statement="", actor=actor)
    with clock.travel(moment(indicator_set, 4, 20, 14)):
        begin_sheet(sheet, actor=actor)
        rows = ManagementRating.objects.visible_to(actor).filter(sheet=sheet).select_related("sheet__participation__indicator_set")
        for row in rows.order_by("indicator__position"):
            save_rating(row, first=rating_of(row), comment=COMMENTS[row.pk % len(COMMENTS)], base_version=0, actor=actor)
        if not is_left:
            hand_in_sheet(sheet, actor=actor)


def rating_of(row):
    """Between 70 and 97, now and then one that lies apart."""
    seed = row.sheet.participation_id * 7 + row.indicator_id * 5 + row.sheet.user_id * 3
    return Decimal(64 if seed % 11 == 0 else 78 + seed % 20)


def close_all(indicator_set):
    """Where the ratings lie apart it was discussed."""
    officer = staff("officer", "central")
    opened = Consensus.objects.visible_to(WORKER).filter(participation__indicator_set=indicator_set, closed_at=None)
    for consensus in opened.exclude(opened_at=None).select_related("participation__indicator_set"):
        for one in Discussion.objects.visible_to(WORKER).filter(consensus=consensus, spread__gt=indicator_set.discuss_over):
            note_discussion(one, note=DISCUSSED, actor=officer)
        close_consensus(consensus, actor=officer)


def ask_and_answer(central, indicator_set, small):
    """One round is answered; the next one waits, and a proposal is still at the officer's."""
    for place, slug in enumerate(ASKED if small else (*ASKED, "daegu")):
        agency = Agency.objects.get(slug=slug)
        with within(central):
            part = Participation.objects.visible_to(WORKER).get(indicator_set=indicator_set, assessed=agency)
            bundle = send_round(part, indicator_set)
        with clock.travel(moment(indicator_set, 4, 24)):
            tell_of_ratings(agency)
        if bundle and place == 0:
            answer(agency, indicator_set)


def send_round(part, indicator_set):
    rows = list(sheets_at(indicator_set, [part.assessed.slug]))
    if not rows:
        return None
    sheet = rows[0]
    with clock.travel(moment(indicator_set, 4, 23)):
        for one in ManagementRating.objects.visible_to(WORKER).filter(sheet=sheet).select_related("indicator").order_by("pk")[:2]:
            propose_question(sheet, one.indicator, text=QUESTION, actor=Actor.of(sheet.user))
        first = ProposedQuestion.objects.visible_to(WORKER).filter(participation=part, question=None).select_related("indicator").first()
        return send_questions(part, [(first, first.indicator, first.text)], actor=staff("officer", "central"))


def answer(agency, indicator_set):
    with within(agency), clock.travel(moment(indicator_set, 4, 28, 15)):
        bundle = QuestionBundle.objects.visible_to(WORKER).filter(participation__year=indicator_set.year).first()
        texts = {one.pk: (ANSWER, 0) for one in Question.objects.visible_to(WORKER).filter(bundle=bundle)}
        send_answers(bundle, texts, actor=staff("officer", agency.slug), arrived_at=clock.now())


def visit(indicator_set):
    """Planned for Busan, with a note of the presentation."""
    part = Participation.objects.visible_to(WORKER).get(indicator_set=indicator_set, assessed__slug="busan")
    starts = max(at(next_working_day(date(indicator_set.year, 5, 20)), 10),
                 at(next_working_day(clock.seoul(clock.real_now()).date() + timedelta(days=10)), 10))
    site = plan_site(part, starts_at=starts, place="부산광역시사회서비스원 회의실", expected="기관장 발표 20분, 지표별 담당자, 증빙 원본",
                     actor=staff("officer", "central"))
    sheet = sheets_at(indicator_set, ["busan"])[0]
    note_on_site(site, kind="presentation", text=NOTE, actor=Actor.of(sheet.user))
