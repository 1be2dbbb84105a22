"""A spreadsheet read in: one visible sheet, its headings where they were declared, no formulas, every mistake with its row and column."""
import re
import warnings
import zipfile
from datetime import date, datetime
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from core.errors import Refused
from core.file_types import inspect, size_of
from core.file_types.reasons import refusal
from core.tables.columns import Column, Problem, Reading, Row, sentence_of
from core.tables.writing import HOW_TO

MAX_BYTES = 10 * 1024 * 1024
MAX_INFLATED = 60 * 1024 * 1024         # what a sheet of this many rows becomes at most when it is honest
MAX_ROWS = 20_000
MAX_PROBLEMS = 500                      # who sees so many corrects the cause, not the rows
MERGED, MERGED_SHOWN = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+)'), 20
BESIDE = 5                              # columns right of the declared ones that are looked at for what was shifted


def read_table(file: BinaryIO, columns: tuple[Column, ...], *, name: str) -> Reading:
    """The table in an .xlsx file; nothing is calculated and nothing is written. `name`: as it was uploaded.

    Raises Refused for what is no such file at all; whatever is wrong inside it stands in `problems`.
    """
    return read_with(file, name, lambda book: _read(book, columns))


def read_with(file, name, read):
    """What `read` makes of the opened workbook. Raises Refused for what is no workbook."""
    _refuse_other_files(file, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")                 # openpyxl warns of drawings and styles that it leaves out
        try:
            book = load_workbook(file, read_only=True, keep_links=False)
            try:
                return read(book)
            finally:
                book.close()
        except Refused:
            raise
        except Exception as broken:           # openpyxl fails in many ways: all of them are the file's
            raise refusal("damaged") from broken


def _refuse_other_files(file, name):
    if size_of(file) > MAX_BYTES:
        raise refusal("too_large", limit=MAX_BYTES // (1024 * 1024))
    if inspect(file, name).kind != "xlsx":
        raise Refused(_("This is no spreadsheet of the kind that is read here. Save it as .xlsx (Excel workbook) and choose it again."))
    with zipfile.ZipFile(file) as package:              # the sizes were checked against the content just now
        if sum(entry.file_size for entry in package.infolist()) > MAX_INFLATED:
            raise refusal("bomb")
    file.seek(0)


def _read(book, columns):
    sheet, reading = None, Reading()
    for one in book.worksheets:
        if one.title in HOW_TO.values():
            continue
        if one.sheet_state != "visible":
            reading.notes.append(_("The hidden sheet “%(name)s” was not read.") % {"name": one.title})
        elif sheet is None:
            sheet = one
        else:
            reading.notes.append(_("Only the first sheet is read; “%(name)s” was not.") % {"name": one.title})
    if sheet is None:
        raise Refused(_("There is no visible sheet with a table in this file."))
    read_sheet(reading, sheet, columns)
    return reading


def read_sheet(reading, sheet, columns):
    """Headings, then row by row, into `reading`."""
    reading.sheet = sheet.title
    sheet.reset_dimensions()                            # what the file claims of its size may be wrong
    rows = enumerate(sheet.iter_rows(max_col=len(columns) + BESIDE), 1)
    reading.problems += _wrong_headings(sheet.title, next(rows, (1, ()))[1], columns)
    reading.problems += _merged(sheet, columns)
    if not reading.problems:
        for number, cells in rows:
            _read_row(reading, number, cells, columns)
            if len(reading.problems) >= MAX_PROBLEMS:
                reading.problems.append(Problem(_("There are more mistakes below; correct these first."), sheet.title))
                break


def _wrong_headings(sheet, cells, columns):
    """Each column stands where it was declared: what stands there instead is named, and where the missing one is."""
    there = [_words(cell) for cell in cells]
    problems = []
    for position, column in enumerate(columns, 1):
        found = there[position - 1] if position <= len(there) else ""
        if _is_heading(found, column):
            continue
        elsewhere = next((place for place, words in enumerate(there, 1) if _is_heading(words, column)), None)
        facts = {"wanted": column.label, "found": found or _("nothing")}
        sentence = _("The heading must be “%(wanted)s”; here stands “%(found)s”.") % facts
        if elsewhere:
            sentence += " " + _("The columns have been moved: leave them in the order of the template.")
        problems.append(Problem.in_cell(sheet, 1, position, column, sentence))
    for position, words in enumerate(there[len(columns):], len(columns) + 1):
        if words and not problems:
            problems.append(Problem.in_cell(sheet, 1, position, None, _("This column is not asked for. Take it out.")))
    return problems


def _merged(sheet, columns):
    """Cells made one hold one value, and the others are empty: whoever reads them row by row would lose what was meant for each."""
    with sheet._get_source() as source:                 # read row by row, openpyxl does not tell
        places = MERGED.findall(source.read())
    found = []
    for place in places[:MERGED_SHOWN]:
        letters, number = coordinate_from_string(place.decode())
        position = column_index_from_string(letters)
        column = columns[position - 1] if position <= len(columns) else None
        found.append(Problem.in_cell(sheet.title, number, position, column,
                                     _("Cells were merged here. Unmerge them, so that each row has its own.")))
    return found


def _is_heading(words, column):
    plain = "".join(words.replace("*", "").split()).casefold()
    return plain in ("".join(column.ko.split()).casefold(), "".join(column.en.split()).casefold())


def _read_row(reading, number, cells, columns):
    if all(cell.value is None or cell.value == "" for cell in cells):
        return
    if len(reading.rows) >= MAX_ROWS:
        raise Refused(_("This table has more than %(most)s rows. Divide it into several files.") % {"most": f"{MAX_ROWS:,}"})
    before, values = len(reading.problems), {}
    for position, cell in enumerate(cells, 1):
        column = columns[position - 1] if position <= len(columns) else None
        wrong = _wrong_cell(cell, column)
        if wrong:
            reading.problems.append(Problem.in_cell(reading.sheet, number, position, column, wrong, _words(cell)))
    for position, column in enumerate(columns, 1):
        cell = cells[position - 1] if position <= len(cells) else None
        if cell is not None and _wrong_cell(cell, column):
            continue
        try:
            values[column.key] = column.value_of(_words(cell) if cell is not None else "")
        except (Refused, ValidationError) as refused:
            reading.problems.append(Problem.in_cell(reading.sheet, number, position, column, sentence_of(refused),
                                                    _words(cell) if cell is not None else ""))
    if len(reading.problems) == before:
        reading.rows.append(Row(number, values))


def _wrong_cell(cell, column):
    """What a cell may not be, whatever stands in it."""
    if cell.data_type == "f":
        return _("Here stands a formula. Copy the column and paste it as values, then choose the file again.")
    if cell.data_type == "e":
        return _("Here stands a calculation error (%(words)s).") % {"words": cell.value}
    if column is None and cell.value not in (None, ""):
        return _("Beside the table stands “%(words)s”. Were the cells of this row moved?") % {"words": _words(cell)[:40]}
    return None


def _words(cell):
    """The cell as words: days as 2024-03-11, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
