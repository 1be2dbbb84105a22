"""One agency's result at Central: its calculations, what is missing, where it stands."""
from dataclasses import dataclass
from typing import Any

from accounts.actors import Actor
from agencies.inputs import read_inputs
from agencies.models import (
    Calculation,
    Feedback,
    Objection,
    ObjectionAnswer,
    Participation,
    Result,
    ResultDecision,
)
from agencies.queries.result_inputs import inputs_of_many, rows_in_order
from agencies.scoring import problems_of
from agencies.soundness import check_points
from agencies.working import from_json
from core.errors import Refused
from panels.models import AgendaItem
from panels.stages import MeetingStage

SUBJECT = "agencies.result"             # what the committee's agenda and declarations call it; its matter is the participation's public id
LOOKING = Actor.system("where a result of the evaluation stands")


@dataclass(frozen=True)
class Line:
    """One agency of the year: `missing` [(code, sentence)]; `is_stale`: something has changed since it was calculated."""

    participation: Any
    calculation: Any = None
    result: Any = None
    decision: Any = None
    missing: tuple = ()
    is_stale: bool = False
    waiting: int = 0                    # objections without an answer
    is_before_committee: bool = False

    @property
    def is_sound(self):
        return self.calculation is not None and not self.missing and not self.is_stale


def everybody_in(actor, indicator_set):
    """The participations of a year, the exempt ones too, by name."""
    rows = Participation.objects.visible_to(actor).filter(indicator_set=indicator_set)
    return rows.select_related("assessed", "indicator_set").order_by("assessed__name_ko")


def year_lines(actor, indicator_set):
    """[Line] of everybody who is assessed in the year."""
    parts = [one for one in everybody_in(actor, indicator_set) if one.is_assessed]
    latest = latest_calculations(actor, parts)
    results = {one.participation_id: one for one in Result.objects.visible_to(actor).filter(participation__in=parts)}
    decisions = {one.participation_id: one for one in ResultDecision.objects.visible_to(actor).filter(
        participation__in=parts).select_related("calculation")}
    waiting = unanswered(actor, results.values())
    before = set(open_items(part.public_id for part in parts).values_list("matter", flat=True))
    open_ones = [part for part in parts if part.pk not in decisions]
    inputs = inputs_of_many(actor, open_ones, rows_in_order(actor, indicator_set)) if open_ones else {}
    return [line_of(part, inputs.get(part.pk), latest.get(part.pk), results.get(part.pk), decisions.get(part.pk),
                    waiting.get(part.pk, 0), part.public_id in before) for part in parts]


def line_of(part, inputs, calculation, result, decision=None, waiting=0, is_before=False):
    """`inputs`: what would be worked out now, of one that is not decided."""
    if decision:                        # nothing of it changes any more
        return Line(part, decision.calculation, result, decision)
    missing = tuple(what_is_missing(inputs))
    return Line(part, calculation, result, None, missing, bool(calculation) and calculation.inputs != inputs, waiting, is_before)


def what_is_missing(inputs):
    """[(code of the indicator or "", sentence)] that stand between the agency and its result."""
    found = list(problems_of(inputs))
    try:
        check_points(read_inputs(inputs))
    except Refused as refusal:
        found.append(("", str(refusal)))
    return found


def latest_calculations(actor, parts):
    """{participation's id: its latest calculation}"""
    rows = Calculation.objects.visible_to(actor).filter(participation__in=parts).order_by("participation_id", "-number")
    return {one.participation_id: one for one in rows.distinct("participation_id")}


def calculations_of(actor, participation):
    rows = Calculation.objects.visible_to(actor).filter(participation=participation)
    return list(rows.select_related("made_by__person").order_by("-number"))


def decision_of(actor, participation):
    return ResultDecision.objects.visible_to(actor).filter(participation=participation).select_related("calculation", "item").first()


def result_of(actor, participation):
    return Result.objects.visible_to(actor).filter(participation=participation).select_related("assessed").first()


def unanswered(actor, results):
    """{participation's id: how many objections have no answer}"""
    found: dict = {}
    answered = ObjectionAnswer.objects.visible_to(actor).values("objection")
    rows = Objection.objects.visible_to(actor).filter(result__in=[one.pk for one in results]).exclude(pk__in=answered)
    for part in rows.values_list("result__participation", flat=True):
        found[part] = found.get(part, 0) + 1
    return found


def open_items(matters):
    """What stands before a meeting that is not closed."""
    return AgendaItem.objects.visible_to(LOOKING).filter(
        subject_type=SUBJECT, matter__in=list(matters), withdrawn_at=None, result="",
        meeting__stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN))


def objections_of(actor, result):
    """[(objection, its answer or None)] in the order of the set."""
    answers = {one.objection_id: one for one in ObjectionAnswer.objects.visible_to(actor).filter(objection__result=result)}
    rows = Objection.objects.visible_to(actor).filter(result=result).select_related("indicator", "filed_by__person")
    return [(one, answers.get(one.pk)) for one in sorted(rows, key=lambda row: (row.indicator.position if row.indicator else 999, row.pk))]


def feedback_of(actor, participation):
    """{indicator's id or None: words}"""
    rows = Feedback.objects.visible_to(actor).filter(participation=participation).select_related("indicator")
    return {one.indicator_id: one for one in rows}


def participation_before(actor, public_id):
    """The participation whose result lies before a committee of which the actor may read it; or None."""
    return Participation.objects.visible_to(LOOKING).filter(public_id=public_id).select_related("assessed", "indicator_set").first()


def scored_of(row):
    """The working of a calculation or a result."""
    return from_json(row.scored)
