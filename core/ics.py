"""Calendar files (RFC 5545), written by the icalendar package: an appointment that a calendar takes over, changes, and drops again."""
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from core import clock

TYPE = "text/calendar; charset=utf-8"


def appointment(key, *, starts_at, ends_at, title, place="", description="", url="", sequence=0, cancelled=False) -> bytes:
    """One appointment as a file. `key` names it for ever: a later file of the same key and a higher `sequence` replaces it."""
    return appointments([{"key": key, "starts_at": starts_at, "ends_at": ends_at, "title": title, "place": place,
                          "description": description,
                          "url": url, "sequence": sequence}], cancelled=cancelled)


def appointments(rows, *, cancelled=False) -> bytes:
    """Several that belong together as one file; each of `rows` says what `appointment` takes."""
    calendar = _calendar("CANCEL" if cancelled else "PUBLISH")
    for row in rows:
        calendar.add_component(_event(**row, cancelled=cancelled))
    return calendar.to_ical()


def _event(key, *, starts_at, ends_at, title, place="", description="", url="", sequence=0, cancelled=False):
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", clock.real_now().astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", ends_at.astimezone(UTC))
    event.add("summary", title)
    event.add("sequence", sequence)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    for name, value in (("location", place), ("description", description), ("url", url)):
        if value:
            event.add(name, value)
    return event


def calendar_of_days(days, *, name) -> bytes:
    """Whole days, for a calendar that comes again by itself. `days`: [(key, day, title, sequence)]."""
    calendar, now = _calendar("PUBLISH"), clock.real_now().astimezone(UTC).replace(microsecond=0)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    for key, day, title, sequence in days:
        event = Event()
        for field, value in (("uid", f"{key}@{urlsplit(settings.SITE_URL).hostname}"), ("dtstamp", now), ("dtstart", day),
                             ("dtend", day + timedelta(days=1)), ("summary", title), ("sequence", sequence), ("transp", "TRANSPARENT")):
            event.add(field, value)
        calendar.add_component(event)
    return calendar.to_ical()


def _calendar(method):
    calendar = Calendar()
    calendar.add("prodid", "-//Poom//certification//KO")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar
