"""What time it is. Moments are stored in UTC, legal dates are Seoul's; nobody else asks the machine's clock."""
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

SEOUL = ZoneInfo("Asia/Seoul")

_journey: ContextVar[timedelta] = ContextVar("journey", default=timedelta())


def now() -> datetime:
    """This moment, aware, UTC. Follows `travel`: for everything that is a fact of a case."""
    return real_now() + _journey.get()


def real_now() -> datetime:
    """This moment by the machine, UTC, never travelled: for leases, sessions, lock-outs and the access log."""
    return timezone.now()


def today() -> date:
    """The calendar date in Seoul."""
    return seoul(now()).date()


def seoul(moment: datetime) -> datetime:
    """The same moment on a clock in Seoul. A moment without a zone is a mistake, never a guess."""
    if timezone.is_naive(moment):
        raise ValueError(f"{moment!r} has no time zone")
    return moment.astimezone(SEOUL)


def day_start(day: date) -> datetime:
    """00:00 in Seoul on that day."""
    return datetime.combine(day, time.min, SEOUL)


def end_of(day: date) -> datetime:
    """24:00 in Seoul on that day, which no longer belongs to it: in time means `moment < end_of(day)`."""
    return day_start(day + timedelta(days=1))


@contextmanager
def travel(moment: datetime):
    """Inside, `now` and `today` run on from this moment. Only the demonstration and the tests may."""
    if not (getattr(settings, "DEMO", False) or getattr(settings, "TESTING", False)):
        raise RuntimeError("clock.travel() exists only with DEMO and in tests")
    token = _journey.set(moment - real_now())
    try:
        yield
    finally:
        _journey.reset(token)
