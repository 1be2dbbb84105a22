"""What every answer carries: the strict policy and its companions, whatever the answer is."""
import datetime

import pytest
from django.test import Client

from accounts import directory

pytestmark = pytest.mark.django_db
POLICY = {
    "default-src": "'self'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:", "object-src": "'none'",
    "base-uri": "'none'", "frame-ancestors": "'none'", "form-action": "'self'",
}
ANSWERS = {
    "a page": ("/busan/where/", 200),
    "the national site": ("/published/", 200),
    "a kept page": ("/busan/kept/", 200),
    "a redirect": ("/busan/portal/", 302),
    "a missing slash": ("/busan", 301),
    "no such page": ("/busan/nowhere/", 404),
    "no such agency": ("/nowhere/", 404),
    "no guard": ("/busan/no_guard/", 403),
    "a failure": ("/busan/where/?clumsy", 500),
    "a national failure": ("/owned/", 500),
    "no database": ("/busan/out_of_order/", 503),
    "closed": ("/daegu/portal/", 410),
    "a static file": ("/static/css/base.css", 200),
    "no static file": ("/static/nothing.css", 404),
    "a stream": ("/busan/stream/", 200),
    "a file": ("/busan/file/", 200),
    "a refusal": ("/busan/half_refused/", 302),
    "the admin": ("/busan/admin/", 200),
}


@pytest.fixture
def closed(daegu):
    daegu.agency.closed_on = datetime.date(2025, 12, 31)
    daegu.agency.save()
    directory.forget()


def policy_of(answer):
    return dict(directive.strip().split(" ", 1) for directive in answer["Content-Security-Policy"].split(";"))


def check(answer):
    assert policy_of(answer) == POLICY
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=(self)" in answer["Permissions-Policy"] and "microphone=()" in answer["Permissions-Policy"]
    assert answer["Cache-Control"]


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_carries_the_strict_policy_and_its_companions(kind, visitor, busan, closed):
    path, status = ANSWERS[kind]
    if kind == "the admin":
        visitor.force_login(busan.admin)
    answer = visitor.get(path)
    assert answer.status_code == status
    check(answer)
    answer.close()


def test_a_form_without_its_token_is_answered_under_the_same_policy(sample_site, busan, here):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(busan.owner)
    answer = strict.post("/busan/make/", {"name": "forged"})
    assert answer.status_code == 403
    check(answer)


def test_a_host_that_is_not_ours_is_answered_under_the_same_policy(visitor, busan):
    answer = visitor.get("/busan/where/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    check(answer)


@pytest.mark.parametrize("path", ["/busan/where/", "/busan/nowhere/", "/published/", "/busan/portal/", "/busan/accounts/login/"])
def test_nothing_is_kept_by_a_cache_unless_its_view_says_so(path, visitor, busan):
    said = visitor.get(path)["Cache-Control"]
    assert "no-store" in said and "private" in said


def test_what_is_public_says_so(visitor, busan):
    assert visitor.get("/busan/kept/")["Cache-Control"] == "public, max-age=60"
    file = visitor.get("/static/css/base.css")
    assert "no-store" not in file["Cache-Control"]
    file.close()


def test_transport_security_is_asked_for_over_tls(visitor, busan):
    assert "max-age=31536000" in visitor.get("/busan/where/", secure=True)["Strict-Transport-Security"]


def test_cookies_are_for_the_server_only(visitor, busan):
    visitor.get("/busan/half_refused/")
    visitor.get("/busan/accounts/login/")
    given = [cookie for cookie in visitor.cookies.values() if cookie.value]
    assert {cookie.key for cookie in given} == {"session", "csrf"}
    for cookie in given:
        assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/" and not cookie["domain"]
