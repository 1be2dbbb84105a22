"""Which days count: Korean public holidays, an agency's closing days, periods and their ends by the Civil Act."""
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

import holidays

from core import clock

Rule = Literal["calendar", "working"]
DAY = timedelta(days=1)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The year's public holidays with their substitute days (관공서의 공휴일에 관한 규정)."""
    return frozenset(holidays.country_holidays("KR", years=year))


def years_without_holidays(day: date) -> list[int]:
    """Of that day's year and the next one, those whose holidays nobody has listed: every year has some."""
    return [year for year in (day.year, day.year + 1) if not public_holidays(year)]


def is_working_day(day: date, closing_days: Iterable[date] = ()) -> bool:
    """Neither Saturday, Sunday nor public holiday, nor a day on which the agency is closed."""
    return day.weekday() < 5 and day not in public_holidays(day.year) and day not in closing_days


def next_working_day(day: date, closing_days: Iterable[date] = ()) -> date:
    """That day itself if it is a working day, else the first one after it (Civil Act art. 161)."""
    closed = frozenset(closing_days)
    while not is_working_day(day, closed):
        day += DAY
    return day


def add_working_days(day: date, count: int, closing_days: Iterable[date] = ()) -> date:
    """The count-th working day after that day, which itself does not count."""
    _require_period(count)
    closed = frozenset(closing_days)
    for _ in range(count):
        day = next_working_day(day + DAY, closed)
    return day


def due_on(event_on: date, days: int, rule: Rule, closing_days: Iterable[date] = ()) -> date:
    """The last day of a period of `days`, counted in all days ("calendar") or in working days ("working").

    The day of the event does not count (Civil Act art. 157); an end on a Saturday, Sunday, holiday or closing day moves on
    to the next working day under both rules (art. 161).
    """
    _require_period(days)
    if rule not in ("calendar", "working"):
        raise ValueError(f"a period counts calendar or working days, not {rule!r}")
    closed = frozenset(closing_days)
    if rule == "working":
        return add_working_days(event_on, days, closed)
    return next_working_day(event_on + timedelta(days=days), closed)


def due_at(event_on: date, days: int, rule: Rule, closing_days: Iterable[date] = ()) -> datetime:
    """The end of that period: 24:00 in Seoul of its last day. In time means before it."""
    return clock.end_of(due_on(event_on, days, rule, closing_days))


def years_less_a_day(from_on: date, years: int) -> date:
    """The last day of a term of years: the day before the corresponding day.

    29 February has no corresponding day in a common year: then the term ends with the last day of the month, from which
    nothing is taken (Civil Act art. 160 (3)): 2028-02-29 and three years end on 2031-02-28.
    """
    try:
        return from_on.replace(year=from_on.year + years) - DAY
    except ValueError:
        return date(from_on.year + years, 2, 28)


def months_before(day: date, months: int) -> date:
    """The corresponding day so many months earlier, or the last day of that month if it has none (Civil Act art. 160 (3))."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last day of that month if it has none (Civil Act art. 160 (3))."""
    return months_before(day, -months)


def _require_period(days):
    if days < 1:
        raise ValueError(f"a period has at least one day, not {days}")
