"""An agency writes its improvement plan: begun with what the result speaks for, others added, each item with measure, person and day."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.followup_rules import findings_in, proposed_by, ratings_in
from agencies.models import ImprovementItem, ImprovementPlan, ManagementIndicator, Result
from agencies.permissions import can_write_plan
from agencies.queries.improvement import last_day_of
from agencies.queries.published import is_published
from agencies.stages import PlanStage, ResultStage
from core import clock
from core.tenancy import current_agency_id
from core.wording import day_in_words
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def begin_plan(participation, *, actor):
    """One for a year that is published, by the agency that was assessed in it."""
    require(can_write_plan(actor) and participation.assessed_id == current_agency_id())
    participation = lock(participation)                         # two at once: the second finds the first's
    refuse_if(not participation.is_assessed, _("Your agency was not assessed this year."))
    refuse_if(not is_published(participation.year), _("An improvement plan is made once the results of the year are published."))
    refuse_if(ImprovementPlan.everything.filter(participation=participation).exists(), _("There is a plan for this year already."))
    plan = ImprovementPlan.everything.create(central_id=participation.agency_id, participation=participation, year=participation.year,
                                             begun_at=clock.now())
    items = _propose(plan, participation)
    record("improvement_plan.begun", plan, actor=actor, items=len(items))
    return plan


def _propose(plan, participation):
    """Nothing for a year that was entered without calculation."""
    result = final_result(participation)
    proposed = proposed_by(result, participation.indicator_set) if result else []
    known = {one.code: one for one in ManagementIndicator.everything.filter(indicator_set=participation.indicator_set_id)}
    return ImprovementItem.everything.bulk_create(
        ImprovementItem(plan=plan, central_id=plan.central_id, indicator=known[one.code], origin=one.origin, rating=one.rating,
                        finding=one.finding) for one in proposed)


def final_result(participation):
    return Result.everything.filter(participation=participation, stage=ResultStage.FINAL).first()


@transaction.atomic
def add_item(plan, indicator, *, actor):
    """Another indicator of the year's set that the agency wants to better."""
    plan = _writable(plan, actor)
    refuse_if(indicator.indicator_set_id != plan.participation.indicator_set_id, _("This indicator belongs to another year."),
              field="indicator")
    refuse_if(ImprovementItem.everything.filter(plan=plan, indicator=indicator).exists(),
              _("There is an item for this indicator already."), field="indicator")
    result = final_result(plan.participation)
    made = ImprovementItem.everything.create(
        plan=plan, central_id=plan.central_id, indicator=indicator, rating=ratings_in(result).get(indicator.code) if result else None,
        finding=findings_in(result).get(indicator.code, "") if result else "")
    record("improvement_plan.item_added", plan, actor=actor, indicator=indicator.code)
    return made


@transaction.atomic
def save_item(item, *, facts, base_version, actor):
    """`facts`: measure, responsible, responsible_user, due_on, expected. An older page overwrites nothing newer."""
    plan, item = _writable(item.plan, actor), lock(item)
    _refuse_unfit(plan, facts)
    refuse_if(item.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    for name, value in facts.items():
        setattr(item, name, value.strip() if isinstance(value, str) else value)
    item.version, item.written_at, item.written_by = item.version + 1, clock.now(), actor.user
    item.save(update_fields=[*facts, "version", "written_at", "written_by"])
    record("improvement_plan.item_written", item, actor=actor, version=item.version, due_on=item.due_on)
    return item


def _refuse_unfit(plan, facts):
    refuse_if(not facts["measure"].strip(), _("Write the measure: what is done to better it."), field="measure")
    refuse_if(not facts["responsible"].strip() and not facts["responsible_user"], _("Name who is responsible."), field="responsible")
    refuse_if(not facts["expected"].strip(), _("Write what is to come of it."), field="expected")
    refuse_if(not facts["due_on"], _("Say by when it is done."), field="due_on")
    refuse_if_off_the_year(plan, facts["due_on"])


def refuse_if_off_the_year(plan, day):
    """Between today and the day on which the next report is due."""
    last = last_day_of(plan)
    refuse_if(day < clock.today(), _("This day is over already."), field="due_on")
    refuse_if(day > last, _("The next performance report is due on %(day)s. Choose a day until then."), field="due_on",
              day=day_in_words(last))


@transaction.atomic
def drop_item(item, *, actor):
    """What the agency added itself. What the result speaks for stays."""
    plan = _writable(item.plan, actor)
    refuse_if(item.origin != ImprovementItem.Origin.ADDED, _("The result speaks for this item: it stays in the plan."))
    record("improvement_plan.item_dropped", plan, actor=actor, indicator=item.indicator.code)
    item.delete()
    return plan


def _writable(plan, actor):
    """Locked, so that nothing changes while it is given to be approved."""
    require(can_write_plan(actor))
    plan = lock(plan)
    refuse_if(plan.stage != PlanStage.DRAFT, _("The plan is being approved or is approved. Nothing can be changed in it now."))
    return plan
