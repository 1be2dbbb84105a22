"""Periods by the Civil Act, over the holidays of real years."""
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from core import calendar


def on(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize("day", [
    "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30",       # Seollal with a temporary holiday
    "2024-02-12",                                                 # its substitute day
    "2025-10-06", "2025-10-07", "2025-10-08", "2025-10-09",       # Chuseok, substitute day, Hangul Day
    "2025-03-03", "2025-05-06", "2026-03-02", "2026-10-05",       # substitute days
    "2026-01-01", "2026-12-25", "2026-11-28", "2026-11-29",       # and a Saturday and a Sunday
])
def test_holidays_and_weekends_are_no_working_days(day):
    assert not calendar.is_working_day(on(day))


@pytest.mark.parametrize("day", ["2026-12-31", "2025-01-31", "2025-10-10", "2026-11-27", "2028-02-29"])
def test_other_days_are_working_days(day):
    assert calendar.is_working_day(on(day))


def test_an_agency_may_close_on_its_own_days():
    foundation_day = on("2026-11-27")
    assert not calendar.is_working_day(foundation_day, [foundation_day])
    assert calendar.next_working_day(foundation_day, [foundation_day]) == on("2026-11-30")


@pytest.mark.parametrize("language", ["ko", "en", "th"])
def test_holidays_do_not_depend_on_the_language(language):
    expected = calendar.public_holidays(2026)
    calendar.public_holidays.cache_clear()
    with translation.override(language):
        assert calendar.public_holidays(2026) == expected


@pytest.mark.parametrize(("start", "count", "end"), [
    ("2026-12-30", 1, "2026-12-31"),
    ("2026-12-31", 1, "2027-01-04"),                              # New Year's Day is a Friday
    ("2025-01-24", 1, "2025-01-31"),                              # Friday before Seollal
    ("2025-01-24", 3, "2025-02-04"),
    ("2025-10-02", 1, "2025-10-10"),                              # the longest Chuseok
    ("2025-10-02", 7, "2025-10-20"),
    ("2028-02-28", 1, "2028-02-29"),
    ("2028-02-28", 2, "2028-03-02"),
    ("2026-11-28", 1, "2026-11-30"),                              # the event on a Saturday
])
def test_working_days_are_counted_over_holidays(start, count, end):
    assert calendar.add_working_days(on(start), count) == on(end)
    assert calendar.due_on(on(start), count, "working") == on(end)


@pytest.mark.parametrize(("start", "days", "end"), [
    ("2026-12-09", 30, "2027-01-08"),                             # appeal over the year's end
    ("2026-12-02", 30, "2027-01-04"),                             # would end on New Year's Day, then a weekend
    ("2025-01-14", 14, "2025-01-31"),                             # would end inside Seollal
    ("2025-09-25", 10, "2025-10-10"),                             # would end on the Sunday before Chuseok
    ("2026-02-27", 1, "2026-03-03"),                              # Saturday, Sunday the 1st of March, its substitute day
    ("2028-02-19", 10, "2028-02-29"),
    ("2026-12-01", 30, "2026-12-31"),
])
def test_calendar_days_roll_forward_only_at_the_end(start, days, end):
    assert calendar.due_on(on(start), days, "calendar") == on(end)


def test_closing_days_move_both_kinds_of_period():
    closed = (on("2026-12-31"),)
    assert calendar.due_on(on("2026-12-30"), 1, "working", closed) == on("2027-01-04")
    assert calendar.due_on(on("2026-12-01"), 30, "calendar", closed) == on("2027-01-04")
    assert calendar.due_on(on("2026-12-01"), 30, "calendar", iter(closed)) == on("2027-01-04")


def test_a_period_ends_at_midnight_in_seoul():
    end = calendar.due_at(on("2026-12-30"), 1, "working")
    assert end == datetime(2026, 12, 31, 15, tzinfo=UTC)
    assert datetime(2026, 12, 31, 14, 59, 59, 999999, UTC) < end
    assert not datetime(2026, 12, 31, 15, 0, tzinfo=UTC) < end


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_has_at_least_a_day(days):
    with pytest.raises(ValueError, match="at least one day"):
        calendar.due_on(on("2026-12-30"), days, "calendar")
    with pytest.raises(ValueError, match="at least one day"):
        calendar.add_working_days(on("2026-12-30"), days)


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="business"):
        calendar.due_on(on("2026-12-30"), 3, "business")


@pytest.mark.parametrize(("start", "end"), [
    ("2025-12-09", "2028-12-08"),
    ("2026-01-01", "2028-12-31"),
    ("2026-12-31", "2029-12-30"),
    ("2028-02-29", "2031-02-28"),                                 # no corresponding day: the month's last, nothing taken
    ("2027-02-28", "2030-02-27"),
    ("2025-03-01", "2028-02-29"),                                 # the day before the 1st of March of a leap year
    ("2027-03-01", "2030-02-28"),
])
def test_three_years_end_the_day_before_the_corresponding_day(start, end):
    assert calendar.years_less_a_day(on(start), 3) == on(end)


def test_four_years_from_a_leap_day_have_a_corresponding_day():
    assert calendar.years_less_a_day(on("2024-02-29"), 4) == on("2028-02-28")
