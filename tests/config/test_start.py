"""An unsafe start is refused with one clear line."""
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.start import refuse_unsafe_start
from tests.conftest import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def safe(settings, monkeypatch):
    settings.SECRET_KEY = "k" * 50
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    monkeypatch.setattr(connection, "close", lambda: None)      # the test's own transaction lives on it


def test_a_safe_start_says_nothing():
    refuse_unsafe_start()


@pytest.mark.parametrize(("name", "value", "named"), [
    ("DEBUG", True, "DEBUG is on"),
    ("SECRET_KEY", "only-for-development-and-tests", "SECRET_KEY"),
    ("SECRET_KEY", "short", "SECRET_KEY"),
    ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS"),
])
def test_an_unsafe_setting_is_named(name, value, named, settings):
    setattr(settings, name, value)
    with pytest.raises(ImproperlyConfigured, match=named):
        refuse_unsafe_start()


def test_the_owners_password_must_not_reach_the_web(monkeypatch):
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgres://owner@localhost/poom")
    with pytest.raises(ImproperlyConfigured, match="DATABASE_OWNER_URL"):
        refuse_unsafe_start()


@pytest.mark.django_db(transaction=True)
def test_a_role_above_the_walls_is_refused(settings, monkeypatch):
    monkeypatch.undo()
    with as_owner():
        settings.WEB_ROLE = settings.OWNER_ROLE         # even when the settings call it the web role
        with pytest.raises(ImproperlyConfigured, match="BYPASSRLS"):
            refuse_unsafe_start()
