"""Errands: asked for in the transaction, leased, fenced, done once, retried, set aside."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import NoReverseMatch, reverse

from core import clock, outbox, poison
from core.errors import NoScope, Refused, Superseded
from core.models import AuditEvent, Errand, Pulse
from core.tasks import AgencyTask, run_errand, sweep
from core.tenancy import within
from tests.core import errands

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timedelta()


@pytest.fixture
def rung(monkeypatch):
    """Nobody hears the bell; what was rung is noted."""
    noted = []
    monkeypatch.setattr(outbox, "ring", lambda *numbers: noted.append(numbers))
    monkeypatch.setattr(poison, "ring", lambda *numbers: noted.append(numbers))
    return noted


@pytest.fixture
def short_addresses(settings):
    settings.AGENCY_URLCONF = "tests.sample.urls_agency"


@pytest.fixture
def errand(busan, rung, short_addresses):
    with within(busan.agency):
        return outbox.enqueue("tests.core.errands.leave_mark", n=1)


def marks(place):
    with within(place.agency):
        return AuditEvent.everything.filter(verb="mark.left").count()


def fresh(place, errand):
    with within(place.agency):
        return Errand.everything.get(pk=errand.pk)


def change(place, **fields):
    with within(place.agency):
        Errand.everything.update(**fields)


def test_an_errand_is_rung_after_commit_and_only_then(busan, rung):
    with within(busan.agency):
        errand = outbox.enqueue("tests.core.errands.leave_mark")
        assert rung == []
    assert rung == [(busan.agency.pk, errand.pk)]


def test_an_undone_transaction_rings_nobody(busan, rung):
    with pytest.raises(ZeroDivisionError), within(busan.agency):
        outbox.enqueue("tests.core.errands.leave_mark")
        raise ZeroDivisionError
    with within(busan.agency):
        assert rung == [] and not Errand.everything.exists()


def test_an_errand_is_done_once_however_often_it_is_rung(errand, busan):
    assert [outbox.run(busan.agency, errand.pk) for _ in range(3)] == [True, False, False]
    assert marks(busan) == 1 and fresh(busan, errand).done_at


def test_an_errand_speaks_for_its_agency(errand, busan):
    outbox.run(busan.agency, errand.pk)
    with within(busan.agency):
        assert AuditEvent.everything.get(verb="mark.left").facts == {"home": "/busan/", "n": 1}
    with pytest.raises(NoReverseMatch):
        reverse("home")


def test_another_agency_cannot_run_it(errand, busan, daegu):
    assert outbox.run(daegu.agency, errand.pk) is False
    assert marks(busan) == marks(daegu) == 0 and fresh(busan, errand).attempts == 0


def test_the_worker_runs_it_and_notes_its_pulse(errand, busan):
    assert run_errand(agency_id=busan.agency.pk, errand_id=errand.pk) is True
    assert Pulse.objects.get(agency=busan.agency).last_job_at


def test_a_held_errand_is_not_taken_twice(errand, busan):
    with within(busan.agency):
        assert [outbox.lease(errand.pk).token, outbox.lease(errand.pk)] == [1, None]


def test_a_lease_that_ran_out_is_taken_with_a_higher_token(errand, busan, settings):
    settings.ERRAND_LEASE_SECONDS = 0
    with within(busan.agency):
        assert outbox.lease(errand.pk).token == 1
    with within(busan.agency):
        assert outbox.lease(errand.pk).token == 2


def test_a_done_errand_is_never_taken_again(errand, busan, settings):
    settings.ERRAND_LEASE_SECONDS = 0
    outbox.run(busan.agency, errand.pk)
    change(busan, leased_until=None)
    assert outbox.run(busan.agency, errand.pk) is False and marks(busan) == 1


def test_a_late_worker_is_undone_by_the_fence(errand, busan, settings):
    settings.ERRAND_LEASE_SECONDS = 0
    errands.OVERTAKEN.clear()
    change(busan, task="tests.core.errands.be_overtaken", arguments={"agency": busan.agency.pk, "errand": errand.pk})
    with pytest.raises(Superseded):
        outbox.run(busan.agency, errand.pk)
    assert errands.OVERTAKEN and marks(busan) == 1 and fresh(busan, errand).token == 2


def test_a_late_failure_does_not_touch_the_newer_lease(errand, busan):
    with within(busan.agency):
        late = outbox.lease(errand.pk)
        Errand.everything.update(token=7)
        outbox.fail(late, ValueError("late"))
    assert fresh(busan, errand).last_error == ""


# ---- failing

@pytest.fixture
def hopeless(errand, busan):
    change(busan, task="tests.core.errands.fail", arguments={})
    return errand


def attempt(place, errand):
    with pytest.raises(ValueError, match="cannot be done"):
        outbox.run(place.agency, errand.pk)
    return fresh(place, errand)


def test_a_failure_undoes_its_effect_and_says_why(hopeless, busan):
    row = attempt(busan, hopeless)
    assert marks(busan) == 0 and row.last_error == "ValueError: it cannot be done" and row.done_at is None


def test_a_failed_errand_waits_longer_each_time(hopeless, busan, settings):
    settings.ERRAND_RETRY_SECONDS = 10
    waits = []
    for _ in range(4):
        row = attempt(busan, hopeless)
        waits.append((row.leased_until - clock.real_now()).total_seconds())
        assert outbox.run(busan.agency, hopeless.pk) is False, "it waits"
        assert sweep() == 0
        change(busan, leased_until=None)
    assert [round(wait / 10) for wait in waits] == [1, 4, 16, 64]


def test_after_the_fifth_failure_it_is_set_aside(hopeless, busan, rung):
    for number in range(1, 6):
        row = attempt(busan, hopeless)
        assert (row.poisoned_at is not None) is (number == 5)
        change(busan, leased_until=None)
    assert outbox.run(busan.agency, hopeless.pk) is False
    rung.clear()
    assert outbox.sweep(busan.agency, NOW) == 0 and rung == []


def test_a_task_that_does_not_exist_fails_like_any_other(errand, busan):
    change(busan, task="nowhere.nothing")
    with pytest.raises(ImportError):
        outbox.run(busan.agency, errand.pk)
    assert "nowhere" in fresh(busan, errand).last_error


def test_a_long_reason_is_kept_to_its_column(errand, busan):
    change(busan, task="tests.core.errands.fail", arguments={"sentence": "it cannot be done " * 100})
    assert len(attempt(busan, errand).last_error) == 500


# ---- sweeping

def test_the_sweeper_rings_for_what_was_forgotten(errand, busan, daegu, rung, settings):
    rung.clear()
    assert outbox.sweep(busan.agency) == 0, "it was only just asked for"
    assert outbox.sweep(busan.agency, NOW) == 1 and outbox.sweep(daegu.agency, NOW) == 0
    assert rung == [(busan.agency.pk, errand.pk)]
    settings.ERRAND_LEASE_SECONDS = 60
    with within(busan.agency):
        outbox.lease(errand.pk)
    assert outbox.sweep(busan.agency, NOW) == 0, "somebody holds it"
    change(busan, leased_until=clock.real_now() - timedelta(seconds=1))
    assert outbox.sweep(busan.agency, NOW) == 1, "whoever held it is gone"
    outbox.run(busan.agency, errand.pk)
    assert outbox.sweep(busan.agency, NOW) == 0, "it is done"


def test_the_sweeper_writes_down_how_each_agency_stands(errand, busan, daegu):
    change(busan, asked_at=clock.real_now() - timedelta(minutes=3))
    with within(busan.agency):
        aside = outbox.enqueue("nowhere.nothing")
        Errand.everything.filter(pk=aside.pk).update(poisoned_at=clock.real_now())
    sweep()
    pulse = Pulse.objects.get(agency=busan.agency)
    assert pulse.poisoned == 1
    assert 170 < (clock.real_now() - pulse.oldest_undone_at).total_seconds() < 200
    assert Pulse.objects.get(agency=daegu.agency).oldest_undone_at is None


# ---- set aside: staff

@pytest.fixture
def poisoned(errand, busan):
    change(busan, poisoned_at=clock.real_now(), attempts=5)
    return errand


def test_staff_see_what_was_set_aside_and_others_do_not(poisoned, busan, at):
    for who, rows in (("admin", 1), ("officer", 1), ("owner", 0), ("assessor", 0)):
        with at(getattr(busan, who), busan) as actor:
            assert poison.poisoned_errands(actor).count() == rows


def test_the_administrator_puts_it_back_on_the_way(poisoned, busan, at, rung):
    rung.clear()
    with at(busan.officer, busan) as officer, pytest.raises(PermissionDenied):
        poison.try_again(poisoned, actor=officer)
    with at(busan.admin, busan) as admin:
        poison.try_again(poisoned, actor=admin)
        assert AuditEvent.everything.get().verb == "errand.tried_again"
    assert rung == [(busan.agency.pk, poisoned.pk)]
    assert outbox.run(busan.agency, poisoned.pk) is True
    with at(busan.admin, busan) as admin, pytest.raises(Refused):
        poison.try_again(poisoned, actor=admin)


# ---- tasks name their agency

def test_a_task_names_its_agency_or_does_not_run(here, busan, short_addresses):
    from config.celery import app
    from tests.sample.models import Club

    @app.task(base=AgencyTask, name="tests.count")
    def count():
        return f"{Club.everything.count()} {reverse('home')}"

    @app.task(base=AgencyTask, name="tests.idle")
    def idle():
        return "it ran"

    assert count.apply(kwargs={"agency_id": busan.agency.pk}).get() == "2 /busan/"
    for task in (count, idle):
        with pytest.raises(NoScope):
            task.apply().get()


def test_the_hook_after_commit_has_no_agency(here, busan):
    from tests.sample.models import Club

    seen = []

    def look():
        try:
            seen.append(Club.everything.count())
        except NoScope:
            seen.append("no scope")

    with within(busan.agency):
        transaction.on_commit(look)
    assert seen == ["no scope"] and not connection.in_atomic_block
