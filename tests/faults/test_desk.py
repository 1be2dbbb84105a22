"""What the desk sees and does while something is broken; one worker is there all the time, as in production."""
import time
from datetime import timedelta

import pytest

from core import clock, outbox
from core.models import Errand, Pulse
from core.poison import poisoned_errands
from core.tasks import sweep
from core.tenancy import within
from correspondence.models import Delivery, Notice
from providers.models import Provider
from tests import cluster
from tests.faults.conftest import marks, row_of, until, worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NOW = timedelta()
CONFIRMED = {"event": "provider.confirmed"}


@pytest.fixture(scope="module", autouse=True)
def one_worker(django_db_setup, tmp_path_factory):
    home = tmp_path_factory.mktemp("worker")
    with worker(ERRAND_RETRY_SECONDS="0", EMAIL_URL=f"filemail://{home}/mail", MEDIA_ROOT=f"{home}/media",
                LIMITS_URL=cluster.valkey.counters_url) as process:
        yield process


@pytest.fixture
def stopped_broker():
    cluster.valkey.stop()
    yield
    cluster.valkey.start()


def health_of(client):
    answer = client.get("/healthz")
    return answer.status_code, answer.json()["failing"]


def told(place, model):
    with within(place.agency):
        return model.everything.filter(**(CONFIRMED if model is Notice else {"notice__event": CONFIRMED["event"]})).count()


def nothing_left(place):
    """Asks the sweeper, then looks."""
    outbox.sweep(place.agency, NOW)
    with within(place.agency):
        return not Errand.everything.filter(done_at=None, poisoned_at=None).exists()


def test_a_provider_is_confirmed_without_a_broker_and_told_when_it_is_back(busan, client, stopped_broker, one_worker):
    Pulse.objects.create(agency=busan.agency, last_job_at=clock.real_now())
    client.force_login(busan.officer)
    page = f"/busan/admin/providers/{busan.provider.public_id}/"
    assert client.get(page).status_code == 200              # everything is warm
    began = time.monotonic()
    assert client.post(f"{page}confirm/").status_code == 302
    assert time.monotonic() - began < 2
    with within(busan.agency):
        assert Provider.everything.get(pk=busan.provider.pk).stage == "confirmed"
    assert health_of(client) == (503, ["broker"]) and told(busan, Notice) == 0
    cluster.valkey.start()
    until(lambda: nothing_left(busan))
    assert (told(busan, Notice), told(busan, Delivery)) == (2, 2), "the owner and the colleague, once each"
    assert one_worker.poll() is None and health_of(client) == (200, [])


def test_what_fails_five_times_is_set_aside_and_shown_and_the_others_go_on(busan, daegu, at, client, tmp_path):
    needed = tmp_path / "needed"
    with within(busan.agency):
        failing = outbox.enqueue("tests.faults.errands.need", file=str(needed))
        others = [outbox.enqueue("tests.core.errands.leave_mark", n=n) for n in range(3)]
    with within(daegu.agency):
        outbox.enqueue("tests.core.errands.leave_mark")
    until(lambda: nothing_left(busan) and nothing_left(daegu))
    assert row_of(busan, failing).attempts == 5 and all(row_of(busan, other).done_at for other in others)
    assert (marks(busan), marks(daegu)) == (3, 1), "each failure undid its effect"
    with at(busan.admin, busan) as admin:
        assert [errand.pk for errand in poisoned_errands(admin)] == [failing.pk]
    sweep()
    assert client.get("/healthz").json()["poisoned"] == 1
    client.force_login(busan.admin)
    assert "the certificate template is missing" in client.get("/busan/admin/stuck/").content.decode()
    needed.touch()
    client.post(f"/busan/admin/stuck/{failing.public_id}/again/")
    until(lambda: row_of(busan, failing).done_at)
    assert marks(busan) == 4 and row_of(busan, failing).attempts == 1
