"""A published year and what follows it: an agency's improvement plan and its checks, for the tests of the follow-up."""
from datetime import timedelta

from accounts.actors import Actor
from agencies.models import ImprovementItem, ImprovementPlan, Progress, ProgressCheck
from agencies.queries.improvement import own_published
from agencies.tasks.followup import tell_of_improvements
from agencies.workflow import disclosure, follow_through, improvement_plan, plan_approval, progress
from agencies.workflow.feedback import write_feedback
from core import clock
from core.models import Errand
from core.tenancy import within
from tests.agencies import resulting as r

WEAK = r.FIGURES | {"B1-1": {"met": "70", "planned": "100"}}            # B1-1: 70, below the line of 80
FINDING = "위원별 의견을 계획에 반영하는 절차가 필요합니다."
FACTS = {"measure": "분기마다 점검합니다.", "responsible": "기획팀", "responsible_user": None, "expected": "이행률 90%"}


def published(central, *places, figures=WEAK, finding="A1-1"):
    """A year with its whole way behind it; `finding`: the indicator that the result names."""
    year = r.year_of(central, *places, figures=figures)
    if finding:
        with within(central.agency):
            write_feedback(r.part_of(central, places[0]), year.indicators[finding], strengths="", improve=FINDING, base=0,
                           actor=Actor.of(central.officer))
    r.noticed(central, year, *places)
    r.decided(central, *places)
    r.final(central, year)
    publish(central, year)
    return year


def publish(central, year):
    return r.at_central(central, disclosure.publish_results, year.set, by="manager")


def told(place):
    """Names of what people of a place will be told of follow-ups."""
    with within(place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("arguments__event", flat=True)
        return [one for one in rows if one.startswith("follow_up")]


def at(place, work, *args, by="officer", **said):
    with within(place.agency):
        return work(*args, **said, actor=Actor.of(getattr(place, by)))


def begun(place, by="officer"):
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return improvement_plan.begin_plan(own_published(actor).first(), actor=actor)


def plan_of(place):
    with within(place.agency):
        return ImprovementPlan.everything.select_related("participation__indicator_set").get(agency=place.agency)


def items_of(place):
    """{code: item}, fresh."""
    with within(place.agency):
        rows = ImprovementItem.everything.filter(agency=place.agency).select_related("plan__participation__indicator_set", "indicator")
        return {one.indicator.code: one for one in rows}


def in_days(number):
    return clock.today() + timedelta(days=number)


def write(place, code, *, base=0, by="officer", **facts):
    return at(place, improvement_plan.save_item, items_of(place)[code], facts={"due_on": in_days(60), **FACTS} | facts, base_version=base,
              by=by)


def given(place, by="officer"):
    """Whole and given to be approved."""
    begun(place)
    for code in items_of(place):
        write(place, code)
    return at(place, plan_approval.give_plan, plan_of(place), by=by)


def digest(place):
    with within(place.agency):
        return plan_approval.digest_of(plan_of(place))


def released(place):
    given(place)
    return at(place, plan_approval.release_plan, plan_of(place), digest(place), by="manager")


def approved(place):
    released(place)
    return at(place, plan_approval.approve_plan, plan_of(place), digest(place), by="director")


def check_at(central, place, day=None, by="officer"):
    return at(central, follow_through.set_check, plan_of(place), due_on=day or in_days(30), by=by)


def checked(central, place):
    """Approved, a day is set, and the agency's job has opened what is reported."""
    approved(place)
    check_at(central, place)
    tell_of_improvements(place.agency)
    with within(place.agency):
        return ProgressCheck.everything.select_related("plan").get(assessed=place.agency)


def reports_of(place):
    """{code: progress}, fresh."""
    with within(place.agency):
        rows = Progress.everything.filter(agency=place.agency).select_related("item__plan", "item__indicator", "check_of__plan")
        return {one.item.indicator.code: one for one in rows}


def report(place, code, *, state="under_way", text="점검표를 만들었습니다.", base=0, by="officer"):
    return at(place, progress.write_progress, reports_of(place)[code], state=state, text=text, base_version=base, by=by)


def sent(central, place):
    check = checked(central, place)
    for code in reports_of(place):
        report(place, code)
    return at(place, progress.send_progress, check, arrived_at=clock.now())


def close(central, place, code, *, text="목표를 달성하였습니다.", closes=True):
    return at(central, follow_through.answer_item, items_of(place)[code], text=text, closes=closes)
