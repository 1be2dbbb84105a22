"""Monitoring visits at the desk: whom to visit, one demanded, planned, moved, called off; its team."""
from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from aftercare import queries, workflow
from aftercare.forms.monitoring import AddAssessorForm, CallOffForm, DemandVisitForm, MoveMonitoringForm, PlanMonitoringForm
from aftercare.models import Duty, DutyKind, Monitoring, MonitoringMember
from aftercare.permissions import can_plan, can_watch
from aftercare.watching_stages import MonitoringStage
from certification.models import Certificate
from core import clock
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.tied import unless_tied
from desk.views.case import PAGE, READERS, WORKERS
from desk.views.meeting import reason_given
from panels.queries.tied import tied_ids

A_QUARTER = timedelta(days=90)


@staff(*READERS)
def monitorings(request):
    """Those to plan, then those that are planned and were."""
    page = Paginator(queries.monitorings_found(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/monitorings.html", {"page": page, "to_plan": list(queries.visits_to_plan(request.actor)[:PAGE])})


@staff(*READERS)
def risks(request):
    page = Paginator(queries.holders_by_risk(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/risks.html", {"page": page, "may_plan": can_plan(request.actor), "tied": tied_ids(request.actor)})


@staff(*WORKERS)
def demand_visit(request, public_id):
    """One that the plan of duties does not hold; then it is planned."""
    certificate, today = find_or_404(Certificate, request.actor, public_id=public_id), clock.today()
    form = DemandVisitForm(filled(request), initial={"opens_on": today, "due_on": today + A_QUARTER, "announced": "yes"})
    shown = unless_tied(request, certificate.provider, form)
    duty = carried_out(request, form, lambda said: workflow.demand_duty(
        certificate, DutyKind.MONITORING_VISIT, origin=Duty.Origin.DESK, **said, actor=request.actor),
        _("The visit is added. Now plan it."))
    if duty:
        return redirect("desk_plan_monitoring", duty.public_id)
    return desk_page(request, "desk/demand_visit.html", {"certificate": certificate, **shown})


@staff(*WORKERS)
def plan_monitoring(request, public_id):
    """By the public id of its duty: when, who, what is looked at."""
    duty = find_or_404(Duty, request.actor, public_id=public_id, kind=DutyKind.MONITORING_VISIT)
    planned = queries.monitoring_of_duty(request.actor, duty)
    if planned and request.method != "POST":
        return redirect("desk_monitoring", planned.public_id)
    candidates, proposed = queries.candidates_to_go(request.actor, queries.Would(duty)), queries.proposed_sample(duty)
    form = PlanMonitoringForm(filled(request), initial={"codes": [one.code for _indicator, one in proposed]}, candidates=candidates,
                              indicators=queries.indicators_of(duty.certificate), busy=partial(queries.against_day, request.actor))
    page = {"duty": duty, **unless_tied(request, duty.provider, form), "candidates": candidates, "proposed": proposed}
    made = carried_out(request, form, lambda _said: workflow.plan_monitoring(duty, **form.facts(), actor=request.actor),
                       _("The visit is planned, and the team is asked to declare."))
    if made:
        return redirect("desk_monitoring", made.public_id)
    return desk_page(request, "desk/plan_monitoring.html", page)


def found(request, public_id):
    one = find_or_404(Monitoring, request.actor, public_id=public_id)
    note_access(request, one, "monitoring.read")
    return one


@staff(*READERS)
def monitoring(request, public_id):
    return monitoring_page(request, found(request, public_id))


def monitoring_page(request, one, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    team = queries.team_of(request.actor, one)
    may_change = one.stage == MonitoringStage.PLANNED and can_watch(request.actor, one.provider)
    forms = {"move": move_form(request, one), "off": CallOffForm(), "add": add_form(request, one, team)} | corrected if may_change else {}
    return desk_page(request, "desk/monitoring.html", {
        "monitoring": one, "team": team, "forms": forms, "remarks": queries.speaks_against(request.actor, one),
        "findings": list(queries.findings_of(request.actor, one))})


def move_form(request, one, typed=None):
    """It says first what speaks against a day for those who go there now."""
    going = list(queries.team_going(one))
    return MoveMonitoringForm(typed, hours=one.visit.hours, against=lambda moments, hours: queries.against_day(
        request.actor, going, moments, hours, one.public_id))


def add_form(request, one, team, typed=None):
    besides = [member.user_id for member, _declared in team]
    return AddAssessorForm(typed, candidates=queries.candidates_to_go(request.actor, one, besides))


@require_POST
@staff(*WORKERS)
def move_monitoring(request, public_id):
    one = found(request, public_id)
    form = move_form(request, one, request.POST)
    if carried_out(request, form, lambda said: workflow.move_monitoring(one, **said, actor=request.actor),
                   _("The visit is moved, and whoever knows of it is being told.")):
        return redirect("desk_monitoring", public_id)
    return monitoring_page(request, one, move=form)


@require_POST
@staff(*WORKERS)
def call_off_monitoring(request, public_id):
    one, form = found(request, public_id), CallOffForm(request.POST)
    if carried_out(request, form, lambda said: workflow.call_off_monitoring(one, **said, actor=request.actor),
                   _("The visit is called off; its duty stays.")):
        return redirect("desk_monitoring", public_id)
    return monitoring_page(request, one, off=form)


@require_POST
@staff(*WORKERS)
def add_assessor(request, public_id):
    one = found(request, public_id)
    form = add_form(request, one, queries.team_of(request.actor, one), request.POST)
    if carried_out(request, form, lambda said: workflow.add_to_monitoring(
            one, form.chosen(), is_lead=said["is_lead"], overruling=said["overruling"], actor=request.actor),
            _("The assessor is asked to declare.")):
        return redirect("desk_monitoring", public_id)
    return monitoring_page(request, one, add=form)


@require_POST
@staff(*WORKERS)
def end_assessor(request, public_id):
    member = find_or_404(MonitoringMember, request.actor, public_id=public_id)
    workflow.leave_monitoring(member, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("This person no longer goes there."))
    return redirect("desk_monitoring", member.monitoring.public_id)
