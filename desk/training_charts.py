"""Bars of the reports of training, as the house draws them."""
from agencies.shown_result import bars_of

MOST_BARS = 16


def persons_chart(groups):
    """Persons (cumulative) and the rate of completion of each group, as bars."""
    shown = groups[:MOST_BARS]
    most = max((figures.persons for _keys, figures in shown), default=0) or 1
    return bars_of([(f"{keys[0][1]}, {figures.rate} %", figures.persons, "") for keys, figures in shown], most)
