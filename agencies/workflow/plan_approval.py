"""The way of an improvement plan through the house: given to be approved, released, approved by the director, or sent back."""
import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.followup_notices import PLAN_DUE
from agencies.models import FollowUp, ImprovementItem
from agencies.permissions import can_approve_plan, can_follow_evaluations, can_release_plan, can_send_plan_back, can_write_plan
from agencies.queries.improvement import KIND, PAGE, SUBJECT, approval_of_plan
from agencies.stages import PlanStage
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from panels import workflow as panels
from panels.stages import ApprovalStage

MISSING = ("measure", "expected", "due_on")


@transaction.atomic
def give_plan(plan, *, actor):
    """Nothing can be written from here on. From a manager it goes to the director at once."""
    plan = lock(plan)
    require(can_write_plan(actor))
    _refuse_incomplete(plan)
    facts = move(plan, PlanStage.RELEASED)
    digest, approval = digest_of(plan), approval_of_plan(plan)
    if approval is None or approval.stage in (ApprovalStage.APPROVED, ApprovalStage.DROPPED):
        label = _("Improvement plan %(year)d") % {"year": plan.year}
        approval = panels.draft_approval(SUBJECT, plan.public_id, label, KIND, digest, actor=actor, page=PAGE)
    else:
        approval = panels.redraft(approval, digest, actor=actor, page=PAGE)
    record("improvement_plan.given", plan, actor=actor, digest=digest, **facts)
    if can_release_plan(actor):
        panels.release_approval(approval, digest, actor=actor, page=PAGE)
    return plan


def _refuse_incomplete(plan):
    """Every item says what, who, when and what for; no day is over."""
    items = list(_items(plan))
    refuse_if(not items, _("The plan has no item yet. Add at least one."))
    open_ones = [one.indicator.code for one in items if not one.who or any(not getattr(one, name) for name in MISSING)]
    refuse_if(open_ones, _("Measure, person, day or expected result are missing: %(list)s"), list=", ".join(open_ones))
    over = [one.indicator.code for one in items if one.due_on < clock.today()]
    refuse_if(over, _("The day of these items is over already: %(list)s"), list=", ".join(over))


def _items(plan):
    return ImprovementItem.everything.filter(plan=plan).select_related("indicator", "responsible_user__person").order_by(
        "indicator__position", "pk")


def digest_of(plan):
    """Of everything that is approved."""
    content = [[one.indicator.code, one.origin, one.measure, one.who, one.due_on.isoformat() if one.due_on else "", one.expected]
               for one in _items(plan)]
    said = json.dumps([str(plan.public_id), plan.year, content], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


@transaction.atomic
def release_plan(plan, seen, *, actor):
    """The manager has read what an officer gave, and hands it to the director."""
    plan = _waiting(plan, seen)
    require(can_release_plan(actor))
    panels.release_approval(approval_of_plan(plan), seen, actor=actor, page=PAGE)
    record("improvement_plan.released", plan, actor=actor, digest=seen)
    return plan


@transaction.atomic
def approve_plan(plan, seen, *, actor):
    """The director approves exactly what the page showed. From now on Central reads it, and nobody changes it."""
    plan = _waiting(plan, seen)
    require(can_approve_plan(actor))
    _refuse_incomplete(plan)
    panels.approve(approval_of_plan(plan), seen, actor=actor)
    plan.approved_at, plan.sha256 = clock.now(), seen
    plan.save(update_fields=["approved_at", "sha256"])
    facts = move(plan, PlanStage.APPROVED)
    for row in FollowUp.everything.filter(participation=plan.participation_id):
        close_deadlines(row, kind=PLAN_DUE, actor=actor)
    record("improvement_plan.approved", plan, actor=actor, sha256=seen, **facts)
    return plan


@transaction.atomic
def send_plan_back(plan, reason, *, actor):
    plan = lock(plan)
    require(can_send_plan_back(actor))
    refuse_if(plan.stage != PlanStage.RELEASED, _("This plan does not wait for an approval."))
    panels.send_back(approval_of_plan(plan), reason, actor=actor, page=PAGE)
    facts = move(plan, PlanStage.DRAFT)
    record("improvement_plan.sent_back", plan, actor=actor, reason=reason.strip(), **facts)
    return plan


def _waiting(plan, seen):
    plan = lock(plan)
    refuse_if(plan.stage in (PlanStage.APPROVED, PlanStage.CLOSED), _("This plan is approved already."))
    refuse_if(plan.stage != PlanStage.RELEASED, _("This plan does not wait for an approval."))
    refuse_if(seen != digest_of(plan), _("It was changed since this page was opened. Please read it again."))
    return plan


@transaction.atomic
def receive_plan(plan, *, actor):
    """At Central, by its job: the officers are told. Twice is once."""
    require(can_follow_evaluations(actor))
    plan = lock(plan)
    if plan.received_at or plan.approved_at is None:
        return False
    plan.received_at = clock.now()
    plan.save(update_fields=["received_at"])
    notify("follow_up.plan_approved", plan, actor=actor, link=("followed_plan", plan.public_id))
    return True
