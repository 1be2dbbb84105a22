"""Central follows a plan through: days of checks, a remark on an item or its end, the end of the plan. The agency's own job tells it."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.followup_notices import CHECK_DUE
from agencies.followup_rules import CHECKS_A_YEAR
from agencies.models import ItemRemark, ProgressCheck
from agencies.permissions import can_close_plan, can_follow_evaluations, can_follow_up
from agencies.stages import PlanStage
from agencies.workflow.improvement_plan import refuse_if_off_the_year
from agencies.workflow.progress import is_sent, open_items
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify


@transaction.atomic
def set_check(plan, *, due_on, actor):
    """A day until which the agency reports of every open item."""
    plan = _open_plan(plan, can_follow_up(actor))
    refuse_if_off_the_year(plan, due_on)
    there = ProgressCheck.everything.filter(plan=plan)
    refuse_if(there.filter(due_on=due_on).exists(), _("There is a progress check on this day already."), field="due_on")
    refuse_if(there.count() >= CHECKS_A_YEAR, _("A plan has at most %(number)d progress checks."), field="due_on", number=CHECKS_A_YEAR)
    check = ProgressCheck.everything.create(plan=plan, assessed_id=plan.agency_id, due_on=due_on, set_at=clock.now(), set_by=actor.user)
    record("progress_check.set", check, actor=actor, due_on=due_on)
    return check


@transaction.atomic
def move_check(check, *, due_on, actor):
    """Another day, as long as nothing is sent. The agency is told anew; who was reminded is not reminded of the same step again."""
    plan = _open_plan(check.plan, can_follow_up(actor))
    check = lock(check)
    refuse_if(is_sent(check), _("The agency has reported already: this check no longer moves."))
    refuse_if_off_the_year(plan, due_on)
    refuse_if(ProgressCheck.everything.filter(plan=plan, due_on=due_on).exclude(pk=check.pk).exists(),
              _("There is a progress check on this day already."), field="due_on")
    was, check.due_on, check.noticed_at = check.due_on, due_on, None
    check.save(update_fields=["due_on", "noticed_at"])
    record("progress_check.moved", check, actor=actor, **{"from": was, "to": due_on})
    return check


@transaction.atomic
def answer_item(item, *, text, closes, actor):
    """A remark that the agency reads; with `closes` the item is over. With the last one the plan is closed."""
    plan = _open_plan(item.plan, can_follow_up(actor))
    refuse_if(ItemRemark.everything.filter(item=item, closes=True).exists(), _("This item is closed already."))
    refuse_if(not text.strip(), _("Write the remark: the agency reads it."), field="text")
    made = ItemRemark.everything.create(item=item, assessed_id=plan.agency_id, text=text.strip(), closes=closes, written_at=clock.now(),
                                        written_by=actor.user)
    record("improvement_plan.item_closed" if closes else "improvement_plan.item_remarked", item, actor=actor, remark=made.pk)
    if closes and not open_items(plan).exists():
        _close(plan, "", actor)
    return made


@transaction.atomic
def close_plan(plan, *, words, actor):
    """With items that are still open: what became of them stands with the next report."""
    plan = _open_plan(plan, can_close_plan(actor))
    refuse_if(not words.strip(), _("Write why it is closed: the agency reads it."), field="words")
    return _close(plan, words.strip(), actor)


def _close(plan, words, actor):
    plan.closed_at, plan.closing = clock.now(), words
    plan.save(update_fields=["closed_at", "closing"])
    facts = move(plan, PlanStage.CLOSED)
    record("improvement_plan.closed", plan, actor=actor, open_items=open_items(plan).count(), **facts)
    return plan


def _open_plan(plan, may):
    """Locked: two who close at once find each other's word."""
    require(may)
    plan = lock(plan)
    refuse_if(plan.is_over, _("This plan is closed."))
    refuse_if(not plan.is_approved, _("This plan is not approved yet."))
    return plan


# ---- at the agency, by its job

@transaction.atomic
def notice_remark(remark, *, actor):
    require(can_follow_evaluations(actor))
    remark = lock(remark)
    if remark.noticed_at:
        return False
    remark.noticed_at = clock.now()
    remark.save(update_fields=["noticed_at"])
    notify("follow_up.remarked", remark.item, actor=actor, link=("improvement_plan", remark.item.plan.public_id))
    return True


@transaction.atomic
def notice_closing(plan, *, actor):
    """Nobody is reminded of its checks any more, its people are told."""
    require(can_follow_evaluations(actor))
    plan = lock(plan)
    if plan.closing_told_at or not plan.is_over:
        return False
    plan.closing_told_at = clock.now()
    plan.save(update_fields=["closing_told_at"])
    for check in ProgressCheck.everything.filter(plan=plan):
        close_deadlines(check, kind=CHECK_DUE, actor=actor, outcome="closed")
    notify("follow_up.closed", plan, actor=actor, link=("improvement_plan", plan.public_id), year=plan.year)
    return True
