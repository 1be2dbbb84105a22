"""What arrives while everybody who serves is busy."""
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

import pytest
from django.conf import settings as house
from django.db import connection, transaction

from core import clock
from core.tenancy import within
from evaluations.models import Application
from ops.run import THREADS
from tests import cluster
from tests.evaluations.path import Path
from tests.faults.conftest import until, web_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
AT_ONCE, WAITING = 2, 12
TOKEN = "a" * 32


class Refusing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def asked(address, cookie, data=None):
    """The status of the answer; redirects are not followed."""
    headers = {"Cookie": f"{cookie}; {house.CSRF_COOKIE_NAME}={TOKEN}", "X-CSRFToken": TOKEN}
    try:
        with urllib.request.build_opener(Refusing).open(urllib.request.Request(address, data, headers), timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as other:
        with other:
            return other.code
    except OSError:
        return 0


def close_in(round, seconds):
    """An announced round keeps its end: only the superuser can move it. Returns the new one."""
    closes_at = clock.now() + timedelta(seconds=seconds)
    cluster.postgres.run_sql("SET session_replication_role = replica; UPDATE certification_round SET "
                             f"closes_at = '{closes_at.isoformat()}' WHERE id = {round.pk}", database=connection.settings_dict["NAME"])
    return closes_at


def test_an_application_that_arrives_in_time_is_in_time_however_long_it_waits_for_its_turn(busan, client, settings):
    settings.SECRET_KEY = "faults" * 8
    path = Path(busan).written()
    client.force_login(busan.owner)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    with web_server(*THREADS, "--workers", 1, SERVED_AT_ONCE=str(AT_ONCE)) as port, ThreadPoolExecutor(WAITING + 1) as people:
        site = f"http://localhost:{port}"
        until(lambda: asked(f"{site}/healthz", ""))
        page = f"{site}/busan/portal/applications/{path.application.public_id}/"
        assert asked(page, cookie) == 200
        closes_at = close_in(path.round, 3)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE accounts_session")                   # whoever is served now is served for a while
            before = [people.submit(asked, page, cookie) for _ in range(WAITING)]
            time.sleep(1)
            click = people.submit(asked, f"{page}submit/", cookie, b"")
            time.sleep(1)
            assert not wait([*before, click], timeout=0).done, "all of them wait"
            time.sleep(max(0.0, (closes_at - clock.now()).total_seconds()) + 0.5)
        assert [one.result() for one in before] == [200] * WAITING and click.result() == 302
    with within(busan.agency):
        handed_in = Application.everything.get(pk=path.application.pk)
        assert handed_in.stage == "submitted" and handed_in.submitted_at < closes_at < clock.now()
