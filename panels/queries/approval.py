"""Approvals: where one is, and whom it waits for."""
from accounts.actors import Actor
from accounts.models import Membership, Role, User
from panels.models import Approval
from panels.stages import ApprovalStage

WAITS_FOR = {ApprovalStage.DRAFTED: Role.MANAGER, ApprovalStage.RELEASED: Role.DIRECTOR}


def approval_of(subject_type, subject, kind):
    """The latest of its kind about this subject, or None. For the subject's own page and workflow, which ask who may see it."""
    rows = Approval.objects.visible_to(Actor.system("an approval's own subject"))
    rows = rows.filter(subject_type=subject_type, subject=subject, kind=kind)
    return rows.select_related("drafted_by__person", "released_by__person", "approved_by__person").order_by("-drafted_at", "-pk").first()


def approvals_of(subject_type, subjects, kind):
    """{subject: the latest approval of its kind}, for a list of them."""
    rows = Approval.objects.visible_to(Actor.system("an approval's own subject"))
    rows = rows.filter(subject_type=subject_type, subject__in=subjects, kind=kind).order_by("drafted_at", "pk")
    return {approval.subject: approval for approval in rows}


def steps_of(approval):
    """Its way so far, in order. For whoever already reads it."""
    return approval.steps.select_related("by__person", "on_behalf_of__person").order_by("at", "pk")


def deciders_of(approval):
    """Who releases it, agrees to it or approves it next; nobody, when it does not wait."""
    role = Role.OBSERVER if approval.waits_for_city else WAITS_FOR.get(approval.stage)
    holding = Membership.objects.visible_to(Actor.system("whom an approval waits for")).filter(role=role, ended_at=None)
    return User.objects.filter(pk__in=holding.values("user"), is_active=True)


def drafter_of(approval):
    return User.objects.filter(pk=approval.drafted_by_id)
