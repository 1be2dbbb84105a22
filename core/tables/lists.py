"""Lists without headings: what stands in the first column, line by line."""
import csv
import io
import unicodedata
from typing import BinaryIO

from django.utils.translation import gettext as _

from core.errors import Refused
from core.file_types.reasons import refusal
from core.tables.reading import read_with
from core.tables.writing import HOW_TO
from core.typed import composed

MAX_LIST = 1024 * 1024          # bytes of a text file
LONGEST = 200                   # characters of a line; what is longer is no name


def lines_of(text: str) -> list[str]:
    """What is written in it line by line, without what cannot be seen and without empty lines."""
    return [line for line in map(_visible, composed(text).splitlines()) if line]


def lines_of_file(file: BinaryIO, most: int) -> list[str]:
    """The same of the first column of an .xlsx or .csv file, at most so many. Raises Refused for what is neither."""
    name = (getattr(file, "name", "") or "").lower()
    if name.endswith(".xlsx"):
        cells = read_with(file, name, lambda book: _first_column(book, most))
    elif name.endswith((".csv", ".txt")):
        cells = _first_of_text(file)
    else:
        raise Refused(_("This file is of another kind. Save it as .xlsx or .csv and choose it again."))
    return [line for line in map(_visible, cells) if line][:most]


def _first_column(book, most):
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible" and one.title not in HOW_TO.values()), None)
    if sheet is None:
        raise Refused(_("There is no visible sheet with a table in this file."))
    sheet.reset_dimensions()
    found: list[str] = []
    for row in sheet.iter_rows(max_col=1, values_only=True):
        if row and row[0] is not None:
            found.append(_words(row[0]))
        if len(found) >= most:
            break
    return found


def _words(value):
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _first_of_text(file):
    if file.size > MAX_LIST:
        raise refusal("too_large", limit=MAX_LIST // (1024 * 1024))
    content = file.read()
    for encoding in ("utf-8-sig", "cp949"):             # what Excel saves in Korea
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise refusal("damaged")
    try:
        return [row[0] for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error:
        raise refusal("damaged") from None


def _visible(line):
    """One space where several were; controls, direction marks and halves of characters are taken out."""
    kept = "".join(" " if character == "\t" else character for character in composed(line)
                   if character == "\t" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(kept.split())[:LONGEST]
