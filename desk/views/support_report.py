"""The agency reports what was done with the help it was given: written with papers, then sent for good."""
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.support import ReportForm, VersionForm
from agencies.houses import agencies_only
from agencies.network_permissions import can_ask_support
from agencies.permissions import at_central
from agencies.queries import support as queries
from agencies.support_stages import SupportStage
from agencies.workflow import support_report as workflow
from core.access_log import note_access
from core.files import serve_copy
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import found
from core.viewing import hand_out
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.support import page_of


@staff(*WORKERS)
@agencies_only
def write_report(request, public_id):
    row = found(queries.own_requests(request.actor), public_id)
    reports = queries.reports_of(request.actor, row)
    report = next((one for one in reports if not one.sent_at), None)
    form = ReportForm(filled(request), request.FILES or None, row=row, report=report)
    if carried_out(request, form, lambda said: keep(row, form, said, request.actor), _("Saved. It is not sent yet.")):
        return redirect("network_support_request", public_id)
    return desk_page(request, "desk/support_report.html", {
        "row": row, "report": report, "form": form, "asked_again": next((one for one in reversed(reports) if one.answer), None),
        "may_write": can_ask_support(request.actor) and row.stage == SupportStage.GRANTED})


@transaction.atomic
def keep(row, form, said, actor):
    """Words and paper together: with a paper that is refused nothing is kept, and the page still has the words and its version."""
    report = workflow.write_report(row, base_version=said["version"], **form.facts(), actor=actor)
    if said["file"]:
        workflow.attach_to_report(report, said["file"], actor=actor)
    return report


@require_POST
@staff(*WORKERS)
@agencies_only
def send_report(request, public_id):
    row, form = found(queries.own_requests(request.actor), public_id), VersionForm(request.POST)
    if carried_out(request, form, lambda said: workflow.send_report(
            row, base_version=said["version"], actor=request.actor, arrived_at=request.arrived_at),
            _("The report is sent to the Central institute."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row)


@staff(*READERS)
def report_file(request, public_id):
    """The agency opens its own; at Central what stands beside the report is served."""
    if at_central():
        file = found(queries.received_report_files(request.actor), public_id)
        note_access(request, file.report.request, "network.support_file", kind=AccessEntry.Kind.DOWNLOAD)
        return serve_copy(file)
    file = found(queries.own_report_files(request.actor), public_id)
    return hand_out(request, file.file, file.name, to_giver=True, back=(
        reverse("network_support_request", args=[file.report.request.public_id]), file.report.request.title))


@require_POST
@staff(*WORKERS)
@agencies_only
def remove_from_report(request, public_id):
    report = workflow.remove_from_report(found(queries.own_report_files(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_support_report", report.request.public_id)
