"""Spreadsheets in and out: every mistake is named with its place, nothing is calculated, nothing is read that nobody sees."""
import io
import zipfile
from datetime import date, datetime

import pytest
from django.utils import translation
from openpyxl import Workbook, load_workbook

from core.errors import Refused
from core.tables import Choice, Column, day, read_table, reading, text, whole, write_table
from tests import files

COLUMNS = (
    Column("number", "번호", "Number", required=True, clean=whole(1, 999)),
    Column("name", "기관명", "Name", clean=text(10), hint_ko="등록증에 적힌 대로 씁니다."),
    Column("since", "등록일", "Registered on", clean=day, empty=None),
    Column("kind", "종류", "Kind", choices=(Choice("warning", "경고", "Warning"), Choice("stop", "영업정지", "Suspension"))),
)
HEAD = ["번호", "기관명", "등록일", "종류"]


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def book(*rows, change=None):
    """An ordinary workbook of these rows, as a file; `change(book)` may add to it."""
    made = Workbook()
    made.active.title = "Sheet"
    for row in rows:
        made.active.append(row)
    if change:
        change(made)
    written = io.BytesIO()
    made.save(written)
    return io.BytesIO(written.getvalue())


def read(*rows, change=None):
    return read_table(book(*rows, change=change), COLUMNS, name="table.xlsx")


def said(reading):
    return [str(problem) for problem in reading.problems]


def test_rows_come_as_clean_values_with_their_numbers():
    found = read(HEAD, [7, " 햇살센터 ", "2024. 3. 11.", "경고"], [], ["8", None, datetime(2025, 1, 2), "suspension"])
    assert said(found) == []
    assert [(row.number, row.values) for row in found.rows] == [
        (2, {"number": 7, "name": "햇살센터", "since": date(2024, 3, 11), "kind": "warning"}),
        (4, {"number": 8, "name": "", "since": date(2025, 1, 2), "kind": "stop"})]


def test_headings_are_understood_in_both_languages_and_with_the_mark_of_what_is_required():
    assert said(read(["Number *", "Name", "Registered on", "Kind"], [1, "a", "", ""])) == []


@pytest.mark.parametrize(("row", "sentence"), [
    (["", "a", "", ""], "row 2, column A (Number): This cell must not be empty."),
    ([1000, "a", "", ""], "row 2, column A (Number): Write a whole number from 1 to 999."),
    ([1, "가나다라마바사아자차카", "", ""], "row 2, column B (Name): At most 10 characters; this has 11."),
    ([1, "a", "2024-02-30", ""], "row 2, column C (Registered on): “2024-02-30” is no day. Write it like 2024-03-11."),
    ([1, "a", "", "취소"], "row 2, column D (Kind): “취소” is none of the possible entries. Choose one from the list."),
    ([1, "a\u200bb", "", ""], "row 2, column B (Name): There is a character that cannot be seen (U+200B) after “a”. "
                              "Type these words instead of pasting them."),
    ([1, "a", "", "", "b"], "row 2, column E: Beside the table stands “b”. Were the cells of this row moved?"),
])
def test_a_mistake_is_named_with_row_and_column_and_its_row_is_left_out(row, sentence):
    found = read(HEAD, row, [2, "", "", ""])
    assert said(found) == [sentence]
    assert [one["number"] for one in found.rows] == [2]


def test_a_formula_is_refused_wherever_it_stands():
    found = read(HEAD, ["=1+1", "a", "", ""], [1, "a", "", "", "", "=NOW()"])
    assert [(one.row, one.letter) for one in found.problems] == [(2, "A"), (3, "F")]
    assert all("Here stands a formula." in one for one in said(found))


def test_a_calculation_error_is_refused():
    def change(made):
        made.active["B2"] = "#REF!"
        made.active["B2"].data_type = "e"
    assert said(read(HEAD, [1, "", "", ""], change=change)) == ["row 2, column B (Name): Here stands a calculation error (#REF!)."]


def test_a_missing_column_is_named_and_no_row_is_read():
    found = read(["번호", "등록일", "종류"], [1, "2024-03-11", "경고"])
    assert (found.rows, said(found)[0]) == (
        [], "row 1, column B (Name): The heading must be “Name”; here stands “등록일”.")


def test_moved_columns_are_named():
    found = read(["", *HEAD], ["", 1, "a", "", ""])
    assert said(found)[0] == ("row 1, column A (Number): The heading must be “Number”; here stands “nothing”. "
                              "The columns have been moved: leave them in the order of the template.")


def test_a_column_too_many_is_named():
    assert said(read([*HEAD, "비고"], [1, "a", "", ""])) == ["row 1, column E: This column is not asked for. Take it out."]


def test_hidden_sheets_are_not_read_and_that_is_said():
    def change(made):
        hidden = made.create_sheet("숨은 표", 0)
        hidden.append(["secret"])
        hidden.sheet_state = "hidden"
        made.create_sheet("Other")
    found = read(HEAD, [1, "a", "", ""], change=change)
    assert (len(found.rows), found.notes) == (
        1, ["The hidden sheet “숨은 표” was not read.", "Only the first sheet is read; “Other” was not."])


def test_more_rows_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 2)
    with pytest.raises(Refused, match="more than 2 rows"):
        read(HEAD, *[[one, "a", "", ""] for one in (1, 2, 3)])


def test_who_sees_very_many_mistakes_corrects_the_first_ones(monkeypatch):
    monkeypatch.setattr(reading, "MAX_PROBLEMS", 3)
    found = read(HEAD, *[["x", "", "", ""]] * 9)
    assert (len(found.problems), said(found)[-1]) == (4, "Sheet: There are more mistakes below; correct these first.")


@pytest.mark.parametrize(("content", "name", "reason"), [
    (files.pdf(), "a.pdf", "no spreadsheet of the kind"), (b"", "a.xlsx", "empty"), (b"PK\x03\x04x", "a.xlsx", "damaged"),
    (files.xlsx(), "a.xlsx", "no visible sheet"),
    (files.xlsx(**{"xl/worksheets/sheet1.xml": bytes(61 * 1024 * 1024)}), "a.xlsx", "far too large"),
])
def test_what_is_no_spreadsheet_is_refused(content, name, reason):
    with pytest.raises(Refused, match=reason):
        read_table(io.BytesIO(content), COLUMNS, name=name)


def test_a_large_file_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 1000)
    with pytest.raises(Refused, match="larger than"):
        read(HEAD)


def test_many_small_sheets_that_become_large_together_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_INFLATED", 2000)
    with pytest.raises(Refused, match="far too large"):
        read(HEAD, [1, "a", "", ""])


def test_everything_is_written_as_text_and_comes_back_as_it_was():
    rows = [["=1+1", "@SUM(A1)", "2024-03-11", 42], [None, "+82", "-1", "a\x07b"]]
    written = load_workbook(io.BytesIO(write_table(COLUMNS, rows, title="Providers")))
    cells = list(written["Providers"].iter_rows(min_row=2))
    assert [[cell.value for cell in row] for row in cells] == [["=1+1", "@SUM(A1)", "2024-03-11", "42"], [None, "+82", "-1", "ab"]]
    assert {cell.data_type for row in cells for cell in row if cell.value} == {"s"}
    assert cells[0][0].quotePrefix and cells[0][0].number_format == "@"


def test_no_formula_stands_in_the_file_itself():
    with zipfile.ZipFile(io.BytesIO(write_table(COLUMNS, [["=1+1", "=cmd|' /C calc'!A0", "", ""]], title="x"))) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_the_template_has_its_lists_and_explains_itself_and_can_be_read_again():
    template = write_table(COLUMNS, title="Providers", sentences=["One row for each service."])
    sheet, explained = load_workbook(io.BytesIO(template)).worksheets
    offered, = sheet.data_validations.dataValidation
    assert (str(offered.sqref), offered.formula1) == ("D2:D2000", "'How to fill it in'!$A$9:$A$10")
    assert [explained[f"A{row}"].value for row in (1, 2, 9, 10)] == ["One row for each service.", "Column", "Warning", "Suspension"]
    assert [cell.value for cell in sheet[1]] == ["Number *", "Name", "Registered on", "Kind"]
    found = read_table(io.BytesIO(template), COLUMNS, name="template.xlsx")
    assert (found.rows, found.problems, found.notes) == ([], [], [])


def test_the_korean_template_says_it_in_korean():
    with translation.override("ko"):
        book = load_workbook(io.BytesIO(write_table(COLUMNS, title="제공기관")))
    assert book.sheetnames == ["제공기관", "작성 방법"]
    assert book["작성 방법"]["C3"].value == "등록증에 적힌 대로 씁니다."
