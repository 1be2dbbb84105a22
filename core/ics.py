"""Calendar files (RFC 5545), written by the icalendar package: an appointment that a calendar takes over, changes, and drops again."""
from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from core import clock

TYPE = "text/calendar; charset=utf-8"


def appointment(key, *, starts_at, ends_at, title, place="", description="", url="", sequence=0, cancelled=False) -> bytes:
    """One appointment as a file. `key` names it for ever: a later file of the same key and a higher `sequence` replaces it."""
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
    calendar = Calendar()
    calendar.add("prodid", "-//Poom//certification//KO")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical()
