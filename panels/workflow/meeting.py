"""A meeting from its calling to its minutes: agenda and attendance."""
import re

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import AgendaItem, Ballot, Meeting
from panels.models.ballot import IS_OPEN
from panels.permissions import can_conduct
from panels.queries import seats_on
from panels.stages import MeetingStage
from panels.workflow.declaration import ask

UNFINISHED = (MeetingStage.PLANNED, MeetingStage.OPEN)


@transaction.atomic
def call_meeting(body, *, title, meets_at, place, actor, page=None):
    """Call the body together; whoever does is the secretary. The seat holders are told."""
    require(can_conduct(actor))
    meeting = Meeting.objects.create(body=body, title=title, meets_at=meets_at, place=place, called_by=actor.user)
    record("meeting.called", meeting, actor=actor, meets_at=meets_at)
    notify("meeting.called", meeting, actor=actor, link=(page, meeting.public_id) if page else None)
    return meeting


@transaction.atomic
def put_on_agenda(meeting, *, subject_type, matter, label, choices, actor, page=None):
    """A case comes before the meeting, with what may be decided about it; every seat holder is asked for a declaration."""
    meeting = lock(meeting)
    require(can_conduct(actor))
    _check_choices(choices)
    refuse_if(meeting.stage not in UNFINISHED, _("The agenda of this meeting is closed."))
    elsewhere = AgendaItem.everything.filter(matter=matter, withdrawn_at=None, meeting__stage__in=UNFINISHED)
    refuse_if(elsewhere.exists(), _already_there())
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    try:
        with transaction.atomic():
            item = AgendaItem.objects.create(meeting=meeting, position=last + 1, subject_type=subject_type, matter=matter,
                                             subject_label=label, choices=list(choices))
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_open_item_per_matter":
            raise
        raise Refused(_already_there()) from None
    record("agenda.added", item, actor=actor, meeting=meeting.pk, matter=matter)
    for seat in seats_on(meeting.body, meeting.day):
        ask(seat.user, subject_type=subject_type, matter=matter, label=label, actor=actor, page=page)
    return item


@transaction.atomic
def take_off_agenda(item, *, reason, actor):
    """The case does not come before this meeting after all; it may come before another."""
    item = lock(item)
    require(actor.is_system or can_conduct(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(item.meeting.stage not in UNFINISHED, _("The agenda of this meeting is closed."))
    refuse_if(item.withdrawn_at, _("This item has been taken off the agenda already."))
    refuse_if(item.result, _("This item has been decided."))
    refuse_if(item.ballots.filter(IS_OPEN).exists(), _("A ballot is open. Close or void it first."))
    return _withdraw(item, reason, actor)


@transaction.atomic
def open_meeting(meeting, *, actor):
    meeting = lock(meeting)
    require(can_conduct(actor))
    meeting.opened_at = clock.now()
    step = move(meeting, MeetingStage.OPEN)
    meeting.save(update_fields=["opened_at"])
    record("meeting.opened", meeting, actor=actor, **step)
    return meeting


@transaction.atomic
def note_attendance(meeting, seat, *, present, actor):
    """Who comes into the room and who leaves it. Returns the attendance, or None if somebody was not there anyway."""
    meeting = lock(meeting)
    require(can_conduct(actor))
    refuse_if(meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(seat not in seats_on(meeting.body, meeting.day), _("This seat does not belong to the meeting."))
    attendance = meeting.attendances.filter(seat=seat, left_at=None).first()
    if present == (attendance is not None):
        return attendance
    if present:
        attendance = meeting.attendances.create(seat=seat, came_at=clock.now())
    else:
        attendance.left_at = clock.now()
        attendance.save(update_fields=["left_at"])
    record("meeting.attendance", meeting, actor=actor, seat=seat.pk, present=present)
    return attendance


@transaction.atomic
def close_meeting(meeting, *, actor):
    """From here on nothing of it changes. Every item has a result: to defer is one, and what is not dealt with is taken off."""
    meeting = lock(meeting)
    items = lock_agenda(meeting)
    require(can_conduct(actor))
    refuse_if(meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(Ballot.everything.filter(IS_OPEN, item__in=items).exists(), _("A ballot is open. Close or void it first."))
    waiting = [item.subject_label for item in items if item.is_open]
    refuse_if(waiting, _("Not decided yet: %(list)s. Decide, defer or take it off the agenda."), list=", ".join(waiting))
    meeting.closed_at = clock.now()
    meeting.save(update_fields=["closed_at"])
    step = move(meeting, MeetingStage.CLOSED)
    record("meeting.closed", meeting, actor=actor, **step)
    return meeting


@transaction.atomic
def cancel_meeting(meeting, *, reason, actor, page=None):
    """It will not take place; its items are free for another. The seat holders are told."""
    meeting = lock(meeting)
    items = lock_agenda(meeting)
    require(can_conduct(actor))
    refuse_if(meeting.stage != MeetingStage.PLANNED, _("Only a meeting that has not begun can be cancelled."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    for item in items:
        if item.is_open:
            _withdraw(item, reason, actor)
    meeting.cancel_reason = reason.strip()
    meeting.save(update_fields=["cancel_reason"])
    step = move(meeting, MeetingStage.CANCELLED)
    record("meeting.cancelled", meeting, actor=actor, **step)
    notify("meeting.cancelled", meeting, actor=actor, link=(page, meeting.public_id) if page else None)
    return meeting


def refuse_unless_closed(meeting):
    """Nothing is written into minutes while the meeting goes on."""
    refuse_if(meeting.stage != MeetingStage.CLOSED, _("Minutes are kept once the meeting is closed."))


@transaction.atomic
def keep_minutes(meeting, file, *, actor):
    """The minutes of a closed meeting, as a stored file; a corrected file takes the place of the earlier, which is kept."""
    meeting = lock(meeting)
    require(actor.is_system or can_conduct(actor))
    refuse_unless_closed(meeting)
    meeting.minutes = file
    meeting.save(update_fields=["minutes"])
    record("meeting.minutes_kept", meeting, actor=actor, sha256=file.sha256)
    return meeting


def lock_agenda(meeting):
    """Its items, locked: nobody votes or opens a ballot meanwhile."""
    return list(AgendaItem.everything.filter(meeting=meeting).select_for_update(of=("self",), no_key=True).order_by("pk"))


def _withdraw(item, reason, actor):
    item.withdrawn_at, item.withdrawal_reason = clock.now(), reason.strip()
    item.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    record("agenda.removed", item, actor=actor, meeting=item.meeting_id, matter=item.matter)
    return item


def _check_choices(choices):
    """They come from the app above: a wrong one is its mistake, not a person's."""
    if len(choices) < 2 or len(set(choices)) < len(choices) or not all(re.fullmatch(r"[a-z][a-z_]{0,29}", choice) for choice in choices):
        raise ValueError(f"choices are two or more different codes, not {choices!r}")


def _already_there():
    return _("This case is on the agenda of a meeting that is not closed yet.")
