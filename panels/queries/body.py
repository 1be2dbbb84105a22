"""Bodies and their seats."""
from datetime import timedelta

from django.db.models import Count, F, Q

from core import clock
from panels.models import Body, Seat
from panels.models.body import held_on, opens_on

SOON = 60               # days


def seats_on(body, day):
    """The seats held on that day: the chair, vice chairs, members, each by name. Where somebody sits in another's place, theirs and not
    the other's. For whoever already reads the body."""
    seats = list(body.seats.filter(held_on(day)).select_related("user__person", "stands_for__user__person"))
    replaced = {seat.stands_for_id for seat in seats}
    return sorted((seat for seat in seats if seat.pk not in replaced),
                  key=lambda seat: (Seat.Office.values.index(seat.office), str(seat.user), seat.pk))


def bodies_of(actor):
    """The agency's committees, by name, each with how many hold a seat today."""
    regular, today = Q(seats__stands_for=None), clock.today()
    held = Count("seats", filter=regular & Q(seats__from_on__lte=today) & (Q(seats__to_on=None) | Q(seats__to_on__gte=today)))
    return Body.objects.visible_to(actor).filter(published_at=None).annotate(held=held).order_by("name_ko", "pk")


def own_seats(actor):
    """The seats that this person holds in committees now or will hold as a substitute."""
    rows = Seat.objects.visible_to(actor).filter(opens_on(clock.today()), user=actor.user, body__published_at=None)
    return rows.select_related("body", "user__person").order_by("body__name_ko", "pk")


def ending_soon(seat):
    """Whether the term ends within the next days, so that somebody thinks of what follows."""
    return seat.stands_for_id is None and seat.to_on is not None and clock.today() <= seat.to_on <= clock.today() + timedelta(days=SOON)


def terms_in(actor, body):
    """Every seat there is or was: those in force first, the latest first."""
    rows = Seat.objects.visible_to(actor).filter(body=body, stands_for=None).select_related("user__person")
    return rows.order_by(F("to_on").desc(nulls_first=True), "-from_on", "pk")
