"""Three years of many certificates: every duty, reminder and expiry on the right day in Seoul, each exactly once, whatever beat does.

Four certificates on the days that matter with every run; with FULL=1 thirty-three, and a beat on each day of the three years.
"""
import os
import uuid
from collections import Counter
from datetime import date, timedelta

import pytest

from aftercare import workflow
from aftercare.models import Duty
from aftercare.tasks import duty as tasks
from certification.models import CertificateEvent
from certification.tasks.certificate import follow_at as follow_certificates_at
from core import clock
from core.calendar import is_working_day
from core.models import AuditEvent, Errand
from correspondence.models import Reminder
from correspondence.tasks import send_rungs_at
from providers.models import Offering
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul

FULL = bool(os.environ.get("FULL"))
DAY = timedelta(days=1)
BEGIN, END = date(2026, 1, 12), date(2029, 3, 10)
STARTS = [date(2025, 12, 9), date(2026, 2, 28), date(2026, 1, 12), date(2025, 6, 2)]        # of the certificates, in turn
DOWN = [(date(2026, 5, 29), date(2026, 6, 1)), (date(2027, 5, 23), date(2027, 5, 26)), (date(2027, 12, 30), date(2028, 1, 3))]


@pytest.fixture
def many(held):
    """The certificates, each of a provider of its own but the last two, which share one."""
    found = [held.certificate]
    for number in range(1, 33 if FULL else 4):
        offering = f.OfferingFactory() if number % 5 else Offering.everything.get(pk=found[-1].offering_id)
        if number % 5 == 0:
            offering = f.OfferingFactory(site=offering.site)
        found.append(f.CertificateFactory(offering=offering, framework=held.framework, serial=100 + number,
                                          valid_from=STARTS[number % len(STARTS)]))
    return found


def due_days(certificate):
    """{(kind, last day)} by the plan, written out: each May, and October of the second calendar year, within the term."""
    year = certificate.valid_from.year
    wanted = {("self_inspection", date(year + n, 5, 31)) for n in (1, 2, 3)} | {("monitoring_visit", date(year + 2, 10, 31))}
    return {one for one in wanted if BEGIN <= one[1] <= certificate.valid_to}


def working(day, step):
    while not is_working_day(day):
        day += step
    return day


def rung_day(due, rung):
    return working(due + rung * DAY, -DAY if rung < 0 else DAY)


def beaten(day):
    """The first day from this one on on which beat runs."""
    return next((up for down, up in DOWN if down <= day < up), day)


def habit(place, due):
    """When a provider does it: in time, late, or never, in turn by its place."""
    return {0: due - 12 * DAY, 1: due + 9 * DAY, 2: None, 3: due}[(place + due.year) % 4]


def expected(many):
    """({(certificate, kind, due, rung): day}, {(certificate, kind, due): day on which it lapses})"""
    rungs, lapses = {}, {}
    for place, certificate in enumerate(many):
        over = certificate.valid_to + DAY
        for kind, due in due_days(certificate):
            done = habit(place, due)
            for rung in (-180, -90, -30, -7, 0, 7, 14):
                day = beaten(rung_day(due, rung))
                if rung_day(due, rung) > BEGIN and day < over and (done is None or day <= done):
                    rungs[certificate.pk, kind, due, rung] = day
            if done is None or done >= over:
                lapses[certificate.pk, kind, due] = beaten(over)
    return rungs, lapses


def days_to_walk(rungs, lapses, many):
    """{day: whether something comes on it}: those days, each with the day before; with FULL every one."""
    done = {day for place, one in enumerate(many) for _kind, due in due_days(one) if (day := habit(place, due))}
    busy = {*rungs.values(), *lapses.values(), *(beaten(one.valid_to + DAY) for one in many), *done, BEGIN}
    quiet = {BEGIN + n * DAY for n in range((END - BEGIN).days)} if FULL else {day - DAY for day in busy}
    return {day: day in busy for day in sorted(busy | quiet) if day >= BEGIN}


def live(held, many, day, is_busy):
    """What happens on a day: beats after midnight and in the morning, twice, then what providers do in the evening. On a quiet day one."""
    agency = held.place.agency
    if not any(down <= day < up for down, up in DOWN):
        for hour in ((0, 1), (10, 0), (10, 10)) if is_busy else ((10, 0),):
            with clock.travel(seoul(day.year, day.month, day.day, *hour)):
                tasks.follow_at(agency)
                send_rungs_at(agency)
                if hour == (0, 1):
                    follow_certificates_at(agency)
    for place, certificate in enumerate(many) if is_busy else ():
        with clock.travel(seoul(day.year, day.month, day.day, 18)):
            for duty in Duty.everything.filter(certificate=certificate, stage="open", opens_on__lte=day):
                if habit(place, duty.due_on) == day:
                    workflow.fulfil_duty(duty, answer=uuid.uuid4(), arrived_at=clock.now(), actor=WORKER)


def test_three_years_of_certificates_day_by_day(held, many):
    rungs, lapses = expected(many)
    assert len(rungs) > 60 and len(lapses) > 2
    for day, is_busy in days_to_walk(rungs, lapses, many).items():
        live(held, many, day, is_busy)
    duties = {str(one.pk): (one.certificate_id, one.kind, one.due_on) for one in Duty.everything.all()}
    assert Counter(duties.values()) == Counter((one.pk, *due) for one in many for due in due_days(one))
    sent = [((*duties[one.deadline.subject_id], one.rung), clock.seoul(one.sent_at).date())
            for one in Reminder.everything.filter(deadline__kind="duty.due").select_related("deadline")]
    assert len(sent) == len(dict(sent)) and dict(sent) == rungs
    lapsed = [(duties[one.subject_id], clock.seoul(one.at).date()) for one in AuditEvent.everything.filter(verb="duty.lapsed")]
    assert len(lapsed) == len(dict(lapsed)) and dict(lapsed) == lapses
    ended = CertificateEvent.everything.filter(kind=CertificateEvent.Kind.EXPIRED)
    assert Counter(ended.values_list("certificate", "effective_on")) == Counter((one.pk, one.valid_to + DAY) for one in many)
    told = Counter((one.arguments["event"], one.arguments["told_at"][:16]) for one in Errand.everything.filter(
        task="correspondence.tasks.announce") if one.arguments["event"] in ("deadline.several", "deadline.escalated"))
    providers = len({one.provider_id for one in many})
    assert max(told.values()) <= providers and all(count == 1 for (event, _at), count in told.items() if event == "deadline.escalated")
