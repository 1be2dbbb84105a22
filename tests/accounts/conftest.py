"""What the tests of sign-in and people share."""
import threading
import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock

PASSWORD = "honest-river-2026"


@pytest.fixture
def queries_of():
    """How many statements a page needs once everything is warm."""

    def count(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    return count


@pytest.fixture
def with_password():
    """Give an account of the cast a password and a confirmed address."""

    def give(user, password=PASSWORD):
        user.set_password(password)
        user.save()
        EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
        return user

    return give


@pytest.fixture
def sign_in():
    """Through the page, as people do."""

    def post(client, email, password=PASSWORD, site="/busan", **more):
        return client.post(f"{site}/accounts/login/", {"login": email, "password": password}, **more)

    return post


@pytest.fixture
def client_elsewhere():
    """The same person's other browser."""
    return Client()


@pytest.fixture
def later(monkeypatch):
    """The machine's clock, moved on."""
    real = clock.real_now

    def move(**by):
        monkeypatch.setattr(clock, "real_now", lambda: real() + timedelta(**by))

    return move


@pytest.fixture
def signed_in(client, with_password, sign_in, fresh_counters):
    def as_(user):
        with_password(user)
        assert sign_in(client, user.email).status_code == 302
        return client

    return as_


@pytest.fixture
def minutes_ago():
    """This browser signed in some minutes ago."""

    def move(client, minutes):
        session = client.session
        session["began"] -= 60 * minutes
        session.save()

    return move


class Telephone:
    """An authenticator app, by the library's own arithmetic."""

    def __init__(self, secret):
        self.secret = secret

    def code(self, steps=0):
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // 30 + steps))

    def wrong(self):
        """A code that none of the steps around now has."""
        right = {self.code(steps) for steps in range(-3, 4)}
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in right)


@pytest.fixture
def with_app():
    """Give an account an authenticator app and recovery codes: the telephone it is on."""

    def give(user):
        secret = generate_totp_secret()
        TOTP.activate(user, secret)
        RecoveryCodes.activate(user)
        return Telephone(secret)

    return give


def codes_of(user):
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()


def together(deed, arguments):
    """Each in a thread and a connection of its own, all at once."""
    ready, answers = threading.Barrier(len(arguments)), []

    def one(argument):
        try:
            ready.wait()
            answers.append(deed(argument))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
