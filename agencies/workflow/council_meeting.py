"""Calling a body together and what comes before it: open tasks and the last minutes first, then what was proposed."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.models import (
    AgendaPaper,
    AgendaProposal,
    AgendaProposalFile,
    AgendaText,
    MeetingWord,
    Place,
    Resolution,
)
from agencies.network_permissions import can_follow_councils, can_keep_councils
from agencies.queries.council_quorum import quorum_at
from agencies.stages import AgendaProposalStage
from agencies.workflow.council_agenda import MINUTES, PROPOSAL, TOPIC, agenda_item, next_position, put_what_is_open
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels import workflow as panels
from panels.models import Meeting
from panels.queries import seats_on
from panels.stages import MeetingStage
from panels.workflow.meeting import UNFINISHED, lock_agenda


@transaction.atomic
def call_council(council, *, title, meets_at, place, link, actor):
    """Whoever calls is the secretary. Every seat holder is told at their own agency; open tasks and unapproved minutes come first."""
    require(can_keep_councils(actor))
    refuse_if(not (place.strip() or link), _("Say where the meeting is, or give the address of the video meeting."), field="place")
    refuse_if(meets_at <= clock.now(), _("This moment has passed. Please choose a later one."), field="meets_at")
    refuse_if(not seats_on(council.body, clock.seoul(meets_at).date()), _("Nobody has a seat on that day. There is nobody to call."),
              field="meets_at")
    meeting = Meeting.objects.create(body=council.body, title=title.strip(), meets_at=meets_at, place=place.strip(), link=link,
                                     called_by=actor.user)
    record("meeting.called", meeting, actor=actor, meets_at=meets_at)
    put_what_is_open(meeting)
    tell_members(meeting, MeetingWord.Kind.CALLED)
    return meeting


def tell_members(meeting, kind):
    """A row for each agency that has a place; its own job tells those whom it sends."""
    members = Place.everything.filter(body=meeting.body_id, ended_at=None).order_by("member").values_list("member", flat=True)
    MeetingWord.everything.bulk_create(MeetingWord(member_id=one, meeting=meeting, kind=kind, said_at=clock.now()) for one in members)


@transaction.atomic
def notice_word(word, *, actor):
    """At the agency, by its job: the members whom it sends are told."""
    require(can_follow_councils(actor))
    word = lock(word)
    if word.noticed_at:
        return False
    word.noticed_at = clock.now()
    word.save(update_fields=["noticed_at"])
    meeting = word.meeting
    body = {}
    for language in ("ko", "en"):
        with override(language):
            body[language] = meeting.body.name
    facts = {"called": {"meets_at": meeting.meets_at, "place": meeting.place or meeting.link},
             "cancelled": {"meets_at": meeting.meets_at, "reason": meeting.cancel_reason}, "minutes": {}}[word.kind]
    event = {"called": "council.meeting_called", "cancelled": "council.meeting_cancelled", "minutes": "council.minutes_sent"}[word.kind]
    notify(event, word, actor=actor, link=("network_meeting", meeting.public_id), body=body, **facts)
    return True


@transaction.atomic
def note_agenda_scan(paper, *, actor):
    """At Central, by its job: the scan for malware of what was proposed came after it lay on the agenda."""
    require(can_follow_councils(actor))
    given = AgendaProposalFile.everything.filter(proposal__item=paper.item_id, sha256=paper.sha256).first()
    if given is None or given.scan == paper.scan:
        return False
    AgendaPaper.everything.filter(pk=paper.pk).update(scan=given.scan)
    return True


@transaction.atomic
def take_onto_agenda(proposal, meeting, *, actor):
    """Its words and papers lie before all members from now on."""
    require(can_keep_councils(actor))
    proposal, meeting = lock(proposal), lock(meeting)
    refuse_if(meeting.body_id != proposal.body_id or meeting.stage not in UNFINISHED, _("The agenda of this meeting is closed."))
    step = move(proposal, AgendaProposalStage.ON_AGENDA)
    item = agenda_item(meeting, next_position(meeting), PROPOSAL, proposal.public_id, proposal.title)
    AgendaText.everything.create(item=item, text=proposal.text, proposed_by_id=proposal.agency_id)
    for file in AgendaProposalFile.everything.filter(proposal=proposal):
        AgendaPaper.everything.create(item=item, **{name: getattr(file, name) for name in (
            "name", "path", "sha256", "size", "mime", "extension", "scan")})
    proposal.item, proposal.answered_at = item, clock.now()
    proposal.save(update_fields=["item", "answered_at"])
    record("council.proposal_taken", proposal, actor=actor, meeting=meeting.pk, **step)
    return item


@transaction.atomic
def decline_proposal(proposal, *, answer, actor):
    """It is not taken up; who proposed it reads why."""
    require(can_keep_councils(actor))
    proposal = lock(proposal)
    refuse_if(not answer.strip(), _("Please write the reason."), field="answer")
    proposal.answer, proposal.answered_at = answer.strip(), clock.now()
    proposal.save(update_fields=["answer", "answered_at"])
    step = move(proposal, AgendaProposalStage.DECLINED)
    record("council.proposal_declined", proposal, actor=actor, **step)
    return proposal


@transaction.atomic
def add_topic(meeting, *, title, text, actor):
    """What the secretary brings before the meeting."""
    require(can_keep_councils(actor))
    meeting = lock(meeting)
    refuse_if(meeting.stage not in UNFINISHED, _("The agenda of this meeting is closed."))
    row = AgendaText(text=text.strip())
    row.item = agenda_item(meeting, next_position(meeting), TOPIC, row.public_id, title.strip())
    row.save()
    record("agenda.added", row.item, actor=actor, meeting=meeting.pk)
    return row.item


@transaction.atomic
def begin_council(meeting, *, actor):
    """In session; what has become open since it was called comes before it as well."""
    require(can_keep_councils(actor))
    meeting = panels.open_meeting(meeting, actor=actor)
    put_what_is_open(meeting)
    return meeting


@transaction.atomic
def cancel_council(meeting, *, reason, actor):
    """It will not take place. Its items are withdrawn, what was proposed waits again; every seat holder is told."""
    require(can_keep_councils(actor))
    meeting = lock(meeting)
    refuse_if(meeting.stage != MeetingStage.PLANNED, _("Only a meeting that has not begun can be cancelled."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    for item in lock_agenda(meeting):
        if item.is_open:
            panels.take_off_agenda(item, reason=reason, actor=actor)
            _waits_again(item, actor)
    meeting.cancel_reason = reason.strip()
    meeting.save(update_fields=["cancel_reason"])
    step = move(meeting, MeetingStage.CANCELLED)
    record("meeting.cancelled", meeting, actor=actor, **step)
    tell_members(meeting, MeetingWord.Kind.CANCELLED)
    return meeting


@transaction.atomic
def settle_item(item, result, *, actor):
    """Noted, or put off. What is resolved is written down as a resolution."""
    require(can_keep_councils(actor))
    meeting = lock(item.meeting)
    item = lock(item)
    _refuse_what_cannot_be_settled(meeting, item)
    refuse_if(result == "noted" and item.subject_type == MINUTES, _("Minutes are approved, with a remark if something is wrong in them."))
    refuse_if(result not in ("noted", "deferred"), _("This choice is not offered. Please choose again."))
    if result == "deferred":
        _waits_again(item, actor)
    return _settled(item, result, actor)


def _waits_again(item, actor):
    """What was proposed is free for another meeting."""
    for proposal in AgendaProposal.everything.filter(item=item, stage=AgendaProposalStage.ON_AGENDA):
        proposal = lock(proposal)
        step = move(proposal, AgendaProposalStage.HANDED_IN)
        proposal.item = proposal.answered_at = proposal.told_at = None
        proposal.save(update_fields=["item", "answered_at", "told_at"])
        record("council.proposal_waits_again", proposal, actor=actor, **step)


@transaction.atomic
def resolve(item, *, text, actor):
    """A resolution. Below the quorum there is none, in the database too. Several of one item are possible."""
    require(can_keep_councils(actor))
    meeting = lock(item.meeting)
    item = lock(item)
    refuse_if(item.result != "resolved" and not item.is_open, _("This item has been decided."))
    refuse_if(meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(item.subject_type == MINUTES, _("Minutes are approved, with a remark if something is wrong in them."))
    refuse_if(not text.strip(), _("Please write the resolution."), field="text")
    quorum = quorum_at(meeting)
    refuse_if(not quorum.met, _("Below the quorum nothing is resolved: %(needed)d of %(base)d must be there, %(present)d are."),
              needed=quorum.needed, base=quorum.base, present=quorum.present)
    last = Resolution.everything.filter(meeting=meeting).aggregate(last=Max("number"))["last"] or 0
    row = Resolution.everything.create(item=item, meeting=meeting, number=last + 1, text=text.strip(), present=quorum.present,
                                       needed=quorum.needed, resolved_at=clock.now(), noted_by=actor.user)
    if item.is_open:
        _settled(item, "resolved", actor)
    record("council.resolved", row, actor=actor, meeting=meeting.pk, present=quorum.present, needed=quorum.needed)
    return row


def _refuse_what_cannot_be_settled(meeting, item):
    refuse_if(meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(not item.is_open, _("This item has been decided."))


def _settled(item, result, actor):
    item.result, item.decided_at = result, clock.now()
    item.save(update_fields=["result", "decided_at"])
    record("agenda.settled", item, actor=actor, result=result)
    return item
