"""The way of a performance report through the house: given to be approved, released, handed in by the director, or sent back."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies.forms.report import HandInForm, SendBackForm
from agencies.houses import agencies_only
from agencies.queries.report import own_reports
from agencies.workflow import report_handing_in as workflow
from core.forms import carried_out
from core.tenancy import found
from desk.views.case import WORKERS
from desk.views.performance_report import report_page


@require_POST
@staff(*WORKERS)
@agencies_only
def give_to_approve(request, public_id):
    workflow.give_to_approve(found(own_reports(request.actor), public_id), actor=request.actor)
    messages.success(request, _("It is given to be approved. Until then nobody can change it."))
    return redirect("performance_report", public_id)


@require_POST
@fresh
@staff(Role.MANAGER)
@agencies_only
def release_report(request, public_id):
    workflow.release_report(found(own_reports(request.actor), public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("performance_report", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@agencies_only
def hand_in_report(request, public_id):
    """In time is what arrived in time."""
    report, form = found(own_reports(request.actor), public_id), HandInForm(request.POST)
    if carried_out(request, form, lambda said: workflow.hand_in_report(
            report, said["seen"], agreed_days=said["agreed_days"], arrived_at=request.arrived_at, actor=request.actor),
            _("The report has arrived at the Central institute. The receipt is on this page."), beside_only=True):
        return redirect("performance_report", public_id)
    return report_page(request, report, hand_in=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@agencies_only
def send_report_back(request, public_id):
    report, form = found(own_reports(request.actor), public_id), SendBackForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: workflow.send_report_back(report, **said, actor=request.actor),
                   _("It is sent back and can be written again."), beside_only=True):
        return redirect("performance_report", public_id)
    return report_page(request, report, back=form)
