"""Days and moments in words, as official Korean writing has them, and in English."""
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from core.clock import seoul

WEEKDAYS = {
    "ko": "월화수목금토일",
    # named for translation too: Django's own Korean is 월요일, with ours its admin writes (월) as everybody else
    "en": (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)


def speaks_korean(language=None):
    return not (language or get_language() or "ko").startswith("en")


def seoul_day(moment):
    """The Seoul date of a moment; a date stays what it is."""
    return seoul(moment).date() if isinstance(moment, datetime) else moment


def day_in_words(day: date, language=None) -> str:
    """2026. 11. 22.(일) or 22 November 2026 (Sun), in the given language or the current one."""
    day = seoul_day(day)
    if speaks_korean(language):
        return f"{day.year}. {day.month}. {day.day}.({WEEKDAYS['ko'][day.weekday()]})"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} ({WEEKDAYS['en'][day.weekday()]})"


def moment_in_words(moment: datetime, language=None) -> str:
    """The day in words and the time in Seoul: 2026. 11. 22.(일) 14:03."""
    return f"{day_in_words(moment, language)} {seoul(moment):%H:%M}"


def size_in_words(size: int) -> str:
    """A file's size as people say it: 812 B, 34 KB, 12.4 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def formal_day(day: date, language=None) -> str:
    """2026년 11월 28일 or 28 November 2026, as documents write it; its spaces do not break."""
    if speaks_korean(language):
        return f"{day.year}년\N{NO-BREAK SPACE}{day.month}월\N{NO-BREAK SPACE}{day.day}일"
    return f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1]}\N{NO-BREAK SPACE}{day.year}"
