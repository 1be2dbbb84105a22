"""A spreadsheet written out: every cell is text, so that nothing in it is ever calculated; with a sheet that says how to fill it in."""
import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from core.tables.columns import Column

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HOW_TO = {"ko": "작성 방법", "en": "How to fill it in"}
FILLED_IN = 2_000                                   # rows for which the template offers its lists
CALCULATES = ("=", "+", "-", "@", "\t", "\r")       # what a program may take for a formula when somebody edits the cell
HEAD = Font(bold=True)
SHADE = PatternFill("solid", fgColor="E6E8EA")
TOP = Alignment(vertical="top", wrap_text=True)


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[Any]] = (), *, title: str, sentences: Sequence[str] = ()) -> bytes:
    """An .xlsx file: a sheet `title` with headings and rows, and one that explains. Without rows it is the template of `read_table`.

    `rows`: the values in the order of the columns; whatever they are, their words are written, never a formula or a number.
    """
    book = Workbook(write_only=True)
    table, explained = book.create_sheet(title[:31]), book.create_sheet(HOW_TO["en" if get_language() == "en" else "ko"])
    table.freeze_panes = "A2"
    for position, column in enumerate(columns, 1):
        table.column_dimensions[get_column_letter(position)].width = column.width
    lists = _explain(explained, columns, sentences)
    for position, column in enumerate(columns, 1):
        if column.choices:
            table.data_validations.append(_drop_down(explained, position, *lists[column.key]))
    table.append([_cell(table, f"{column.label} *" if column.required else column.label, head=True) for column in columns])
    for row in rows:
        table.append([_cell(table, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _explain(sheet, columns, sentences):
    """Sentences first, then column by column, then the lists to choose from. Returns {key: (letter, first row, last row)}."""
    for letter, width in (("A", 26), ("B", 12), ("C", 70)):
        sheet.column_dimensions[letter].width = width
    for sentence in sentences:
        sheet.append([_cell(sheet, sentence)])
    sheet.append([_cell(sheet, words, head=True) for words in (_("Column"), _("Must be filled in"), _("What to write"))])
    for column in columns:
        sheet.append([_cell(sheet, words) for words in (column.label, _("yes") if column.required else _("no"), column.hint)])
    with_lists = [column for column in columns if column.choices]
    first = len(sentences) + len(columns) + 3
    sheet.append([])
    sheet.append([_cell(sheet, column.label, head=True) for column in with_lists])
    for place in range(max((len(column.choices) for column in with_lists), default=0)):
        sheet.append([_cell(sheet, column.choices[place].label if place < len(column.choices) else "") for column in with_lists])
    return {column.key: (get_column_letter(place), first + 1, first + len(column.choices)) for place, column in enumerate(with_lists, 1)}


def _drop_down(explained, position, letter, first, last):
    offered = DataValidation("list", formula1=f"'{explained.title}'!${letter}${first}:${letter}${last}", allow_blank=True)
    offered.add(f"{get_column_letter(position)}2:{get_column_letter(position)}{FILLED_IN}")
    return offered


def _cell(sheet, value, head=False):
    words = "" if value is None else str(value)
    words = "".join(character for character in words if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs"))
    cell = WriteOnlyCell(sheet)
    cell._value, cell.data_type, cell.number_format = words[:32_767], "s", "@"      # past openpyxl's guess, which makes formulas of “=”
    cell.alignment = TOP
    if words.startswith(CALCULATES):
        cell.quotePrefix = True
    if head:
        cell.font, cell.fill = HEAD, SHADE
    return cell
