"""Whom to visit: what is known of a holder, in points with their reasons. A proposal for people, never an order. Pure.

The weights are the house's own and stand here in one place: what was found at the holder weighs more than what is late, and that more than
what others say; a year without a visit adds as much as one report.
"""
from typing import NamedTuple

WEIGHTS = {"findings": 4, "corrections": 3, "overdue": 3, "late": 3, "reports": 2, "changes": 1, "told_changes": 1, "months": 2}
MONTHS_A_STEP = 12                                          # months since the last visit count by the year
AT_MOST = {"changes": 3, "told_changes": 3, "reports": 5}   # more of these says nothing more


class Known(NamedTuple):
    """Counts about one holder; `months` since the last visit, or since the certificate began if there was none (`never`)."""

    findings: int = 0               # not met at earlier monitoring visits
    corrections: int = 0            # corrective actions that are open
    overdue: int = 0                # of these, past their day
    late: int = 0                   # duties past their last day
    reports: int = 0                # of citizens within a year
    changes: int = 0                # corrections of the certificate's facts within a year
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
