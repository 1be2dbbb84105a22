"""A certificate runs out: never silently, once, whatever becomes of the beat; reminded of by its last day and not by timers."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from certification import tasks, workflow
from certification.models import CertificateEvent
from certification.models.certificate import State
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline, Notice
from correspondence.tasks import send_rungs_at
from tests import factories as f
from tests.certification.conftest import FROM, WORKER, entry_of, seoul

DAY = timedelta(days=1)
LAST = date(2029, 11, 26)
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}


@pytest.fixture
def held(round_of):
    """In force since FROM, its papers long made."""
    return f.CertificateFactory(offering=round_of.offering, version=round_of.version, valid_from=FROM)


def expired_events(certificate):
    return list(certificate.events.filter(kind=CertificateEvent.Kind.EXPIRED).values_list("effective_on", flat=True))


def titles(busan, event):
    return list(Notice.everything.filter(event=event).values_list("recipient", flat=True))


def test_the_state_changes_at_midnight_in_seoul_with_no_job_at_all(held):
    for moment, state in ((seoul(2029, 11, 26, 23, 59, 59), State.EXPIRING), (seoul(2029, 11, 27), State.EXPIRED)):
        with clock.travel(moment):
            assert held.state == state
    assert not expired_events(held)


def test_it_is_noted_from_midnight_on_and_not_a_minute_before(held, busan):
    with clock.travel(seoul(2029, 11, 26, 23, 59, 59)):
        assert tasks.follow_at(busan.agency) == 0 and not workflow.note_expired(held, actor=WORKER)
    with clock.travel(seoul(2029, 11, 27)):
        assert tasks.follow_at(busan.agency) == 1
    assert expired_events(held) == [LAST + DAY]
    assert entry_of(held).history[-1] == {"kind": "expired", "on": "2029-11-27", "until": None, "reason": ""}
    assert AuditEvent.everything.filter(verb="certificate.expired", subject_id=str(held.pk)).count() == 1


def test_three_days_without_a_beat_are_caught_up_once_and_two_beats_say_nothing_twice(held, busan, work_off):
    with clock.travel(seoul(2029, 11, 30, 9)):
        assert [tasks.follow_at(busan.agency) for _ in range(3)] == [1, 0, 0]
        work_off(busan)
    assert expired_events(held) == [LAST + DAY]
    assert sorted(titles(busan, "certificate.expired")) == sorted([busan.owner.pk, busan.colleague.pk])
    assert titles(busan, "certificate.expired_desk") == [busan.officer.pk]


def test_who_has_looked_before_the_lock_writes_nothing_after_it(held):
    """Two beats at once: the second has the same list."""
    with clock.travel(seoul(2029, 11, 27)):
        assert [workflow.note_expired(held, actor=WORKER) for _ in range(2)] == [True, False]
    assert len(expired_events(held)) == 1


@pytest.mark.parametrize("ended", ["revoke", "surrender"])
def test_what_ended_otherwise_does_not_expire_as_well(ended, held, busan):
    getattr(workflow, ended)(held, on=FROM + DAY, **WHY)
    with clock.travel(seoul(2030, 1, 5)):
        assert tasks.follow_at(busan.agency) == 0
        assert not workflow.note_expired(held, actor=WORKER)


def test_prolonged_it_expires_on_its_new_day(held, busan):
    workflow.prolong(held, to_on=date(2030, 2, 1), **WHY)
    with clock.travel(seoul(2029, 12, 1)):
        assert tasks.follow_at(busan.agency) == 0
    with clock.travel(seoul(2030, 2, 2)):
        assert tasks.follow_at(busan.agency) == 1
    assert expired_events(held) == [date(2030, 2, 2)]


def test_long_over_it_is_noted_and_is_no_news(held, busan, work_off):
    """A paper of years ago that is entered today."""
    with clock.travel(seoul(2031, 1, 5)):
        tasks.follow_at(busan.agency)
        work_off(busan)
    assert len(expired_events(held)) == 1 and not titles(busan, "certificate.expired")


def test_one_that_fails_holds_up_no_other(round_of, busan, monkeypatch):
    first, second = round_of.issue(), round_of.issue(valid_from=FROM + 1200 * DAY)
    work = workflow.note_expired

    def failing(certificate, *, actor):
        if certificate.pk == first.pk:
            raise RuntimeError("disk full")
        return work(certificate, actor=actor)

    failing.__name__ = "note_expired"
    monkeypatch.setattr(workflow, "note_expired", failing)
    with clock.travel(seoul(2033, 12, 31)):
        assert tasks.follow_at(busan.agency) == 1
    assert expired_events(second) and not expired_events(first)


def test_nobody_notes_it_by_hand(held, busan, at):
    with clock.travel(seoul(2029, 11, 27)), at(busan.director, busan) as actor, pytest.raises(PermissionDenied):
        workflow.note_expired(held, actor=actor)


# ---- reminded of

def last_days():
    return [row.last_day for row in Deadline.everything.filter(kind="certificate.end", closed_at=None)]


def test_its_last_day_is_held_once_moved_with_it_and_let_go_at_its_end(held, busan):
    for _ in range(2):
        tasks.follow_at(busan.agency)
    assert last_days() == [LAST] and Deadline.everything.filter(kind="certificate.end").count() == 1
    workflow.prolong(held, to_on=date(2030, 2, 1), **WHY)
    tasks.follow_at(busan.agency)
    assert last_days() == [date(2030, 2, 1)]
    workflow.revoke(held, on=FROM + DAY, **WHY)
    tasks.follow_at(busan.agency)
    assert last_days() == []


def test_the_provider_is_reminded_180_90_and_30_days_before_each_once(held, busan, work_off):
    tasks.follow_at(busan.agency)
    told = []
    for before in (181, 176, 176, 95, 87, 33, 25):
        with clock.travel(seoul(2029, 11, 26, 12) - before * DAY):
            send_rungs_at(busan.agency)
            work_off(busan)
        told.append(len(titles(busan, "certificate.near_end")) // 2)
    assert told == [0, 1, 1, 1, 2, 2, 3]
    with within(busan.agency):
        assert "2029. 11. 26.(월)" in Notice.everything.filter(event="certificate.near_end").first().title
