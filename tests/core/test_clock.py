"""The clock: Seoul's days, and journeys that end."""
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from core import clock


def test_now_is_aware_and_utc():
    assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(("utc", "day"), [
    (datetime(2026, 12, 31, 14, 59, 59, 999999, UTC), date(2026, 12, 31)),      # 23:59:59.999999 in Seoul
    (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), date(2027, 1, 1)),              # 00:00
    (datetime(2028, 2, 28, 15, 0, tzinfo=UTC), date(2028, 2, 29)),
    (datetime(2028, 2, 29, 15, 0, tzinfo=UTC), date(2028, 3, 1)),
    (datetime(2026, 5, 5, 0, 0, tzinfo=UTC), date(2026, 5, 5)),
])
def test_today_changes_at_midnight_in_seoul(utc, day):
    with time_machine.travel(utc, tick=False):
        assert clock.today() == day


def test_a_day_ends_when_the_next_begins():
    day = date(2026, 12, 31)
    assert clock.end_of(day) == clock.day_start(date(2027, 1, 1)) == datetime(2026, 12, 31, 15, tzinfo=UTC)
    last = datetime(2026, 12, 31, 14, 59, 59, 999999, UTC)
    assert clock.day_start(day) <= last < clock.end_of(day)
    assert not clock.end_of(day) < clock.end_of(day)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        clock.seoul(datetime(2026, 1, 1))


def test_a_journey_ticks_on_and_ends():
    there = datetime(2024, 11, 28, 1, tzinfo=UTC)
    with clock.travel(there):
        assert timedelta(0) <= clock.now() - there < timedelta(seconds=5)
        assert clock.today() == date(2024, 11, 28)
        first = clock.now()
        assert clock.now() >= first
        with clock.travel(there + timedelta(days=1)):
            assert clock.today() == date(2024, 11, 29)
        assert clock.today() == date(2024, 11, 28)
    assert abs(clock.now() - clock.real_now()) < timedelta(seconds=5)


def test_a_journey_ends_after_an_error_too():
    with pytest.raises(KeyError), clock.travel(datetime(2024, 1, 1, tzinfo=UTC)):
        raise KeyError
    assert abs(clock.now() - clock.real_now()) < timedelta(seconds=5)


def test_leases_and_sessions_do_not_travel():
    with clock.travel(datetime(2024, 1, 1, tzinfo=UTC)):
        assert clock.real_now() - clock.now() > timedelta(days=300)


def test_nobody_travels_in_production(settings):
    settings.DEMO = settings.TESTING = False
    with pytest.raises(RuntimeError, match="DEMO"), clock.travel(datetime(2024, 1, 1, tzinfo=UTC)):
        pass
    settings.DEMO = True
    with clock.travel(datetime(2024, 1, 1, tzinfo=UTC)):
        assert clock.today().year == 2024
