"""The Central institute's four steps as figures of each agency and year: where each comes from, and all of them together.

A figure that nobody records yet has no source. Who builds what records it writes a query that gives {(agency's id, year): number}, or
{(agency's id, year): (of these, all)}, and names it here: as `improved` does.
"""
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from agencies.definitions import FOUR_STEPS
from agencies.queries.improvement import items_closed_by_year
from agencies.queries.network_activity import network_activity
from agencies.queries.steps import Cell, certified, covered, evaluated, numbers, shares


class Source(NamedTuple):
    keys: tuple[str, ...]
    read: Callable | None           # (actor) → {key: {(agency's id, year): Cell}}


SOURCES = (
    Source(("activity",), numbers("activity", network_activity)),
    Source(("score", "grade"), evaluated),
    Source(("coverage",), covered),
    Source(("providers",), certified),
    Source(("improved",), shares("improved", items_closed_by_year)),
)


@dataclass(frozen=True)
class Figures:
    """Everything that this house may read of the four steps."""

    cells: dict                     # {key: {(agency's id, year): Cell}}; a key that is missing is not recorded

    def cell(self, key, agency_id, year):
        """What is not recorded is no zero, and neither is what is not known."""
        if key not in self.cells:
            return Cell(_("not recorded yet"))
        return self.cells[key].get((agency_id, year)) or Cell("–")

    def change(self, key, agency_id, year):
        """Against the year before, where both are told; with its sign, or nothing."""
        if key == "grade":
            return ""
        now, before = self.cell(key, agency_id, year), self.cell(key, agency_id, year - 1)
        if now.number is None or before.number is None or now.note or before.note:
            return ""
        by = now.number - before.number
        return f"{by:+}".replace("-", "−") if by else "±0"

    @cached_property
    def years(self):
        """The latest first."""
        return sorted({year for places in self.cells.values() for _agency, year in places}, reverse=True)

    @property
    def unrecorded(self):
        """The figures that have no source yet, by name."""
        return [one.name for one in FOUR_STEPS if one.key not in self.cells]


def read_steps(actor, **known):
    """`known`: {key: {(agency's id, year): Cell}} of what the page has read already."""
    found: dict = {}
    for source in SOURCES:
        if source.read and not known.keys() >= set(source.keys):
            found |= source.read(actor)
    found |= known
    return Figures(found)
