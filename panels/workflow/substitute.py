"""Who sits in somebody's place at one meeting: asked to declare, counted, voting like any other; never both of them."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Role
from accounts.permissions import same_person
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.models import RollEntry, Seat
from panels.permissions import can_conduct
from panels.queries import seats_on
from panels.workflow.body import ask_about_agenda
from panels.workflow.meeting import UNFINISHED, lock_agenda


@transaction.atomic
def name_substitute(meeting, seat, user, *, actor, page=None):
    """From now on the substitute holds the seat on the day of the meeting, and its holder does not."""
    meeting, seat = lock(meeting), lock(seat)
    lock_agenda(meeting)
    require(can_conduct(actor))
    refuse_if(meeting.stage not in UNFINISHED, _("The meeting is over."))
    sitting = seats_on(meeting.body, meeting.day)
    refuse_if(seat not in sitting or seat.stands_for_id, _("This seat does not belong to the meeting."))
    is_member = Membership.everything.filter(user=user, role=Role.COMMITTEE, ended_at=None).exists()
    refuse_if(not is_member, _("Only people with the role of a committee member can sit here."), field="user")
    refuse_if(any(same_person(one.user, user) for one in sitting), _("This person has a seat in this body already."), field="user")
    _refuse_who_takes_part(meeting, seat)
    substitute = Seat.objects.create(body=meeting.body, user=user, office=Seat.Office.MEMBER, from_on=meeting.day, to_on=meeting.day,
                                     stands_for=seat)
    record("seat.substitute_named", substitute, actor=actor, account=user.pk, seat=seat.pk, meeting=meeting.pk)
    ask_about_agenda(substitute, actor, page)
    return substitute


@transaction.atomic
def call_off_substitute(meeting, seat, *, actor):
    """The holder comes after all. What the substitute has declared stays on record."""
    meeting, seat = lock(meeting), lock(seat)
    lock_agenda(meeting)
    require(can_conduct(actor))
    refuse_if(meeting.stage not in UNFINISHED, _("The meeting is over."))
    refuse_if(seat.stands_for_id is None or seat.called_off_at or seat.body_id != meeting.body_id,
              _("Nobody sits in another's place here."))
    _refuse_who_takes_part(meeting, seat)
    seat.called_off_at = clock.now()
    seat.save(update_fields=["called_off_at"])
    record("seat.substitute_called_off", seat, actor=actor, account=seat.user_id, seat=seat.stands_for_id, meeting=meeting.pk)
    return seat


def _refuse_who_takes_part(meeting, seat):
    here = meeting.attendances.filter(seat=seat)
    refuse_if(here.filter(left_at=None).exists(), _("%(name)s is marked as present. Note first that they leave."), name=seat.user)
    voted = RollEntry.everything.filter(seat=seat, ballot__item__meeting=meeting, ballot__voided_at=None)
    refuse_if(voted.exists(), _("%(name)s has voted at this meeting already."), name=seat.user)
