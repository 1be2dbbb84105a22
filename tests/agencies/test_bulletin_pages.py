"""Bulletins on their pages: at Central from the draft to who has read it, at an agency from the first page to the confirmation."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from agencies.models import Bulletin, BulletinFile, Reading
from agencies.workflow import bulletin as workflow
from agencies.workflow import bulletin_sent as afterwards
from agencies.workflow.addressing import Addressees
from core import clock
from core.tenancy import within
from desk.views import bulletin as views
from tests.agencies.networking import WORDS, counted, hwpx_saying, read, sent, written
from tests.factories import BodyFactory, SeatFactory
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db
HERE, AT_CENTRAL = "/busan/network/bulletins/", "/central/network/bulletins/"
TYPED = {name: value for name, value in WORDS.items() if value is not None}


def row(central):
    with within(central.agency):
        return Bulletin.everything.get()


def test_a_bulletin_goes_from_the_draft_to_its_readers_by_its_pages(central, busan, sit_down, words_of):
    with within(central.agency):
        body = BodyFactory(name_en="Working-level council")
        SeatFactory(body=body, user=busan.manager)
    client = sit_down(central.officer)
    half = client.post(f"{AT_CENTRAL}new/?lang=en", {**TYPED, "agencies": ["busan"]})
    assert "Choose roles" in words_of(half) and WORDS["text_ko"] in half.content.decode()
    way = client.post(f"{AT_CENTRAL}new/?lang=en", {**TYPED, "agencies": ["busan"], "roles": ["officer"], "bodies": [str(body.public_id)]})
    address = f"{AT_CENTRAL}{row(central).public_id}/"
    assert way["Location"].startswith(f"{address}send/")
    assert "being counted" in words_of(client.get(f"{address}send/?lang=en"))
    counted(busan)
    assert "goes to 2 persons" in words_of(client.get(f"{address}send/?lang=en"))
    assert client.post(f"{address}add-file/", {"file": upload(hwpx_saying("붙임"), "붙임.hwpx")}).status_code == 302
    wrong = client.post(f"{address}add-file/?lang=en", {"file": upload(hwpx_saying("주민등록번호 900101-1234568"), "명단.hwpx")})
    assert "resident registration number" in words_of(wrong) and "붙임.hwpx" in wrong.content.decode()
    change = client.get(f"{address}change/?lang=en").content.decode()
    assert WORDS["title_ko"] in change and change.count("checked") == 3
    assert client.post(f"{address}change/", {**TYPED, "version": 1, "agencies": ["busan"], "roles": ["officer"]}).status_code == 302
    counted(busan)
    assert client.post(f"{address}count/").status_code == 302
    counted(busan)
    assert client.post(f"{address}send/").status_code == 302
    counted(busan)
    page = words_of(client.get(f"{address}readers/?lang=en"))
    assert "0 of 1 have read it" in page and "CNRY-busan-officer" in page
    assert client.get(f"{address}send/").status_code == 302


def test_opened_it_is_read_and_gone_from_the_first_page(central, busan, sit_down, words_of):
    bulletin = sent(central, busan)
    client = sit_down(busan.officer)
    assert WORDS["title_ko"] in client.get("/busan/admin/").content.decode() and "unread" in words_of(client.get(f"{HERE}?lang=en"))
    client.head(f"{HERE}{bulletin.public_id}/")
    with within(busan.agency):
        assert Reading.everything.get(user=busan.officer).read_at is None
    assert WORDS["text_ko"] in client.get(f"{HERE}{bulletin.public_id}/").content.decode()
    with within(busan.agency):
        assert Reading.everything.get(user=busan.officer).read_edition == 1
    assert WORDS["title_ko"] not in client.get("/busan/admin/").content.decode() and "unread" not in words_of(client.get(f"{HERE}?lang=en"))


def test_confirming_is_a_button_of_its_own(central, busan, sit_down, words_of):
    bulletin = sent(central, busan, confirm_by=clock.today() + timedelta(days=5))
    address, client = f"{HERE}{bulletin.public_id}/", sit_down(busan.officer)
    assert "I have read and understood it" in words_of(client.get(f"{address}?lang=en"))
    for nonsense in ("", "x", "9" * 30):
        client.post(f"{address}confirm/", {"edition": nonsense})
    with within(busan.agency):
        assert Reading.everything.get(user=busan.officer).confirmed_at is None
    client.post(f"{address}confirm/", {"edition": 1})
    assert "You confirmed it" in words_of(client.get(f"{address}?lang=en"))


def test_a_stranger_finds_neither_a_bulletin_nor_its_file(central, busan, daegu, sit_down):
    bulletin = written(central, Addressees(agencies=[busan.agency], roles=["officer"]))
    with within(central.agency):
        file = workflow.attach_file(bulletin, upload(pdf(), "가.pdf"), actor=Actor.of(central.officer))
    addresses = (f"network/bulletins/{bulletin.public_id}/", f"network/bulletins/file/{file.public_id}/")
    assert [sit_down(busan.officer).get(f"/busan/{one}").status_code for one in addresses] == [404, 404]
    counted(busan)
    with within(central.agency):
        workflow.send_bulletin(bulletin, actor=Actor.of(central.officer))
    counted(busan)
    answers = [sit_down(busan.officer).get(f"/busan/{one}") for one in addresses]
    assert [one.status_code for one in answers] == [200, 200]
    assert b"".join(answers[1].streaming_content)
    for user, place in ((busan.manager, "busan"), (daegu.officer, "daegu")):
        client = sit_down(user)
        assert [client.get(f"/{place}/{one}").status_code for one in addresses] == [404, 404]
        assert client.post(f"/{place}/{addresses[0]}confirm/", {"edition": 1}).status_code == 404


def test_corrected_withdrawn_and_reminded_by_their_pages(central, busan, sit_down, words_of):
    bulletin = sent(central, busan)
    with within(central.agency):
        old = afterwards.keep_file(bulletin, upload(pdf(), "옛 서식.pdf"), actor=Actor.of(central.officer))
    client, address = sit_down(central.officer), f"{AT_CENTRAL}{bulletin.public_id}/"
    assert client.post(f"{address}remind/").status_code == 302
    assert "Reminded last" in words_of(client.get(f"{address}readers/?lang=en"))
    typed = {**TYPED, "version": 1, "change_ko": "서식을 바꿉니다.", "taken_out": [str(old.public_id)],
             "upload": upload(hwpx_saying("새 서식"), "새 서식.hwpx")}
    wrong = client.post(f"{address}correct/?lang=en", {**typed, "change_ko": "", "upload": upload(hwpx_saying("새 서식"), "새 서식.hwpx")})
    assert "required" in words_of(wrong)
    assert client.post(f"{address}correct/", typed).status_code == 302
    reader = sit_down(busan.officer)
    page = reader.get(f"{HERE}{bulletin.public_id}/").content.decode()
    assert "서식을 바꿉니다." in page and "새 서식.hwpx" in page and "옛 서식.pdf" not in page
    assert reader.get(f"{HERE}file/{old.public_id}/").status_code == 404
    client = sit_down(central.officer)
    assert "required" in words_of(client.post(f"{address}withdraw/?lang=en", {"reason": ""}))
    assert client.post(f"{address}withdraw/", {"reason": "행사가 취소되었습니다."}).status_code == 302
    reader = sit_down(busan.officer)
    page = reader.get(f"{HERE}{bulletin.public_id}/").content.decode()
    assert "행사가 취소되었습니다." in page and WORDS["text_ko"] not in page
    with within(central.agency):
        newest = BulletinFile.everything.get(until_edition=None)
    assert reader.get(f"{HERE}file/{newest.public_id}/").status_code == 404


def test_a_draft_loses_a_file_and_is_discarded(central, busan, sit_down):
    bulletin = written(central)
    with within(central.agency):
        file = workflow.attach_file(bulletin, upload(pdf(), "가.pdf"), actor=Actor.of(central.officer))
    client = sit_down(central.officer)
    assert client.post(f"{AT_CENTRAL}file/{file.public_id}/remove/").status_code == 302
    assert "가.pdf" not in client.get(f"{AT_CENTRAL}{bulletin.public_id}/send/").content.decode()
    assert client.post(f"{AT_CENTRAL}{bulletin.public_id}/discard/").status_code == 302
    assert client.get(f"{AT_CENTRAL}{bulletin.public_id}/").status_code == 404


@pytest.mark.parametrize("page", ["sent/", "new/"])
def test_an_agency_has_no_page_to_keep_bulletins(page, busan, sit_down):
    assert sit_down(busan.manager).get(f"{HERE}{page}").status_code == 404


@pytest.mark.parametrize("where", ["mine", "kept"])
def test_lists_cost_as_many_statements_with_three_rows_as_with_one(where, central, busan, sit_down):
    client, counts = sit_down(busan.officer if where == "mine" else central.officer), []
    address = {"mine": HERE, "kept": f"{AT_CENTRAL}sent/"}[where]
    client.get(address)
    for more in (1, 2):
        for _number in range(more):
            sent(central, busan)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14


def test_the_readers_of_three_agencies_cost_as_many_statements_as_those_of_one(central, busan, daegu, sit_down):
    client, counts = sit_down(central.officer), []
    for bulletin in (sent(central, busan), sent(central, busan), sent(central, busan, daegu, central)):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{AT_CENTRAL}{bulletin.public_id}/readers/").status_code == 200
        counts.append(len(asked))
    assert counts[1] == counts[2] <= 16


def test_of_lists_there_are_pages(central, busan, sit_down, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 1)
    first, second = sent(central, busan, title_ko="첫째"), sent(central, busan, title_ko="둘째")
    client = sit_down(busan.officer)
    assert "둘째" in client.get(HERE).content.decode() and "첫째" in client.get(f"{HERE}?page=2").content.decode()
    read(busan, second)
    assert str(first.public_id) in client.get(HERE).content.decode()
