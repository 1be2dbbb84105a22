"""Meetings, their agenda, who is there and who is told."""
from django.db.models import Exists, OuterRef

from accounts.models import User
from panels.models import AgendaItem, Ballot, Meeting
from panels.models.ballot import IS_OPEN
from panels.queries.body import seats_on


def meetings_of(actor):
    """The meetings of this person's committees, or of all for who reads cases; the latest first."""
    rows = Meeting.objects.visible_to(actor).filter(body__published_at=None)
    return rows.select_related("body", "called_by__person").order_by("-meets_at", "-pk")


def agenda_of(actor, meeting):
    """What is on the agenda, in order, and whether a ballot on it is open; what was taken off is not."""
    items = AgendaItem.objects.visible_to(actor).filter(meeting=meeting, withdrawn_at=None)
    voting = Ballot.objects.visible_to(actor).filter(IS_OPEN, item=OuterRef("pk"))
    return items.annotate(has_open_ballot=Exists(voting)).order_by("position")


def present_seats(meeting):
    """The ids of the seats whose holders are in the room. For whoever already reads the meeting."""
    return set(meeting.attendances.filter(left_at=None).values_list("seat", flat=True))


def present_ever(meeting):
    """The ids of the seats whose holders were in the room at some time."""
    return set(meeting.attendances.values_list("seat", flat=True))


def seat_holders_of(meeting):
    """The accounts that have a seat on the day of the meeting."""
    return User.objects.filter(pk__in=[seat.user_id for seat in seats_on(meeting.body, meeting.day)], is_active=True)
