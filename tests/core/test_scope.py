"""The scope: one agency, one transaction; a forgotten one is an error, and without the watch there are simply no rows."""
import threading

import pytest
from django.db import DataError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core.errors import AgencySwitched, NoScope
from core.scope import refuse_without_scope
from core.tenancy import current_agency, current_agency_id, is_nationwide, is_within, nationwide, within
from tests.conftest import as_owner
from tests.core.test_walls import rows
from tests.sample.models import Club, Course, Enrolment, Lesson, Listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def unwatched(db):
    """The execute wrapper taken off: what plain psql sees."""
    connection.ensure_connection()
    connection.execute_wrappers.remove(refuse_without_scope)
    yield
    if refuse_without_scope not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_without_scope)


def count():
    return rows("SELECT count(*) FROM sample_club")[0][0]


@pytest.mark.parametrize("ask", [
    lambda: Club.everything.count(),
    lambda: rows("SELECT 1 FROM sample_club"),
    lambda: rows('SELECT 1 FROM "sample_club" c JOIN accounts_agency a ON a.id = c.agency_id'),
    lambda: rows("UPDATE sample_club SET name = ''"),
    lambda: Course.everything.count(),
    lambda: Listing.everything.count(),
    lambda: Club(),
    lambda: current_agency(),
], ids=range(8))
def test_without_a_scope_asking_is_an_error(ask, here):
    with pytest.raises(NoScope):
        ask()


def test_without_scope_and_watch_there_are_no_rows(here, there, courses, busan, unwatched):
    assert count() == Club.everything.count() == 0
    assert rows("UPDATE sample_club SET name = 'x'") == rows("DELETE FROM sample_club") == 0
    with within(busan.agency):
        assert count() == 2
    assert count() == 0


def test_a_national_table_needs_no_scope(busan):
    assert rows("SELECT count(*) FROM accounts_agency")[0][0] == 1


def test_the_nation_reads_what_is_published_and_nothing_else(courses, enrolment, here):
    with nationwide():
        assert [row.title for row in Course.everything.all()] == ["CNRY-central-out"]
        assert [row.title for row in Lesson.everything.all()] == ["out"]
        for model in (Club, Enrolment):
            with pytest.raises(NoScope):
                model.everything.exists()
        assert Course.everything.update(title="x") == 0
        with pytest.raises(NoScope):
            current_agency_id()
    assert not is_nationwide()
    with pytest.raises(NoScope):
        Course.everything.exists()


def test_the_nation_reads_the_whole_register(listings):
    with nationwide():
        assert sorted(row.title for row in Listing.objects.visible_to(Actor.public())) == ["busan-listed", "daegu-listed"]
    with pytest.raises(NoScope):
        Listing.everything.exists()


def test_the_scope_dies_with_an_error(here, busan, unwatched):
    with pytest.raises(DataError), within(busan.agency):
        rows("SELECT 1/0")
    assert count() == 0 and not is_within()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ending", ["commit", "rollback", "error"])
def test_the_scope_dies_with_its_transaction(ending, here, busan):
    connection.execute_wrappers.remove(refuse_without_scope)
    try:
        with within(busan.agency):
            assert count() == 2
            if ending == "rollback":
                transaction.set_rollback(True)
            if ending == "error":
                raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert count() == 0 and rows("SELECT current_setting('poom.agency', true)")[0][0] in ("", None)
    connection.execute_wrappers.append(refuse_without_scope)


def test_a_scope_inside_a_transaction_is_cleared_when_its_savepoint_is_released(here, busan, unwatched):
    with transaction.atomic():
        with within(busan.agency):
            assert count() == 2
        assert count() == 0


def test_a_scope_whose_inner_transaction_failed_still_stands(here, busan):
    with within(busan.agency):
        with pytest.raises(DataError), transaction.atomic():
            rows("SELECT 1/0")
        assert count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_same_agency_nested_is_the_same_scope(here, busan):
    with within(busan.agency):
        with within(busan.agency):
            assert count() == 2
        assert count() == 2
        with pytest.raises(ZeroDivisionError), within(busan.agency):
            count()
            raise ZeroDivisionError
        assert count() == 2
    assert not is_within()


def test_no_switching_within_a_transaction(busan, daegu):
    with within(busan.agency):
        with pytest.raises(AgencySwitched), within(daegu.agency):
            pass
        assert current_agency() == busan.agency


@pytest.mark.django_db(transaction=True)
def test_one_after_the_other_is_no_switching(here, there, busan, daegu):
    for place in (busan, daegu, busan):
        with within(place.agency):
            assert {row.agency_id for row in Club.everything.all()} == {place.agency.pk}


@pytest.mark.django_db(transaction=True)
def test_a_scope_that_asks_nothing_costs_one_empty_transaction(busan):
    with CaptureQueriesContext(connection) as asked, within(busan.agency):
        pass
    assert [query["sql"] for query in asked] == ["BEGIN", "COMMIT"]


@pytest.mark.django_db(transaction=True)
def test_threads_do_not_share_a_scope(here, busan):
    seen = []

    def look():
        seen.append(is_within())
        connection.close()

    with within(busan.agency):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert seen == [False]


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_is_watched_too(here):
    connection.close()
    with pytest.raises(NoScope):
        Club.everything.exists()


@pytest.mark.django_db(transaction=True)
def test_the_owner_role_is_not_watched(here, there):
    with as_owner():
        assert count() == 4
