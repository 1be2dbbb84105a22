"""Figures of an evaluation year as they are read, each knowing whether it says anything: few agencies are no statistics."""
from dataclasses import dataclass
from statistics import fmean, median, quantiles, stdev

from django.conf import settings

FEW = 5                         # below so many agencies nothing is told of their distribution, nor of a coefficient
MEAN_OF = 3                     # the mean of two tells each the other's total


@dataclass(frozen=True)
class Spread:
    """Of totals or ratings over agencies. Quartiles and deviation are None where they are few."""

    number: int
    mean: float
    median: float
    low: float
    high: float
    lower: float | None = None
    upper: float | None = None
    deviation: float | None = None

    @property
    def is_few(self):
        return self.number < FEW


def spread_of(values):
    """None where there is nothing."""
    values = sorted(map(float, values))
    if not values:
        return None
    more = {}
    if len(values) >= FEW:
        lower, _middle, upper = quantiles(values, n=4, method="inclusive")
        more = {"lower": lower, "upper": upper, "deviation": stdev(values)}
    return Spread(len(values), fmean(values), median(values), values[0], values[-1], **more)


@dataclass(frozen=True)
class Share:
    """So many of so many, with the ends of its 95 % interval."""

    number: int
    of: int
    low: float | None
    high: float | None

    @property
    def percent(self):
        return round(100 * self.number / self.of) if self.of else None

    @property
    def is_told(self):
        return self.of >= FEW

    @property
    def is_noise(self):
        return self.of < settings.INSIGHT["at_least"] or self.high - self.low > settings.INSIGHT["widest"]


@dataclass(frozen=True)
class Coefficient:
    """From -1 to 1 over so many agencies; None where they are few, or where everything is alike."""

    agencies: int
    value: float | None
    low: float | None
    high: float | None

    @property
    def is_few(self):
        return self.agencies < FEW

    @property
    def is_noise(self):
        wide = self.low is None or self.high - self.low > 2 * settings.INSIGHT["widest"]
        return self.agencies < settings.INSIGHT["at_least"] or wide


@dataclass(frozen=True)
class IndicatorFigures:
    """What a year says about one indicator; see agencies/learning.py."""

    code: str
    name: str
    rating: Spread
    judged: list                # [(highest or lowest step, Share)] of the assessors' ratings
    counted: list               # the same of the ratings by formula
    agreement: Coefficient | None
    rest: Coefficient

    @classmethod
    def of(cls, kept, name):
        ends = {part: [Share(**kept[part][end]) for end in ("high", "low")] if kept[part] else [] for part in ("judged", "counted")}
        return cls(kept["code"], name, Spread(**kept["rating"]), **ends, rest=Coefficient(**kept["rest"]),
                   agreement=Coefficient(**kept["agreement"]) if kept["agreement"] else None)

    @property
    def at_highest(self):
        return [part[0] for part in (self.judged, self.counted) if part]

    @property
    def is_ceiling(self):
        """Half of its ratings or more are the highest possible, and that is no chance."""
        return any(not one.is_noise and 2 * one.number >= one.of for one in self.at_highest)

    @property
    def is_disputed(self):
        return bool(self.agreement) and self.agreement.value is not None and not self.agreement.is_noise and (
            self.agreement.value < settings.EVALUATION_AGREEMENT)

    @property
    def is_apart(self):
        return self.rest.value is not None and not self.rest.is_noise and self.rest.value < 0
