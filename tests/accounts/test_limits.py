"""How often somebody may try: a crowd does not race past it, and it locks out nobody who has been here before."""
import threading

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client

from accounts import limits
from core.errors import Unavailable
from tests.accounts.conftest import PASSWORD
from tests.factories import AgencyFactory, UserFactory

pytestmark = pytest.mark.usefixtures("django_db_setup", "fresh_counters")     # the counters start with the database
OFFICER = "officer@busan.example"


@pytest.fixture
def checks(monkeypatch):
    """Counts what costs: each time a password is hashed to be compared."""
    counted, real = [], MD5PasswordHasher.encode

    def counting(self, password, salt):
        counted.append(password)
        return real(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    return counted


def test_fifty_parallel_wrong_passwords_are_five_checks(transactional_db, checks):
    AgencyFactory(slug="busan")
    user = UserFactory(email=OFFICER)
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    checks.clear()
    ready, bodies = threading.Barrier(50), []

    def try_once(number):
        browser = Client()
        ready.wait()
        answer = browser.post("/busan/accounts/login/", {"login": OFFICER, "password": f"wrong-{number}"})
        bodies.append((answer.status_code, answer.wsgi_request.user.is_authenticated))
        connection.close()

    threads = [threading.Thread(target=try_once, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bodies == [(200, False)] * 50
    assert len(checks) <= settings.SIGN_IN_LIMIT
    checks.clear()
    right = Client().post("/busan/accounts/login/", {"login": OFFICER, "password": PASSWORD})
    wrong = Client().post("/busan/accounts/login/", {"login": OFFICER, "password": "wrong"})
    assert right.status_code == 200
    assert right.context["form"].errors == wrong.context["form"].errors
    assert not checks                                       # during the lock nothing is compared


@pytest.fixture
def locked(busan, with_password, sign_in):
    with_password(busan.officer)
    for _ in range(settings.SIGN_IN_LIMIT):
        sign_in(Client(), OFFICER, "wrong")
    return busan.officer


def test_a_locked_account_is_open_from_another_place_and_from_a_known_device(busan, with_password, sign_in):
    known = Client()
    with_password(busan.officer)
    assert sign_in(known, OFFICER).status_code == 302
    known.post("/busan/accounts/logout/")
    for _ in range(settings.SIGN_IN_LIMIT):
        sign_in(Client(), OFFICER, "wrong")
    assert sign_in(Client(), OFFICER).status_code == 200
    assert sign_in(known, OFFICER).status_code == 302
    assert sign_in(Client(), OFFICER, REMOTE_ADDR="203.0.113.7").status_code == 302


def test_a_known_device_is_known_for_its_own_account_only(locked, with_password, sign_in):
    neighbour = Client()
    with_password(UserFactory(email="neighbour@haetsal.example"))
    assert sign_in(neighbour, "neighbour@haetsal.example").status_code == 302
    neighbour.post("/busan/accounts/logout/")
    assert sign_in(neighbour, OFFICER).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"])
def test_a_header_that_a_stranger_writes_opens_no_lock(locked, sign_in, header):
    for place in ("198.51.100.1", "198.51.100.2, 127.0.0.1", "for=198.51.100.3"):
        assert sign_in(Client(), OFFICER, headers={header: place}).status_code == 200


def test_behind_one_proxy_of_ours_the_place_is_what_it_saw(locked, sign_in, settings):
    settings.PROXIES = 1
    spoofed = {"X-Forwarded-For": "198.51.100.1, 127.0.0.1"}
    assert sign_in(Client(), OFFICER, headers=spoofed).status_code == 200
    assert sign_in(Client(), OFFICER, headers={"X-Forwarded-For": "127.0.0.1, 198.51.100.1"}).status_code == 302


def test_an_account_is_not_tried_from_everywhere(busan, with_password, sign_in, settings):
    settings.SIGN_IN_LIMIT_ACCOUNT = 6
    with_password(busan.officer)
    for number in range(6):
        sign_in(Client(), OFFICER, "wrong", REMOTE_ADDR=f"203.0.113.{number}")
    assert sign_in(Client(), OFFICER, REMOTE_ADDR="203.0.113.99").status_code == 200


def test_a_stranger_s_lock_is_over_after_a_quarter_of_an_hour(locked, sign_in):
    keys = limits._counters().keys("poom:limit:*")
    assert keys
    assert all(0 < limits._counters().ttl(key) <= 15 * 60 for key in keys)


def test_an_unknown_address_is_locked_like_a_known_one(busan, sign_in):
    for _ in range(settings.SIGN_IN_LIMIT):
        sign_in(Client(), "nobody@haetsal.example", "wrong")
    unknown = sign_in(Client(), "nobody@haetsal.example", "wrong").context["form"].errors
    for _ in range(settings.SIGN_IN_LIMIT):
        sign_in(Client(), OFFICER, "wrong")
    assert sign_in(Client(), OFFICER, "wrong").context["form"].errors == unknown


def test_who_gets_in_has_no_slips_counted(busan, with_password, sign_in):
    with_password(busan.officer)
    for _ in range(3):
        for _ in range(settings.SIGN_IN_LIMIT - 1):
            sign_in(Client(), OFFICER, "wrong")
        assert sign_in(Client(), OFFICER).status_code == 302


def test_counters_that_do_not_answer_are_a_refusal(monkeypatch, settings):
    settings.LIMITS_URL = "redis://127.0.0.1:1/0"
    limits._counters.cache_clear()
    try:
        with pytest.raises(Unavailable):
            limits.reserve("x", 5, 60)
    finally:
        limits._counters.cache_clear()
