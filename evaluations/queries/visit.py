"""The day of a case's visit: who of the team is where, what stands against a moment, what is offered and asked for."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from core import clock
from core.calendar import is_working_day
from core.wording import day_in_words, moment_in_words
from correspondence.queries import closing_days, open_deadlines
from evaluations.models import Assignment
from evaluations.queries.case import SUBJECT, VISIT_DATE
from evaluations.queries.parts import CASE
from evaluations.queries.review import assignments_of
from panels.queries import absences_between
from visits.models import DayRequest, Offer, OfferedDate, Visit
from visits.queries import dates_offered_between, offer_of, offered_dates, request_of, visit_of, visits_of_people
from visits.stages import OfferStage, RequestStage

OFFICE_HOURS = time(9), time(18)
SHOWN_DAYS = 42


@dataclass
class Days:
    """One of a team, and what keeps them from going anywhere. `assignment`: theirs, or whatever row names them as its `user`."""

    assignment: Any
    absences: list = field(default_factory=list)
    visits: list = field(default_factory=list)
    kept_free: list = field(default_factory=list)           # [(moment, hours)] offered to another provider, not answered yet

    @property
    def user(self):
        return self.assignment.user

    @property
    def is_free(self):
        return not (self.absences or self.visits or self.kept_free)


def team_days(actor, application, since=None, until=None):
    """[Days] of the team between two moments, the lead first. What they do at other agencies is not known here."""
    since = since or clock.now()
    return days_of(actor, assignments_of(actor, application), since, until or since + timedelta(days=SHOWN_DAYS), application.matter)


def days_of(actor, rows, since, until, besides=None):
    """[Days] of whoever the rows name, in their order. `besides`: what the visit is about whose own day does not count."""
    team = {one.user_id: Days(one) for one in rows}
    for user, absence in absences_between(actor, team, clock.seoul(since).date(), clock.seoul(until).date()):
        team[user].absences.append(absence)
    for user, visits in visits_of_people(actor, team, since, until, besides=besides).items():
        team[user].visits += visits
    for user, *kept in _kept_free(actor, team, dates_offered_between(since, until, besides=besides)):
        team[user].kept_free.append(kept)
    return list(team.values())


def _kept_free(actor, users, offered):
    """[(account's id, moment, hours)] of dates offered to other providers whose team they are in."""
    if not offered:
        return []
    matters = [matter for matter, _moment, _hours in offered]
    rows = Assignment.objects.visible_to(actor).filter(user__in=users, ended_at=None, application__public_id__in=matters)
    teams = defaultdict(list)
    for user, matter in rows.values_list("user", "application__public_id"):
        teams[matter].append(user)
    return [(user, moment, hours) for matter, moment, hours in offered for user in teams[matter]]


def against(actor, application, moments, hours):
    """[sentence]: what speaks against these moments. The desk may choose them nevertheless."""
    return against_people(actor, assignments_of(actor, application), moments, hours, application.matter)


def against_people(actor, rows, moments, hours, besides=None):
    """The same for whoever the rows name, and a visit about `besides`."""
    found = [sentence for moment in moments for sentence in _unusual(moment, hours)]
    if not moments:
        return found
    first, last = min(moments), max(moments)
    days = days_of(actor, rows, day_of(first), day_of(last) + timedelta(days=1), besides)
    return found + [sentence for moment in moments for one in days for sentence in _busy(one, moment)]


def day_of(moment):
    """The beginning of its day in Seoul."""
    return datetime.combine(clock.seoul(moment).date(), time(0), clock.SEOUL)


def _unusual(moment, hours):
    begins, ends = clock.seoul(moment), clock.seoul(moment + timedelta(hours=hours))
    if not is_working_day(begins.date(), closing_days()):
        yield _("%(day)s is no working day.") % {"day": day_in_words(begins)}
    if begins.time() < OFFICE_HOURS[0] or ends.time() > OFFICE_HOURS[1] or ends.date() != begins.date():
        yield _("%(when)s for %(hours)s hours is outside office hours (9 to 18).") % {"when": moment_in_words(begins), "hours": hours}


def _busy(days, moment):
    """All that is on the same day counts: between two places there is a way to go."""
    day, name = clock.seoul(moment).date(), str(days.user)
    for one in days.absences:
        if one.from_on <= day <= one.to_on:
            yield _("%(name)s is not available on %(day)s.") % {"name": name, "day": day_in_words(day)}
    for visit in days.visits:
        if clock.seoul(visit.starts_at).date() == day:
            yield _("%(name)s visits %(place)s on %(when)s.") % {
                "name": name, "place": visit.place_name, "when": moment_in_words(visit.starts_at)}
    for kept, _hours in days.kept_free:
        if clock.seoul(kept).date() == day:
            yield _("%(name)s keeps %(when)s free for another provider.") % {"name": name, "when": moment_in_words(kept)}


@dataclass(frozen=True)
class Dates:
    """How far the day of a visit is agreed. For whoever already reads the case."""

    visit: Visit | None
    offer: Offer | None
    dates: tuple[OfferedDate, ...]
    until: object                   # the Deadline of the choice, while it runs
    asked: DayRequest | None

    @property
    def waits_for_choice(self):
        return self.offer is not None and self.offer.stage == OfferStage.OPEN

    @property
    def is_overdue(self):
        return self.waits_for_choice and (self.until is None or self.until.is_over)

    @property
    def to_answer(self):
        """The request for another day, while it waits."""
        return self.asked if self.asked and self.asked.stage == RequestStage.OPEN else None

    @property
    def none_suits(self):
        """The last offer, if no date of it suited and nothing has followed."""
        stands = self.offer and self.offer.stage == OfferStage.NONE_SUITS
        followed = self.visit and self.visit.planned_at > self.offer.answered_at if stands else False
        return self.offer if stands and not followed else None

    @property
    def to_come(self):
        return self.visit if self.visit and not self.visit.has_ended else None

    @property
    def ended_short(self):
        """The last visit, if it was not carried out or ended early."""
        return self.visit if self.visit and self.visit.has_ended and self.visit.outcome != Visit.Outcome.COMPLETE else None


def dates_of(application):
    """For whoever already reads the case, the provider or the desk."""
    visit, offer = visit_of(SUBJECT, application.matter), offer_of(SUBJECT, application.matter)
    is_open = offer is not None and offer.stage == OfferStage.OPEN
    return Dates(visit, offer, tuple(offered_dates(offer)) if offer else (),
                 open_deadlines(CASE, subject=application, kind=VISIT_DATE).first() if is_open else None,
                 request_of(visit) if visit else None)
