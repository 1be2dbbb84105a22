"""Comma-separated values: for spreadsheets of offices, so that no cell is ever calculated, and with the mark that makes them read UTF-8."""
import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from core.tables.writing import CALCULATES

CSV = "text/csv; charset=utf-8"
MARK = "\ufeff"                 # without it Excel reads Korean as Latin


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Line by line, the heading first."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(map(cell_of, head))
    yield MARK + written.getvalue()
    for row in rows:
        written.seek(0)
        written.truncate()
        writer.writerow([cell_of(value) for value in row])
        yield written.getvalue()


def write_csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The whole of it as a file."""
    return "".join(csv_lines(head, rows)).encode("utf-8", "replace")


def cell_of(value):
    """Its words; what a program may take for a formula is led in by an apostrophe. A number stays a number: it calculates nothing."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    words = "".join(character for character in value if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs"))
    return f"'{words}" if words.startswith(CALCULATES) else words
