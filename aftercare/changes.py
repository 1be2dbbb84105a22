"""What a reported change means: by when it is reported, who decides, what follows for the certificate. Data and pure functions."""
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core import calendar

LONG_PAUSE = 90                                         # days without business from which a suspension is proposed
VISIT_WITHIN = 60                                       # days in which a new place is visited
SANCTIONS_MONTHS = 12                                   # sanctions of the predecessor follow the successor for a year


class ChangeKind(TextChoices):
    HEAD = "head", _("change of the representative")
    NAME = "name", _("change of the name")
    ADDRESS = "address", _("change of a site's address")
    SUSPENSION = "suspension", _("pause of business")
    CLOSURE = "closure", _("closure of business")
    SUCCESSION = "succession", _("succession")


class Follows(TextChoices):
    """What an accepted report does to a certificate."""

    CORRECT = "correct", _("The certificate is corrected.")
    VISIT = "visit", _("The new place is visited; the certificate is corrected after the visit.")
    NOTE = "note", _("The public register says it.")
    PROPOSE = "propose", _("It lasts long: the manager and the director are asked whether the certification is suspended.")
    END = "end", _("The certificate ends on that day.")
    PLAQUE = "plaque", _("A plaque that was handed over is returned.")
    HOLDER = "holder", _("The certificate goes on under the successor once the director has approved its correction.")
    SANCTIONS = "sanctions", _("Sanctions of the predecessor follow the successor for a year.")


class Rule(NamedTuple):
    """By when it is reported: so many days or months after the day it happened, or (negative) before it."""

    days: int = 0
    months: int = 0
    needs_manager: bool = False
    may_lie_ahead: bool = False


RULES = {
    ChangeKind.HEAD: Rule(days=14),
    ChangeKind.NAME: Rule(days=14),
    ChangeKind.ADDRESS: Rule(days=14),
    ChangeKind.SUSPENSION: Rule(months=-2, may_lie_ahead=True),
    ChangeKind.CLOSURE: Rule(months=-2, may_lie_ahead=True, needs_manager=True),
    ChangeKind.SUCCESSION: Rule(months=1, needs_manager=True),
}


def last_day(kind, happened_on: date, closing_days=()) -> date:
    """The last day on which the report is in time. A period after the day moves on from a holiday (Civil Act art. 161); one before it
    is counted back and moves nowhere."""
    rule = RULES[kind]
    if rule.months < 0:
        return calendar.months_after(happened_on, rule.months)
    if rule.months:
        return calendar.next_working_day(calendar.months_after(happened_on, rule.months), closing_days)
    return calendar.due_on(happened_on, rule.days, "calendar", closing_days)


def days_late(due_on: date, arrived_on: date) -> int:
    return max(0, (arrived_on - due_on).days)


def follows(kind, *, moves=True, days=0, continues=False):
    """What follows for each certificate. `moves`: the place is another one, not only its name; `days` without business; `continues`: the
    certificate goes on under the successor."""
    if kind in (ChangeKind.HEAD, ChangeKind.NAME):
        return (Follows.CORRECT,)
    if kind == ChangeKind.ADDRESS:
        return (Follows.VISIT,) if moves else (Follows.CORRECT,)
    if kind == ChangeKind.SUSPENSION:
        return (Follows.NOTE, Follows.PROPOSE) if days > LONG_PAUSE else (Follows.NOTE,)
    if kind == ChangeKind.CLOSURE:
        return (Follows.END, Follows.PLAQUE)
    ends = (Follows.HOLDER,) if continues else (Follows.END, Follows.PLAQUE)
    return (*ends, Follows.NOTE, Follows.SANCTIONS)


def length(from_on: date, to_on: date) -> int:
    """Days from the first through the last."""
    return (to_on - from_on).days + 1


def visit_until(today: date, valid_to: date) -> date:
    return min(today + timedelta(days=VISIT_WITHIN), valid_to)
