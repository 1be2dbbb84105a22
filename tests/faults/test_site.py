"""The web server as a process while PostgreSQL goes away and comes back."""
import json
import urllib.error
import urllib.request

import pytest
from django.db import connection

from tests import cluster
from tests.conftest import as_owner
from tests.faults.conftest import until, web_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PAGES = ["/", "/busan/", "/busan/accounts/login/", "/busan/admin/"]
TRACES = ["Traceback", "psycopg", "OperationalError", "poom-pg", "/core/", ".py"]


@pytest.fixture
def ask(busan, client, settings):
    """`ask("/busan/")`: (status, headers, text) from a running web server; the officer is signed in."""
    settings.SECRET_KEY = "faults" * 8                      # the server refuses the default, and has to know the session
    client.force_login(busan.officer)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def get(path, data=None):
        request = urllib.request.Request(f"http://localhost:{port}{path}", data, {"Cookie": f"session={session}"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.headers, refusal.read().decode()

    def answers():
        try:
            return get("/healthz")
        except OSError:
            return None

    with web_server("--workers", 1) as port:
        until(answers)
        yield get


@pytest.fixture
def postgres():
    """To be stopped by the test; it runs again afterwards, whatever happens."""
    with as_owner("postgres"), connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")                        # the tests' server keeps the last half second in memory only
    yield cluster.postgres
    connection.close()
    cluster.postgres.start()


def test_without_postgresql_every_page_says_so_in_words_and_works_again_afterwards(ask, postgres):
    assert [ask(path)[0] for path in PAGES] == [200] * 4
    postgres.stop()
    for path in ("/", "/busan/accounts/login/", "/busan/admin/", "/busan/nowhere/"):
        status, headers, text = until(lambda path=path: (answer := ask(path))[0] == 503 and answer, 10)     # kept pages live 5 s
        assert headers["Retry-After"] == "30" and "no-store" in headers["Cache-Control"], path
        assert "잠시" in text and "lang=\"en\"" in text, path
        assert [trace for trace in TRACES if trace in text] == [], path
    status, headers, text = ask("/healthz")
    assert status == 503 and "database" in json.loads(text)["failing"]
    assert ask("/busan/accounts/login/", b"login=officer")[0] in (403, 503)
    connection.close()
    postgres.start()
    assert [ask(path)[0] for path in PAGES] == [200] * 4, "at once, with the same process"
    assert "/accounts/logout/" in ask("/busan/admin/")[2], "and with the same session"
    postgres.stop()
    postgres.start()
    assert [ask(path)[0] for path in PAGES * 2] == [200] * 8, "a restart between two requests is noticed by nobody"
