"""The end of a visit: the closing statement, the lock, or why it broke off."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out, filled
from visits import permissions, queries, workflow
from visits.forms import ClosingForm, ReasonForm
from visits.stages import Stage
from visits.views.visit import find_visit


@staff(Role.ASSESSOR)
def closing(request, public_id):
    visit = find_visit(request, public_id)
    stands = {"statement": visit.closing_statement, "remarks": visit.provider_remarks, "acknowledged_by": visit.acknowledged_by,
              "acknowledged_function": visit.acknowledged_function}
    form = ClosingForm(filled(request), initial=stands)
    if carried_out(request, form, lambda said: workflow.close_with_statement(visit, actor=request.actor, **said),
                   _("The closing statement is kept with who took note of it.")):
        return redirect("visit", public_id)
    return render(request, "visits/closing.html", {"form": form, "visit": visit, "may_close": may_lead_now(request, visit)})


def may_lead_now(request, visit):
    return visit.stage == Stage.UNDERWAY and permissions.can_lead(request.actor, visit)


@staff(Role.ASSESSOR)
def to_lock(request, public_id):
    visit = find_visit(request, public_id)
    if request.method == "POST":
        workflow.lock_visit(visit, actor=request.actor)
        messages.success(request, _("The record is locked. Thank you; the agency has been told."))
        return redirect("visit", public_id)
    return render(request, "visits/lock.html", {"visit": visit, "missing": queries.not_agreed(visit),
                                                "may_lock": may_lead_now(request, visit)})


@staff(Role.ASSESSOR)
def to_end_early(request, public_id):
    visit = find_visit(request, public_id)
    form = ReasonForm(filled(request))
    if carried_out(request, form, lambda said: workflow.end_early(visit, actor=request.actor, **said),
                   _("The visit has ended early. The agency has been told.")):
        return redirect("visit", public_id)
    return render(request, "visits/broken_off.html", {"form": form, "visit": visit, "early": True, "may": may_lead_now(request, visit)})


@staff(Role.ASSESSOR)
def to_report(request, public_id):
    visit = find_visit(request, public_id)
    form = ReasonForm(filled(request))
    if carried_out(request, form, lambda said: workflow.report_not_carried_out(visit, actor=request.actor, **said),
                   _("It is reported that the visit was not carried out. The agency has been told.")):
        return redirect("visit", public_id)
    may = not visit.has_ended and permissions.can_report(request.actor, visit)
    return render(request, "visits/broken_off.html", {"form": form, "visit": visit, "early": False, "may": may})
