"""Minutes of a class: when its code may be scanned, and what scans and notes come to."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from core import clock

BEFORE = AFTER = timedelta(minutes=30)          # the code is shown so long before the class, and for leaving after it
LAST_HOUR = timedelta(hours=1)
SCAN = "scan"
SOURCES = {SCAN: _("code scanned"), "list": _("trainer's list"), "sheet": _("paper sheet"), "correction": _("correction")}


@dataclass(frozen=True)
class Presence:
    """How long somebody was in a class. `source`: who says so, or nothing if nobody has said anything yet."""

    minutes: int
    of_minutes: int
    is_late: bool = False
    left_early: bool = False
    source: str = ""
    came_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def is_whole(self):
        return bool(self.source) and self.minutes == self.of_minutes

    @property
    def is_absent(self):
        return bool(self.source) and self.minutes == 0

    @property
    def said_by(self):
        return SOURCES.get(self.source, "")


def minutes_between(class_session, came_at, left_at):
    """(minutes late, minutes left early): whole minutes. Who came before it begins was there from its beginning."""
    late = (came_at - class_session.starts_at).total_seconds() // 60 if came_at else 0
    early = (class_session.ends_at - left_at).total_seconds() // 60 if left_at else 0
    return max(0, int(late)), max(0, int(early))


def of_moments(class_session, came_at, left_at, source):
    """Without a moment of leaving until the end."""
    late, early = minutes_between(class_session, came_at, left_at)
    return Presence(max(0, class_session.minutes - late - early), class_session.minutes, late > 0, early > 0, source, came_at, left_at)


def of_note(class_session, note):
    """What the host noted. Who was there the whole time was so of a class that is longer now; a part without its moments counts as late."""
    length = class_session.minutes
    minutes = length if note.minutes == note.of_minutes else min(note.minutes, length)
    late, early = minutes_between(class_session, note.came_at, note.left_at)
    is_part = 0 < minutes < length
    return Presence(minutes, length, is_part and (late > 0 or not early), is_part and early > 0, note.source, note.came_at, note.left_at)


def of_scans(class_session, moments):
    """`moments`: {kind: at}."""
    if "coming" not in moments:
        return Presence(0, class_session.minutes)
    return of_moments(class_session, moments["coming"], moments.get("leaving"), SCAN)


def shows_code(class_session, now):
    """Whether its code may be scanned: until its end for coming, a while longer for leaving."""
    return class_session.starts_at - BEFORE <= now <= class_session.ends_at + AFTER


def half_of(class_session):
    """From then on one may scan leaving."""
    return class_session.starts_at + (class_session.ends_at - class_session.starts_at) / 2


def last_hour_of(classes):
    """When the survey and the test open: an hour before the last class ends, or when it begins if it is shorter. None without classes."""
    if not classes:
        return None
    last = max(classes, key=lambda one: one.ends_at)
    return max(last.starts_at, last.ends_at - LAST_HOUR)


def day_of(class_session):
    return clock.seoul(class_session.starts_at).date()


def last_day_of(class_session):
    """The day after, where a class goes on over midnight."""
    return clock.seoul(class_session.ends_at).date()
