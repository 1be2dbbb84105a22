"""A list of names and numbers checked at once: what is found, what not, in one table; nothing is kept, nothing calculates."""
import csv
import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts import directory, limits
from certification import workflow
from certification.queries.bulk import MOST, verdicts_of
from core import clock
from core.codes import formatted
from core.errors import Unavailable
from core.tables import lines_of, write_csv
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made, words_of

HERE, NATION = "/busan/register/check/", "/register/check/"
pytestmark = pytest.mark.usefixtures("fresh_counters")


@pytest.fixture(autouse=True)
def today():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def verdicts(place, *lines):
    with within(place.agency):
        return {answer.typed: answer.verdict for answer in verdicts_of(lines, place.agency)}


def posted(client, words="", address=HERE, **more):
    return client.post(f"{address}?lang=en", {"words": words, **more})


@pytest.fixture
def some(busan):
    valid, ended = made(busan, "(주)다솜 아동센터", provider_name_en="Dasom Centre"), made(busan, "늘봄")
    with within(busan.agency):
        workflow.revoke(ended, on=date(2026, 10, 1), reason="x", actor=WORKER)
    made(busan, "같은이름"), made(busan, "같은이름")
    directory.forget()
    return valid, ended


# ---- what is found

def test_names_numbers_and_codes_are_found_however_they_are_typed(busan, some):
    valid, _ended = some
    with within(busan.agency):
        code = formatted(valid.code)
    typed = ["(주)다솜 아동센터", "주식회사 다솜아동센터", "dasom centre", valid.number, valid.number.lower(), valid.number_shown,
             f"{valid.year}-{valid.serial}", f" 제 {valid.year} - {valid.serial:05} 호 ", code, code.lower().replace("-", " ")]
    assert set(verdicts(busan, *typed).values()) == {"valid"}


def test_each_line_has_its_verdict(busan, some):
    assert verdicts(busan, "다솜아동센터", "늘봄", "같은이름", "없는곳", "2099-1") == {
        "다솜아동센터": "valid", "늘봄": "not_valid", "같은이름": "several", "없는곳": "unknown", "2099-1": "unknown"}


def test_a_provider_with_an_ended_and_a_running_certificate_is_valid(busan):
    with within(busan.agency):
        offering = f.OfferingFactory()
        old = f.CertificateFactory(offering=offering, provider_name="이어감", valid_from=date(2020, 1, 1), valid_to=date(2022, 12, 31))
        f.CertificateFactory(offering=offering, provider_name="이어감")
    assert verdicts(busan, "이어감", old.number) == {"이어감": "valid", old.number: "not_valid"}


def test_an_agency_answers_for_its_own_and_the_nation_for_all(busan, daegu, client):
    made(daegu, "대구사랑")
    here = posted(client, "대구사랑").content.decode()
    assert "not found" in words_of(here) and "/daegu/register/" not in here
    assert verdicts(busan, "대구사랑") == {"대구사랑": "unknown"}
    text = posted(client, "대구사랑", NATION).content.decode()
    assert "certified and in force" in words_of(text) and "/daegu/register/" in text


def test_a_thousand_lines_cost_as_many_questions_as_one(busan, some, client):
    one = statements_of(client, "다솜아동센터\nBS-QC-2099-001\n7KQ4-MXT2-HD8P3")
    whole = "\n".join(["다솜아동센터", "7KQ4-MXT2-HD8P3", "BS-QC-2099-001"] + [f"아무곳{n}" for n in range(MOST - 3)])
    assert statements_of(client, whole) == one


def statements_of(client, words):
    with CaptureQueriesContext(connection) as asked:
        assert posted(client, words).status_code == 200
    return sum("certification_registerentry" in query["sql"] for query in asked)


# ---- what cannot be checked

@pytest.mark.parametrize(("words", "sentence"), [
    ("", "at least one name"), (" \n\t\n", "at least one name"), ("\u200b\n\u202e", "at least one name"),
    ("\n".join(f"이름{n}" for n in range(MOST + 1)), "At most 1,000 lines")])
def test_too_few_and_too_many_lines_are_a_sentence_and_stay(words, sentence, busan, client):
    answer = posted(client, words)
    assert answer.status_code == 200 and sentence in words_of(answer.content.decode())
    assert "이름999" in answer.content.decode() or "이름" not in words


@pytest.mark.parametrize("words", ["\ud800", "x" * 5000, "\0", "a'; DROP TABLE x", "{{ 7*7 }}", "<script>alert(1)</script>", "%s %(x)s"])
def test_hostile_lines_are_looked_for_and_not_found(words, busan, client):
    answer = posted(client, words.encode("utf-8", "surrogatepass").decode("utf-8", "replace") + "\n없는곳")
    text = answer.content.decode()
    assert answer.status_code == 200 and "not found" in words_of(text) and "<script>alert" not in text


def test_who_checks_many_lists_is_told_to_wait_and_keeps_the_list(busan, client, settings):
    settings.BULK_LIMIT = 2
    answers = [posted(client, "다솜").content.decode() for _ in range(3)]
    assert "wait ten minutes" not in answers[1] and "wait ten minutes" in answers[2] and "다솜</textarea>" in answers[2]


def test_without_the_counters_it_says_so(busan, client, monkeypatch):
    def away(*_):
        raise Unavailable("away")
    monkeypatch.setattr(limits, "reserve", away)
    assert "does not answer" in posted(client, "다솜").content.decode()


def test_a_form_without_its_token_is_refused(busan):
    assert Client(enforce_csrf_checks=True).post(HERE, {"words": "다솜"}).status_code == 403


def test_the_answer_is_for_nobody_else(busan, some, client):
    answer = posted(client, "늘봄")
    assert "no-store" in answer["Cache-Control"] and "늘봄" not in client.get(HERE).content.decode()


# ---- files

def sheet(*cells, name="목록.xlsx"):
    book = openpyxl.Workbook()
    for cell in cells:
        book.active.append([cell])
    written = io.BytesIO()
    book.save(written)
    return SimpleUploadedFile(name, written.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp949"])
def test_a_text_file_is_read_as_excel_saves_it(encoding, busan, some, client):
    file = SimpleUploadedFile("목록.csv", "이름,비고\n다솜아동센터,\n\"늘봄\",메모\n".encode(encoding))
    text = words_of(posted(client, file=file).content.decode())
    assert "certified and in force" in text and "not in force" in text and "비고" not in text


def test_a_spreadsheet_is_read_by_its_first_column(busan, some, client):
    text = posted(client, file=sheet("기관명", "다솜아동센터", 2026, None, "=1+1")).content.decode()
    words = words_of(text)
    assert "certified and in force" in words and "2026" in words and "=1+1" in words and '<th scope="row">기관명' not in text


@pytest.mark.parametrize(("file", "sentence"), [
    (("목록.pdf", b"%PDF-1.4"), "another kind"), (("목록.xlsx", b"no workbook"), None), (("목록.csv", b"\xff\xfe\x00\xd8\x81"), None),
    (("목록.csv", b"a" * (1024 * 1024 + 1)), None), (("목록.csv", b""), "at least one name")])
def test_a_file_that_is_none_is_a_sentence(file, sentence, busan, client):
    answer = posted(client, file=SimpleUploadedFile(*file))
    text = answer.content.decode()
    assert answer.status_code == 200 and 'data-kind="danger"' in text and (sentence is None or sentence in words_of(text))


# ---- taken along

def test_the_table_can_be_taken_along_and_calculates_nothing(busan, some, client):
    lines = "다솜아동센터\n=HYPERLINK(\"http://x\")\n+82-64-000\n@x\n-1"
    answer = posted(client, lines, **{"as": "csv"})
    text = answer.content.decode("utf-8-sig")
    assert "attachment" in answer["Content-Disposition"] and "2026-10-14" in text
    assert all(f"'{start}" in text for start in ("=HYPERLINK", "+82-64-000", "@x", "-1"))
    book = openpyxl.load_workbook(io.BytesIO(posted(client, lines, **{"as": "xlsx"}).content))
    rows = list(book.worksheets[0].iter_rows())
    assert rows[1][1].value == "다솜아동센터" and {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}
    assert [row[1].value for row in rows[1:]] == ["다솜아동센터", '=HYPERLINK("http://x")', "+82-64-000", "@x", "-1"]


def test_a_line_without_a_certificate_has_as_many_cells_as_one_with(busan, daegu, some, client):
    for address in (HERE, NATION):
        text = posted(client, "다솜아동센터\n없는곳", address, **{"as": "csv"}).content.decode("utf-8-sig")
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1


def test_lines_are_cleaned_of_what_nobody_sees():
    assert lines_of(" 다솜\u200b  아동\tx \r\n\r\n\0늘봄") == ["다솜 아동 x", "늘봄"]
    assert write_csv(["a"], [["\ttab"], [None], ["+1"]]).decode("utf-8-sig") == 'a\r\n\'\ttab\r\n""\r\n\'+1\r\n'
