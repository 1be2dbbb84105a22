"""The calendar of a round: what follows what, moved to another year, and what is said where it does not fit."""
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from certification.models import Briefing, Round
from certification.models.round import last_day_before
from core import clock
from core.calendar import next_working_day

WEEKS = 52                      # so that each day stays the day of the week it was
STEPS = ("notice_on", "opens_at", "closes_at", "document_review_from", "document_review_until", "site_visits_from", "site_visits_until",
         "final_evaluation_on", "results_on")
ENDS = ("closes_at", "register_until")                          # moments that are the first too late: 24:00 belongs to the day before
WINDOWS = {"document_review_until": "document_review_from", "site_visits_until": "site_visits_from"}     # its end: its beginning


def disorder(facts):
    """[(field, sentence)]: what is out of order in these fields of a Round, each said at the later of the two. Empty days are left out."""
    opens, closes = facts.get("opens_at"), facts.get("closes_at")
    if opens and closes and closes <= opens:
        return [("closes_at", _("The application period has to end after it began."))]
    told = [(name, day_of(name, facts[name])) for name in STEPS if facts.get(name)]
    return [(name, _sentence(before, name)) for (before, earlier), (name, day) in pairwise(told) if day < earlier]


def day_of(name, value):
    """The day in Seoul that a step of the calendar falls on."""
    if not isinstance(value, datetime):
        return value
    return last_day_before(value) if name in ENDS else clock.seoul(value).date()


def _sentence(before, name):
    words = {"later": Round._meta.get_field(name).verbose_name, "earlier": Round._meta.get_field(before).verbose_name}
    if WINDOWS.get(name) == before:
        return _("“%(later)s” comes before “%(earlier)s”: it would end before it begins.") % words
    if name in WINDOWS.values():
        return _("“%(later)s” comes before “%(earlier)s”: the two would overlap.") % words
    return _("“%(later)s” comes before “%(earlier)s”. Put the dates in order.") % words


def briefing_disorder(facts, round):
    """The same for a Briefing's fields within its round."""
    starts, ends, until = facts.get("starts_at"), facts.get("ends_at"), facts.get("register_until")
    found = []
    if starts and ends and ends <= starts:
        found.append(("ends_at", _("The briefing has to end after it began.")))
    if starts and until and until > starts:
        found.append(("register_until", _("Registration has to end before the briefing begins.")))
    if starts and round.notice_on and clock.seoul(starts).date() < round.notice_on:
        found.append(("starts_at", _("The briefing would come before the announcement of the round.")))
    if starts and starts >= round.closes_at:
        found.append(("starts_at", _("The briefing would come after the last day of applications.")))
    return found


def facts_of(row, model=Round):
    """The fields of a row that are days and moments."""
    names = STEPS if model is Round else ("starts_at", "ends_at", "register_until")
    return {name: getattr(row, name) for name in names}


def briefings_in_disorder(round, briefings):
    """The first sentence about a briefing that does not fit its round, or None."""
    return next((sentence for one in briefings for _field, sentence in briefing_disorder(facts_of(one, Briefing), round)), None)


def moved(name, value, closing_days=()):
    """The same day of the week a year later; on a day without work the next that has some. A moment keeps its time of day."""
    if isinstance(value, datetime):
        day = day_of(name, value)
        to = _moved_day(day, closing_days)
        return value + (to - day)
    return _moved_day(value, closing_days) if isinstance(value, date) else value


def _moved_day(day, closing_days):
    return next_working_day(day + timedelta(weeks=WEEKS), closing_days)
