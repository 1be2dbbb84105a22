"""What a table is made of: its columns as a declaration, its rows as clean values, what is wrong in it as sentences with their place."""
import re
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from core.errors import Refused
from core.typed import composed, refuse_invisible

DAY = re.compile(r"([0-9]{4})[-./년]\s*([0-9]{1,2})[-./월]\s*([0-9]{1,2})[.일]?|([0-9]{4})([0-9]{2})([0-9]{2})")


class Choice(NamedTuple):
    """One of the values that a column takes, with the words it is chosen by. Both languages are understood when a table is read."""

    value: Any
    ko: str
    en: str

    @property
    def label(self):
        return self.en if get_language() == "en" else self.ko


def choices_of(kinds):
    """The values of a TextChoices with their words in both languages."""
    words = {}
    for language in ("ko", "en"):
        with translation.override(language):
            words[language] = {one.value: str(one.label) for one in kinds}
    return tuple(Choice(code, words["ko"][code], words["en"][code]) for code in kinds.values)


@dataclass(frozen=True)
class Column:
    """`clean` makes a value of the cell's text or raises Refused or ValidationError with a sentence; it is not asked about empty cells."""

    key: str
    ko: str                                     # the heading in either language; both are understood
    en: str
    required: bool = False
    clean: Callable[[str], Any] = str
    choices: tuple[Choice, ...] = ()            # a drop-down in the template; `clean` is not asked then
    hint_ko: str = ""                           # for the sheet that says how to fill it in
    hint_en: str = ""
    empty: Any = ""                             # what an empty cell means
    width: int = 18                             # in characters
    fixed: bool = False                         # for information: locked in a workbook that is written, so that nobody shifts it

    @property
    def label(self):
        return self.en if get_language() == "en" else self.ko

    @property
    def hint(self):
        return self.hint_en if get_language() == "en" else self.hint_ko

    def value_of(self, words):
        """The clean value of a cell's words. Raises Refused or ValidationError."""
        words = composed(words).strip()
        if not words:
            if self.required:
                raise Refused(_("This cell must not be empty."))
            return self.empty
        refuse_invisible(words)
        return self.chosen(words) if self.choices else self.clean(words)

    def chosen(self, words):
        wanted = _plain(words)
        for choice in self.choices:
            if wanted in (_plain(choice.ko), _plain(choice.en)):
                return choice.value
        raise Refused(_("“%(words)s” is none of the possible entries. Choose one from the list.") % {"words": words})


@dataclass(frozen=True)
class Row:
    """`number` is the row's number in the spreadsheet."""

    number: int
    values: dict[str, Any]

    def __getitem__(self, key):
        return self.values[key]


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where: `row` and `column` are empty where it is about the whole sheet or row."""

    sentence: str
    sheet: str = ""
    row: int | None = None
    letter: str = ""                            # of the column, as the spreadsheet shows it
    column: str = ""                            # its heading
    words: str = field(default="", compare=False)       # what stands in the cell

    @property
    def place(self):
        """row 12, column C (Telephone)"""
        if self.row and self.letter:
            where = _("row %(row)s, column %(letter)s") % {"row": self.row, "letter": self.letter}
            return f"{where} ({self.column})" if self.column else where
        if self.row:
            return _("row %(row)s") % {"row": self.row}
        return self.sheet

    def __str__(self):
        return f"{self.place}: {self.sentence}" if self.place else self.sentence

    @classmethod
    def in_cell(cls, sheet, number, position, column, sentence, words=""):
        """`position` counts from 1; `column` may be None outside the declared ones."""
        return cls(str(sentence), sheet, number, get_column_letter(position), column.label if column else "", words)


@dataclass
class Reading:
    """The rows that are right, everything that is wrong, and what was left unread (`notes`, sentences)."""

    sheet: str = ""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def wrong(self, row, column_key, sentence, columns):
        """A mistake found later, in a row that was read well: said with the same place, in the order of rows."""
        position = next((place for place, one in enumerate(columns, 1) if one.key == column_key), None)
        found = Problem(str(sentence), self.sheet, row.number)
        if position is not None:
            found = Problem.in_cell(self.sheet, row.number, position, columns[position - 1], sentence)
        insort(self.problems, found, key=lambda one: one.row or 0)


def text(most):
    """Words of at most so many characters."""
    def clean(words):
        if len(words) > most:
            raise Refused(_("At most %(most)s characters; this has %(count)s.") % {"most": most, "count": len(words)})
        return words
    return clean


def whole(least, most):
    """A whole number between the two."""
    def clean(words):
        if not re.fullmatch(r"[0-9]{1,9}", words) or not least <= int(words) <= most:
            raise Refused(_("Write a whole number from %(least)s to %(most)s.") % {"least": least, "most": most})
        return int(words)
    return clean


def day(words):
    """A day of the calendar, as people write it: 2024-03-11, 2024. 3. 11., 20240311."""
    found = DAY.fullmatch(words)
    try:
        year, month, number = [part for part in found.groups() if part] if found else ()
        return date(int(year), int(month), int(number))
    except ValueError:
        raise Refused(_("“%(words)s” is no day. Write it like 2024-03-11.") % {"words": words}) from None


def _plain(words):
    return "".join(words.split()).casefold()


def sentence_of(refusal):
    """What a `clean` has to say."""
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
