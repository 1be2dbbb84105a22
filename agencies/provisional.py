"""What the figures of an entry would be rated by their formula, before anybody has judged: with its working, for those who write it."""
from dataclasses import dataclass

from agencies.amounts import exact
from agencies.explaining import shown
from agencies.formula import TARGET, put_in
from core.errors import Refused


@dataclass(frozen=True)
class Provisional:
    """`problem`: why the figures that are there give no rating, in a sentence."""

    rating: str = ""
    working: str = ""
    problem: str = ""


def provisional_rating(entry, figures):
    """Of the part by formula; None while a figure is missing, or where no formula rates the indicator."""
    indicator = entry.indicator
    if not (indicator.is_counted and indicator.formula) or not all(entry.figures.get(one.name) for one in figures):
        return None
    values = {one.name: exact(entry.figures[one.name]) for one in figures}
    if indicator.target is not None:
        values[TARGET] = exact(indicator.target)
    try:
        worked = put_in(indicator.formula, values, indicator=str(indicator))
    except Refused as refusal:
        return Provisional(problem=str(refusal))
    return Provisional(shown(min(max(worked.result, exact(0)), exact(100))), f"{worked.with_values} = {shown(worked.result)}")
