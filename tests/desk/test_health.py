"""/healthz: 200 when everything works, 503 naming what does not; numbers only."""
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection

from core import clock
from core.models import Pulse

pytestmark = pytest.mark.django_db


@pytest.fixture
def pulse(busan):
    def beat(**figures):
        return Pulse.objects.update_or_create(agency=busan.agency, defaults={"last_job_at": clock.real_now()} | figures)
    beat()
    return beat


def ask(client):
    answer = client.get("/healthz")
    return answer.status_code, answer.json()


def test_all_is_well(pulse, client):
    status, told = ask(client)
    assert status == 200
    assert told | {"release": ""} == {"status": "ok", "failing": [], "warnings": [], "database": True,
                                      "broker": True, "worker": True, "outbox": True,
                                      "poisoned": 0, "not_yet_linked": 0, "differences": 0, "log_differences": 0, "release": ""}


@pytest.mark.parametrize(("figures", "failing"), [
    ({"last_job_at": clock.real_now() - timedelta(minutes=3)}, ["worker"]),
    ({"last_job_at": None}, ["worker"]),
    ({"oldest_undone_at": clock.real_now() - timedelta(minutes=6)}, ["outbox"]),
])
def test_what_does_not_work_is_named(pulse, client, figures, failing):
    pulse(**figures)
    status, told = ask(client)
    assert (status, told["status"], told["failing"]) == (503, "failing", failing)


def test_a_system_without_any_beat_has_no_worker(client):
    assert ask(client)[1]["failing"] == ["worker"]


def test_a_stopped_broker_is_named(pulse, client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert ask(client)[1]["failing"] == ["broker"]


def test_a_database_that_does_not_answer_is_named(pulse, client):
    def silent(execute, sql, params, many, context):
        if sql == "SELECT 1":
            raise OperationalError("gone")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(silent):
        status, told = ask(client)
    assert status == 503
    assert "database" in told["failing"]


def test_it_answers_even_when_no_agency_can_be_looked_up(client):
    def silent(execute, sql, params, many, context):
        raise OperationalError("gone")

    client.raise_request_exception = False
    with connection.execute_wrapper(silent):
        status, told = ask(client)
    assert (status, told["failing"]) == (503, ["database"])


def test_what_waits_for_people_is_counted_and_alarms_nobody(pulse, client):
    pulse(poisoned=2, not_yet_linked=3)
    status, told = ask(client)
    assert (status, told["failing"], told["poisoned"], told["not_yet_linked"]) == (200, [], 2, 3)


def test_it_is_never_kept(pulse, client):
    assert "no-store" in client.get("/healthz")["Cache-Control"]


def test_a_year_whose_holidays_nobody_knows_is_a_warning_and_stops_nothing(pulse, client):
    """The list of holidays ends with 2100."""
    with clock.travel(datetime(2100, 6, 1, tzinfo=UTC)):
        status, told = ask(client)
    assert (status, told["status"], told["warnings"]) == (200, "ok", ["no holidays are known of 2101"])
