"""Calendar files, read back by the library that reads everybody's."""
from datetime import UTC, datetime

from icalendar import Calendar

from core import clock
from core.ics import appointment

STARTS, ENDS = datetime(2026, 6, 10, 14, tzinfo=clock.SEOUL), datetime(2026, 6, 10, 16, tzinfo=clock.SEOUL)


def event_of(content):
    return Calendar.from_ical(content).walk("VEVENT")[0]


def test_an_appointment_says_when_where_and_what_in_universal_time():
    content = appointment("briefing-1", starts_at=STARTS, ends_at=ENDS, title="사업설명회; 부산", place="시청 대강당, 2층", url="https://x.example/")
    event = event_of(content)
    assert (event["summary"], event["location"], event["url"]) == ("사업설명회; 부산", "시청 대강당, 2층", "https://x.example/")
    assert event.decoded("dtstart") == datetime(2026, 6, 10, 5, tzinfo=UTC) and event.decoded("dtend") == ENDS
    assert b"DTSTART:20260610T050000Z" in content and b"METHOD:PUBLISH" in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_later_file_of_the_same_key_replaces_the_first_or_drops_it():
    first, later = (event_of(appointment("a", starts_at=STARTS, ends_at=ENDS, title="x", sequence=number, cancelled=number == 2))
                    for number in (0, 2))
    assert first["uid"] == later["uid"] and later["sequence"] > first["sequence"]
    assert (first["status"], later["status"]) == ("CONFIRMED", "CANCELLED")
