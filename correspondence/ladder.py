"""When the rungs of a deadline's ladder are due: pure, from its last day and its rule."""
from datetime import datetime, time, timedelta

from core import clock
from core.calendar import DAY, add_working_days, is_working_day, next_working_day

OFFICE_OPENS = time(9)
TOO_OLD = timedelta(days=14)            # a reminder that nobody sent for two weeks is none any more


def rung_on(last_day, rung, rule, closing_days=()):
    """The working day on which people are reminded: `rung` days before (negative) or after the last day, by the days its rule counts.

    A day without work is no day for a reminder: before the end it comes earlier, after it later.
    """
    if rung >= 0:
        day = add_working_days(last_day, rung, closing_days) if rule == "working" and rung else last_day + rung * DAY
        return next_working_day(day, closing_days)
    if rule == "working":
        return _working_days_before(last_day, -rung, closing_days)
    return _this_or_before(last_day + rung * DAY, closing_days)


def _working_days_before(day, count, closing_days):
    for _ in range(count):
        day = _this_or_before(day - DAY, closing_days)
    return day


def _this_or_before(day, closing_days):
    while not is_working_day(day, closing_days):
        day -= DAY
    return day


def rung_at(deadline, rung, closing_days=()):
    """The moment from which it is due: nine in the morning in Seoul."""
    return datetime.combine(rung_on(deadline.last_day, rung, deadline.rule, closing_days), OFFICE_OPENS, clock.SEOUL)


def is_due(deadline, rung, closing_days=()):
    """Its moment has come, not too long ago, and not before the deadline was opened at all."""
    moment, now = rung_at(deadline, rung, closing_days), clock.now()
    return deadline.opened_at < moment <= now and now - moment < TOO_OLD
