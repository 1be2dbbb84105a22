"""Every test runs on real PostgreSQL as the web role: the walls are up."""
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.test.utils import setup_databases

from accounts import directory, limits
from core import frames, public_pages
from tests import cluster, jails, remembered
from tests.built import started

pytest_plugins = ["tests.cast"]
# What needs the draft of the demonstration comes before the journey that hands it in. One process builds the demonstration and begins
# with the browser's journeys, the other with the longest file that needs none.
FIRST = ["test_imports.py", "test_routes.py", "test_drafts.py", "test_evidence.py", "test_files.py", "test_diagnosis.py",
         "test_main_path.py", "test_pages.py", "test_provider.py", "test_errands.py", "test_announcement.py"]
KEPT = {"django_migrations", "django_content_type", "auth_permission", "accounts_province", "accounts_district", "providers_servicetype"}


@contextmanager
def as_owner(role=settings.OWNER_ROLE):
    """The role that migrates; tests use it to build and to tamper with the database, never to look."""
    before = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = role
    try:
        yield connection
    finally:
        connection.close()
        connection.settings_dict["USER"] = before


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    """What a process keeps in memory must not lead from one test to the next; nor may a slow machine ask for it again in the middle of one
    that counts statements."""
    monkeypatch.setattr(directory, "SECONDS", 600)
    directory.forget()
    public_pages.forget_pages()
    frames.forget_frames()


@pytest.fixture(autouse=True)
def reading_back(request):
    remembered.begin(request)


@pytest.fixture(autouse=True)
def jails_remember(request, monkeypatch):
    if not jails.asks_afresh(request.path):
        jails.patch(monkeypatch, request.node.nodeid)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    with django_db_blocker.unblock(), as_owner():
        started(build)
    with django_db_blocker.unblock(), as_owner("postgres"), connection.cursor() as cursor:
        cursor.execute(remembered.READS_BACK)
    yield
    cluster.stop()


def build():
    """From the migrations, as far as they are not there yet, and the walls."""
    setup_databases(verbosity=0, interactive=False, keepdb=True, serialized_aliases=[])


@pytest.fixture
def fresh_counters():
    """For tests that count tries: nobody has tried yet."""
    limits._counters().flushdb()


def empty(self):
    """The web role has no TRUNCATE, and for tables of a few rows DELETE is ten times faster; no trigger and no key looks on. What
    migrations brought stays."""
    with as_owner("postgres"), connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - KEPT)
        deletes = "; ".join(f"DELETE FROM {table}" for table in tables)
        cursor.execute(f"SET session_replication_role = replica; {deletes}")


TransactionTestCase._fixture_teardown = empty


def pytest_collection_modifyitems(items):
    """What takes minutes begins first: a worker that is left with it at the end keeps everybody waiting."""
    items.sort(key=lambda item: FIRST.index(item.path.name) if item.path.name in FIRST else len(FIRST))
