"""Questions of a course's survey: added, put in order, retired; never changed once somebody has answered."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if, require
from training.models import SurveyAnswer, SurveyQuestion
from training.permissions import can_keep_training
from training.stages import CourseStage
from training.workflow.places import next_place, swap_with_neighbour

LIKERT, TEXT = SurveyQuestion.Kind.LIKERT, SurveyQuestion.Kind.TEXT
STANDARD = (            # with what every survey begins
    (LIKERT, "교육 내용이 업무에 도움이 되었습니까?", "Does what was taught help you in your work?"),
    (LIKERT, "강사의 전달력과 준비에 만족하십니까?", "Are you content with how the trainers taught and prepared?"),
    (LIKERT, "교재와 자료가 적절하였습니까?", "Were the materials right?"),
    (LIKERT, "교육 시간과 장소가 적절하였습니까?", "Were time and place right?"),
    (LIKERT, "이 교육을 동료에게 권하시겠습니까?", "Would you recommend this course to a colleague?"),
    (TEXT, "개선할 점이나 바라는 점을 적어 주십시오.", "What should be better?"),
)


def standard_survey(course):
    SurveyQuestion.everything.bulk_create(SurveyQuestion(course=course, position=place, kind=kind, text_ko=ko, text_en=en)
                                          for place, (kind, ko, en) in enumerate(STANDARD, 1))


@transaction.atomic
def add_survey_question(course, *, kind, text_ko, text_en="", actor):
    """At the end of the survey."""
    course = writable(course, actor)
    question = SurveyQuestion.everything.create(course=course, kind=kind, text_ko=text_ko, text_en=text_en,
                                                position=next_place(SurveyQuestion, course))
    record("course.survey_question_added", course, actor=actor, question=question.pk)
    return question


@transaction.atomic
def change_survey_question(question, *, actor, **words):
    """`words`: kind, text_ko, text_en. Answers belong to the words that were read."""
    course, question = writable(question.course, actor), lock(question)
    refuse_if(question.retired_at, _("This question is asked no more."))
    refuse_if(SurveyAnswer.everything.filter(host=current_agency_id(), question=question).exists(),
              _("This question has been answered: it is not changed any more. Retire it and add a new one."), field="text_ko")
    for name, value in words.items():
        setattr(question, name, value)
    question.save(update_fields=list(words))
    record("course.survey_question_changed", course, actor=actor, question=question.pk)
    return question


@transaction.atomic
def retire_survey_question(question, *, actor):
    """Asked no more; its answers stay."""
    course, question = writable(question.course, actor), lock(question)
    if question.retired_at is None:
        question.retired_at = clock.now()
        question.save(update_fields=["retired_at"])
        record("course.survey_question_retired", course, actor=actor, question=question.pk)
    return course


@transaction.atomic
def move_survey_question(question, *, up, actor):
    """One place up or down among those that are asked."""
    course = writable(question.course, actor)
    if swap_with_neighbour(question, up=up):
        record("course.survey_ordered", course, actor=actor, question=question.pk)
    return course


def writable(course, actor):
    """The house's own course, not discarded, until the transaction ends."""
    require(can_keep_training(actor) and course.agency_id == current_agency_id())
    course = lock(course)
    refuse_if(course.stage == CourseStage.DISCARDED, _("This course is discarded. Nothing can be changed in it."))
    return course
