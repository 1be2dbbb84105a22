"""Figures of a round as they are read: a share, an agreement, a difference, each knowing whether it may be mere chance."""
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Share:
    """So many of so many. `low`, `high`: the ends of its 95 % interval; None where there is nothing to count."""

    number: int
    of: int
    low: float | None
    high: float | None

    @classmethod
    def read(cls, kept):
        return cls(**{name: kept[name] for name in cls.__dataclass_fields__}) if kept else None

    @property
    def value(self):
        return self.number / self.of if self.of else None

    @property
    def rest(self):
        return self.of - self.number

    @property
    def percent(self):
        return percent(self.value)

    @property
    def low_percent(self):
        return percent(self.low)

    @property
    def high_percent(self):
        return percent(self.high)

    @property
    def is_noise(self):
        """Too few, or an interval that leaves half of everything possible."""
        return bool(self.of) and (self.of < settings.INSIGHT["at_least"] or self.high - self.low > settings.INSIGHT["widest"])

    def reaches(self, name):
        """Whether it is at least this threshold of the settings, and no chance."""
        return bool(self.of) and not self.is_noise and self.value >= settings.INSIGHT[name]


@dataclass(frozen=True)
class Agreement(Share):
    """Of so many pairs so many differ; Cohen's kappa: 1 always the same, 0 no more than by chance. None: all were judged alike."""

    kappa: float | None
    kappa_low: float | None
    kappa_high: float | None

    @property
    def kappa_is_noise(self):
        wide = self.kappa_low is not None and self.kappa_high - self.kappa_low > 2 * settings.INSIGHT["widest"]
        return bool(self.of) and (self.of < settings.INSIGHT["at_least"] or wide)

    @property
    def same(self):
        return self.rest


@dataclass(frozen=True)
class Difference:
    """Own share less the colleagues' on the same, a mean over cases. Above zero: stricter."""

    value: float | None
    low: float | None
    high: float | None
    cases: int

    @property
    def points(self):
        return percent(self.value)

    @property
    def low_points(self):
        return percent(self.low)

    @property
    def high_points(self):
        return percent(self.high)

    @property
    def is_noise(self):
        few = self.cases < settings.INSIGHT["cases_at_least"]
        return self.low is None or few or self.high - self.low > settings.INSIGHT["widest"]

    @property
    def stands_out(self):
        """Its interval leaves zero out, and it is no chance."""
        return not self.is_noise and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class IndicatorFigures:
    """What a round taught about one indicator; see evaluations/learning.py."""

    row: object
    rate: Share
    others: Share
    documents: Agreement
    site: Agreement
    misled: Share
    left_open: Share
    reversed: Share
    supplement: Share
    comments: Share
    appeals: Share

    @classmethod
    def of(cls, row):
        kinds = {name: Agreement if name in ("documents", "site") else Share for name in cls.__dataclass_fields__ if name != "row"}
        return cls(row, **{name: kind.read(row.figures[name]) for name, kind in kinds.items()})


@dataclass(frozen=True)
class AssessorFigures:
    row: object
    judged: int
    shared: int
    own: float | None
    colleagues: float | None
    difference: Difference
    agreement: Agreement

    @classmethod
    def of(cls, row):
        kept = row.figures
        return cls(row, kept["judged"], kept["shared"], kept["own"], kept["colleagues"], Difference(**kept["difference"]),
                   Agreement.read(kept["agreement"]))

    @property
    def own_percent(self):
        return percent(self.own)

    @property
    def colleagues_percent(self):
        return percent(self.colleagues)


def percent(value):
    """A whole number, or None."""
    return None if value is None else round(value * 100)
