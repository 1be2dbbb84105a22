"""Tables at the desk that are only looked into: audit trail, access log, memberships."""
import pytest

from accounts.actors import Actor
from accounts.models import Membership
from core.models import AccessEntry, AuditEvent
from core.tenancy import within
from providers import workflow

TABLES = ["core/auditevent", "core/accessentry", "accounts/membership"]


@pytest.fixture
def happened(busan, client):
    """One event in the trail and one entry in the log."""
    with within(busan.agency):
        workflow.confirm_provider(busan.provider, actor=Actor.of(busan.officer))
    client.force_login(busan.officer)
    client.get(f"/busan/admin/providers/{busan.provider.public_id}/")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("who", ["auditor", "admin"])
def test_auditor_and_administrator_look_into_them(table, who, busan, happened, sit_down):
    assert sit_down(getattr(busan, who)).get(f"/busan/admin/{table}/").status_code == 200


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("who", ["officer", "manager", "director", "trainer", "observer"])
def test_others_do_not(table, who, busan, sit_down):
    assert sit_down(getattr(busan, who)).get(f"/busan/admin/{table}/").status_code == 403


def test_the_trail_names_who_did_what_to_whom(busan, happened, sit_down, words_of):
    page = words_of(sit_down(busan.auditor).get("/busan/admin/core/auditevent/?q=provider.confirmed"))
    for there in ("CNRY-busan-officer", "provider.confirmed", "CNRY-busan-provider"):
        assert there in page


def test_the_log_names_who_read_whose_data(busan, happened, sit_down, words_of):
    page = words_of(sit_down(busan.auditor).get("/busan/admin/core/accessentry/"))
    for there in ("CNRY-busan-officer", "provider.read", "CNRY-busan-provider", "127.0.0.1"):
        assert there in page


@pytest.mark.parametrize(("model", "table"), list(zip([AuditEvent, AccessEntry, Membership], TABLES, strict=True)))
def test_one_entry_opens_and_nothing_in_it_can_be_changed(model, table, busan, happened, sit_down):
    client = sit_down(busan.admin)
    with within(busan.agency):
        row = model.everything.first()
    page = client.get(f"/busan/admin/{table}/{row.pk}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert client.post(f"/busan/admin/{table}/{row.pk}/change/", {}).status_code == 403
    assert client.get(f"/busan/admin/{table}/add/").status_code == 403
    assert client.post(f"/busan/admin/{table}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_another_agencys_entries_are_not_there(busan, daegu, happened, sit_down, words_of):
    assert "busan" not in words_of(sit_down(daegu.auditor).get("/daegu/admin/core/auditevent/"))
