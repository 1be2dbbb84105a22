"""The survey of a run: its questions, and what was answered, from five sheets up."""
import random
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from training.class_permissions import can_read_survey
from training.models import SurveyAnswer, SurveyQuestion

FEWEST = 5                  # sheets below which nothing is shown
AGREEMENT = ((5, _("fully agree")), (4, _("agree")), (3, _("neither")), (2, _("disagree")), (1, _("fully disagree")))
SCORES = tuple(score for score, _label in AGREEMENT)
COUNTING = Actor.system("results of a survey")
IN_ANY_ORDER = random.SystemRandom()


@dataclass(frozen=True)
class Answered:
    """What was answered to a question. `shares`: [(score, how many)], from 5 to 1. `is_hidden`: by too few."""

    question: SurveyQuestion
    count: int
    is_hidden: bool
    mean: float | None = None
    shares: tuple[tuple[int, int], ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def lines(self):
        """[(score, what it means, how many)]."""
        return [(score, dict(AGREEMENT)[score], count) for score, count in self.shares]


@dataclass(frozen=True)
class Results:
    """`mean`: over all answers from 1 to 5. Below five sheets there is only their number."""

    sheets: int
    rows: tuple[Answered, ...] = ()
    mean: float | None = None

    @property
    def is_shown(self):
        return self.sheets >= FEWEST


def questions_of(actor, run):
    """What is asked today, in order."""
    return SurveyQuestion.objects.visible_to(actor).filter(course=run.course_id, retired_at=None).order_by("position", "pk")


def results_of(actor, run):
    """For the readers of the house that holds the run and its trainers; raises PermissionDenied for others. Retired questions too, where
    somebody answered them. Words come in any order, and without their house."""
    if not can_read_survey(actor, run):
        raise PermissionDenied
    answers = list(SurveyAnswer.objects.visible_to(COUNTING).filter(run=run))
    sheets = len({one.sheet for one in answers})
    if sheets < FEWEST:
        return Results(sheets)
    by_question = {}
    for one in answers:
        by_question.setdefault(one.question_id, []).append(one)
    questions = SurveyQuestion.objects.visible_to(COUNTING).filter(course=run.course_id).order_by("position", "pk")
    rows = tuple(_answered(one, by_question.get(one.pk, [])) for one in questions if one.pk in by_question or one.retired_at is None)
    scores = [one.score for one in answers if one.score]
    return Results(sheets, rows, sum(scores) / len(scores) if scores else None)


def _answered(question, answers):
    """A question that fewer than five were asked tells about single persons; of free words fewer is no matter."""
    if question.kind == SurveyQuestion.Kind.TEXT:
        texts = [one.text for one in answers if one.text]
        IN_ANY_ORDER.shuffle(texts)
        return Answered(question, len(texts), False, texts=tuple(texts))
    if len(answers) < FEWEST:
        return Answered(question, len(answers), True)
    counted = Counter(one.score for one in answers)
    return Answered(question, len(answers), False, sum(one.score for one in answers) / len(answers),
                    tuple((score, counted[score]) for score in SCORES))
