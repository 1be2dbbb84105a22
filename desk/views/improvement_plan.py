"""An agency's own improvement plans: begun, written item by item, through the house to its director's approval."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies import permissions
from agencies.forms.consulting import AskForm
from agencies.forms.follow_up import AddItemForm, ApprovePlanForm, ItemForm
from agencies.forms.report import SendBackForm
from agencies.houses import agencies_only
from agencies.models import Consulting
from agencies.queries import improvement as queries
from agencies.queries.consulting import follow_ups_of
from agencies.workflow import improvement_plan as workflow
from agencies.workflow import plan_approval as approval
from agencies.workflow.consulting import ask_consulting
from core.forms import carried_out, filled
from core.tenancy import found
from desk.improvement import everything_of_plan
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS


@staff(*READERS)
@agencies_only
def improvement_plans(request):
    """The published years, each with its plan and its consulting."""
    actor = request.actor
    years = list(queries.own_published(actor))
    plans = {one.participation_id: one for one in queries.own_plans(actor)}
    asked, told = follow_ups_of(actor, years), {one.participation_id: one for one in queries.own_follow_ups(actor)}
    counts = queries.items_closed_by_year(actor)
    return desk_page(request, "desk/improvement_plans.html", {
        "rows": [(one, told.get(one.pk), plans.get(one.pk), asked.get(one.pk), counts.get((one.assessed_id, one.year))) for one in years],
        "may_write": permissions.can_write_plan(actor)})


@staff(*READERS)
@agencies_only
def follow_up(request, public_id):
    """Where a reminder leads: to the plan, or to where it is begun."""
    row = found(queries.own_follow_ups(request.actor), public_id)
    plan = queries.own_plans(request.actor).filter(participation=row.participation_id).first()
    return redirect("improvement_plan", plan.public_id) if plan else redirect("improvement_plans")


@require_POST
@staff(*WORKERS)
@agencies_only
def begin_plan(request, public_id):
    plan = workflow.begin_plan(found(queries.own_published(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The plan is begun. Write a measure for each item."))
    return redirect("improvement_plan", plan.public_id)


@staff(*WORKERS)
@agencies_only
def ask_follow_up_consulting(request, public_id):
    participation, form = found(queries.own_published(request.actor), public_id), AskForm(filled(request))
    made = carried_out(request, form, lambda _said: ask_consulting(
        participation, **form.facts(), kind=Consulting.Kind.FOLLOW_UP, actor=request.actor),
        _("Consulting is asked for. You are told as soon as it is answered."))
    if made:
        return redirect("agency_consulting", made.public_id)
    return desk_page(request, "desk/ask_agency_consulting.html", {"participation": participation, "form": form, "is_follow_up": True})


@staff(*READERS)
@agencies_only
def improvement_plan(request, public_id):
    return plan_page(request, found(queries.own_plans(request.actor), public_id))


def plan_page(request, plan, **forms):
    return desk_page(request, "desk/improvement_plan.html", everything_of_plan(request, plan, **forms))


# ---- its items

@staff(*WORKERS)
@agencies_only
def add_item(request, public_id):
    plan = found(queries.own_plans(request.actor), public_id)
    form = AddItemForm(filled(request), indicators=queries.indicators_left(request.actor, plan))
    made = carried_out(request, form, lambda said: workflow.add_item(plan, said["indicator"], actor=request.actor),
                       _("The item is added. Write its measure."))
    if made:
        return redirect("improvement_item", made.public_id)
    return desk_page(request, "desk/improvement_add.html", {"plan": plan, "form": form})


@staff(*READERS)
@agencies_only
def improvement_item(request, public_id):
    item = found(queries.own_items(request.actor), public_id)
    last_day = queries.last_day_of(item.plan)
    form = ItemForm(filled(request), item=item, last_day=last_day)
    if carried_out(request, form, lambda _said: workflow.save_item(item, **form.facts(), actor=request.actor), _("Saved.")):
        return redirect("improvement_plan", item.plan.public_id)
    return desk_page(request, "desk/improvement_item.html", {
        "item": item, "plan": item.plan, "form": form, "last_day": last_day,
        "may_write": item.plan.is_draft and permissions.can_write_plan(request.actor)})


@require_POST
@staff(*WORKERS)
@agencies_only
def drop_item(request, public_id):
    plan = workflow.drop_item(found(queries.own_items(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The item is taken out of the plan."))
    return redirect("improvement_plan", plan.public_id)


# ---- through the house

@require_POST
@staff(*WORKERS)
@agencies_only
def give_plan(request, public_id):
    approval.give_plan(found(queries.own_plans(request.actor), public_id), actor=request.actor)
    messages.success(request, _("It is given to be approved. Until then nobody can change it."))
    return redirect("improvement_plan", public_id)


@require_POST
@fresh
@staff(Role.MANAGER)
@agencies_only
def release_plan(request, public_id):
    approval.release_plan(found(queries.own_plans(request.actor), public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("improvement_plan", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@agencies_only
def approve_plan(request, public_id):
    plan, form = found(queries.own_plans(request.actor), public_id), ApprovePlanForm(request.POST)
    if carried_out(request, form, lambda said: approval.approve_plan(plan, said["seen"], actor=request.actor),
                   _("The plan is approved. The Central institute reads it from now on."), beside_only=True):
        return redirect("improvement_plan", public_id)
    return plan_page(request, plan, approve=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@agencies_only
def send_plan_back(request, public_id):
    plan, form = found(queries.own_plans(request.actor), public_id), SendBackForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: approval.send_plan_back(plan, **said, actor=request.actor),
                   _("It is sent back and can be written again."), beside_only=True):
        return redirect("improvement_plan", public_id)
    return plan_page(request, plan, back=form)
