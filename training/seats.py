"""When one may enrol, until when a seat is offered and when one may still leave: pure, from the run's days and its first class."""
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from core import clock
from core.calendar import is_working_day, next_working_day
from core.wording import moment_in_words
from training.stages import RunStage

OPENS, CLOSES, ANSWERED_BY = time(9), time(18), time(12)            # of an office day in Seoul


def obstacle(run, begins_at, at):
    """Why nobody may enrol in this run now, as a sentence; or None. `begins_at`: of its first class, None without any."""
    if run.published_at is None:
        return _("This run is not announced yet.")
    if run.stage == RunStage.CANCELLED:
        return _("This run does not take place.")
    if not run.is_open:
        return _("This run is over.")
    if begins_at is None or begins_at <= at:
        return _("This run has begun.") if begins_at else _("This run has no classes yet.")
    if at < run.enrol_from_at:
        return _("Enrolment begins on %(when)s.") % {"when": moment_in_words(run.enrol_from_at)}
    if at >= run.enrol_until_at:
        return _("Enrolment ended on %(when)s.") % {"when": moment_in_words(run.enrol_until_at)}
    return None


def offered_until(at, hours, begins_at, closing_days=()):
    """Until when a seat that became free is to be taken up: after so many hours, but at noon of the next office day where the office would
    be closed by then, and never after the first class has begun."""
    end = clock.seoul(at + timedelta(hours=hours))
    day = end.date()
    if not is_working_day(day, closing_days) or end.time() > CLOSES:
        end = _noon(next_working_day(day + timedelta(days=end.time() > CLOSES), closing_days))
    elif end.time() < OPENS:
        end = _noon(day)
    return min(end, begins_at) if begins_at else end


def _noon(day):
    return datetime.combine(day, ANSWERED_BY, clock.SEOUL)


def free_to_leave_until(run, begins_at):
    """The moment from which leaving is late: 24:00 in Seoul of the last day for it."""
    return clock.end_of(clock.seoul(begins_at).date() - timedelta(days=run.cancel_until_days))


def is_late(run, times, placed_at, at):
    """Whether giving up a seat now is late. Who got the seat before a class was moved may leave as before."""
    was_moved = times.moved_at is not None and placed_at is not None and times.moved_at > placed_at
    return bool(times.begins_at) and not was_moved and at >= free_to_leave_until(run, times.begins_at)
