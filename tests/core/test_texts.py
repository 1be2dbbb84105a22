"""What stands in a file is looked through before it is kept: found numbers are refused with their place, and never repeated."""
import io
import logging
from uuid import uuid4

import pytest
from django.utils import translation

from core import reading_jail, texts
from core.errors import Refused
from core.files import store_upload
from core.models import AuditEvent, AuditLabel, StoredFile
from core.texts import refuse_personal_numbers, text_of
from tests import files, written
from tests.written import DRAWN, PERSON

State = StoredFile.Text
PLAIN = PERSON.replace("-", "")


def refusal(content, kind, name=None):
    """(the reason, the sentence in English)."""
    with translation.override("en"), pytest.raises(Refused) as caught:
        refuse_personal_numbers(io.BytesIO(content), kind, name or f"x.{kind}")
    with translation.override("en"):
        sentence = str(caught.value)
    assert PERSON not in sentence
    assert PLAIN not in sentence
    assert PERSON[7:] not in sentence
    return caught.value.reason, sentence


FOUND = [
    ("a page of a PDF", lambda: written.pdf("Certificate", f"Kim 2\n{PERSON}"), "pdf", "page 2"),
    ("without a hyphen", lambda: written.pdf(f"Kim {PLAIN}"), "pdf", "page 1"),
    ("a field of a PDF's form", lambda: written.pdf_form(PERSON), "pdf", "page 1"),
    ("a paragraph of Word", lambda: written.docx("이력서", f"홍길동 {PERSON}"), "docx", "paragraph 2 of the text"),
    ("one in several pieces", lambda: written.docx_in_pieces("9001", "01-", "112", "2334"), "docx", "paragraph 1 of the text"),
    ("a header of Word", lambda: written.docx("이력서", margin=PERSON), "docx", "the header or footer"),
    ("a paragraph of Hangul", lambda: written.hwpx("신청서", "성명", PERSON), "hwpx", "paragraph 3 of the text"),
    ("a table of Hangul", lambda: written.hwpx("신청서", table=("주민등록번호", DRAWN)), "hwpx", "of the text"),
    ("a slide", lambda: written.pptx("처음", PERSON), "pptx", "slide 2"),
    ("a cell", lambda: written.xlsx([["이름", "번호"], ["홍길동", PERSON]]), "xlsx", "cell 급여!B2"),
    ("a cell under its heading", lambda: written.xlsx([["이름", "주민등록번호"], ["김", ""], ["홍", DRAWN]]), "xlsx", "cell 급여!B3"),
    ("a number that is shown with a hyphen", lambda: written.xlsx([[10_101_312_2333]], formats={"A1": r"000000\-0000000"}), "xlsx", ""),
    ("a number in two cells", lambda: written.xlsx([["주민번호 앞", "주민번호 뒤"], ["900101", "1122334"]]), "xlsx", "cell 급여!B2"),
    ("the name of a sheet", lambda: written.xlsx([["x"]], title=PERSON), "xlsx", "the name of sheet 1"),
]


@pytest.mark.parametrize(("make", "kind", "where"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_a_number_is_refused_with_its_place(make, kind, where):
    reason, sentence = refusal(make(), kind)
    assert reason == "personal_number"
    assert where in sentence
    assert "900101-*******" in sentence


def test_the_name_of_a_file_is_looked_at_too():
    assert refusal(files.pdf(), "pdf", f"홍길동 {PERSON}.pdf")[0] == "personal_number"


def test_a_sheet_that_is_called_by_a_number_is_not_named(monkeypatch):
    monkeypatch.setattr(texts, "TOLD", 9)
    _reason, sentence = refusal(written.xlsx([[PERSON]], title=PERSON), "xlsx")
    assert "cell A1" in sentence


def test_at_most_three_places_are_told():
    _reason, sentence = refusal(written.pdf(*[PERSON] * 9), "pdf")
    assert sentence.count("page") == 3


@pytest.mark.parametrize(("content", "kind"), [
    (written.pdf("Masked 900101-1******", "Tel. 010-1234-5678 / 000-12-34567"), "pdf"),
    (written.docx("품질인증", "접수 20261126-1234567"), "docx"),
    (written.hwpx("신청서", "900101-1******"), "hwpx"),
    (written.pptx("소개"), "pptx"),
    (written.xlsx([["날짜", "금액"], ["260115", 1_200_000], ["260116", 3_523_000]]), "xlsx"),
])
def test_what_holds_none_passes_as_looked_into(content, kind):
    assert refuse_personal_numbers(io.BytesIO(content), kind, f"x.{kind}") == State.READ


@pytest.mark.parametrize("kind", ["hwp", "doc", "xls", "ppt", "jpg", "png", "heic"])
def test_what_cannot_be_read_says_so(kind):
    assert refuse_personal_numbers(io.BytesIO(files.GOOD[kind]()), kind, f"x.{kind}") == State.UNREAD


def test_a_page_that_is_a_picture_leaves_the_file_looked_into_in_part():
    assert refuse_personal_numbers(io.BytesIO(written.pdf("words", "")), "pdf", "x.pdf") == State.PARTLY
    assert refuse_personal_numbers(io.BytesIO(files.pdf()), "pdf", "x.pdf") == State.UNREAD


def test_a_file_that_takes_too_long_passes_as_not_looked_into(monkeypatch):
    monkeypatch.setattr(reading_jail, "WALL_SECONDS", -2)
    assert refuse_personal_numbers(io.BytesIO(written.pdf(PERSON)), "pdf", "x.pdf") == State.UNREAD


def test_what_was_read_before_the_time_was_up_counts(monkeypatch):
    pages = ["words"] * 900 + [PERSON]
    assert text_of(io.BytesIO(written.pdf(*pages)), "pdf").state == State.READ


def test_a_part_that_is_broken_leaves_the_rest_readable():
    assert text_of(io.BytesIO(written.docx("words", more={"word/footnotes.xml": b"<w:x"})), "docx").state == State.PARTLY
    assert text_of(io.BytesIO(written.docx("words", more={"customXml/item1.xml": b"<x"})), "docx").state == State.READ


@pytest.mark.parametrize("markup", [
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
    b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
    b"<a>" * 100_000,
], ids=["entities", "an entity from outside", "too deep"])
@pytest.mark.parametrize("kind", ["docx", "hwpx", "xlsx", "pptx"])
def test_markup_that_is_a_weapon_is_refused(kind, markup):
    place = {"hwpx": "Contents/section1.xml", "docx": "word/styles.xml", "xlsx": "xl/styles.xml", "pptx": "ppt/slides/slide1.xml"}[kind]
    assert refusal(files.GOOD[kind](**{place: markup}), kind)[0] == "bomb"


@pytest.fixture
def owner(busan, at, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    with at(busan.owner, busan) as actor:
        yield actor


def test_nothing_of_a_refused_file_is_kept_logged_or_recorded(owner, settings, tmp_path, caplog):
    before = AuditEvent.everything.count(), StoredFile.everything.count()
    with caplog.at_level(logging.DEBUG), pytest.raises(Refused):
        store_upload(files.upload(written.docx(f"홍길동 {PERSON}"), "이력서.docx"), shelf=uuid4(), actor=owner)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (AuditEvent.everything.count(), StoredFile.everything.count()) == before
    assert not any(PERSON in str(row) or PLAIN in str(row) for row in (*AuditEvent.everything.values(), *AuditLabel.everything.values()))
    assert PERSON not in caplog.text


def test_the_state_is_kept_with_the_file(owner):
    kept, _name = store_upload(files.upload(written.docx("words"), "a.docx"), shelf=uuid4(), actor=owner)
    photo, _name = store_upload(files.upload(files.jpg(), "a.jpg"), shelf=uuid4(), actor=owner)
    assert (kept.text, photo.text) == (State.READ, State.UNREAD)
