"""Central decides on a request: an officer drafts, the manager releases, the director approves. Nobody who had a hand in it does."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Affiliation
from accounts.permissions import same_person
from agencies.models import SupportAuthor, SupportDecision, SupportRequest
from agencies.network_permissions import can_approve_support, can_draft_support, can_release_support, can_send_support_back
from agencies.queries.support import KIND, PAGE, SUBJECT, approval_of_request
from agencies.support_stages import SupportStage
from core import clock
from core.digests import digest_of_content
from core.workflow import lock, move, record, refuse_if, require
from panels import workflow as panels
from panels.stages import ApprovalStage

Outcome, AMOUNT = SupportRequest.Outcome, SupportRequest.Kind.AMOUNT
FACTS = ("outcome", "granted", "help_words", "reason", "due_on")
ENDED = (ApprovalStage.APPROVED, ApprovalStage.DROPPED)


def is_of_the_asking(actor, row):
    """Whether the actor, or whom they act for, wrote it or belongs to the agency that asks, with whatever account."""
    authors = [one.user for one in SupportAuthor.everything.filter(request=row).select_related("user")]
    belong = [one.user for one in Affiliation.objects.filter(agency=row.agency_id).select_related("user").filter(
        user__person__in=[one.person_id for one in actor.people if one.person_id])]
    own = {one.user_id for one in Affiliation.objects.filter(agency=row.agency_id, user__in=actor.people)}
    return any(one.pk in own or any(same_person(one, other) for other in (*authors, *belong)) for one in actor.people)


def _open(row, actor):
    """Locked, and refused to who asks."""
    row = lock(row)
    refuse_if(row.stage != SupportStage.ASKED, _("This request does not wait for a decision."))
    refuse_if(is_of_the_asking(actor, row), _("You wrote this request or belong to the agency that asks. Somebody else has to decide it."))
    return row


@transaction.atomic
def draft_decision(row, *, outcome, granted=None, help_words="", reason="", due_on=None, actor):
    """Drafted, or drafted anew; from there on it waits for the manager. The agency sees nothing of it."""
    require(can_draft_support(actor))
    row = _open(row, actor)
    facts = _fit(row, outcome, granted, help_words.strip(), reason.strip(), due_on)
    decision, _is_new = SupportDecision.everything.update_or_create(request=row, defaults={
        **facts, "asking_id": row.agency_id, "drafted_at": clock.now(), "drafted_by": actor.user})
    digest, approval = digest_of(row, decision), approval_of_request(row)
    if approval is None or approval.stage in ENDED:
        panels.draft_approval(SUBJECT, row.public_id, _("Support of “%(title)s”") % {"title": row.title}, KIND, digest, actor=actor,
                              page=PAGE)
    else:
        panels.redraft(approval, digest, actor=actor, page=PAGE)
    record("support.decision_drafted", row, actor=actor, outcome=outcome, granted=facts["granted"], digest=digest)
    return decision


def _fit(row, outcome, granted, help_words, reason, due_on):
    """What is written down of each outcome; never more than was asked for."""
    if outcome == Outcome.REFUSED:
        refuse_if(not reason, _("Write the reason: the agency reads it."), field="reason")
        return {"outcome": outcome, "granted": None, "help_words": "", "reason": reason, "due_on": None}
    _refuse_amount(row, outcome, granted)
    refuse_if(row.kind != AMOUNT and not help_words, _("Describe the help that is given."), field="help_words")
    refuse_if(outcome == Outcome.PART and not reason, _("Write why it is granted only in part."), field="reason")
    refuse_if(due_on is None, _("Say by when the agency reports."), field="due_on")
    refuse_if(due_on < max(clock.today(), row.from_on), _("The report is due after the project has begun, from today on."), field="due_on")
    amount = (row.amount if outcome == Outcome.FULL else granted) if row.kind == AMOUNT else None
    return {"outcome": outcome, "granted": amount, "help_words": help_words, "reason": reason, "due_on": due_on}


def _refuse_amount(row, outcome, granted):
    if row.kind != AMOUNT:
        refuse_if(granted is not None, _("No amount was asked for: describe the help instead."), field="granted")
        return
    refuse_if(granted is not None and granted <= 0, _("An amount is more than nothing."), field="granted")
    refuse_if(granted is not None and granted > row.amount, _("No more than the amount asked for can be granted."), field="granted")
    if outcome == Outcome.PART:
        refuse_if(granted is None, _("Write the amount that is granted."), field="granted")
        refuse_if(granted == row.amount, _("This is the whole amount: choose “granted as asked”."), field="granted")
    else:
        refuse_if(granted not in (None, row.amount), _("This is less than asked for: choose “granted in part”."), field="granted")


def digest_of(row, decision):
    """Of everything that is approved."""
    said = [str(row.public_id), row.version, decision.outcome, decision.granted, decision.help_words, decision.reason,
            decision.due_on.isoformat() if decision.due_on else ""]
    return digest_of_content(said)


@transaction.atomic
def release_decision(row, seen, *, actor):
    """The manager has read what was drafted, and hands it to the director."""
    require(can_release_support(actor))
    row, _decision = _waiting(row, seen, actor)
    panels.release_approval(approval_of_request(row), seen, actor=actor, page=PAGE)
    record("support.decision_released", row, actor=actor, digest=seen)
    return row


@transaction.atomic
def approve_decision(row, seen, *, actor):
    """The director approves exactly what the page showed: it stands on the request, and the agency's job tells its people."""
    require(can_approve_support(actor))
    row, decision = _waiting(row, seen, actor)
    refuse_if(decision.due_on and decision.due_on < clock.today(), _("The day of the report is over already. Draft it anew."))
    panels.approve(approval_of_request(row), seen, actor=actor)
    for name in FACTS:
        setattr(row, name, getattr(decision, name))
    row.decided_at, row.told_at = clock.now(), None
    row.save(update_fields=[*FACTS, "decided_at", "told_at"])
    facts = move(row, SupportStage.REFUSED if decision.outcome == Outcome.REFUSED else SupportStage.GRANTED)
    record("support.decided", row, actor=actor, outcome=row.outcome, granted=row.granted, digest=seen, **facts)
    return row


@transaction.atomic
def send_decision_back(row, reason, *, actor):
    """To the officer, with the reason; drafted anew it begins from the start."""
    require(can_send_support_back(actor))
    row = _open(row, actor)
    approval = approval_of_request(row)
    refuse_if(approval is None, _("No decision is drafted yet."))
    panels.send_back(approval, reason, actor=actor, page=PAGE)
    record("support.decision_sent_back", row, actor=actor, reason=reason.strip())
    return row


def _waiting(row, seen, actor):
    """(the request, its decision), both as the page showed them."""
    row = _open(row, actor)
    decision = SupportDecision.everything.filter(request=row).first()
    refuse_if(decision is None, _("No decision is drafted yet."))
    refuse_if(seen != digest_of(row, decision), _("It was changed since this page was opened. Please read it again."))
    return row, decision
