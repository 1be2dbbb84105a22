"""Courses at the desk of their house: written, offered, closed, discarded; who has to have them."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.forms import carried_out, filled
from desk.training import training_page
from desk.views.performance_report import found
from training.forms.course import CourseForm, DutyForm, FindCourseForm
from training.models.course import READERS
from training.permissions import KEEPERS, can_keep_training
from training.queries import course as queries
from training.queries.run import runs_of
from training.workflow import course as workflow

PAGE = 30


def own(request, public_id):
    return found(queries.own_courses(request.actor).select_related("written_by__person"), public_id)


@staff(*READERS)
def courses(request):
    form = FindCourseForm(request.GET)
    wanted = form.wanted()
    page = Paginator(queries.own_courses(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_courses.html", {
        "form": form, "wanted": wanted, "page": page, "is_search": any(wanted.values()), "may_keep": can_keep_training(request.actor)})


@staff(*KEEPERS)
def write(request):
    form = CourseForm(filled(request))
    if made := carried_out(request, form, lambda _said: workflow.write_course(**form.facts(), actor=request.actor),
                           _("The draft is kept. Look at its survey, then put it into the catalogue.")):
        return redirect("training_keep_course", made.public_id)
    return training_page(request, "desk/training_course_form.html", {"form": form, "course": None})


@staff(*READERS)
def course(request, public_id):
    return course_page(request, own(request, public_id))


def course_page(request, row, duty_form=None):
    actor = request.actor
    return training_page(request, "desk/training_keep_course.html", {
        "course": row, "duties": queries.duties_of(actor, row), "survey": queries.survey_of(actor, row),
        "test": queries.test_of(actor, row),
        "runs": runs_of(actor, course=row), "may_keep": can_keep_training(actor), "duty_form": duty_form or DutyForm(course=row)})


@staff(*KEEPERS)
def change(request, public_id):
    row = own(request, public_id)
    form = CourseForm(filled(request), course=row)
    if carried_out(request, form, lambda said: workflow.change_course(row, base_version=said["version"], **form.facts(),
                                                                      actor=request.actor), _("The course is changed.")):
        return redirect("training_keep_course", row.public_id)
    return training_page(request, "desk/training_course_form.html", {"form": form, "course": row})


@require_POST
@staff(*KEEPERS)
def offer(request, public_id):
    row = workflow.offer_course(own(request, public_id), actor=request.actor)
    messages.success(request, _("The course stands in the catalogue."))
    return redirect("training_keep_course", row.public_id)


@require_POST
@staff(*KEEPERS)
def close(request, public_id):
    row = workflow.close_course(own(request, public_id), actor=request.actor)
    messages.success(request, _("The course is closed. Announced runs go on."))
    return redirect("training_keep_course", row.public_id)


@require_POST
@staff(*KEEPERS)
def discard(request, public_id):
    workflow.discard_course(own(request, public_id), actor=request.actor)
    messages.success(request, _("The draft is discarded."))
    return redirect("training_courses")


@require_POST
@staff(*KEEPERS)
def add_duty(request, public_id):
    row = own(request, public_id)
    form = DutyForm(request.POST, course=row)
    if carried_out(request, form, lambda _said: workflow.add_duty(row, **form.facts(), actor=request.actor), _("The duty is added.")):
        return redirect("training_keep_course", row.public_id)
    return course_page(request, row, form)


@require_POST
@staff(*KEEPERS)
def remove_duty(request, public_id):
    row = workflow.remove_duty(found(queries.own_duties(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The duty is removed."))
    return redirect("training_keep_course", row.public_id)
