"""A server goes away and comes back: what people see meanwhile, and that nothing is lost."""
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection

from accounts import directory
from core import outbox
from core.models import Errand
from core.tenancy import within
from tests import cluster
from tests.conftest import as_owner
from tests.faults.conftest import marks, row_of, until, worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def visitor(settings, client):
    settings.ROOT_URLCONF, settings.AGENCY_URLCONF = "tests.sample.urls_nation", "tests.sample.urls_agency"
    client.raise_request_exception = False
    return client


@contextmanager
def broker_stopped():
    cluster.valkey.stop()
    try:
        yield
    finally:
        cluster.valkey.start()


@contextmanager
def database_stopped():
    with as_owner("postgres"), connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")                    # the tests' server keeps the last half second in memory only
    cluster.postgres.stop()
    try:
        yield
    finally:
        connection.close()
        cluster.postgres.start()


def test_without_a_broker_the_request_succeeds_at_once_and_its_effect_comes_later(visitor, busan):
    visitor.force_login(busan.officer)
    with broker_stopped():
        began = time.monotonic()
        assert visitor.post("/busan/ask/").status_code == 302
        assert time.monotonic() - began < 3           # six seconds, if the bell were tried again
    with within(busan.agency):
        errands = list(Errand.everything.all())
    assert len(errands) == 1 and marks(busan) == 0

    def all_done():
        outbox.sweep(busan.agency, timedelta())
        return all(row_of(busan, errand).done_at for errand in errands)

    with worker():
        until(all_done)
    assert marks(busan) == 1


def test_without_a_database_there_is_a_page_that_says_so(visitor, busan):
    visitor.force_login(busan.officer)
    assert visitor.get("/busan/officers/").status_code == 200
    with database_stopped():
        for path in ("/busan/officers/", "/busan/where/", "/published/"):
            directory.forget()
            answer = visitor.get(path)
            text = answer.content.decode()
            assert answer.status_code == 503, path
            assert 'lang="ko"' in text and 'lang="en"' in text and answer["Retry-After"] == "30"
            assert "Traceback" not in text and "psycopg" not in text and "/tmp" not in text
            assert "script-src 'self'" in answer["Content-Security-Policy"] and "no-store" in answer["Cache-Control"]
    directory.forget()
    assert visitor.get("/busan/officers/").status_code == 200


def test_a_connection_cut_in_the_middle_of_a_request_is_a_503_and_leaves_nothing(visitor, busan, monkeypatch):
    from tests.sample import views
    from tests.sample.models import Club

    visitor.force_login(busan.officer)

    def cut(*args, **kwargs):
        Club.everything.create(keeper=busan.officer, name="half done", number="cut")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            pid = cursor.fetchone()[0]
        cluster.postgres.run_sql(f"SELECT pg_terminate_backend({pid})")
        return Club.everything.count()

    monkeypatch.setattr(views, "enqueue", cut)
    assert visitor.post("/busan/ask/").status_code == 503
    with within(busan.agency):
        assert not Club.everything.filter(number="cut").exists()
    monkeypatch.undo()
    assert visitor.get("/busan/officers/").status_code == 200
