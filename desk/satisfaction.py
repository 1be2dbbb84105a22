"""Satisfaction scores in lines of agencies, each with its result of the year."""
from dataclasses import dataclass, field
from typing import Any

from agencies.figures import MEAN_OF
from agencies.models.satisfaction import SatisfactionScore


@dataclass
class Line:
    """`users`, `providers`: the score on the whole; `parts`: of questions and indicators; `result`: the year's, or None."""

    agency: Any
    result: Any = None
    users: Any = None
    providers: Any = None
    parts: list = field(default_factory=list)


def beside_results(scores, results):
    """[Line] in the order of the scores."""
    there, lines = {one.agency.pk: one for one in results}, {}
    for one in scores:
        line = lines.setdefault(one.assessed_id, Line(one.assessed, there.get(one.assessed_id)))
        if not one.is_whole:
            line.parts.append(one)
        elif one.group == SatisfactionScore.Group.USERS:
            line.users = one
        else:
            line.providers = one
    return list(lines.values())


def own_lines(scores):
    """[(score, the mean of all as text or "", of how many agencies)]; the mean only where it does not tell another's score."""
    lines = []
    for one in scores:
        whole = one.survey.means.get(one.group, {"agencies": 0, "mean": ""})
        lines.append((one, whole["mean"] if whole["agencies"] >= MEAN_OF else "", whole["agencies"]))
    return lines
