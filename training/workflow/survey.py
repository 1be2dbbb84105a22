"""A participant answers the survey of a run: once, and so that nobody can tell who wrote what."""
import random
import secrets
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from training.completion_rule import may_still_answer
from training.models import SurveyAnswer, SurveyQuestion
from training.permissions import is_participant
from training.presence import last_hour_of
from training.queries.attendance import classes_in
from training.queries.survey import questions_of

Kind = SurveyQuestion.Kind
IN_ANY_ORDER = random.SystemRandom()


@transaction.atomic
def answer_survey(enrolment, answers, *, actor):
    """`answers`: {question pk: 1 to 5, or words}. Of the person only the day remains, at the enrolment.

    The rows of a sheet get numbers that nobody can foresee, in any order: neither says who answered before whom.
    """
    enrolment = lock(enrolment)
    require(is_participant(actor, enrolment))
    refuse_closed(enrolment, actor)
    questions = list(questions_of(actor, enrolment.run))
    refuse_if(not questions, _("This run has no survey."))
    said = [(one, answers.get(one.pk)) for one in questions]
    missing = [one.text for one, words in said if one.kind == Kind.LIKERT and words not in range(1, 6)]
    refuse_if(missing, _("Please answer this question: %(question)s"), question=missing[0] if missing else "")
    sheet = uuid.uuid4()
    rows = [_row(enrolment, sheet, one, words) for one, words in said if words]
    refuse_if(not rows, _("Nothing was answered."))
    IN_ANY_ORDER.shuffle(rows)
    SurveyAnswer.everything.bulk_create(rows)
    enrolment.survey_at = clock.day_start(clock.today())
    enrolment.save(update_fields=["survey_at"])
    record("training.survey_answered", enrolment, actor=actor)
    return enrolment


def refuse_closed(enrolment, actor):
    """It opens in the last hour of the last class and is open until the run is finished; for who has not completed, some weeks longer."""
    refuse_if(enrolment.survey_at, _("You have answered this survey already. Thank you."))
    refuse_if(not may_still_answer(enrolment), _("The survey of this run is closed."))
    opens_at = last_hour_of(classes_in(actor, enrolment.run))
    refuse_if(opens_at is None or clock.now() < opens_at, _("The survey opens in the last hour of the last class."))


def _row(enrolment, sheet, question, words):
    said = {"score": words} if question.kind == Kind.LIKERT else {"text": words}
    return SurveyAnswer(pk=secrets.randbits(62), host_id=enrolment.host_id, run_id=enrolment.run_id, question=question, sheet=sheet, **said)
