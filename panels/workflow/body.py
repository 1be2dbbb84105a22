"""Founding bodies, giving and ending seats."""
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from panels.models import AgendaItem, Body, Seat
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
def give_seat(body, user, office, *, from_on, actor, page=None):
    """A term begins. What is on the agenda already, the new holder is asked about."""
    body = lock(body)                                       # two at once make no second chair
    require(can_keep_bodies(actor))
    belongs_here = Membership.everything.filter(user=user, ended_at=None).exists()
    refuse_if(not belongs_here, _("This person does not belong to the agency. Please send an invitation."))
    not_over = body.seats.filter(Q(to_on=None) | Q(to_on__gte=from_on))
    refuse_if(not_over.filter(user=user).exists(), _("This person has a seat in this body already."))
    refuse_if(office == Seat.Office.CHAIR and not_over.filter(office=office).exists(),
              _("This body has a chair. End that seat first."), field="office")
    seat = Seat.objects.create(body=body, user=user, office=office, from_on=from_on)
    record("seat.given", seat, actor=actor, account=user.pk, office=office, from_on=from_on)
    _ask_about_agenda(seat, actor, page)
    return seat


@transaction.atomic
def end_seat(seat, *, to_on, actor):
    """The term ends; its last day belongs to it."""
    seat = lock(seat)
    require(can_keep_bodies(actor))
    refuse_if(seat.to_on, _("This seat has ended already."))
    refuse_if(to_on < seat.from_on, _("A seat cannot end before it began."), field="to_on")
    seat.to_on = to_on
    seat.save(update_fields=["to_on"])
    record("seat.ended", seat, actor=actor, account=seat.user_id, to_on=to_on)
    return seat


def _ask_about_agenda(seat, actor, page):
    waiting = AgendaItem.everything.filter(meeting__body=seat.body, meeting__stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN),
                                           withdrawn_at=None, result="").select_related("meeting").order_by("pk")
    for item in waiting:
        if seat.is_held(item.meeting.day):
            ask(seat.user, subject_type=item.subject_type, matter=item.matter, label=item.subject_label, actor=actor, page=page)
