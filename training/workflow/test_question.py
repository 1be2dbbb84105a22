"""Questions of a course's test and their keys: added, put in order, retired; never changed once somebody has been asked."""
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if
from training.models import TestAttempt, TestKey, TestQuestion
from training.workflow.places import next_place, swap_with_neighbour
from training.workflow.survey_question import writable

LEAST = 2                           # answers to choose from


@transaction.atomic
def add_test_question(course, *, text_ko, text_en="", choices, right, actor):
    """`choices`: [{"ko": …, "en": …}], `right`: places in it, from 0. The key is this house's alone."""
    course = writable(course, actor)
    _refuse_unfit(choices, right)
    question = TestQuestion.everything.create(course=course, text_ko=text_ko, text_en=text_en, choices=choices,
                                              position=next_place(TestQuestion, course))
    TestKey.everything.create(question=question, right=sorted(set(right)))
    record("course.test_question_added", course, actor=actor, question=question.pk)
    return question


@transaction.atomic
def change_test_question(question, *, text_ko, text_en="", choices, right, actor):
    """As long as nobody has been asked: whoever was is judged by what they read."""
    course, question = writable(question.course, actor), lock(question)
    refuse_if(question.retired_at, _("This question is asked no more."))
    refuse_if(_was_asked(question), _("This question has been asked in a test: it is not changed any more. Retire it and add a new one."),
              field="text_ko")
    _refuse_unfit(choices, right)
    question.text_ko, question.text_en, question.choices = text_ko, text_en, choices
    question.save(update_fields=["text_ko", "text_en", "choices"])
    TestKey.everything.filter(question=question).update(right=sorted(set(right)))
    record("course.test_question_changed", course, actor=actor, question=question.pk)
    return question


def _was_asked(question):
    """Whether some attempt has it in its order, by whichever of its names."""
    names = Q(order__contains=[question.pk]) | Q(order__contains=[str(question.pk)]) | Q(order__contains=[str(question.public_id)])
    return TestAttempt.everything.filter(names, host=current_agency_id()).exists()


def _refuse_unfit(choices, right):
    refuse_if(len(choices) < LEAST, _("Give at least two answers to choose from."), field="text_ko")
    said = [one["ko"] for one in choices]
    refuse_if(len(set(said)) < len(said), _("Two of the answers are the same."), field="text_ko")
    refuse_if(not right, _("Mark at least one answer as right."), field="text_ko")
    refuse_if(not set(right) <= set(range(len(choices))), _("An answer that is empty cannot be right."), field="text_ko")


@transaction.atomic
def retire_test_question(question, *, actor):
    """Asked no more; attempts that had it stay as they are."""
    course, question = writable(question.course, actor), lock(question)
    if question.retired_at is None:
        question.retired_at = clock.now()
        question.save(update_fields=["retired_at"])
        record("course.test_question_retired", course, actor=actor, question=question.pk)
    return course


@transaction.atomic
def move_test_question(question, *, up, actor):
    """One place up or down among those that are asked."""
    course = writable(question.course, actor)
    if swap_with_neighbour(question, up=up):
        record("course.test_ordered", course, actor=actor, question=question.pk)
    return course
