"""The statistics of an evaluation year, by statsmodels and scipy alone. Heavy: only the errand imports this (docs/adr/0046)."""
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import numpy as np
from scipy.stats import pearsonr
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

from agencies.figures import FEW

ALPHA = 0.05                    # intervals of 95 %
DIGITS = 4


def share(number: int, of: int) -> dict[str, Any]:
    """So many of so many, with the Wilson interval."""
    low = high = None
    if of:
        low, high = (round(float(end), DIGITS) for end in proportion_confint(number, of, alpha=ALPHA, method="wilson"))
    return {"number": number, "of": of, "low": low, "high": high}


def agreement(units: Sequence[Sequence[float]]) -> dict[str, Any]:
    """How far assessors rate the same alike: kappa weighted by the square of the difference, of all pairs within each agency.

    `units`: the ratings of each agency. An agency of m ratings counts as m/2 pairs, whatever number it has, so that a large group neither
    counts more than its ratings nor makes the interval too narrow. Nothing is told of few agencies, or where all ratings are alike.
    """
    several = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in several for value in unit})
    told: dict[str, Any] = {"agencies": len(several), "value": None, "low": None, "high": None}
    if len(several) < FEW or len(values) < 2:
        return told
    table, place = np.zeros((len(values), len(values))), {value: at for at, value in enumerate(values)}
    for unit in several:
        for one, other in permutations(unit, 2):
            table[place[one], place[other]] += 0.5 / (len(unit) - 1)
    found = cohens_kappa(table, weights=np.array(values), wt="quadratic")
    return told | _limited(found.kappa, found.kappa_low, found.kappa_upp)


def correlation(pairs: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Pearson's coefficient with its interval; nothing of few agencies, or where one side is all alike."""
    told: dict[str, Any] = {"agencies": len(pairs), "value": None, "low": None, "high": None}
    sides = [list(side) for side in zip(*pairs, strict=True)]
    if len(pairs) < FEW or min(len({round(value, 6) for value in side}) for side in sides) < 2:
        return told
    found = pearsonr(*sides)
    return told | _limited(found.statistic, *found.confidence_interval(1 - ALPHA))


def _limited(*numbers):
    """Within -1 and 1; without an interval where it has no width."""
    value, low, high = (round(min(1.0, max(-1.0, float(one))), DIGITS) for one in numbers)
    return {"value": value, "low": low if low < high else None, "high": high if low < high else None}
