"""How somebody stands to a course that they have to have: pure days in, a state out."""
from datetime import date, timedelta
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

SOON = timedelta(days=60)               # so long before it runs out a course is to be had again
LADDER = (-30, -7, 0, 14)               # days before and after the last day; on the last one the director hears of it too


class State(models.TextChoices):
    HELD = "held", _("has it")
    EXPIRING = "expiring", _("runs out soon")
    DUE = "due", _("to be had")
    OVERDUE = "overdue", _("overdue")


class Cell(NamedTuple):
    """Of one person and one course. `until_on`: held until then, or None; `due_on`: to be had by then, where it is missing or runs out."""

    state: State
    until_on: date | None = None
    due_on: date | None = None

    @property
    def is_gap(self):
        return self.state != State.HELD

    @property
    def counts(self):
        """Nothing is due that is not there."""
        return self.state != State.OVERDUE


def due_day(came_on, from_on, within_days):
    """By when: so many days after somebody came, or after the duty began."""
    return max(came_on, from_on) + timedelta(days=within_days)


def cell_of(today, due_on, held):
    """`held`: for each time the course was completed, until when it counts, None for ever. The longest counts."""
    if any(until is None for until in held):
        return Cell(State.HELD)
    until = max(held, default=None)
    if until is not None and until >= today:
        return Cell(State.EXPIRING, until, until) if until < today + SOON else Cell(State.HELD, until)
    due = max(due_on, until) if until is not None else due_on
    return Cell(State.OVERDUE if due < today else State.DUE, until, due)


def worse_of(one, other):
    """Of two duties to have the same course the earlier day counts."""
    return min(one, other, key=lambda cell: cell.due_on or date.max)
