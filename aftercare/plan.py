"""When the duties of a certificate are due by a framework's plan: pure."""
from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Window(NamedTuple):
    """A duty may be done from `opens_on` and is due on `due_on`, which still belongs to it; days in Seoul."""

    year: int
    opens_on: date
    due_on: date


def windows(rule, valid_from, valid_to):
    """The windows of a rule within a certificate's term, in order. A window whose last day lies outside the term is none; one that the
    term cuts into opens with it."""
    found = []
    for year in sorted(valid_from.year + after for after in rule.years):
        due_on = date(year, rule.month_to, monthrange(year, rule.month_to)[1])
        if valid_from <= due_on <= valid_to:
            found.append(Window(year, max(date(year, rule.month_from, 1), valid_from), due_on))
    return found
