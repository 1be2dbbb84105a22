"""Founding bodies, their rule for a tie; seats given for a term, for another, and ended."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from panels.models import AgendaItem, Ballot, Body, Seat
from panels.models.ballot import IS_OPEN
from panels.permissions import can_keep_bodies
from panels.stages import MeetingStage
from panels.workflow.declaration import ask


@transaction.atomic
def found_body(name_ko, name_en, *, actor):
    """A committee: nothing of it is published."""
    require(can_keep_bodies(actor))
    try:
        with transaction.atomic():
            body = Body.objects.create(name_ko=name_ko, name_en=name_en, founded_at=clock.now())
    except IntegrityError:
        raise Refused(_("There is already a body of this name."), "name_ko") from None
    record("body.founded", body, actor=actor)
    return body


@transaction.atomic
def choose_casting(body, casting, *, actor):
    """Who decides at a tie in an open vote. A ballot that is open keeps the rule it was opened with, so it is chosen between ballots."""
    body = lock(body)
    require(can_keep_bodies(actor))
    refuse_if(casting not in Body.Casting.values, _("This choice is not offered. Please choose again."), field="casting")
    running = Ballot.everything.filter(IS_OPEN, item__meeting__body=body)
    refuse_if(running.exists(), _("A ballot is open. Close or void it first."))
    if body.casting != casting:
        before, body.casting = body.casting, casting
        body.save(update_fields=["casting"])
        record("body.casting_chosen", body, actor=actor, **{"from": before, "to": casting})
    return body


@transaction.atomic
def give_seat(body, user, office, *, from_on, actor, to_on=None, page=None):
    """A term begins; `to_on`: its last day, where it is known. What is on the agenda already, the new holder is asked about."""
    body = lock(body)                                       # two at once make no second chair
    require(can_keep_bodies(actor))
    belongs_here = Membership.everything.filter(user=user, ended_at=None).exists()
    refuse_if(not belongs_here, _("This person does not belong to the agency. Please send an invitation."))
    refuse_if(to_on and to_on < from_on, _("The last day lies before the first."), field="to_on")
    not_over = body.seats.filter(Q(to_on=None) | Q(to_on__gte=from_on), stands_for=None)
    if to_on:
        not_over = not_over.filter(from_on__lte=to_on)
    refuse_if(not_over.filter(user=user).exists(), _("This person has a seat in this body already."))
    refuse_if(office == Seat.Office.CHAIR and not_over.filter(office=office).exists(),
              _("This body has a chair. End that seat first."), field="office")
    seat = Seat.objects.create(body=body, user=user, office=office, from_on=from_on, to_on=to_on)
    record("seat.given", seat, actor=actor, account=user.pk, office=office, from_on=from_on, to_on=to_on)
    ask_about_agenda(seat, actor, page)
    return seat


@transaction.atomic
def renew_seat(seat, *, to_on, actor, page=None):
    """Another term follows the one whose end is known, in the same office."""
    seat = lock(seat)
    require(can_keep_bodies(actor))
    refuse_if(seat.stands_for_id, _("A substitute sits for one day only."))
    refuse_if(seat.to_on is None, _("This seat has no last day. There is nothing to prolong."))
    return give_seat(seat.body, seat.user, seat.office, from_on=seat.to_on + timedelta(days=1), to_on=to_on, actor=actor, page=page)


@transaction.atomic
def end_seat(seat, *, to_on, actor):
    """The term ends; its last day belongs to it."""
    seat = lock(seat)
    require(can_keep_bodies(actor))
    refuse_if(seat.stands_for_id, _("A substitute sits for one day only."))
    refuse_if(seat.to_on and seat.to_on <= to_on, _("This seat has ended already, or ends before that day."))
    refuse_if(to_on < seat.from_on, _("A seat cannot end before it began."), field="to_on")
    seat.to_on = to_on
    seat.save(update_fields=["to_on"])
    record("seat.ended", seat, actor=actor, account=seat.user_id, to_on=to_on)
    return seat


def ask_about_agenda(seat, actor, page):
    """What waits on the agendas of meetings at which this seat will be held. For those who have asked whether the actor may."""
    waiting = AgendaItem.everything.filter(meeting__body=seat.body, meeting__stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN),
                                           withdrawn_at=None, result="").select_related("meeting").order_by("pk")
    for item in waiting:
        if seat.is_held(item.meeting.day):
            ask(seat.user, subject_type=item.subject_type, matter=item.matter, label=item.subject_label, actor=actor, page=page)
