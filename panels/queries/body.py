"""Bodies and their seats."""
from panels.models import Seat
from panels.models.body import held_on


def seats_on(body, day):
    """The seats held on that day: the chair, vice chairs, members, each by name. For whoever already reads the body."""
    seats = body.seats.filter(held_on(day)).select_related("user__person")
    return sorted(seats, key=lambda seat: (Seat.Office.values.index(seat.office), str(seat.user), seat.pk))
