"""The desk's tables: one agency's rows, local roles, our own audit, the strict policy."""
import re
import unicodedata

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Q

from core.admin import HouseAdmin
from core.models import AuditEvent, AuditLabel
from core.tenancy import TenantRow, within
from tests.sample.models import Club, Voucher
from tests.written import PERSON

pytestmark = pytest.mark.django_db
LIST = "/busan/admin/sample/club/"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|application/json))|javascript:", re.I)


@pytest.fixture
def desk(sample_site, client, busan, here):
    client.force_login(busan.admin)
    return client


def rows_of(model, place):
    with within(place.agency):
        return list(model.everything.order_by("pk"))


def test_only_tables_behind_the_door_stand_at_the_desk():
    for model, table in admin.site._registry.items():
        assert issubclass(model, TenantRow) and isinstance(table, HouseAdmin), model


def test_the_list_shows_one_agency(desk, there):
    listed = desk.get(LIST).content.decode()
    assert "CNRY-busan-club" in listed and "CNRY-daegu" not in listed
    assert desk.get(f"{LIST}?q=busan&o=1").status_code == 200
    assert "CNRY-daegu" not in desk.get(f"{LIST}?q=daegu").content.decode().replace("q=daegu", "")


def test_adding_changing_and_deleting_are_told_to_the_audit_trail(desk, busan):
    new = {"keeper": busan.officer.pk, "name": "new", "number": "000-9"}
    assert desk.post(f"{LIST}add/", new).url == LIST
    row = rows_of(Club, busan)[-1]
    assert row.agency == busan.agency and row.name == "new"
    assert desk.post(f"{LIST}{row.pk}/change/", new | {"name": "newer"}).url == LIST
    assert desk.get(f"{LIST}{row.pk}/delete/").status_code == 200
    assert desk.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).url == LIST
    with within(busan.agency):
        told = [(event.verb, event.actor_id, list(event.facts)) for event in AuditEvent.everything.order_by("pk")]
        assert [label.subject_label for label in AuditLabel.everything.order_by("pk")] == ["new", "newer", "newer"]
    assert told == [(f"admin.{verb}", busan.admin.pk, ["fields"]) for verb in ("added", "changed", "deleted")]
    assert row.pk not in [one.pk for one in rows_of(Club, busan)]


def test_what_changed_is_told_by_its_fields(desk, busan, here):
    desk.post(f"{LIST}{here.club.pk}/change/", {"keeper": busan.officer.pk, "name": "newer", "number": here.club.number})
    with within(busan.agency):
        assert AuditEvent.everything.get().facts["fields"] != []


def test_deleting_many_is_told_one_by_one(desk, busan, here):
    chosen = {"action": "delete_selected", "_selected_action": [here.other.pk], "post": "yes"}
    assert desk.post(LIST, chosen).url == LIST
    with within(busan.agency):
        assert AuditEvent.everything.get().verb == "admin.deleted"


def test_a_resident_number_is_refused_at_the_desk_too(desk, busan):
    new = {"keeper": busan.officer.pk, "name": f"모임 {PERSON}", "number": "000-9"}
    page = desk.post(f"{LIST}add/?lang=en", new)
    assert page.status_code == 200 and "There is a resident registration number here." in page.content.decode()
    assert not [row for row in rows_of(Club, busan) if "모임" in row.name]


def test_words_typed_in_pieces_are_kept_composed(desk, busan):
    desk.post(f"{LIST}add/", {"keeper": busan.officer.pk, "name": unicodedata.normalize("NFD", "모임"), "number": "000-9"})
    assert rows_of(Club, busan)[-1].name == "모임"


def test_a_taken_number_is_a_sentence_and_no_500(desk, busan, here):
    again = {"keeper": busan.officer.pk, "name": "again", "number": here.club.number}
    answer = desk.post(f"{LIST}add/", again)
    assert answer.status_code == 200 and "errorlist" in answer.content.decode()


@pytest.mark.parametrize("page", ["change/", "delete/", "history/"])
def test_a_foreign_row_is_an_unknown_row(page, desk, there):
    answers = [desk.get(f"{LIST}{pk}/{page}") for pk in (there.club.pk, 10**9)]
    seen = {(answer.status_code, answer.get("Location"), answer.content) for answer in answers}
    assert len(seen) == 1 and answers[0].status_code in (302, 404)


def test_a_foreign_choice_is_an_unknown_choice(desk, there, here, busan):
    for pk in (there.club.pk, 10**9):
        answer = desk.post("/busan/admin/sample/voucher/add/", {"club": pk, "code": "planted"})
        assert answer.status_code == 200 and "errorlist" in answer.content.decode()
    assert [row.code for row in rows_of(Voucher, busan)] == ["CNRY-busan-voucher"]
    assert "CNRY-daegu" not in desk.get(f"{LIST}add/").content.decode(), "people of another agency"
    form = desk.get("/busan/admin/sample/voucher/add/").content.decode()
    assert "CNRY-busan-club" in form and "CNRY-daegu" not in form


def test_a_filter_offers_only_what_is_visible(desk, there, here, busan):
    with within(busan.agency):
        Voucher.objects.create(club=here.other, code="second")
    listed = desk.get("/busan/admin/sample/voucher/").content.decode()
    assert "CNRY-busan-other" in listed and "CNRY-daegu" not in listed


def test_what_the_door_hides_is_neither_listed_nor_offered_nor_opened(desk, here, busan, monkeypatch):
    """Also within the agency, where no other wall would hide it."""
    monkeypatch.setattr(Club, "audience", classmethod(lambda cls, actor: Q(number="000-1")))
    with within(busan.agency):
        Voucher.objects.create(club=here.other, code="second")
    for page in (LIST, "/busan/admin/sample/voucher/add/", "/busan/admin/sample/voucher/"):
        text = desk.get(page).content.decode()
        assert "CNRY-busan-other" not in text, page
    assert "CNRY-busan-other" not in desk.get(f"{LIST}{here.other.pk}/change/", follow=True).content.decode()


@pytest.mark.parametrize("who", ["officer", "manager", "director", "trainer", "auditor", "observer"])
def test_staff_look_and_do_not_edit(who, sample_site, client, busan, here):
    client.force_login(getattr(busan, who))
    assert client.get(LIST).status_code == 200
    assert client.get(f"{LIST}add/").status_code == client.post(f"{LIST}add/", {"name": "x"}).status_code == 403
    assert client.post(f"{LIST}{here.club.pk}/change/", {"name": "x"}).status_code == 403
    assert client.post(f"{LIST}{here.club.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [here.other.pk], "post": "yes"})
    assert len(rows_of(Club, busan)) == 2


def test_a_table_asks_for_staff_by_itself(rf, busan, at):
    """Also where no guard stood before it."""
    table = admin.site._registry[Club]
    for who, staff in (("officer", True), ("assessor", False), ("owner", False)):
        with at(getattr(busan, who), busan) as actor:
            request = rf.get("/")
            request.actor = actor
            assert table.has_view_permission(request) is table.has_module_permission(request) is staff


@pytest.mark.parametrize("who", ["employee", "consultant", "assessor", "committee", "owner"])
def test_who_has_no_desk_gets_none(who, sample_site, client, busan, here):
    client.force_login(getattr(busan, who))
    assert client.get(LIST).status_code == client.get("/busan/admin/").status_code == 403


def test_a_table_is_closed_unless_it_says_otherwise(desk, busan, here):
    assert desk.post(f"/busan/admin/sample/voucher/{here.voucher.pk}/change/", {"club": here.club.pk, "code": "x"}).status_code == 403
    assert desk.post(f"/busan/admin/sample/voucher/{here.voucher.pk}/delete/", {"post": "yes"}).status_code == 403


def test_rights_end_at_the_agencys_border(desk, busan, daegu):
    assert desk.get("/daegu/admin/").status_code == desk.get("/daegu/admin/sample/club/").status_code == 403


def test_djangos_own_log_stays_empty():
    assert LogEntry._meta.db_table not in settings.NATIONAL_TABLES


@pytest.mark.parametrize("page", ["", "sample/", "sample/club/", "sample/club/add/", "sample/club/{}/change/", "sample/club/{}/delete/",
                                  "sample/club/{}/history/", "nowhere/", "jsi18n/"])
def test_no_page_of_the_desk_has_anything_inline(page, desk, here):
    answer = desk.get(f"/busan/admin/{page.format(here.club.pk)}")
    assert answer.status_code in (200, 404)
    if answer["Content-Type"].startswith("text/html"):
        assert not INLINE.search(answer.content.decode())
