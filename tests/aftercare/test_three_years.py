"""Three years of certificates from their announcement to their end: every duty, reminder, effect and expiry on the right day in Seoul,
each exactly once, whatever becomes of beat and its workers.

Four certificates, to which everything happens that can, with every run; with FULL=1 thirty-three, and a beat on each day. Who does what
stands in told_years.py, how people do it in lived.py, what must come of it is worked out in reckoned.py, beat's bad days are in beating.py.
"""
from collections import Counter
from datetime import timedelta

import pytest

from accounts.actors import Actor
from aftercare.models import Duty, Monitoring, Sanction
from aftercare.workflow import set_rule
from certification.models import Certificate, CertificateEvent, Round
from certification.workflow import check_register
from core import clock
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Notice, Reminder
from correspondence.queries import subjects_of
from tests import factories as f
from tests.aftercare import told_years as told
from tests.aftercare.beating import beat, hours, killed, overtaken, tell
from tests.aftercare.conftest import seoul
from tests.aftercare.lived import Life
from tests.aftercare.reckoned import DAY, DOWN, beaten, day, is_down
from tests.evaluations import batch
from visits.models import Visit

VISITED = ["1.2.1", "2.2.2", "3.1.1", "3.2.1"]
TOGETHER = ("duty.due", "correction.submit", "correction.again")         # told in one message for each provider


class Years:
    """Busan from February 2024 on, with a round for each announcement and one for renewals."""

    def __init__(self, place):
        self.place, self.lives, self.turn = place, {}, 0
        self.version = f.published_version(indicators=2)
        plan = {"years": [1, 2, 3], "month_from": 5, "month_to": 5}, {"years": [2], "month_from": 6, "month_to": 10, "sample": VISITED,
                                                                     "sample_size": 6}
        for kind, line in zip(("self_inspection", "monitoring_visit"), plan, strict=True):
            set_rule(self.version.framework, kind, actor=Actor.of(place.manager), **line)
        self.renewals = f.RoundFactory(kind=Round.Kind.RENEWAL, version=self.version, year=2026, opens_at=seoul(2026, 7, 1),
                                       closes_at=seoul(2027, 7, 1))
        self.deeds = {}
        for on, who, what, *more in told.DEEDS:
            self.deeds.setdefault(day(on), []).append((who, what, more))

    def begin(self, announced_on, names):
        """They apply, are decided and approved; at ten of that day beat announces them."""
        round = f.RoundFactory(version=self.version, year=announced_on.year)
        new = {who: Life(self.place, round, who) for who in names}
        self.lives |= new
        batch.approved(self.place, *[one.path for one in new.values()], planned_for=seoul(*announced_on.timetuple()[:3], 10))

    def named(self):
        """{certificate's pk: A, A2 …}, {provider's pk: A …}"""
        certificates = {}
        for life in self.lives.values():
            certificates |= {one.pk: f"{life.who}{place or ''}" for place, one in zip(("", 2), life.certificates(), strict=False)}
        return certificates, {life.provider.pk: life.who for life in self.lives.values()}

    def live(self, today, what):
        """Beats, twice at once, killed, lost; then in the evening what people do."""
        for moment in () if is_down(today) else hours(today, what):
            self.turn += 1
            if what and self.turn % 5 == 0:
                killed(self.place.agency, moment, self.turn)
            if self.turn % 4 == 1:
                with overtaken(self.place.agency):
                    beat(self.place.agency, moment, self.turn)
            else:
                beat(self.place.agency, moment, self.turn)
        tell(self.place.agency, is_killed=self.turn % 3 == 0)
        with clock.travel(seoul(today.year, today.month, today.day, 18)):
            for who, what, more in self.deeds.get(today, ()):
                getattr(self.lives[who], what)(*([self.renewals] if what == "applies_again" else more))
            for life in self.lives.values():
                self.keep_habit(life, today)

    def keep_habit(self, life, today):
        for due in told.inspected_on(today).get(life.who, ()):
            life.inspects(due.isoformat())


@pytest.fixture
def years(busan):
    with clock.travel(seoul(2024, 2, 13, 10)), within(busan.agency):
        yield Years(busan)


def groups():
    """{day of the announcement: who}"""
    found = {told.LEAP: list("ABCD")}
    for who, on in told.many().items():
        found.setdefault(on, []).append(who)
    return found


def days_to_walk(starts):
    """{day: what comes on it}: those days, and some on which nothing does; with FULL every one."""
    done = {evening for one in told.duties().values() if (evening := one.spans[0][1])}
    nine = {on for one in told.owed() for on in one.sent().values()} | {day(on) for on, *_deed in told.DEEDS} | done
    midnight = {beaten(over) for _from, _to, over in told.terms().values() if over} | {at for *_event, at in told.EVENTS}
    midnight |= {*(up for _down, up in DOWN), day("2027-02-11"), day("2025-10-23"), told.END}
    announcements = {*starts, day("2026-12-31"), day("2027-05-18")}
    busy = nine | midnight | announcements | {on - DAY for on in starts}
    quiet = {told.BEGIN + n * DAY for n in range((told.END - told.BEGIN).days)} if told.FULL else {on - DAY for on in sorted(busy)[::6]}
    turns = [(announcements, "announcement"), (busy if told.FULL else midnight, "midnight"), (busy, "nine"), (quiet, "")]
    return {on: next(what for days, what in turns if on in days) for on in sorted(busy | quiet) if told.BEGIN <= on <= told.END}


def test_three_years_of_certificates_from_their_announcement_to_their_end(years):
    starts = groups()
    for today, what in days_to_walk(starts).items():
        for on, names in starts.items():
            if today == on - DAY:
                with clock.travel(seoul(*today.timetuple()[:3], 10)):
                    years.begin(on, names)
        years.live(today, what)
    with clock.travel(clock.end_of(told.END) - timedelta(hours=1)):
        everything_came_once_and_on_its_day(years)
        what_ended_has_nothing_open(years)
        people_heard_once(years)
        another_beat_does_nothing(years)


def everything_came_once_and_on_its_day(years):
    certificates, providers = years.named()
    found = {(certificates[one.certificate_id], one.kind, one.due_on): one for one in Duty.everything.all()}
    assert len(found) == Duty.everything.count()
    assert {key: one.origin for key, one in found.items()} == dict.fromkeys(told.duties(), "plan") | told.ADDED
    found_out, wanted = reminded(certificates, providers), Counter(
        (one.who, one.kind, one.due, rung, on) for one in told.owed() for rung, on in one.sent().items() if on <= told.END)
    assert (found_out - wanted, wanted - found_out) == (Counter(), Counter())
    lapsed = [(one.subject_id, clock.seoul(one.at).date()) for one in AuditEvent.everything.filter(verb="duty.lapsed")]
    at = {str(one.pk): key for key, one in found.items()}
    assert Counter((at[pk], on) for pk, on in lapsed) == Counter(
        (key, on) for key, one in told.duties().items() if (on := one.lapses_on()) and on <= told.END)
    happened = Counter((certificates[one.certificate_id], str(one.kind), one.effective_on, clock.seoul(one.at).date())
                       for one in CertificateEvent.everything.filter(certificate__in=certificates))
    assert happened == Counter([*told.EVENTS, *events_of_the_many()])
    sanction, verbs = Sanction.everything.get(), AuditEvent.everything.filter(verb__in=("sanction.in_effect", "sanction.over"))
    assert (clock.seoul(sanction.in_effect_at).date(), clock.seoul(sanction.ended_at).date()) == (day("2025-10-03"), day("2026-01-02"))
    assert sorted(verbs.values_list("verb", flat=True)) == ["sanction.in_effect", "sanction.over"]


def events_of_the_many():
    for who, (since, _to, over) in told.terms().items():
        if who in told.many():
            yield who, "issued", since, since
            if beaten(over) <= told.END:
                yield who, "expired", over, beaten(over)


def reminded(certificates, providers):
    """Counter of (whose, what, last day, rung, the day on which it was sent), whatever it is about."""
    rows = list(Reminder.everything.select_related("deadline"))
    subjects, found = subjects_of([row.deadline for row in rows]), Counter()
    for row in rows:
        about = subjects[row.deadline_id]
        about = Monitoring.everything.get(visit=about) if isinstance(about, Visit) else about
        pk = about.pk if isinstance(about, Certificate) else getattr(about, "certificate_id", None)
        who = certificates[pk] if pk in certificates and row.deadline.kind != "complaint.answer" else providers[about.provider_id]
        found[who, row.deadline.kind, row.deadline.last_day, row.rung, clock.seoul(row.sent_at).date()] += 1
    return found


def what_ended_has_nothing_open(years):
    """By its dates from the first moment in Seoul on; afterwards nothing was sent, and nothing is open."""
    certificates, _providers = years.named()
    terms = told.terms()
    for one in Certificate.everything.filter(pk__in=certificates):
        since, valid_to, over = terms[certificates[one.pk]]
        assert (one.valid_from, one.valid_to) == (since, valid_to)
        if over and over <= told.END:
            with clock.travel(clock.day_start(over) - timedelta(seconds=5)):
                assert not one.has_ended
            with clock.travel(clock.day_start(over)):
                assert one.has_ended
            assert not Duty.everything.filter(certificate=one, stage="open").exists()
    assert check_register() == []


def people_heard_once(years):
    """One message for each provider, kind and beat, one for the manager; none twice, whoever was killed."""
    assert not Errand.everything.filter(poisoned_at__isnull=False).exists()
    rows = [(one, rung, on) for one in told.owed() if one.kind in TOGETHER for rung, on in one.sent().items() if on <= told.END]
    beats = {(told.whose(one.who), on, one.kind, one.rung_on(rung) != on) for one, rung, on in rows}       # what was late after midnight
    wanted = Counter((years.lives[who].path.owner.pk, on) for who, on, _kind, _is_late in beats)
    several = Notice.everything.filter(event="deadline.several").exclude(recipient__in=(years.place.officer, years.place.manager))
    assert Counter((one.recipient_id, clock.seoul(one.sent_at).date()) for one in several) == wanted
    escalated = Notice.everything.filter(event="deadline.escalated")
    assert Counter((one.recipient_id, clock.seoul(one.sent_at).date()) for one in escalated) == Counter(
        (years.place.manager.pk, on) for _kind, on in {(one.kind, on) for one, rung, on in rows if rung == 14})


def another_beat_does_nothing(years):
    before = AuditEvent.everything.count(), Errand.everything.count()
    for turn in range(2):
        beat(years.place.agency, clock.now(), turn)
    assert before == (AuditEvent.everything.count(), Errand.everything.count())
