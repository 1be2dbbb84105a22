"""Whether there is an account nobody learns at the door: the same work for known and unknown addresses (the same bytes: test_sign_in,
test_passkeys, test_oidc)."""
import statistics
import time

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from tests.accounts.conftest import PASSWORD

pytestmark = pytest.mark.usefixtures("fresh_counters")


@pytest.fixture
def hashed(monkeypatch):
    """The hashes that were computed."""
    counted, real = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, password, salt: counted.append(password) or real(self, password, salt))
    return counted


@pytest.fixture
def known(busan, with_password):
    return with_password(busan.owner).email


def work_of(hashed, deed):
    hashed.clear()
    deed()
    return len(hashed)


def test_signing_in_computes_a_hash_for_whoever_is_named(known, hashed, sign_in):
    works = [work_of(hashed, lambda: sign_in(Client(), email, "wrong")) for email in (known, "nobody@haetsal.example")]     # noqa: B023
    assert works == [1, 1]


def test_signing_up_computes_a_hash_for_whoever_is_named(known, hashed):
    def sign_up(email):
        return Client().post("/busan/accounts/signup/", {"email": email, "password1": PASSWORD, "password2": PASSWORD})

    works = [work_of(hashed, lambda: sign_up(email)) for email in (known, "new@haetsal.example")]       # noqa: B023
    assert works == [1, 1]
    assert len(mail.outbox) == 2


def test_a_reset_sends_one_message_and_computes_none(known, hashed):
    for email in (known, "nobody@haetsal.example"):
        assert work_of(hashed, lambda: Client().post("/busan/accounts/password/reset/", {"email": email})) == 0     # noqa: B023
    assert [message.to for message in mail.outbox] == [[known], ["nobody@haetsal.example"]]


def test_a_closed_account_is_refused_like_a_wrong_password(known, busan, hashed, sign_in):
    busan.owner.is_active = False
    busan.owner.save()
    answers = [sign_in(Client(), known, "wrong"), sign_in(Client(), "nobody@haetsal.example", "wrong")]
    assert answers[0].context["form"].errors == answers[1].context["form"].errors


def test_the_median_tells_nothing(known, sign_in, settings):
    settings.SIGN_IN_LIMIT = settings.SIGN_IN_LIMIT_ACCOUNT = 10_000
    browsers, times = Client(), {known: [], "nobody@haetsal.example": []}
    for _ in range(25):
        for email, taken in times.items():
            began = time.process_time()                 # of this process: what others do on the machine does not count
            sign_in(browsers, email, "wrong")
            taken.append(time.process_time() - began)
    first, second = map(statistics.median, times.values())
    assert abs(first - second) < 0.010
