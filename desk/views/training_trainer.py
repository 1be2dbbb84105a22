"""The pool of trainers, their honoraria, and the year's plan."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core import clock
from core.forms import carried_out, filled
from desk.training import training_page
from desk.views.performance_report import found
from training.forms.trainer import FeeForm, FindTrainerForm, PaidForm, TrainerForm, YearPlanForm
from training.models.course import READERS
from training.permissions import KEEPERS, can_keep_training, can_plan_year
from training.queries import trainer as queries
from training.workflow import plan as plans
from training.workflow import trainer as workflow

PAGE = 50


def own(request, public_id):
    return found(queries.own_trainers(request.actor), public_id)


@staff(*READERS)
def trainers(request):
    form = FindTrainerForm(request.GET)
    wanted = form.wanted()
    page = Paginator(queries.trainers_found(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_trainers.html", {
        "form": form, "wanted": wanted, "page": page, "is_search": any(wanted.values()), "may_keep": can_keep_training(request.actor)})


@staff(*KEEPERS)
def add_trainer(request):
    form = TrainerForm(filled(request))
    if made := carried_out(request, form, lambda _said: workflow.add_trainer(**form.facts(), actor=request.actor),
                           _("The trainer is in the pool.")):
        return redirect("training_trainer", made.public_id)
    return training_page(request, "desk/training_trainer_form.html", {"form": form, "trainer": None})


@staff(*READERS)
def trainer(request, public_id):
    return trainer_page(request, own(request, public_id))


def trainer_page(request, row, fee_form=None, paid_form=None):
    actor, page = request.actor, Paginator(queries.fees_of(request.actor, row), PAGE).get_page(request.GET.get("page"))
    return training_page(request, "desk/training_trainer.html", {
        "trainer": row, "page": page, "runs": queries.runs_taught(actor, row), "may_keep": can_keep_training(actor),
        "fee_form": fee_form or FeeForm(actor=actor, trainer=row), "paid_form": paid_form or PaidForm(auto_id=False)})


@staff(*KEEPERS)
def change_trainer(request, public_id):
    row = own(request, public_id)
    form = TrainerForm(filled(request), trainer=row)
    if carried_out(request, form, lambda said: workflow.change_trainer(row, base_version=said["version"], **form.facts(),
                                                                       actor=request.actor), _("The trainer is changed.")):
        return redirect("training_trainer", row.public_id)
    return training_page(request, "desk/training_trainer_form.html", {"form": form, "trainer": row})


@require_POST
@staff(*KEEPERS)
def end_trainer(request, public_id):
    row = workflow.end_trainer(own(request, public_id), actor=request.actor)
    messages.success(request, _("The trainer has left the pool."))
    return redirect("training_trainer", row.public_id)


@require_POST
@staff(*KEEPERS)
def note_fee(request, public_id):
    row = own(request, public_id)
    form = FeeForm(request.POST, actor=request.actor, trainer=row)
    if carried_out(request, form, lambda said: workflow.note_fee(row, **said, actor=request.actor), _("The honorarium is noted.")):
        return redirect("training_trainer", row.public_id)
    return trainer_page(request, row, fee_form=form)


@require_POST
@staff(*KEEPERS)
def fee_paid(request, public_id):
    fee, form = found(queries.own_fees(request.actor), public_id), PaidForm(request.POST, auto_id=False)
    if carried_out(request, form, lambda said: workflow.note_paid(fee, paid_on=said["paid_on"], actor=request.actor),
                   _("The payment is noted.")):
        return redirect("training_trainer", fee.trainer.public_id)
    return trainer_page(request, fee.trainer, paid_form=form)


@staff(*READERS)
def year_plan(request):
    said = request.GET.get("year", "")
    year = int(said) if said.isascii() and said.isdigit() and 2019 <= int(said) <= 2100 else clock.today().year
    may_plan = can_plan_year(request.actor)
    form = YearPlanForm(filled(request) if may_plan else None, plans=queries.plans_of(request.actor, year))
    if carried_out(request, form, lambda _said: plans.plan_year(year, form.planned(), actor=request.actor), _("The plan is kept.")):
        return redirect(f"{request.path}?year={year}")
    return training_page(request, "desk/training_year_plan.html", {"form": form, "year": year, "may_plan": may_plan})
