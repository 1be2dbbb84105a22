"""Drafting, releasing, agreeing, approving, sending back (기안, 검토, 협조, 결재, 반려): called by the workflow of the subject's app."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Approval, ApprovalStep
from panels.permissions import (
    can_approve,
    can_assent,
    can_draft,
    can_note,
    can_release,
    can_send_back,
    can_take_back,
    has_drafted_or_released,
)
from panels.stages import ApprovalStage


@transaction.atomic
def draft_approval(subject_type, subject, label, kind, digest, *, actor, page=None, needs_assent=False):
    """Ask for approval of exactly what has this digest (SHA-256, 64 hex digits). `needs_assent`: the city agrees before the director."""
    require(can_draft(actor))
    try:
        with transaction.atomic():
            approval = Approval.objects.create(subject_type=subject_type, subject=subject, subject_label=label, kind=kind, digest=digest,
                                               needs_assent=needs_assent, drafted_by=actor.user, drafted_at=clock.now())
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_open_approval":
            raise
        raise Refused(_("An approval of this is under way already.")) from None
    _step(approval, ApprovalStep.Verb.DRAFTED, actor)
    _tell_who_is_next(approval, actor, page)
    return approval


@transaction.atomic
def release_approval(approval, digest, *, actor, page=None):
    """The manager has read what was drafted and hands it to the director."""
    approval = lock(approval)
    require(can_release(actor))
    refuse_if(digest != approval.digest, _("It was changed since it was drafted. Please read it again and draft it anew."))
    approval.released_by, approval.released_at = actor.user, clock.now()
    approval.save(update_fields=["released_by", "released_at"])
    step = move(approval, ApprovalStage.RELEASED)
    _step(approval, ApprovalStep.Verb.RELEASED, actor, **step)
    _tell_who_is_next(approval, actor, page)
    return approval


@transaction.atomic
def assent(approval, digest, *, actor, page=None):
    """The city agrees to exactly what was released; then it waits for the director."""
    approval = lock(approval)
    require(can_assent(actor))
    refuse_if(approval.stage != ApprovalStage.RELEASED or not approval.needs_assent, _("It does not wait for the city."))
    refuse_if(approval.assented_at, _("The city has agreed already."))
    refuse_if(digest != approval.digest, _("It was changed since it was released. Please read it again."))
    refuse_if(has_drafted_or_released(actor, approval), _("You have drafted or released this yourself. Somebody else has to agree to it."))
    approval.assented_by, approval.assented_at = actor.user, clock.now()
    approval.save(update_fields=["assented_by", "assented_at"])
    _step(approval, ApprovalStep.Verb.ASSENTED, actor)
    _tell_who_is_next(approval, actor, page)
    return approval


@transaction.atomic
def approve(approval, digest, *, actor):
    """The director signs exactly what was released; nobody signs what they have drafted or released themselves."""
    approval = lock(approval)
    require(can_approve(actor))
    refuse_if(digest != approval.digest, _("It was changed since it was released. Please read it again."))
    refuse_if(approval.waits_for_city, _("The city has to agree first."))
    refuse_if(has_drafted_or_released(actor, approval), _("You have drafted or released this yourself. Somebody else has to approve it."))
    approval.approved_by, approval.approved_at = actor.user, clock.now()
    approval.save(update_fields=["approved_by", "approved_at"])
    step = move(approval, ApprovalStage.APPROVED)
    _step(approval, ApprovalStep.Verb.APPROVED, actor, **step)
    return approval


@transaction.atomic
def send_back(approval, reason, *, actor, page=None):
    """Not like this; the drafter is told why. What is approved is taken back so: the app above asks whether it is carried out already."""
    approval, reason = lock(approval), reason.strip()
    if approval.stage == ApprovalStage.APPROVED:
        require(can_take_back(actor))
    else:
        require(can_send_back(actor) or (approval.waits_for_city and can_assent(actor)))
    refuse_if(not reason, _("Please write the reason: the drafter reads it."), field="reason")
    _forget_assent(approval)
    step = move(approval, ApprovalStage.SENT_BACK)
    approval.approved_by = approval.approved_at = None
    approval.save(update_fields=["approved_by", "approved_at"])
    _step(approval, ApprovalStep.Verb.SENT_BACK, actor, reason=reason, **step)
    notify("approval.sent_back", approval, actor=actor, link=_link(approval, page), reason=reason)
    return approval


@transaction.atomic
def redraft(approval, digest, *, actor, page=None, needs_assent=False):
    """Changed after it was drafted, released or sent back: it begins anew, and what was released or agreed to no longer counts."""
    approval = lock(approval)
    require(can_draft(actor))
    _forget_assent(approval)
    step = {} if approval.stage == ApprovalStage.DRAFTED else move(approval, ApprovalStage.DRAFTED)
    approval.digest, approval.drafted_by, approval.drafted_at = digest, actor.user, clock.now()
    approval.released_by = approval.released_at = None
    approval.needs_assent = needs_assent
    approval.save(update_fields=["digest", "drafted_by", "drafted_at", "released_by", "released_at", "needs_assent"])
    _step(approval, ApprovalStep.Verb.REDRAFTED, actor, **step)
    _tell_who_is_next(approval, actor, page)
    return approval


@transaction.atomic
def drop_approval(approval, *, actor):
    """What it is about needs it no more: nobody is asked any longer. For the app above, which has asked whether its actor may."""
    approval = lock(approval)
    require(can_note(actor))
    _forget_assent(approval)
    step = move(approval, ApprovalStage.DROPPED)
    _step(approval, ApprovalStep.Verb.DROPPED, actor, **step)
    return approval


def _forget_assent(approval):
    """The city agreed to what was released, and to nothing else. Whether it is asked again is said with the next draft."""
    approval.assented_by = approval.assented_at = None
    approval.needs_assent = False
    approval.save(update_fields=["assented_by", "assented_at", "needs_assent"])


def _step(approval, verb, actor, *, reason="", **step):
    ApprovalStep.objects.create(approval=approval, verb=verb, by=actor.user, on_behalf_of=actor.acting_for, at=clock.now(), reason=reason,
                                digest=approval.digest)
    record(f"approval.{verb}", approval, actor=actor, kind=approval.kind, about=approval.subject, digest=approval.digest, **step)


def _tell_who_is_next(approval, actor, page):
    notify("approval.waits", approval, actor=actor, link=_link(approval, page))


def _link(approval, page):
    return (page, approval.subject) if page else None
