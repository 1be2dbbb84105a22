"""Duties at the desk: the board, one with what became of it, and what officers decide about it."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from aftercare import workflow
from aftercare.forms.duty import DemandDutyForm, DutiesWantedForm, MoveDutyForm, WaiveDutyForm
from aftercare.models import Duty
from aftercare.permissions import can_plan_for, why_tied
from aftercare.queries.duty_board import duties_found, duty_counts
from aftercare.stages import DutyStage
from certification.models import Certificate
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from correspondence.queries import reminders_about
from desk.pages import desk_page
from desk.tied import unless_tied
from desk.views.case import READERS

PAGE = 50
PLANNERS = (Role.OFFICER, Role.MANAGER)


@staff(*READERS)
def duties(request):
    form, actor = DutiesWantedForm(request.GET, agency=request.agency), request.actor
    wanted, certificate = form.wanted(), None
    if asked := form.cleaned_data.get("certificate"):
        certificate = find_or_404(Certificate, actor, public_id=asked)
    counts = duty_counts(actor, **wanted, certificate=certificate)
    paginator = Paginator(duties_found(actor, state=form.state_wanted, **wanted, certificate=certificate), PAGE)
    paginator.count = counts[form.state_wanted] if form.state_wanted else counts["late"] + counts["now"] + counts["coming"]     # known
    return desk_page(request, "desk/duties.html", {
        "form": form, "wanted": wanted, "state": form.state_wanted, "certificate": certificate, "is_narrowed": any(wanted.values()),
        "states": [(key, words, counts[key]) for key, words in form.states],
        "may_plan": certificate and can_plan_for(actor, certificate.provider),
        "tied": certificate and why_tied(actor, certificate.provider), "page": paginator.get_page(request.GET.get("page"))})


@staff(*READERS)
def duty(request, public_id):
    return duty_page(request, found(request, public_id))


def found(request, public_id):
    one = find_or_404(Duty, request.actor, public_id=public_id)
    note_access(request, one, "duty.read" if request.method == "GET" else "duty.decide")
    return one


def duty_page(request, duty, corrected=None):
    """`corrected`: a form that came back with something to correct."""
    forms = {kind.prefix: corrected if type(corrected) is kind else kind(kept(request, kind)) for kind in (MoveDutyForm, WaiveDutyForm)}
    return desk_page(request, "desk/duty.html", {
        "duty": duty, "certificate": duty.certificate, "changes": duty.changes.select_related("by__person"),
        "reminders": reminders_about(request.actor, duty), **forms,
        "tied": why_tied(request.actor, duty.provider) if duty.stage == DutyStage.OPEN else "",
        "may_plan": duty.stage == DutyStage.OPEN and can_plan_for(request.actor, duty.provider)})


def kept(request, kind):
    """What was typed into this one of the forms before a session ended."""
    typed = filled(request) if request.method != "POST" else None
    return typed if typed and any(name.startswith(f"{kind.prefix}-") for name in typed) else None


@require_POST
@staff(*PLANNERS)
def move_duty(request, public_id):
    return decided(request, public_id, MoveDutyForm, workflow.move_duty, _("It is moved. Calendar and reminders follow."))


@require_POST
@staff(*PLANNERS)
def waive_duty(request, public_id):
    return decided(request, public_id, WaiveDutyForm, workflow.waive_duty, _("It is not demanded any more."))


def decided(request, public_id, kind, work, sentence):
    duty, form = found(request, public_id), kind(request.POST)
    if carried_out(request, form, lambda said: work(duty, **said, actor=request.actor), sentence, beside_only=True):
        return redirect("desk_duty", public_id)
    return duty_page(request, found(request, public_id), form)


@staff(*PLANNERS)
def demand_duty(request, public_id):
    certificate, form = find_or_404(Certificate, request.actor, public_id=public_id), DemandDutyForm(filled(request))
    note_access(request, certificate, "certificate.read" if request.method == "GET" else "certificate.decide")
    shown = unless_tied(request, certificate.provider, form)
    made = carried_out(request, form, lambda said: workflow.demand_duty(
        certificate, said["kind"], opens_on=said["opens_on"], due_on=said["due_on"], origin=Duty.Origin.DESK, reason=said["reason"],
        announced=not said["unannounced"], actor=request.actor), _("The duty is added, and the calendar of the provider shows it."))
    return redirect("desk_duty", made.public_id) if made else desk_page(request, "desk/duty_new.html", {
        "certificate": certificate, **shown})
