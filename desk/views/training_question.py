"""Questions of a course's survey and of its test."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.forms import carried_out, filled
from desk.training import training_page
from desk.views.performance_report import found
from desk.views.training_course import own
from training.forms.course import SurveyQuestionForm, TestQuestionForm
from training.models import SurveyQuestion, TestQuestion
from training.models.course import READERS
from training.permissions import KEEPERS, can_keep_training
from training.queries import course as queries
from training.workflow import survey_question as surveys
from training.workflow import test_question as tests


def of_survey(request, public_id):
    return found(queries.own_questions(request.actor, SurveyQuestion), public_id)


def of_test(request, public_id):
    return found(queries.own_questions(request.actor, TestQuestion), public_id)


@staff(*READERS)
def survey(request, public_id):
    return survey_page(request, own(request, public_id), SurveyQuestionForm())


def survey_page(request, course, form):
    return training_page(request, "desk/training_survey_questions.html", {
        "course": course, "questions": queries.survey_of(request.actor, course), "form": form,
        "may_keep": can_keep_training(request.actor)})


@require_POST
@staff(*KEEPERS)
def add_survey_question(request, public_id):
    course, form = own(request, public_id), SurveyQuestionForm(request.POST)
    if carried_out(request, form, lambda said: surveys.add_survey_question(course, **said, actor=request.actor),
                   _("The question is added.")):
        return redirect("training_survey_questions", course.public_id)
    return survey_page(request, course, form)


@staff(*KEEPERS)
def change_survey_question(request, public_id):
    question = of_survey(request, public_id)
    form = SurveyQuestionForm(filled(request), question=question)
    if carried_out(request, form, lambda said: surveys.change_survey_question(question, **said, actor=request.actor),
                   _("The question is changed.")):
        return redirect("training_survey_questions", question.course.public_id)
    return training_page(request, "desk/training_question_form.html", {
        "form": form, "question": question, "course": question.course, "list_page": "training_survey_questions"})


@require_POST
@staff(*KEEPERS)
def retire_survey_question(request, public_id):
    course = surveys.retire_survey_question(of_survey(request, public_id), actor=request.actor)
    messages.success(request, _("The question is retired. Answers that were given stay."))
    return redirect("training_survey_questions", course.public_id)


@require_POST
@staff(*KEEPERS)
def survey_question_up(request, public_id):
    course = surveys.move_survey_question(of_survey(request, public_id), up=True, actor=request.actor)
    return redirect("training_survey_questions", course.public_id)


@staff(*READERS)
def test(request, public_id):
    return test_page(request, own(request, public_id), TestQuestionForm())


def test_page(request, course, form):
    keys = queries.keys_of(request.actor, course)
    questions = list(queries.test_of(request.actor, course))
    for one in questions:
        one.answers = [(choice, place in keys.get(one.pk, ())) for place, choice in enumerate(one.choices)]
    return training_page(request, "desk/training_test_questions.html", {
        "course": course, "questions": questions, "form": form, "may_keep": can_keep_training(request.actor)})


@require_POST
@staff(*KEEPERS)
def add_test_question(request, public_id):
    course, form = own(request, public_id), TestQuestionForm(request.POST)
    if carried_out(request, form, lambda _said: tests.add_test_question(course, **form.facts(), actor=request.actor),
                   _("The question is added.")):
        return redirect("training_test_questions", course.public_id)
    return test_page(request, course, form)


@staff(*KEEPERS)
def change_test_question(request, public_id):
    question = of_test(request, public_id)
    form = TestQuestionForm(filled(request), question=question, right=queries.key_of(request.actor, question))
    if carried_out(request, form, lambda _said: tests.change_test_question(question, **form.facts(), actor=request.actor),
                   _("The question is changed.")):
        return redirect("training_test_questions", question.course.public_id)
    return training_page(request, "desk/training_question_form.html", {
        "form": form, "question": question, "course": question.course, "list_page": "training_test_questions"})


@require_POST
@staff(*KEEPERS)
def retire_test_question(request, public_id):
    course = tests.retire_test_question(of_test(request, public_id), actor=request.actor)
    messages.success(request, _("The question is retired. It is in no test from now on."))
    return redirect("training_test_questions", course.public_id)


@require_POST
@staff(*KEEPERS)
def test_question_up(request, public_id):
    course = tests.move_test_question(of_test(request, public_id), up=True, actor=request.actor)
    return redirect("training_test_questions", course.public_id)
