"""Bodies and their seats."""
from django.db.models import Count, F, Q

from core import clock
from panels.models import Body, Seat
from panels.models.body import held_on


def seats_on(body, day):
    """The seats held on that day: the chair, vice chairs, members, each by name. For whoever already reads the body."""
    seats = body.seats.filter(held_on(day)).select_related("user__person")
    return sorted(seats, key=lambda seat: (Seat.Office.values.index(seat.office), str(seat.user), seat.pk))


def bodies_of(actor):
    """The bodies, by name, each with how many hold a seat today."""
    held = Count("seats", filter=Q(seats__from_on__lte=clock.today()) & (Q(seats__to_on=None) | Q(seats__to_on__gte=clock.today())))
    return Body.objects.visible_to(actor).annotate(held=held).order_by("name_ko", "pk")


def terms_in(actor, body):
    """Every seat there is or was: those in force first, the latest first."""
    rows = Seat.objects.visible_to(actor).filter(body=body).select_related("user__person")
    return rows.order_by(F("to_on").desc(nulls_first=True), "-from_on", "pk")
