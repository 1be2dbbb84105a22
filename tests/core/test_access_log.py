"""The access log: who saw whose data, also when the page failed or was refused."""
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from core.models import AccessEntry
from core.tenancy import within
from tests.conftest import as_owner
from tests.core.test_walls import rows

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer(visitor, busan, here):
    visitor.force_login(busan.officer)
    return visitor


def entries(place):
    with within(place.agency):
        return list(AccessEntry.everything.order_by("pk"))


def test_a_read_is_noted_with_its_five_facts(officer, busan, here):
    assert officer.get(f"/busan/club/{here.club.public_id}/", REMOTE_ADDR="192.0.2.7").status_code == 200
    (entry,) = entries(busan)
    assert (entry.user_id, entry.user_label, entry.ip) == (busan.officer.pk, "CNRY-busan-officer", "192.0.2.7")
    assert (entry.kind, entry.work, entry.agency_id) == ("read", "club.read", busan.agency.pk)
    assert (entry.subject_type, entry.subject_id, entry.subject_label) == ("sample.club", str(here.club.pk), "CNRY-busan-club")


def test_a_read_whose_page_failed_is_noted_too(officer, busan, here):
    assert officer.get(f"/busan/club/{here.club.public_id}/?boom").status_code == 500
    assert [(entry.kind, entry.work) for entry in entries(busan)] == [("read", "club.read")]
    assert not connection.in_atomic_block


@pytest.mark.parametrize("which", ["unknown", "foreign"])
def test_a_read_that_was_refused_is_noted(which, officer, busan, daegu, there):
    asked = {"unknown": uuid.uuid4(), "foreign": there.club.public_id}[which]
    assert officer.get(f"/busan/club/{asked}/").status_code == 404
    (entry,) = entries(busan)
    assert (entry.kind, entry.work, entry.subject_id, entry.subject_label) == ("refused", "club", str(asked), "")
    assert entries(daegu) == []


def test_a_role_that_was_refused_is_noted(officer, busan, here):
    assert officer.get(f"/busan/secret/{here.club.public_id}/").status_code == 403
    (entry,) = entries(busan)
    assert (entry.kind, entry.work, entry.subject_id) == ("refused", "secret", str(here.club.public_id))


def test_a_mistyped_address_is_nobodys_data(officer, busan):
    assert officer.get("/busan/nowhere/").status_code == 404
    assert entries(busan) == []


def test_citizens_leave_no_trace(visitor, busan, here):
    assert visitor.get(f"/busan/club/{here.club.public_id}/").status_code == 302
    assert visitor.get(f"/busan/open/{here.club.public_id}/").status_code == 404
    assert entries(busan) == []


def test_the_log_keeps_the_real_clock(officer, busan, here):
    from datetime import UTC, datetime, timedelta

    from core import clock

    with clock.travel(datetime(2024, 1, 1, tzinfo=UTC)):
        officer.get(f"/busan/club/{here.club.public_id}/")
    assert clock.real_now() - entries(busan)[0].at < timedelta(minutes=1)


def test_the_address_is_the_one_our_own_proxy_saw(officer, busan, here, settings):
    settings.PROXIES = 1
    forged = {"x-forwarded-for": "198.51.100.1, 203.0.113.9"}
    officer.get(f"/busan/club/{here.club.public_id}/", headers=forged)
    settings.PROXIES = 0
    officer.get(f"/busan/club/{here.club.public_id}/", headers=forged, REMOTE_ADDR="")
    assert [entry.ip for entry in entries(busan)] == ["203.0.113.9", "127.0.0.1"]


def test_an_address_that_is_none_does_not_lose_the_entry(officer, busan, here):
    officer.get(f"/busan/club/{here.club.public_id}/", REMOTE_ADDR="unix:")
    assert [entry.ip for entry in entries(busan)] == [None]


@pytest.mark.parametrize("change", ["UPDATE core_accessentry SET work = 'x'", "DELETE FROM core_accessentry"])
def test_the_log_is_append_only(change, officer, busan, here):
    officer.get(f"/busan/club/{here.club.public_id}/")
    with within(busan.agency), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        rows(change)
    with as_owner(), pytest.raises(DatabaseError, match="append-only"):
        rows(change)


def test_only_the_auditor_and_the_administrator_read_it(officer, busan, here, at):
    officer.get(f"/busan/club/{here.club.public_id}/")
    for who, count in (("auditor", 1), ("admin", 1), ("officer", 0), ("director", 0), ("owner", 0)):
        with at(getattr(busan, who), busan) as actor:
            assert AccessEntry.objects.visible_to(actor).count() == count
