"""The statistics of what a round taught, by statsmodels alone. Heavy: only the errand imports this (docs/adr/0027)."""
from collections.abc import Sequence
from statistics import fmean
from typing import Any

import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

ALPHA = 0.05                    # intervals of 95 %
DIGITS = 4


def share(number: int, of: int) -> dict[str, Any]:
    """So many of so many, with the Wilson interval; without one where there is nothing to count."""
    low = high = None
    if of:
        low, high = (round(float(end), DIGITS) for end in proportion_confint(number, of, alpha=ALPHA, method="wilson"))
    return {"number": number, "of": of, "low": low, "high": high}


def agreement(pairs: Sequence[tuple[str, str]], *, ordered: bool = False) -> dict[str, Any]:
    """How often two judgements of the same differ, as a share, and Cohen's kappa with its interval.

    `ordered`: the first of a pair is always the same kind of rater (an assessor beside the result). Otherwise each pair counts half in
    either order, since it does not matter who of two colleagues is named first. Kappa is None where one side judged everything alike: it
    would be 0 whatever the other did. Its interval is None where every pair agrees, and ends at -1 and 1 as kappa does.
    """
    differing = share(sum(one != other for one, other in pairs), len(pairs))
    kinds = sorted({value for pair in pairs for value in pair})
    sides = [{pair[side] for pair in pairs} for side in (0, 1)] if ordered else [kinds]
    if min(len(side) for side in sides) < 2:
        return differing | {"kappa": None, "kappa_low": None, "kappa_high": None}
    table, place = np.zeros((len(kinds), len(kinds))), {kind: at for at, kind in enumerate(kinds)}
    for one, other in pairs:
        table[place[one], place[other]] += 1
    found = cohens_kappa(table if ordered else (table + table.T) / 2)
    kappa, low, high = (round(min(1.0, max(-1.0, float(value))), DIGITS) for value in (found.kappa, found.kappa_low, found.kappa_upp))
    return differing | {"kappa": kappa, "kappa_low": low if low < high else None, "kappa_high": high if low < high else None}


def difference(by_case: Sequence[float]) -> dict[str, Any]:
    """The mean of one difference a case with its interval (Student's t): judgements within a case hang together, cases do not."""
    if not by_case:
        return {"value": None, "low": None, "high": None, "cases": 0}
    low = high = None
    if len(by_case) > 1:
        low, high = (round(float(end), DIGITS) for end in DescrStatsW(np.array(by_case)).tconfint_mean(alpha=ALPHA))
    return {"value": round(fmean(by_case), DIGITS), "low": low, "high": high, "cases": len(by_case)}
