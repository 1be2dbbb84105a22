"""Workbooks of several tables, a sheet each: written with one sheet that explains them all, read back sheet by sheet."""
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter

from core.errors import Refused
from core.tables.columns import Column, Problem, Reading
from core.tables.reading import read_sheet, read_with
from core.tables.writing import HOW_TO, _cell, _drop_down, _explain
from core.typed import composed, refuse_invisible_in_lines

MARK = "poom"                   # the hidden sheet
MARKS_AT_MOST = 2_000


@dataclass(frozen=True)
class Lines(Column):
    """A cell whose text may have several lines."""

    def value_of(self, words):
        words = composed(words).replace("\r\n", "\n").strip()
        if not words:
            if self.required:
                raise Refused(_("This cell must not be empty."))
            return self.empty
        refuse_invisible_in_lines(words)
        return self.clean(words)


@dataclass(frozen=True)
class Table:
    """A sheet: its name in either language, which are both understood, and its columns."""

    key: str
    ko: str
    en: str
    columns: tuple[Column, ...]

    @property
    def label(self):
        return self.en if get_language() == "en" else self.ko


def read_book(file: BinaryIO, tables: Sequence[Table], *, name: str) -> dict[str, Reading]:
    """{table's key: its Reading}. Raises Refused for what is no workbook at all; a sheet that is missing is a problem of its Reading."""
    return read_with(file, name, lambda book: _read(book, tables))


def read_marked_book(file: BinaryIO, tables: Sequence[Table], *, name: str) -> tuple[dict[str, str], dict[str, Reading]]:
    """The same, and before it the mark that `write_book` left in it; empty where there is none."""
    return read_with(file, name, lambda book: (_mark_of(book), _read(book, tables)))


def _mark_of(book):
    if MARK not in book.sheetnames:
        return {}
    rows = book[MARK].iter_rows(max_col=2, max_row=MARKS_AT_MOST, values_only=True)
    return {str(row[0]): str(row[1]) for row in rows if len(row) == 2 and None not in row}


def _read(book, tables):
    found = {}
    sheets = {sheet.title: sheet for sheet in book.worksheets if sheet.sheet_state == "visible"}
    for table in tables:
        sheet = sheets.pop(table.ko, None) or sheets.pop(table.en, None)
        found[table.key] = reading = Reading(sheet=table.label)
        if sheet is None:
            reading.problems.append(Problem(_("This sheet is missing."), table.label))
        else:
            read_sheet(reading, sheet, table.columns)
    left = [title for title in sheets if title not in HOW_TO.values()]
    if tables and left:
        found[tables[0].key].notes.append(_("Not read: %(names)s") % {"names": ", ".join(left)})
    return found


def write_book(tables: Sequence[tuple[Table, Iterable[Sequence[Any]]]], *, sentences: Sequence[str] = (),
               mark: Mapping[str, str] | None = None) -> bytes:
    """An .xlsx file: a sheet for each table with its rows, and one that says how to fill them in. Every cell is text.

    `mark`: what the house needs when the file comes back, on a hidden sheet. Whoever changes it deceives themselves: it gives no right.
    """
    book = Workbook(write_only=True)
    sheets = [book.create_sheet(table.label[:31]) for table, _rows in tables]
    explained = book.create_sheet(HOW_TO["en" if get_language() == "en" else "ko"])
    told = [replace(column, key=f"{table.key}.{column.key}", ko=f"{table.ko}: {column.ko}", en=f"{table.en}: {column.en}")
            for table, _rows in tables for column in table.columns]
    lists = _explain(explained, told, sentences)
    for sheet, (table, rows) in zip(sheets, tables, strict=True):
        sheet.freeze_panes = "A2"
        for position, column in enumerate(table.columns, 1):
            dimension = sheet.column_dimensions[get_column_letter(position)]
            dimension.width, dimension.number_format = column.width, "@"        # what people type stays text: 1.10 is not 1.1
            if column.choices:
                sheet.data_validations.append(_drop_down(explained, position, *lists[f"{table.key}.{column.key}"]))
        sheet.append([_cell(sheet, f"{column.label} *" if column.required else column.label, head=True) for column in table.columns])
        locks = any(column.fixed for column in table.columns)
        if locks:
            _lock(sheet)
        for row in rows:
            sheet.append([_filled(sheet, value, locks and not column.fixed) for column, value in zip(table.columns, row, strict=True)])
    if mark:
        _write_mark(book, mark)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _lock(sheet):
    """What is for information cannot be moved or overwritten by mistake; no password, since it is no secret. Widths may be changed."""
    sheet.protection.enable()
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _filled(sheet, value, is_open):
    cell = _cell(sheet, value)
    if is_open:
        cell.protection = Protection(locked=False)
    return cell


def _write_mark(book, mark):
    sheet = book.create_sheet(MARK)
    sheet.sheet_state = "hidden"
    for key, value in mark.items():
        sheet.append([_cell(sheet, key), _cell(sheet, value)])
