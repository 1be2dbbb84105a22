"""Whom to visit: what is known of a holder, in points with their reasons. A proposal for people, never an order. Pure.

The weights are the house's own and stand here in one place: what was found at the holder weighs more than what is late, and that more than
what others say; a year without a visit adds as much as one report. A new place or new people lead to a visit sooner than a pause of
business.
"""
from typing import NamedTuple

WEIGHTS = {"findings": 4, "corrections": 3, "overdue": 3, "late": 3, "complaints": 3, "reports": 2, "moved": 2, "heads": 2,
           "successions": 2, "pauses": 1, "told_changes": 1, "months": 2}
MONTHS_A_STEP = 12                                          # months since the last visit count by the year
AT_MOST = {"told_changes": 3, "reports": 5, "complaints": 5}   # more of these says nothing more


class Known(NamedTuple):
    """Counts about one holder; `months` since the last visit, or since the certificate began if there was none (`never`)."""

    findings: int = 0               # not met at earlier monitoring visits
    corrections: int = 0            # corrective actions that are open
    overdue: int = 0                # of these, past their day
    late: int = 0                   # duties past their last day
    complaints: int = 0             # within a year, but those that were not confirmed or had no ground
    reports: int = 0                # of citizens within a year, about what the register says
    moved: int = 0                  # reported within a year: a new address,
    heads: int = 0                  # a new representative,
    successions: int = 0            # another holder,
    pauses: int = 0                 # a pause of business
    told_changes: int = 0           # indicators that changed by its last self-inspection
    months: int = 0
    never: bool = False


class Reason(NamedTuple):
    code: str
    number: int
    points: int


def reasons_of(known):
    """[Reason] that weigh something, the heaviest first."""
    found = []
    for code, weight in WEIGHTS.items():
        number = getattr(known, code)
        counted = number // MONTHS_A_STEP if code == "months" else min(number, AT_MOST.get(code, number))
        if counted:
            found.append(Reason(code, number, counted * weight))
    return sorted(found, key=lambda one: -one.points)
