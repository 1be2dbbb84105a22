"""Numbers without gaps: what is undone gives its number back, and who asks meanwhile waits."""
import random
import threading

import pytest
from django.db import connection, transaction

from core.models import Series
from core.numbers import next_number, start_after
from core.tenancy import within

pytestmark = pytest.mark.django_db


class UndoneError(Exception):
    """The deed that took the number failed."""


def test_numbers_count_from_one_for_each_agency_series_and_year(busan, daegu):
    with within(busan.agency):
        assert [next_number("certificate", 2026) for _ in range(3)] == [1, 2, 3]
        assert (next_number("certificate", 2027), next_number("letter", 2026), next_number("certificate", 2026)) == (1, 1, 4)
    with within(daegu.agency):
        assert next_number("certificate", 2026) == 1


def test_what_is_undone_gives_its_number_back(busan):
    with within(busan.agency):
        next_number("certificate", 2026)
        for _ in range(2):                                      # the second time the counter's row is there already
            with pytest.raises(UndoneError), transaction.atomic():
                assert next_number("certificate", 2026) == 2
                raise UndoneError
            with pytest.raises(UndoneError), transaction.atomic():
                assert next_number("letter", 2026) == 1
                raise UndoneError
        assert next_number("certificate", 2026) == 2


def test_numbers_given_before_the_system_are_not_given_again(busan):
    with within(busan.agency):
        assert start_after("certificate", 2025, 17) == 17
        assert next_number("certificate", 2025) == 18
        assert start_after("certificate", 2025, 5) == 18        # never lowered
        assert next_number("certificate", 2025) == 19


def test_a_counter_is_seen_by_nobody(busan, at):
    with at(busan.admin, busan) as admin:
        next_number("certificate", 2026)
        assert not Series.objects.visible_to(admin).exists()


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_of_which_a_third_is_undone_leave_no_gap_and_no_double(busan):
    together, given, failures = threading.Barrier(50), [], []
    undone = set(random.Random(7).sample(range(50), 15))

    def issue(who):
        try:
            together.wait(30)
            with within(busan.agency):
                number = next_number("certificate", 2026)
                if who in undone:
                    raise UndoneError
                given.append(number)                            # still holding the counter: this is the order of the commits
        except UndoneError:
            pass
        except Exception as failure:  # noqa: BLE001  whatever it is, the main thread shows it
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=issue, args=(who,)) for who in range(50)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert failures == []
    assert given == list(range(1, 36))
    with within(busan.agency):
        assert Series.everything.get().last == 35


@pytest.mark.django_db(transaction=True)
def test_who_asks_meanwhile_waits_for_the_first_to_end(busan):
    """Whether the counter is there already, or both are about to make it."""
    for year in (2026, 2026, 2027):
        answers = []

        def ask(year=year, answers=answers):
            with within(busan.agency):
                answers.append(next_number("certificate", year))
            connection.close()

        with within(busan.agency):
            mine = next_number("certificate", year)
            thread = threading.Thread(target=ask)
            thread.start()
            thread.join(0.4)
            assert thread.is_alive() and answers == []
        thread.join(10)
        assert answers == [mine + 1]
