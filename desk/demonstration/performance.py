"""Performance reports in the demonstration: last year's and this year's, handed in, late, waiting, half written; consulting."""
from datetime import date, timedelta

from accounts.models import Agency
from agencies.models import Consulting, Participation, Report, ReportEntry
from agencies.queries import frozen_sets
from agencies.queries.report import own_reports
from agencies.tasks.following import FOLLOWER, waiting_at
from agencies.workflow import consulting as advice
from agencies.workflow import report as writing
from agencies.workflow import report_handing_in as handing_in
from agencies.workflow.reminder import remind_agencies
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.papers import hwpx

WHOLE = {"contracted": 12, "staff": 84, "budget": 4_860_000_000, "all_rules": 60, "to_disclose": 24, "to_inspect": 18, "workers": 210,
         "wage_guide": 2_600_000, "planned_run": 14, "emergency_asked": 420, "planned_support": 120}
PART_OF = {"fulfilled": "contracted", "trained": "staff", "spent": "budget", "kept_rules": "all_rules", "disclosed_on_time": "to_disclose",
           "trained_ethics": "staff", "inspected": "to_inspect", "regular": "workers", "paid": "wage_guide", "run": "planned_run",
           "emergency_served": "emergency_asked", "supported": "planned_support"}
SAID = (
        "연초에 세운 추진계획에 따라 분기마다 이행 상황을 점검하고, 미흡 과제는 담당 부서와 보완 방안을 정하여 다음 분기에 반영했습니다.",
        "전년도보다 참여 인원이 늘었으며, 현장 의견을 들어 절차를 두 단계로 줄였습니다. 세부 실적은 증빙자료에 적었습니다.",
        "지역 여건을 반영한 과제를 새로 정하고 관계 기관과 역할을 나누어 추진하였으며, 결과를 운영위원회에 보고하였습니다.")
SINCE = "전년도 지적사항을 반영하여 점검표를 고치고 담당자 교육을 실시하였습니다."
HALF, LATE, WAITS = "daegu", "gwangju", "incheon"          # of the latest year: half written, late, with its director
LATE_DAYS = 2
FEW = ("busan", "daegu")


def build_performance(*, small=False):
    """After the sets of indicators. `small`: two agencies alone."""
    with within(Agency.objects.get(slug="central")):
        years = list(frozen_sets(WORKER)[:2])
        taking_part = [part.assessed for part in Participation.objects.visible_to(WORKER).filter(
            indicator_set=years[0], standing="assessed").select_related("assessed").order_by("assessed")] if years else []
    if years:
        consult_busan(years[0])
    for chosen in reversed(years):
        is_latest = chosen == years[0]
        for place, agency in enumerate(taking_part):
            if agency.slug in FEW or (is_latest and not small):
                report_of(chosen, agency, place, is_latest)
        take_up(Agency.objects.get(slug="central"), at(next_working_day(chosen.report_due_on + timedelta(days=LATE_DAYS + 1)), 10))
    if years:
        ask_of_daegu(years[0])
        remind(years[0])


def take_up(agency, moment):
    """What the job does, at that moment; not later than now."""
    with clock.travel(min(moment, clock.now())):
        for work, rows in waiting_at(agency):
            with within(agency):
                for row in rows:
                    work(row, actor=FOLLOWER)


def report_of(chosen, agency, place, is_latest):
    """Opened with the set, written in March, handed in before its last day or a little later."""
    take_up(agency, at(next_working_day(date(chosen.year, 1, 21)), 9))
    with within(agency):
        report = own_reports(WORKER).filter(participation__indicator_set=chosen).first()
        day = next_working_day(chosen.report_due_on - timedelta(days=20 - place % 9))
        if report is None or day > clock.today():
            return
        with clock.travel(at(day, 10)):
            write(report, place, half=is_latest and agency.slug == HALF)
        if not (is_latest and agency.slug == HALF):
            hand_in(report, chosen, agency, is_latest)


def write(report, place, *, half):
    """The manager writes; of a half-written one the officer has begun."""
    slug = report.agency.slug
    author = staff("officer" if half else "manager", slug)
    paper = f"{report.year - 1}년 실적 증빙"
    entries = ReportEntry.objects.visible_to(author).filter(report=report).select_related("report", "indicator")
    for number, entry in enumerate(entries.prefetch_related("indicator__figures").order_by("indicator__position")):
        if half and number >= len(WHOLE) // 2:
            break
        figures = {one.name: figure(one.name, place, number) for one in entry.indicator.figures.all()}
        writing.save_entry(entry, text=f"{entry.indicator.name_ko}: {SAID[(number + place) % len(SAID)]}", figures=figures,
                           last_year=SINCE if number % 3 == 0 else "", base_version=entry.version, actor=author)
        writing.attach_file(entry, hwpx(paper, [paper]), actor=author)


def figure(name, place, number):
    """Between four fifths and all of what was to be done."""
    percent = 100 - (place * 7 + number * 3) % 20
    if name in PART_OF:
        return str(WHOLE[PART_OF[name]] * percent // 100)
    return {"home_served": str(1200 * percent // 100), "satisfaction": f"{84 + percent % 13}.{place % 10}".removesuffix(".0")}.get(
        name, str(WHOLE.get(name, 100)))


def hand_in(report, chosen, agency, is_latest):
    """Given by the manager, handed in by the director."""
    late = is_latest and agency.slug == LATE
    due = chosen.report_due_on + timedelta(days=LATE_DAYS) if late else chosen.report_due_on - timedelta(days=5)
    moment = at(due, 16)
    if moment > clock.now():
        return
    with clock.travel(moment - timedelta(hours=3)):
        handing_in.give_to_approve(report, actor=staff("manager", agency.slug))
    if is_latest and agency.slug == WAITS:
        return
    with clock.travel(moment):
        handing_in.hand_in_report(report, handing_in.digest_of(report), agreed_days=LATE_DAYS if late else 0, arrived_at=clock.now(),
                                  actor=staff("director", agency.slug))


def consult_busan(chosen):
    """Held before it handed in, and written down."""
    busan, central = (Agency.objects.get(slug=slug) for slug in ("busan", "central"))
    first, held = at(next_working_day(date(chosen.year, 2, 10)), 10), next_working_day(date(chosen.year, 2, 24))
    if at(held, 17) < clock.now():
        row = ask(busan, chosen, first, [held], "A2-3의 준수 항목 수를 어디까지 포함하여야 하는지 알고 싶습니다.")
        with within(central):
            with clock.travel(first + timedelta(days=1)):
                row = advice.accept_consulting(row, on=held, consultant=staff("manager", "central").user, actor=staff("officer", "central"))
            with clock.travel(at(held, 17)):
                advice.record_consulting(row, on=held, words="점검표의 항목을 기준으로 하고 해당 없음은 분모에서 빼기로 하였습니다.",
                                         actor=staff("manager", "central"))
        take_up(busan, at(held, 18))


def ask_of_daegu(chosen):
    """It writes still, and asks for consulting."""
    daegu, central = (Agency.objects.get(slug=slug) for slug in ("daegu", "central"))
    with within(daegu):
        writes = Report.objects.visible_to(WORKER).filter(participation__indicator_set=chosen, stage="draft").exists()
    if writes:
        asked = at(clock.today() - timedelta(days=3), 11)
        wished = [next_working_day(clock.today() + timedelta(days=days)) for days in (7, 12)]
        ask(daegu, chosen, asked, wished, "B1-2 지표의 긴급돌봄 제공 건수 산정 방법을 문의드립니다.")
    take_up(central, clock.now())


def ask(agency, chosen, moment, wished, words):
    with within(agency), clock.travel(moment):
        part = Participation.objects.visible_to(WORKER).get(indicator_set=chosen, assessed=agency)
        made = advice.ask_consulting(part, about=words, wished=wished, actor=staff("officer", agency.slug))
        return Consulting.objects.visible_to(WORKER).get(pk=made.pk)


def remind(chosen):
    """After the last day, once, all that have not handed in."""
    moment = at(next_working_day(chosen.report_due_on + timedelta(days=LATE_DAYS + 1)), 11)
    if moment > clock.now():
        return
    with within(Agency.objects.get(slug="central")), clock.travel(moment):
        made = remind_agencies(chosen, actor=staff("officer", "central"))
    for one in made:
        take_up(one.assessed, moment + timedelta(minutes=1))
