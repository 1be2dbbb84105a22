"""What carrying out a spreadsheet would do, line by line; and the columns that several kinds share."""
import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from accounts import directory
from core.errors import Refused
from core.tables import Choice, Column
from providers import business_number, telephone
from providers.models import ServiceType
from providers.queries import own_numbers, providers_by_number


@dataclass(frozen=True)
class Line:
    """`action`: made, changed or left."""

    row: int
    action: str
    label: str
    detail: str = ""


@dataclass
class Plan:
    lines: list[Line] = field(default_factory=list)
    entries: list[Any] = field(default_factory=list)            # what `carry` writes

    def count(self, action):
        return Counter(line.action for line in self.lines)[action]

    @property
    def digest(self):
        """Of everything that would be written: two plans of one digest do the same."""
        words = json.dumps([asdict(line) for line in self.lines], ensure_ascii=False)
        return hashlib.sha256(words.encode()).hexdigest()


def checked(kind):
    """A `clean` for a number that people write with hyphens; `kind` is a module with plain() and problem()."""
    def clean(words):
        number = kind.plain(words)
        if sentence := kind.problem(number):
            raise Refused(sentence)
        return number
    return clean


def validated(*validators, most=None):
    """A `clean` by Django's validators; they raise their own sentences."""
    def clean(words):
        if most and len(words) > most:
            raise Refused(_("At most %(most)s characters; this has %(count)s.") % {"most": most, "count": len(words)})
        for validator in validators:
            validator(words)
        return words
    return clean


def number_column():
    return Column("number", "사업자등록번호", "Business registration number", required=True, clean=checked(business_number),
                  hint_ko="숫자 10자리. 하이픈(-)은 있어도 없어도 됩니다.", hint_en="Ten digits, with or without hyphens.")


def phone(key, ko, en, **more):
    return Column(key, ko, en, clean=checked(telephone), hint_ko="지역번호부터 적습니다. 예: 051-000-0000",
                  hint_en="With the area code, like 051-000-0000.", **more)


def districts_of(agency):
    return tuple(Choice(one, one.name_ko, one.name_en) for one in directory.districts_of(agency.province_id))


def services():
    return tuple(Choice(one, one.name_ko, one.name_en) for one in ServiceType.objects.order_by("position", "code"))


class Numbered:
    """Rows that name a provider by its number: those who are not entered, or whom the actor belongs to, are mistakes."""

    def __init__(self, reading, columns, actor):
        self.reading, self.columns = reading, columns
        self.providers = providers_by_number(actor, {row["number"] for row in reading.rows})
        self.own = own_numbers(actor)

    def find(self, row):
        provider = self.providers.get(row["number"])
        if provider is None:
            self.reading.wrong(row, "number", _("No provider of this number is entered here. Bring in the providers first."), self.columns)
        elif row["number"] in self.own:
            self.reading.wrong(row, "number", _("You belong to this provider. A colleague has to bring it in."), self.columns)
            return None
        return provider


def first_of_its_kind(reading, columns, row, seen, key, column):
    """Whether no row above says the same; else that is a mistake of this row."""
    if key in seen:
        reading.wrong(row, column, _("The same stands in row %(row)s already.") % {"row": seen[key]}, columns)
        return False
    seen[key] = row.number
    return True
