"""What the tests of sign-in and people share."""
import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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
