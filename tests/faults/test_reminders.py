"""Reminders of a day whose worker is killed among them, and that two beats find at once: each once."""
import sys
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection

from accounts.actors import Actor
from core import clock
from core.models import Errand
from core.tenancy import within
from correspondence.models import Reminder
from correspondence.tasks import send_rungs_at
from correspondence.workflow import keep_days
from tests import factories as f
from tests.faults.conftest import end, running, until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PROVIDERS = 4


@pytest.fixture
def late(busan):
    """A duty each of four providers, with a reminder that came some days ago and that nobody has sent; the last one, of which the manager
    is told together, is still to come."""
    due = clock.today() - timedelta(days=13)
    with within(busan.agency), clock.travel(clock.now() - timedelta(days=60)):
        duties = [f.DutyFactory(ladder=[0, 14], opens_on=due, due_on=due) for _number in range(PROVIDERS)]
        keep_days(duties, kind="duty.due", actor=Actor.system("a test's plan"))
    return busan


def sent(place):
    """(reminders of each duty, messages asked for)"""
    with within(place.agency):
        told = Errand.everything.filter(task="correspondence.tasks.announce", arguments__event="deadline.several").count()
        return Counter(Reminder.everything.values_list("deadline", flat=True)), told


def test_of_a_batch_whose_worker_is_killed_the_rest_is_sent_by_the_next_and_two_beats_send_nothing_twice(late, tmp_path):
    marker = tmp_path / "marker"
    with running([sys.executable, "-m", "tests.faults.reminder", str(late.agency.pk), str(marker)]) as beat:
        until(marker.exists)
        end(beat)
    first, told = sent(late)
    assert (len(first), told) == (1, 1), "what it had in hand went with its transaction, what was done stays"
    counts = []

    def again():
        counts.append(send_rungs_at(late.agency))
        connection.close()

    beats = [threading.Thread(target=again) for _number in range(2)]
    [one.start() for one in beats]
    [one.join() for one in beats]
    reminders, told = sent(late)
    assert sum(counts) == PROVIDERS - 1 and set(reminders.values()) == {1} and (len(reminders), told) == (PROVIDERS, PROVIDERS)
