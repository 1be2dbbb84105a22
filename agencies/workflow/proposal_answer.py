"""A proposal at its keeper: before a body, its advice taken up, the answer drafted, released by another, and told."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import same_person
from agencies.models import IndicatorProposal, ProposalAnswer, ProposalTask, PublishedProposal
from agencies.network_permissions import can_keep_proposals, can_release_answer
from agencies.stages import ProposalStage
from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, move, record, refuse_if, require
from panels import workflow as panels
from panels.models import AgendaItem
from panels.stages import MeetingStage

SUBJECT = IndicatorProposal._meta.label_lower
CHOICES = [one.value for one in IndicatorProposal.Advice]
COPIED = ("code", "subject_ko", "subject_en", "edition_ko", "edition_en", "change", "source", "wanted", "reason", "is_management")


def _kept(proposal, actor):
    """Locked, for who works on it here."""
    proposal = lock(proposal)
    require(can_keep_proposals(actor) and proposal.keeper_id == current_agency_id())
    refuse_if(proposal.stage != ProposalStage.HANDED_IN, _("This proposal is answered or withdrawn already."))
    return proposal


@transaction.atomic
def put_proposal_on_agenda(proposal, meeting, *, actor):
    """The body discusses it; its advice is shown at the proposal once the meeting is closed."""
    proposal = _kept(proposal, actor)
    refuse_if(_waiting_answer(proposal), _("Its answer waits for the release. Have it sent back first."))
    item = panels.put_on_agenda(meeting, subject_type=SUBJECT, matter=proposal.public_id, choices=CHOICES, actor=actor,
                                label=f"{proposal} ({proposal.get_change_display()})"[:200], page="declaration")
    record("proposal.on_agenda", proposal, actor=actor, item=item.pk, meeting=meeting.pk)
    return item


def _waiting_answer(proposal):
    return ProposalAnswer.everything.filter(proposal=proposal, released_at=None, sent_back_at=None).exists()


def hold_proposals_of(meeting):
    """Locked before the meeting and its items. For whoever closes it in the same transaction."""
    matters = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).values("matter")
    return list(IndicatorProposal.everything.filter(public_id__in=matters).select_for_update(of=("self",), no_key=True).order_by("pk"))


@transaction.atomic
def take_up_advice(meeting, *, actor):
    """The meeting was closed in this transaction: what it advised stands at each proposal, for its author too."""
    require(can_keep_proposals(actor))
    refuse_if(meeting.stage != MeetingStage.CLOSED, _("The meeting is not closed."))
    items = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).exclude(result="").order_by("position")
    for item in items:
        proposal = lock(IndicatorProposal.everything.get(public_id=item.matter))
        proposal.advice, proposal.advised_on, proposal.body_name = item.result, meeting.day, meeting.body.name_ko
        proposal.save(update_fields=["advice", "advised_on", "body_name"])
        record("proposal.advised", proposal, actor=actor, advice=item.result, item=item.pk)
    return len(items)


@transaction.atomic
def draft_answer(proposal, *, outcome, words, is_shown, actor):
    """Accepted or not, with the reason that its author reads. Nobody answers their own proposal."""
    proposal = _kept(proposal, actor)
    refuse_if(any(same_person(one, proposal.author) for one in actor.people),
              _("You proposed this yourself. Somebody else has to answer it."))
    refuse_if(AgendaItem.everything.filter(matter=proposal.public_id, result="", withdrawn_at=None).exists(),
              _("It is on the agenda of a meeting. It is answered after the body has discussed it."))
    refuse_if(outcome not in (ProposalStage.ACCEPTED, ProposalStage.REJECTED), _("Choose whether it is accepted."), field="outcome")
    refuse_if(not words.strip(), _("Write the reason: the proposer reads it."), field="words")
    answer, _made = ProposalAnswer.everything.update_or_create(proposal=proposal, defaults={
        "proposed_at_id": proposal.agency_id, "outcome": outcome, "words": words.strip(), "is_shown": is_shown,
        "drafted_by": actor.user, "drafted_at": clock.now(), "sent_back_at": None})
    record("proposal.answer_drafted", proposal, actor=actor, outcome=outcome)
    return answer


@transaction.atomic
def send_answer_back(answer, *, reason, actor):
    """Not like this; who drafted it reads why."""
    _proposal, answer = _to_release(answer, actor)
    refuse_if(not answer.waits, _("This answer does not wait for its release."))
    refuse_if(not reason.strip(), _("Please write the reason: the drafter reads it."), field="back_reason")
    answer.back_reason, answer.sent_back_at = reason.strip(), clock.now()
    answer.save(update_fields=["back_reason", "sent_back_at"])
    record("proposal.answer_sent_back", answer, actor=actor)
    return answer


@transaction.atomic
def release_answer(answer, *, seen, actor):
    """By another than who drafted it, exactly what was read (`seen`: when it was drafted). What is accepted becomes a task."""
    proposal, answer = _to_release(answer, actor)
    refuse_if(not answer.waits, _("This answer does not wait for its release."))
    refuse_if(answer.drafted_at.isoformat() != seen, _("The answer was changed meanwhile. Please read it again."))
    answer.released_by, answer.released_at = actor.user, clock.now()
    answer.save(update_fields=["released_by", "released_at"])
    proposal.answer, proposal.answered_at, proposal.told_at = answer.words, answer.released_at, None
    proposal.save(update_fields=["answer", "answered_at", "told_at"])
    step = move(proposal, ProposalStage(answer.outcome))
    if proposal.stage == ProposalStage.ACCEPTED:
        ProposalTask.everything.create(proposal=proposal, proposed_at_id=proposal.agency_id, made_at=answer.released_at)
    if answer.is_shown:
        PublishedProposal.everything.create(
            proposal=proposal, proposed_at_id=proposal.agency_id, outcome=answer.outcome, answer=answer.words,
            published_at=answer.released_at, **{name: getattr(proposal, name) for name in COPIED})
    record("proposal.answered", proposal, actor=actor, shown=answer.is_shown, **step)
    return answer


def _to_release(answer, actor):
    proposal, answer = lock(answer.proposal), lock(answer)
    require(can_release_answer(actor, answer))
    refuse_if(proposal.stage != ProposalStage.HANDED_IN, _("This proposal is answered or withdrawn already."))
    return proposal, answer
