"""When the rungs of a deadline's ladder are due: pure, from its last day and its rule."""
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from core import clock
from core.calendar import DAY, add_working_days, is_working_day, next_working_day

OFFICE_OPENS = time(9)
STRETCH = timedelta(days=40)            # by more no run of holidays and closing days moves a rung
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


@lru_cache(maxsize=4096)
def _moment(last_day, rung, rule, closing_days):
    """(its day, nine in the morning of it in Seoul), as UTC, which is compared fast. Many deadlines of a batch share their last day."""
    day = rung_on(last_day, rung, rule, closing_days)
    return day, datetime.combine(day, OFFICE_OPENS, clock.SEOUL).astimezone(UTC)


def rung_at(deadline, rung, closing_days=()):
    """The moment from which it is due: nine in the morning in Seoul."""
    return _moment(deadline.last_day, rung, deadline.rule, tuple(closing_days))[1]


def rungs_due(deadline, closing_days=(), now=None):
    """Those of its ladder whose moment has come, not too long ago, and not before the deadline was opened at all; in order."""
    now, last_day, closed = now or clock.now(), deadline.last_day, tuple(closing_days)
    near = deadline.ladder
    if deadline.rule == "calendar":                         # far off, whatever holidays there are: most rungs are
        since = (now - deadline.due_at).days
        near = [rung for rung in near if -STRETCH.days <= since - rung < (TOO_OLD + STRETCH).days]
    moments = [(rung, _moment(last_day, rung, deadline.rule, closed)[1]) for rung in sorted(near)]
    return [rung for rung, moment in moments if deadline.opened_at < moment <= now and now - moment < TOO_OLD]


def is_due(deadline, rung, closing_days=()):
    """Whether it is one of these."""
    return rung in rungs_due(deadline, closing_days)


def comes_too_late(deadline, rung, closing_days=()):
    """Of a day that is only held: when it has passed, or when a later reminder is due by now as well."""
    return deadline.is_over or any(later > rung for later in rungs_due(deadline, closing_days))


def next_rung_on(deadline, sent, closing_days=()):
    """The day of the first rung that is still to be sent, which may be over; None when none is left."""
    now, last_day, closed = clock.now(), deadline.last_day, tuple(closing_days)
    moments = [_moment(last_day, rung, deadline.rule, closed) for rung in deadline.ladder if rung not in sent]
    return min((day for day, moment in moments if deadline.opened_at < moment and now - moment < TOO_OLD), default=None)


def day_reached():
    """The latest day whose rungs are due by now: today from nine o'clock on."""
    now = clock.seoul(clock.now())
    return now.date() if now.time() >= OFFICE_OPENS else now.date() - DAY
