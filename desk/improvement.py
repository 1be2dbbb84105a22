"""The page of an agency's improvement plan put together: its items with what became of them, what is missing, what may be done now."""
from agencies import permissions
from agencies.forms.follow_up import ApprovePlanForm
from agencies.forms.report import SendBackForm
from agencies.models import FollowUp
from agencies.queries import improvement as queries
from agencies.stages import PlanStage
from agencies.workflow.plan_approval import digest_of
from panels.stages import ApprovalStage


def everything_of_plan(request, plan, *, back=None, approve=None):
    """`back`, `approve`: a form that came back with something to correct."""
    actor = request.actor
    rows = queries.standings_of(actor, plan)
    return {
        "plan": plan, "rows": rows, "closed": sum(one.is_closed for one in rows), "checks": queries.checks_of(actor, plan),
        "steps": queries.steps_of_plan(plan), "last_day": queries.last_day_of(plan),
        "follow_up": FollowUp.objects.visible_to(actor).filter(participation=plan.participation_id).first(),
        **deeds(actor, plan, back, approve)}


def deeds(actor, plan, back, approve):
    """What may be done now; the workflow asks again."""
    approval = queries.approval_of_plan(plan) if plan.stage == PlanStage.RELEASED else None
    stage = approval.stage if approval else ""
    digest = digest_of(plan) if approval else ""
    may_approve = stage == ApprovalStage.RELEASED and permissions.can_approve_plan(actor)
    return {
        "may_write": plan.is_draft and permissions.can_write_plan(actor), "digest": digest,
        "waits_for_manager": stage == ApprovalStage.DRAFTED,
        "may_release": stage == ApprovalStage.DRAFTED and permissions.can_release_plan(actor),
        "approve": approve or (ApprovePlanForm(initial={"seen": digest}) if may_approve else None),
        "back": back or (SendBackForm(prefix="back") if approval and permissions.can_send_plan_back(actor) else None)}
