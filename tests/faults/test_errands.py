"""Errands survive their worker, their bell, their double and their zombie."""
import os
import signal
import threading
from datetime import timedelta

import pytest
from django.db import connection

from core import outbox
from core.models import Errand
from core.tenancy import within
from tests.faults.conftest import empty_broker, end, marks, row_of, until, worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NOW = timedelta()


def ask(place, task="tests.core.errands.leave_mark", **arguments):
    with within(place.agency):
        return outbox.enqueue(task, **arguments)


def done(place, errand):
    """Asks the sweeper, then looks."""
    outbox.sweep(place.agency, NOW)
    return row_of(place, errand).done_at


def test_a_worker_killed_inside_the_effect_loses_nothing_and_doubles_nothing(busan, tmp_path):
    marker = tmp_path / "marker"
    errand = ask(busan, "tests.core.errands.stall", marker=str(marker), seconds=60)
    with worker() as first:
        until(marker.exists)
        end(first)
    assert marks(busan) == 0, "the effect went with its transaction"
    empty_broker()
    with worker():
        until(lambda: done(busan, errand))
    assert marks(busan) == 1 and marker.read_text() == "xx" and row_of(busan, errand).token == 2


def test_an_emptied_broker_forgets_nothing(busan):
    errands = [ask(busan, n=n) for n in range(3)]
    empty_broker()
    with worker():
        until(lambda: all(done(busan, errand) for errand in errands))
    assert marks(busan) == 3


def test_two_sweepers_and_two_workers_do_everything_once(busan, daegu):
    errands = [(place, ask(place, n=n)) for place in (busan, daegu) for n in range(10)]

    def sweep():
        for _ in range(5):
            for place in (busan, daegu):
                outbox.sweep(place.agency, NOW)
        connection.close()

    sweepers = [threading.Thread(target=sweep) for _ in range(2)]
    [sweeper.start() for sweeper in sweepers]
    [sweeper.join() for sweeper in sweepers]
    with worker(), worker():
        until(lambda: all(row_of(place, errand).done_at for place, errand in errands))
    assert (marks(busan), marks(daegu)) == (10, 10)
    assert {row_of(place, errand).token for place, errand in errands} == {1}


def test_a_zombie_that_wakes_up_late_is_undone(busan, tmp_path):
    """Stopped in the middle of the effect, overtaken by another worker, then woken up."""
    marker = tmp_path / "marker"
    errand = ask(busan, "tests.core.errands.stall", marker=str(marker), seconds=1)
    with worker() as zombie:
        until(marker.exists)
        os.killpg(zombie.pid, signal.SIGSTOP)
        empty_broker()
        with worker() as second:
            until(lambda: done(busan, errand))
            end(second)
        assert marks(busan) == 1 and row_of(busan, errand).token == 2
        os.killpg(zombie.pid, signal.SIGCONT)
        later = ask(busan, n="after waking up")
        until(lambda: done(busan, later))
    assert marks(busan) == 2, "the zombie's own effect is undone"
    assert marker.read_text() == "xx" and row_of(busan, errand).token == 2


def test_a_forged_pair_of_numbers_does_nothing(busan, daegu):
    errand = ask(busan)
    empty_broker()
    with worker():
        outbox.ring(daegu.agency.pk, errand.pk)
        outbox.ring(10**9, errand.pk)
        honest = ask(daegu)
        until(lambda: done(daegu, honest))
        assert row_of(busan, errand).attempts == 0 and (marks(busan), marks(daegu)) == (0, 1)


def test_what_fails_is_tried_again_and_set_aside_after_five_times(busan):
    errand = ask(busan, "tests.core.errands.fail")

    def hurry():
        with within(busan.agency):
            Errand.everything.filter(pk=errand.pk).exclude(last_error="").update(leased_until=None)
        outbox.sweep(busan.agency, NOW)
        return row_of(busan, errand).poisoned_at

    with worker():
        until(hurry)
    assert marks(busan) == 0 and row_of(busan, errand).attempts == 5
