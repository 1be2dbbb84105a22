"""The reminders of a day among many deadlines: found by one index, worked out once for those that share their last day.

How long that takes among a million `make bench` says: bench/reminding.py, whose rows these are.
"""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.reminding import DAYS, FILL, the_day
from core import clock
from core.tenancy import within
from correspondence import ladder
from correspondence.models import Deadline
from correspondence.queries import deadlines_to_remind

SHARED = 500


@pytest.fixture
def many(busan):
    """Two deadlines for each day of three years."""
    with within(busan.agency):
        with connection.cursor() as cursor:
            cursor.execute(FILL, {"agency": busan.agency.pk, "today": clock.today(), "count": 2 * DAYS, "days": DAYS})
        yield busan


def test_those_of_a_day_are_found_by_the_index_for_it(many):
    with connection.cursor() as cursor:                     # whether it can be used, not whether it pays for so few
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    _milliseconds, count, index = the_day()
    assert (count, index) == (2, "deadlines_to_remind")


def test_the_rungs_of_a_batch_are_worked_out_once_for_a_last_day_and_asked_for_in_two_queries(many):
    Deadline.everything.filter(pk__in=Deadline.everything.order_by("pk").values("pk")[:SHARED]).update(
        due_at=clock.end_of(clock.today()), remind_on=clock.today(), opened_at=clock.now())
    ladder._moment.cache_clear()
    with clock.travel(clock.day_start(clock.today() + 7 * ladder.DAY).replace(hour=10)), CaptureQueriesContext(connection) as asked:
        found = deadlines_to_remind(SHARED)
    assert len(found) == SHARED and len(asked) == 2
    assert ladder._moment.cache_info().misses < 20 < ladder._moment.cache_info().hits
