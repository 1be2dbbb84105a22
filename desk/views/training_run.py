"""Runs at the desk of their house: planned, their classes written, announced, moved, cancelled."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.forms import carried_out, filled
from desk.training import training_page
from desk.views.performance_report import found
from desk.views.training_course import own as own_course
from training.forms.run import CancelForm, ClassForm, FindRunForm, MaterialForm, MaterialLinkForm, RunForm, TimeForm, TrainersForm
from training.models.course import READERS
from training.permissions import KEEPERS, can_keep_training
from training.queries import run as queries
from training.stages import RunStage
from training.workflow import class_session as classes
from training.workflow import run as workflow

PAGE = 30


def own(request, public_id):
    return found(queries.runs_of(request.actor).select_related("course", "made_by__person"), public_id)


def own_class(request, public_id):
    return found(queries.own_classes(request.actor), public_id)


@staff(*READERS)
def runs(request):
    form = FindRunForm(request.GET, years=queries.years_of_runs(request.actor))
    wanted = form.wanted()
    page = Paginator(queries.runs_of(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_runs.html", {
        "form": form, "wanted": wanted, "page": page, "is_search": any(wanted.values()), "may_keep": can_keep_training(request.actor)})


@staff(*KEEPERS)
def plan(request, public_id):
    course, form = own_course(request, public_id), RunForm(filled(request))
    if made := carried_out(request, form, lambda said: workflow.plan_run(course, year=said["year"], **form.facts(), actor=request.actor),
                           _("The run is planned. Add its classes, then announce it.")):
        return redirect("training_keep_run", made.public_id)
    return training_page(request, "desk/training_run_form.html", {"form": form, "course": course, "run": None})


@staff(*READERS)
def run(request, public_id):
    return run_page(request, own(request, public_id))


def run_page(request, row, **forms):
    """`forms`: one that came back with something to correct."""
    actor, may_keep = request.actor, can_keep_training(request.actor)
    files, links = queries.materials_of(actor, row)
    shown = {"cancel_form": CancelForm(), "class_form": ClassForm(actor=actor), "file_form": MaterialForm(actor=actor, run=row),
             "link_form": MaterialLinkForm(actor=actor, run=row)} | forms
    return training_page(request, "desk/training_keep_run.html", {
        "run": row, "course": row.course, "classes": queries.classes_of(actor, row), "files": files, "links": links, "may_keep": may_keep,
        "is_draft": row.stage == RunStage.DRAFT, "takes_materials": row.stage not in (RunStage.CANCELLED, RunStage.DISCARDED), **shown})


@staff(*KEEPERS)
def change(request, public_id):
    row = own(request, public_id)
    form = RunForm(filled(request), run=row)
    if carried_out(request, form, lambda said: workflow.change_run(row, base_version=said["version"], **form.facts(), actor=request.actor),
                   _("The run is changed.")):
        return redirect("training_keep_run", row.public_id)
    return training_page(request, "desk/training_run_form.html", {"form": form, "course": row.course, "run": row})


@require_POST
@staff(*KEEPERS)
def announce(request, public_id):
    row = workflow.announce_run(own(request, public_id), actor=request.actor)
    messages.success(request, _("The run is announced. It stands in the catalogue from now on."))
    return redirect("training_keep_run", row.public_id)


@require_POST
@staff(*KEEPERS)
def discard(request, public_id):
    workflow.discard_run(own(request, public_id), actor=request.actor)
    messages.success(request, _("The draft is discarded."))
    return redirect("training_runs")


@require_POST
@staff(*KEEPERS)
def cancel(request, public_id):
    row, form = own(request, public_id), CancelForm(request.POST)
    if carried_out(request, form, lambda said: workflow.cancel_run(row, reason=said["reason"], actor=request.actor),
                   _("The run is cancelled. Everybody who enrolled is told by their own agency.")):
        return redirect("training_keep_run", row.public_id)
    return run_page(request, row, cancel_form=form)


@require_POST
@staff(*KEEPERS)
def add_class(request, public_id):
    row, form = own(request, public_id), ClassForm(request.POST, actor=request.actor)
    if carried_out(request, form, lambda _said: classes.add_class(row, **form.facts(), actor=request.actor), _("The class is added.")):
        return redirect("training_keep_run", row.public_id)
    return run_page(request, row, class_form=form)


@staff(*KEEPERS)
def change_class(request, public_id):
    one, actor = own_class(request, public_id), request.actor
    form = ClassForm(filled(request), actor=actor, class_session=one, initial=standing(request, one))
    if carried_out(request, form, lambda _said: classes.change_class(one, **form.facts(), actor=actor), _("The class is changed.")):
        return redirect("training_keep_run", one.run.public_id)
    return class_page(request, one, form)


@staff(*KEEPERS)
def move_class(request, public_id):
    one = own_class(request, public_id)
    form = TimeForm(filled(request), class_session=one)
    if carried_out(request, form, lambda _said: classes.move_class(one, **form.facts(), actor=request.actor),
                   _("The class is moved. Everybody who enrolled is told by their own agency.")):
        return redirect("training_keep_run", one.run.public_id)
    return class_page(request, one, form)


@staff(*KEEPERS)
def class_trainers(request, public_id):
    one, actor = own_class(request, public_id), request.actor
    form = TrainersForm(filled(request), actor=actor, initial=standing(request, one))
    if carried_out(request, form, lambda said: classes.change_trainers(one, trainers=list(said["trainers"]), actor=actor),
                   _("The trainers are changed.")):
        return redirect("training_keep_run", one.run.public_id)
    return class_page(request, one, form)


def class_page(request, one, form):
    return training_page(request, "desk/training_class_form.html", {
        "form": form, "class_session": one, "run": one.run, "is_draft": one.run.stage == RunStage.DRAFT})


def standing(request, one):
    return {"trainers": list(queries.trainers_of_class(request.actor, one))}


@require_POST
@staff(*KEEPERS)
def remove_class(request, public_id):
    row = classes.remove_class(own_class(request, public_id), actor=request.actor)
    messages.success(request, _("The class is removed."))
    return redirect("training_keep_run", row.public_id)
