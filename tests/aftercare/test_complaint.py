"""A citizen tells something: one door, a form that loses nothing, a code shown once, following, adding; too much and too often."""
from datetime import date, timedelta

import pytest
from django.test import Client

from accounts import directory, limits
from aftercare import workflow
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity, ComplaintWord
from core import clock
from core.errors import Refused, Unavailable
from core.models import AuditEvent, Errand, StoredFile
from core.tenancy import within
from tests import files
from tests.aftercare.complaining import (
    CITIZEN,
    CONTACT,
    FILE,
    FOLLOW,
    NAME,
    WORDS,
    code_in,
    form_at,
    in_hand,
    named,
    only,
    sent,
    told,
    words_of,
)
from tests.certification.test_register_pages import made, statements

pytestmark = pytest.mark.usefixtures("fresh_counters", "that_day")


def nothing_kept(place):
    with within(place.agency):
        return not Complaint.everything.exists() and not ComplaintFile.everything.exists()


def paper(name="기록.pdf"):
    return files.upload(files.pdf(), name)


# ---- the door

def test_from_the_register_one_door_leads_to_both_ways_and_is_kept_without_a_form(certified, client):
    entry = client.get(f"/busan/register/{certified.number}/?lang=en").content.decode()
    assert f"/register/{certified.number}/tell/" in entry and "<form" not in entry
    answer = client.get(f"/busan/register/{certified.number}/tell/?lang=en")
    page = answer.content.decode()
    assert f"/register/{certified.number}/complaint/" in page and f"/register/{certified.number}/report/" in page
    assert "csrf" not in page and 'method="post"' not in page and "public" in answer["Cache-Control"] and "112" in page


def test_a_provider_is_found_by_a_piece_of_its_name_or_number(certified, client):
    for words in ("다솜", certified.number):
        page = client.get("/busan/tell/", {"q": words, "lang": "en"}).content.decode()
        assert f"/register/{certified.number}/tell/" in page and "csrf" not in page
    assert "No certified provider is found" in client.get("/busan/tell/?q=없는기관&lang=en").content.decode()


@pytest.mark.parametrize("address", ["/busan/tell/", "/busan/tell/?q=다솜", "/busan/register/{}/tell/"])
def test_the_door_asks_few_questions(address, certified, client):
    assert len(statements(client, address.format(certified.number))[1]) <= 3


def test_a_wrong_entry_is_no_complaint_and_bad_service_no_wrong_entry(certified, client):
    page = client.get(f"/busan/register/{certified.number}/report/").content.decode()
    assert 'value="facts"' in page and 'value="service"' not in page


# ---- the form

def test_somebody_without_an_account_tells_it_and_reads_a_code_once(busan, certified, client):
    answer = sent(client, certified)
    code, row = code_in(answer), only(busan)
    assert answer.status_code == 200 and len(code.replace("-", "")) == 13 and "no-store" in answer["Cache-Control"]
    assert (row.number, row.words, row.category, row.provider_id, row.stage) == ("2026-C001", WORDS, "treatment", busan.provider.pk, "new")
    assert row.deadline.last_day == date(2026, 10, 28)
    assert code not in str(client.cookies) and "session" not in client.cookies
    with within(busan.agency):
        kept = str(list(Complaint.everything.values())) + str(list(AuditEvent.everything.values())) + str(list(Errand.everything.values()))
    assert code not in kept and code.replace("-", "") not in kept


def test_misuse_of_the_mark_is_told_about_somebody_who_is_not_certified(busan, client):
    address = "/busan/tell/misuse/?lang=en"
    typed = {"token": form_at(client, address), "accused": "가짜돌봄센터, 해운대역 앞", "words": "현판을 걸어 두었습니다."}
    assert code_in(client.post(address, typed))
    row = only(busan)
    assert (row.about, row.category, row.provider_id, row.subject) == ("mark", "mark", None, "가짜돌봄센터, 해운대역 앞")
    assert "required" in words_of(client.post(address, typed | {"accused": ""}))


def test_sent_twice_it_is_one_complaint_with_the_same_code_and_with_other_words_another(busan, certified, client):
    token = form_at(client, f"/busan/register/{certified.number}/complaint/")
    codes = [code_in(sent(client, certified, token=token)) for _ in range(2)]
    assert codes[0] == codes[1] and only(busan)
    assert code_in(sent(client, certified, token=token, words="다른 일입니다.")) != codes[0]
    with within(busan.agency):
        assert Complaint.everything.count() == 2


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"words": ""}, "required"), ({"words": "  "}, "required"), ({"category": "x"}, "valid choice"), ({"category": ""}, "required"),
    ({"words": "가" * 4001}, "4000"), ({"name": "김" * 10_000}, "60"), ({"occurred": "x" * 10_000}, "120"),
    ({"contact": "x" * 10_000}, "120"),
    ({"words": "이상함\u202e"}, "cannot be seen"), ({"words": "주민등록번호 900101-1234568"}, "must not be collected"),
    ({"name": "김"}, "Without your agreement"), ({"contact": "a@x.kr"}, "Without your agreement"),
    ({"website": "http://x"}, "nobody sees"), ({"token": "made-up"}, "open for more than a day")])
def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(typed, sentence, busan, certified, client):
    answer = sent(client, certified, **{"occurred": "화요일"} | typed)
    assert answer.status_code == 200 and sentence in words_of(answer) and code_in(answer) is None
    kept = answer.content.decode()
    assert typed.get("words", WORDS).strip() in kept and typed.get("occurred", "화요일") in kept and nothing_kept(busan)


def test_a_script_is_words_on_every_page(busan, certified, client):
    bad = "<script>alert(1)</script>"
    one = told(busan, client, certified, words=bad, occurred=bad)
    client.force_login(busan.officer)
    for page in (client.get(f"/busan/admin/complaints/{one.row.public_id}/"), Client().post(FOLLOW, {"code": one.code})):
        assert page.status_code == 200 and bad not in page.content.decode() and "&lt;script&gt;" in page.content.decode()


def test_a_form_that_program_or_day_spoilt_goes_through_when_it_is_sent_again(busan, certified, client):
    for typed in ({"website": "x"}, {"token": "x"}):
        page = sent(client, certified, **typed).content.decode()
        assert 'name="website" value' not in page
        token = page.split('name="token" value="')[1].split('"')[0]
        assert code_in(sent(client, certified, token=token, words=f"다시 보냅니다 {token}"))


def test_a_form_without_its_token_is_refused(certified):
    refused = Client(enforce_csrf_checks=True).post(f"/busan/register/{certified.number}/complaint/", {"words": WORDS})
    assert refused.status_code == 403


def test_a_closed_agency_receives_none_and_an_unknown_number_is_unknown(busan, daegu, certified, client):
    other = made(daegu, "대구")
    for number in ("BS-QC-2099-001", other.number):
        for rest in ("tell", "complaint"):
            assert client.get(f"/busan/register/{number}/{rest}/").status_code == 404
    token = form_at(client, f"/busan/register/{certified.number}/complaint/")
    busan.agency.closed_on = clock.today()
    busan.agency.save()
    directory.forget()
    assert "receives no reports" in words_of(sent(client, certified, token=token)) and nothing_kept(busan)


# ---- files

def test_files_come_along_under_a_shelf_of_their_own(busan, certified, client):
    sent(client, certified, files=[paper(FILE), files.upload(files.png(), "b.png")], **named())
    with within(busan.agency):
        assert list(ComplaintFile.everything.values_list("position", "name")) == [(1, FILE), (2, "b.png")]
        assert len(set(StoredFile.everything.filter(pk__in=ComplaintFile.everything.values("file")).values_list("shelf"))) == 1


def test_thirty_files_are_a_sentence(busan, certified, client):
    answer = sent(client, certified, files=[paper(f"{number}.pdf") for number in range(30)])
    assert "At most 10 files at once; 30 were chosen" in words_of(answer) and WORDS in words_of(answer) and nothing_kept(busan)


@pytest.mark.parametrize(("content", "name", "sentence"), [
    (b"MZ" + b"\0" * 200, "x.exe", "x.exe"), (b"", "leer.pdf", "leer.pdf"), (b"<script>1</script>", "a.pdf", "a.pdf"),
    (b"x", "b" * 10_000 + ".txt", "bbb")])
def test_a_file_that_will_not_do_is_named_and_the_words_stay(content, name, sentence, busan, certified, client):
    answer = sent(client, certified, files=[files.upload(content, name)])
    assert answer.status_code == 200 and sentence in words_of(answer) and "choose all of them again" in words_of(answer)
    assert WORDS in words_of(answer) and nothing_kept(busan)


def test_a_resident_number_in_a_file_is_refused_and_the_file_before_it_leaves_nothing(busan, certified, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    bad = files.upload(files.docx(), "주민등록번호 900101-1234568.docx")
    answer = sent(client, certified, files=[paper("gut.pdf"), bad])
    assert "must not be collected" in words_of(answer) or "resident registration number" in words_of(answer)
    assert nothing_kept(busan) and not [one for one in tmp_path.rglob("*") if one.is_file()]


# ---- too often

def test_of_a_hundred_from_one_address_the_limit_arrives_and_the_rest_is_told_politely(busan, certified, client, settings):
    settings.COMPLAINT_LIMIT = 3
    token = form_at(client, f"/busan/register/{certified.number}/complaint/")
    answers = [sent(client, certified, token=token, words=f"{WORDS} {number}") for number in range(100)]
    assert {answer.status_code for answer in answers} == {200} and sum(code_in(answer) is not None for answer in answers) == 3
    assert "Very much arrives just now" in words_of(answers[-1]) and WORDS in words_of(answers[-1])


def test_the_whole_agency_has_a_limit_too_and_another_address_is_not_the_first(busan, certified, client, settings):
    settings.COMPLAINT_LIMIT, settings.COMPLAINT_LIMIT_ALL = 1, 2
    assert code_in(sent(client, certified)) and code_in(sent(client, certified, words="둘")) is None
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    assert code_in(sent(client, certified, words="셋"))
    client.defaults["REMOTE_ADDR"] = "203.0.113.10"
    assert "in all" in words_of(sent(client, certified, words="넷"))


def test_without_the_counters_nothing_is_received_and_it_is_said(busan, certified, client, monkeypatch):
    token = form_at(client, f"/busan/register/{certified.number}/complaint/")

    def away(*_):
        raise Unavailable("away")
    monkeypatch.setattr(limits, "reserve", away)
    answer = sent(client, certified, token=token)
    assert "does not answer" in words_of(answer) and WORDS in words_of(answer) and nothing_kept(busan)
    assert "does not answer" in words_of(client.post(FOLLOW, {"code": "0" * 13}))


def test_the_counters_hold_no_address(certified, client):
    client.defaults["REMOTE_ADDR"] = "203.0.113.77"
    sent(client, certified)
    assert not [key for key in limits._counters().scan_iter() if b"203.0.113.77" in key]


# ---- following

def test_with_the_code_the_state_is_read_however_it_is_typed(busan, certified, client):
    one = told(busan, client, certified)
    for typed in (one.code, one.code.lower().replace("-", ""), one.code.replace("0", "O").replace("1", "l")):
        page = words_of(Client().post(FOLLOW, {"code": typed}))
        assert "It has arrived and is being read" in page and WORDS in page
    in_hand(busan, one.row)
    assert "It is being looked into" in words_of(Client().post(FOLLOW, {"code": one.code}))


def test_a_wrong_code_another_agencys_and_an_empty_one_find_nothing(busan, daegu, certified, client):
    one = told(busan, client, certified)
    for typed, address in (("0000-0000-00000", FOLLOW), ("x", FOLLOW), ("", FOLLOW), (one.code, FOLLOW.replace("busan", "daegu"))):
        page = words_of(client.post(address, {"code": typed}))
        assert WORDS not in page and ("No report is found" in page or "required" in page)
    assert WORDS not in words_of(client.get(f"{FOLLOW}&code={one.code}"))


def test_wrong_codes_are_counted_and_right_ones_not(busan, certified, client, settings):
    settings.COMPLAINT_CODE_LIMIT = 3
    one = told(busan, client, certified)
    for _ in range(5):
        assert WORDS in words_of(client.post(FOLLOW, {"code": one.code}))
    for _ in range(3):
        client.post(FOLLOW, {"code": "0" * 13})
    assert "Very much arrives" in words_of(client.post(FOLLOW, {"code": one.code}))


def test_the_reporter_adds_something_once_and_answers_a_question(busan, certified, client, at):
    one = told(busan, client, certified)
    row = in_hand(busan, one.row)
    with at(busan.officer, busan) as actor:
        workflow.ask_reporter(row, text="몇 시쯤이었습니까?", actor=actor)
    assert "몇 시쯤이었습니까?" in words_of(client.post(FOLLOW, {"code": one.code}))
    for _ in range(2):
        answer = client.post(FOLLOW, {"code": one.code, "do": "add", "text": "세 시쯤입니다.", "files": [paper()]})
        assert "It has arrived" in words_of(answer)
    with within(busan.agency):
        assert list(ComplaintWord.everything.values_list("kind", "text", "files", "by")) == [
            ("question", "몇 시쯤이었습니까?", 0, busan.officer.pk), ("added", "세 시쯤입니다.", 1, None)]
        assert ComplaintFile.everything.count() == 1


def test_what_is_wrong_in_an_addition_is_said_and_kept(busan, certified, client):
    one = told(busan, client, certified)
    for typed, sentence in (({"text": ""}, "required"), ({"text": "900101-1234568 주민등록번호"}, "must not be collected"),
                            ({"text": "덧붙임", "files": [files.upload(b"x", "x.exe")]}, "x.exe")):
        page = words_of(client.post(FOLLOW, {"code": one.code, "do": "add"} | typed))
        assert sentence in page and typed["text"] in page
    with within(busan.agency):
        assert not ComplaintWord.everything.exists()


def test_nothing_is_added_to_what_is_closed(busan, certified, client, at):
    one = told(busan, client, certified)
    with at(busan.officer, busan) as actor:
        workflow.set_complaint_aside(one.row, outcome="no_ground", answer="사유", actor=actor)
        workflow.close_complaint(one.row, actor=actor)
        with pytest.raises(Refused):
            workflow.add_to_complaint(one.row, text="또", uploads=[], actor=CITIZEN, arrived_at=clock.now())
    assert "closed" in words_of(client.post(FOLLOW, {"code": one.code, "do": "add", "text": "또"}))


def test_reporters_are_counted_apart_and_their_name_stands_in_a_table_of_its_own(busan, certified, client):
    sent(client, certified, **named())
    with within(busan.agency):
        row = ComplaintIdentity.everything.get()
        assert (row.name, row.contact) == (NAME, CONTACT) and clock.now() - row.complaint.arrived_at < timedelta(minutes=1)
