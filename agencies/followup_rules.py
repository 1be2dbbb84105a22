"""Who is followed up after a result, what is weak, and by when: the rules in one place; the lines themselves stand in the year's set."""
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from agencies.amounts import exact, rounded
from agencies.models.improvement import ImprovementItem
from agencies.models.indicator_set import statutory_days
from agencies.working import from_json

PLAN_DAYS = 60          # from the publication of the year
CHECKS_A_YEAR = 4       # at most
WEAK, NAMED = ImprovementItem.Origin.WEAK, ImprovementItem.Origin.NAMED


def is_followed_up(indicator_set, grade):
    """The set names the grades: B and below, as it stands in the sample."""
    return grade in indicator_set.few_below.split()


def plan_due_on(published_on):
    return published_on + timedelta(days=PLAN_DAYS)


def last_day(year, following):
    """Everything is done before the next report is due: the following set's day where it is frozen, else the law's."""
    return following.report_due_on if following else statutory_days(year + 1)["report_due_on"]


@dataclass(frozen=True)
class Proposed:
    """An item that the result speaks for."""

    code: str
    origin: str
    rating: Decimal
    finding: str


def proposed_by(result, indicator_set):
    """[Proposed] in the order of the set: a rating below the line, or words in the result that name what to improve."""
    line, words = exact(indicator_set.weak_below), findings_in(result)
    return [Proposed(one.code, WEAK if one.rating < line else NAMED, rounded(one.rating), words.get(one.code, ""))
            for one in from_json(result.scored).indicators if one.rating < line or words.get(one.code)]


def ratings_in(result):
    """{code: rating of two places} of a final result."""
    return {one.code: rounded(one.rating) for one in from_json(result.scored).indicators}


def findings_in(result):
    """{code: what is to be improved}, as the agency read it."""
    return {one["code"]: one["improve"] for one in result.feedback if one["code"] and one.get("improve")}
