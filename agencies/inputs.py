"""What one agency's evaluation is worked out from: the frozen set, the agency's figures and the assessors' final ratings, as plain JSON."""
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer, TypeAdapter
from pydantic.dataclasses import dataclass

from agencies.amounts import DECIMAL, exact, kept, plain

VERSION = 1
QUANTITATIVE, QUALITATIVE, MIXED = "quantitative", "qualitative", "mixed"


def _as_written(value):
    if isinstance(value, Decimal):
        return plain(value)
    return str(value) if type(value) is int else value


Amount = Annotated[Fraction, BeforeValidator(exact), PlainSerializer(kept, return_type=str)]
Written = Annotated[str, BeforeValidator(_as_written)]       # as a person wrote it: read when it is worked out, refused there by name


@dataclass(frozen=True)
class Figure:
    """A figure an indicator declares, and what the agency wrote."""
    name: str
    value: Written | None = None
    unit: str = ""
    kind: Literal["whole", "decimal"] = DECIMAL


@dataclass(frozen=True)
class Scale:
    """Which ratings an assessor may give: lowest, lowest + step, … highest; within 0 to 100."""
    lowest: Amount = Fraction(0)
    highest: Amount = Fraction(100)
    step: Amount = Fraction(1)


@dataclass(frozen=True)
class Indicator:
    """One indicator of the set with what this agency has in it; `share` is the quantitative part of a mixed one, in percent."""
    code: str
    name: str
    points: Amount
    kind: Literal["quantitative", "qualitative", "mixed"]
    share: Amount | None = None
    formula: str = ""
    figures: tuple[Figure, ...] = ()
    target: Written | None = None
    ratings: tuple[Written, ...] = ()
    scale: Scale = Scale()

    @property
    def label(self):
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True)
class Area:
    code: str
    name: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Field:
    code: str
    name: str
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Adjustment:
    """A bonus (above 0) or a deduction (below), and what for."""
    reason: str
    points: Amount


@dataclass(frozen=True)
class Grade:
    grade: str
    at_least: Amount


@dataclass(frozen=True)
class Rules:
    """What the set says for all its indicators: cut-offs from the highest down; the sum of adjustments counts up to ±`bonus_limit`; a
    spread above `discuss_above` is to be discussed; from `trim_from` ratings on the highest and the lowest are dropped."""
    grades: tuple[Grade, ...]
    bonus_limit: Amount = Fraction(2)
    discuss_above: Amount = Fraction(20)
    trim_from: int = 5


@dataclass(frozen=True)
class Inputs:
    version: Literal[1]
    rules: Rules
    fields: tuple[Field, ...]
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def indicators(self):
        return [indicator for field in self.fields for area in field.areas for indicator in area.indicators]


_INPUTS = TypeAdapter(Inputs)


def inputs_of(*, rules, fields, adjustments=()):
    """The plain structure that is stored and given to `score`: dicts, lists and texts."""
    return _INPUTS.dump_python(Inputs(VERSION, rules, tuple(fields), tuple(adjustments)), mode="json")


def read_inputs(stored):
    """Stored inputs as dataclasses. What `inputs_of` did not write raises ValueError or TypeError: nobody typed it."""
    return _INPUTS.validate_python(stored)


