"""A request: one agency, one transaction; whatever goes wrong leaves nothing behind."""
import json
import threading

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import get_script_prefix, get_urlconf

from core.failures import server_error
from core.middleware import AgencyMiddleware
from core.models import AuditEvent
from core.problems import PROBLEM
from core.tenancy import is_nationwide, is_within, within
from tests.sample import views
from tests.sample.models import Club

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner(visitor, busan, here):
    visitor.force_login(busan.owner)
    return visitor


def clubs(place):
    with within(place.agency):
        return set(Club.everything.values_list("number", flat=True))


def nothing_left():
    in_scope = is_within() or is_nationwide() or connection.in_atomic_block
    return (get_script_prefix(), get_urlconf(), in_scope) == ("/", None, False)


@pytest.mark.parametrize("path", ["boom/", "where/?clumsy", "points_nowhere/"])
def test_a_500_leaves_nothing_behind(path, owner, busan):
    assert owner.get(f"/busan/{path}").status_code == 500
    assert clubs(busan) == {"000-1", "000-2"} and nothing_left()
    assert owner.get("/busan/where/").status_code == 200


PATHS = ["", "nowhere/", "boom/", "points_nowhere/", "where/?clumsy", "accounts/login/", "officers/", "out_of_order/", "half_refused/",
         "no_guard/", "admin/", "away/", "file/", "club/00000000-0000-4000-8000-000000000000/"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_outlives_its_request(path, owner):
    owner.get(f"/busan/{path}").close()
    assert nothing_left()


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/boom/", "/owned/", "/?clumsy", "/no_guard/"])
def test_nothing_outlives_a_national_request(path, owner):
    owner.get(path)
    assert nothing_left()


@pytest.mark.parametrize("path", ["/busan/", "/"])
def test_even_what_escapes_the_middleware_is_put_back(path, busan, rf, sample_site):
    def broken(request):
        assert get_script_prefix() == path and (is_within() or is_nationwide())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        AgencyMiddleware(broken)(rf.get(path))
    assert nothing_left()


def test_threads_do_not_share_an_agency(busan, daegu, sample_site):
    together, wrong = threading.Barrier(2), []

    def visit(slug, name):
        for _ in range(30):
            together.wait()
            text = Client().get(f"/{slug}/where/").content.decode()
            if text != f"/{slug}/ /{slug}/ {name}":
                wrong.append(text)
        connection.close()

    threads = [threading.Thread(target=visit, args=(place.agency.slug, place.agency.name_ko)) for place in (busan, daegu)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert wrong == []


def test_hooks_run_after_commit_and_so_outside_the_agency(visitor, here, caplog):
    assert visitor.get("/busan/after_commit/").content == b"2"
    assert views.SEEN_AFTER_COMMIT == [False], "the second hook asked for rows and was refused"
    assert "NoScope" in caplog.text


@pytest.mark.django_db(transaction=False)
def test_a_request_leaves_no_scope_in_the_transaction_around_it(visitor, here):
    assert visitor.get("/busan/after_commit/").content == b"2"
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('poom.agency', true)")
        assert cursor.fetchone()[0] == ""


# ---- streams

def test_a_stream_brings_its_own_scope_and_addresses(visitor, here, there):
    answer = visitor.get("/busan/stream/")
    assert b"".join(answer.streaming_content).decode() == "/busan/ CNRY-busan-club\n/busan/ CNRY-busan-other\n"
    assert nothing_left()
    assert b"".join(visitor.get("/busan/file/").streaming_content) == b"bytes"


def test_a_stream_that_nobody_reads_to_its_end_is_closed(visitor, here):
    answer = visitor.get("/busan/stream/")
    next(iter(answer.streaming_content))
    answer.close()
    assert nothing_left()
    assert visitor.get("/busan/where/").status_code == 200


# ---- refusals

def test_what_a_refused_view_wrote_is_undone_and_its_session_is_kept(owner, busan):
    owner.cookies["other"] = "1"
    answer = owner.get("/busan/half_refused/", follow=True)
    assert "Not today." in answer.content.decode() and owner.session["kept"]
    assert clubs(busan) == {"000-1", "000-2"}


def test_a_refusal_leads_back_to_where_the_button_was(owner):
    came_from = "http://testserver/busan/portal/?page=2"
    assert owner.post("/busan/half_refused/", headers={"referer": came_from}).url == came_from


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/", "http://testserver/busan/half_refused/", "javascript:alert(1)"])
def test_a_refusal_never_leads_elsewhere_or_in_circles(referer, owner):
    assert owner.get("/busan/half_refused/", headers={"referer": referer}).url == "/busan/accounts/start/"


def test_a_refusal_is_a_fragment_for_htmx(owner):
    answer = owner.post("/busan/half_refused/", headers={"hx-request": "true"})
    assert answer.status_code == 409 and "Not today." in answer.content.decode() and "<html" not in answer.content.decode()


def test_what_does_not_answer_is_said_like_a_refusal(owner):
    answer = owner.get("/busan/unavailable/", follow=True)
    assert answer.status_code == 200 and "The counters do not answer." in answer.content.decode()


def test_a_crossing_is_known_in_the_view_not_at_commit(owner, there):
    assert owner.get("/busan/crosses/", {"club": there.club.pk}).status_code == 409


@pytest.mark.parametrize("path", ["/busan/out_of_order/", "/busan/boom/"])
def test_the_page_for_a_failure_asks_the_database_for_nothing(path, owner, django_assert_num_queries):
    answer = owner.get(path)
    assert answer.status_code in (500, 503)
    text = answer.content.decode()
    assert 'lang="ko"' in text and 'lang="en"' in text and "Traceback" not in text and "ZeroDivision" not in text


def test_a_database_that_is_away_is_a_503_that_says_when_to_come_again(owner):
    answer = owner.get("/busan/out_of_order/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")


@pytest.mark.parametrize(("failure", "status", "code"), [(ZeroDivisionError, 500, "failure"), (OperationalError, 503, "away")])
def test_a_program_is_told_of_our_failures_as_a_problem(failure, status, code, rf):
    try:
        raise failure
    except failure:
        answer = server_error(rf.get("/api/v1/certificates"))
    said = json.loads(answer.content)
    assert (answer.status_code, said["status"], answer["Content-Type"]) == (status, status, PROBLEM)
    assert said["type"].endswith(f"/api/docs#{code}") and (answer.get("Retry-After") == "30") == (status == 503)


# ---- the nation

def test_the_national_site_reads_what_is_published(visitor, courses, here):
    assert visitor.get("/published/").content == b"CNRY-central-out"


def test_the_register_is_read_by_citizens_of_every_agency_and_of_the_nation(visitor, listings, central):
    for path in ("/busan/listed/", "/central/listed/", "/listed/"):
        assert visitor.get(path).content == b"busan-listed, daegu-listed", path


def test_the_national_site_cannot_ask_for_more(visitor, here):
    assert visitor.get("/owned/").status_code == 500
    visitor.raise_request_exception = True
    with pytest.raises(RuntimeError, match="sample_club was asked for outside"):
        visitor.get("/owned/")


def test_an_agency_sees_what_others_published(visitor, courses, busan):
    assert visitor.get("/busan/published/").content == b"CNRY-central-out"


def test_what_a_view_recorded_stays(owner, busan):
    assert owner.post("/busan/make/", {"name": "new"}).status_code == 302
    assert "made" in clubs(busan)
    with within(busan.agency):
        assert not AuditEvent.everything.exists()
