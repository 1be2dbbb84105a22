"""A table as comma-separated values: for programs that read no spreadsheets. Nothing in it is taken for a formula."""
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from core.tables.columns import Column
from core.tables.writing import CALCULATES

MARK = "\ufeff"                 # else a Korean office's spreadsheet shows other letters


def write_lines(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> bytes:
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow([column.label for column in columns])
    for row in rows:
        lines.writerow([_harmless("" if value is None else str(value)) for value in row])
    return (MARK + written.getvalue()).encode()


def _harmless(words):
    """An apostrophe before what a spreadsheet would calculate."""
    return f"'{words}" if words.startswith(CALCULATES) else words
