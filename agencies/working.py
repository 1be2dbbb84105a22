"""What came out, with its whole working: a tree that is stored as JSON and read back the same."""
import json
from typing import Literal

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from agencies.inputs import Adjustment, Amount, Grade


@dataclass(frozen=True)
class FigureUsed:
    name: str
    unit: str
    value: Amount


@dataclass(frozen=True)
class Quantitative:
    """The part by formula. `result` is what the formula gave, `rating` the same within 0 to 100; `limited` says at which end it was cut."""
    formula: str
    with_values: str
    figures: tuple[FigureUsed, ...]
    target: Amount | None
    result: Amount
    limited: Literal["", "lowest", "highest"]
    rating: Amount


@dataclass(frozen=True)
class Qualitative:
    """The part by assessors. All ratings from low to high, the two that were dropped, those that count, and their mean."""
    ratings: tuple[Amount, ...]
    dropped: tuple[Amount, ...]
    counted: tuple[Amount, ...]
    rating: Amount
    spread: Amount
    must_discuss: bool


@dataclass(frozen=True)
class IndicatorScore:
    """score = points × rating / 100; a mixed rating is (share × quantitative + (100 − share) × qualitative) / 100."""
    code: str
    name: str
    kind: Literal["quantitative", "qualitative", "mixed"]
    points: Amount
    share: Amount | None
    quantitative: Quantitative | None
    qualitative: Qualitative | None
    rating: Amount
    score: Amount


@dataclass(frozen=True)
class AreaScore:
    code: str
    name: str
    points: Amount
    score: Amount
    indicators: tuple[IndicatorScore, ...]


@dataclass(frozen=True)
class FieldScore:
    code: str
    name: str
    points: Amount
    score: Amount
    areas: tuple[AreaScore, ...]


@dataclass(frozen=True)
class Bonus:
    """Bonus and deductions: their sum, what of it counts within ±limit, and what was cut (sum − counted)."""
    adjustments: tuple[Adjustment, ...]
    sum: Amount
    limit: Amount
    counted: Amount
    cut: Amount


@dataclass(frozen=True)
class Scored:
    """One agency's result: sum of the scores, bonus, both together (never below 0), rounded half up to two places, its grade."""
    version: Literal[1]
    fields: tuple[FieldScore, ...]
    sum: Amount
    bonus: Bonus
    unrounded: Amount
    total: Amount
    grade: str
    grades: tuple[Grade, ...]

    @property
    def indicators(self):
        return [indicator for field in self.fields for area in field.areas for indicator in area.indicators]


_SCORED = TypeAdapter(Scored)


def as_plain(scored):
    """Dicts, lists and texts: for a JSON column."""
    return _SCORED.dump_python(scored, mode="json")


def from_plain(stored):
    """What a JSON column held, in whichever order it kept the keys."""
    return _SCORED.validate_python(stored)


def to_json(scored):
    """The same text for the same result, to the byte."""
    return json.dumps(as_plain(scored), ensure_ascii=False, separators=(",", ":"))


def from_json(text):
    return from_plain(json.loads(text))
