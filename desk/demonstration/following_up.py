"""What follows a published year in the demonstration: one agency's improvement plan, its consulting, a check with remarks and an end."""
from datetime import date

from accounts.models import Agency
from agencies.models import Consulting, ImprovementItem, Progress, ProgressCheck
from agencies.queries.improvement import own_plans, own_published
from agencies.tasks.followup import tell_of_improvements
from agencies.workflow import consulting as advice
from agencies.workflow import follow_through, improvement_plan, plan_approval, progress
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.papers import hwpx

WHO = "busan"
PLACES = (1, 4)         # of the year's indicators: those it works on
ITEMS = (("분기별 이행 점검표를 만들고 미흡 과제의 보완 기한을 정합니다.", "기획조정팀", "점검 이행률 100%"),
         ("종사자 교육 계획을 다시 세우고 참여가 낮은 부서를 따로 안내합니다.", "인재개발팀", "교육 이수율 95% 이상"))
SAID = (("done", "점검표를 만들어 3분기부터 적용하였고 보완 과제 4건의 기한을 정하였습니다."),
        ("under_way", "교육 계획을 다시 세웠으며 부서별 안내를 진행하고 있습니다."))
ASKED = "환류 절차와 교육 계획의 개선 방향을 상담받고자 합니다."
CAME = "점검표의 항목을 줄이고 보완 기한을 월 단위로 관리하기로 하였습니다."
CLOSED, REMARKED = "점검표와 보완 기록을 확인하였습니다.", "다음 실적보고서에 부서별 이수율을 함께 적어 주십시오."


def build_following_up():
    """After the published years: of the latest by which somebody was assessed here, as far as its days have passed."""
    busan, central = Agency.objects.get(slug=WHO), Agency.objects.get(slug="central")
    with within(busan):
        part = own_published(WORKER).first()
    if part is None or day_of(part, 9, 15) > clock.now():
        return
    with within(busan):
        plan = plan_for(part)
    consult(part, busan, central)
    with within(central), clock.travel(min(day_of(part, 10, 2), clock.now())):
        check = follow_through.set_check(plan, due_on=next_working_day(date(part.year, 12, 15)), actor=staff("officer", "central"))
        tell_at(central)
    with clock.travel(min(day_of(part, 10, 2, 11), clock.now())):
        tell_at(busan)
    if day_of(part, 12, 20) < clock.now():
        report(part, busan, check)
        answer(part, central, plan)
        with clock.travel(day_of(part, 12, 20, 11)):
            tell_at(busan)


def day_of(part, month, day, hour=10):
    return at(next_working_day(date(part.year, month, day)), hour)


def tell_at(agency):
    tell_of_improvements(agency)


def plan_for(part):
    """Begun by its own wish, written by the officer, through the house."""
    officer, manager, director = (staff(role, WHO) for role in ("officer", "manager", "director"))
    with clock.travel(day_of(part, 9, 15)):
        plan = improvement_plan.begin_plan(part, actor=officer)
        indicators = list(part.indicator_set.indicators.order_by("position"))
        for place, (measure, team, expected) in zip(PLACES, ITEMS, strict=True):
            item = improvement_plan.add_item(plan, indicators[min(place, len(indicators) - 1)], actor=officer)
            improvement_plan.save_item(item, base_version=0, actor=officer, facts={
                "measure": measure, "responsible": team, "responsible_user": None, "expected": expected,
                "due_on": next_working_day(date(part.year, 12, 10))})
    with clock.travel(min(day_of(part, 9, 29), clock.now())):
        plan = plan_approval.give_plan(plan, actor=officer)
        seen = plan_approval.digest_of(plan)
        plan_approval.release_plan(plan, seen, actor=manager)
        plan_approval.approve_plan(plan, seen, actor=director)
        return own_plans(WORKER).get(pk=plan.pk)


def consult(part, busan, central):
    held = next_working_day(date(part.year, 9, 24))
    if at(held, 17) > clock.now():
        return
    with within(busan), clock.travel(day_of(part, 9, 16)):
        made = advice.ask_consulting(part, about=ASKED, wished=[held], kind=Consulting.Kind.FOLLOW_UP, actor=staff("officer", WHO))
    with within(central):
        with clock.travel(day_of(part, 9, 17)):
            row = advice.accept_consulting(made, on=held, consultant=staff("manager", "central").user, actor=staff("officer", "central"))
        with clock.travel(at(held, 17)):
            advice.record_consulting(row, on=held, words=CAME, actor=staff("manager", "central"))


def report(part, busan, check):
    """Both items, the first with evidence."""
    officer = staff("officer", WHO)
    with within(busan), clock.travel(day_of(part, 12, 9)):
        rows = Progress.objects.visible_to(officer).filter(check_of=check).select_related("item__plan")
        for place, (row, (state, text)) in enumerate(zip(rows.order_by("item__indicator__position"), SAID, strict=True)):
            progress.write_progress(row, state=state, text=text, base_version=0, actor=officer)
            if place == 0:
                progress.attach_to_progress(row, hwpx("이행 점검표", ["이행 점검표"]), actor=officer)
        own = ProgressCheck.objects.visible_to(officer).select_related("plan").get(pk=check.pk)
        progress.send_progress(own, actor=officer, arrived_at=clock.now())


def answer(part, central, plan):
    """The first is closed, the other goes on."""
    officer = staff("officer", "central")
    with within(central), clock.travel(day_of(part, 12, 20)):
        tell_at(central)
        items = ImprovementItem.objects.visible_to(officer).filter(plan=plan).select_related("plan").order_by("indicator__position")
        for item, words, closes in zip(items, (CLOSED, REMARKED), (True, False), strict=True):
            follow_through.answer_item(item, text=words, closes=closes, actor=officer)
