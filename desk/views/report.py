"""What citizens report about certificates: which there are, one of them, and what comes of it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification import permissions, queries, workflow
from certification.forms.report import ReportOutcomeForm
from certification.models import RegisterReport
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.edition import PAGE

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
HANDLERS = (Role.OFFICER, Role.MANAGER)


@staff(*READERS)
def reports(request):
    page = Paginator(queries.reports_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/reports.html", {"page": page})


@staff(*READERS)
def report(request, public_id):
    """Its outcome is asked for only from those who handle reports."""
    one = find_or_404(RegisterReport, request.actor, public_id=public_id)
    note_access(request, one, "register.report_read")
    form = ReportOutcomeForm(filled(request))
    if carried_out(request, form, lambda said: workflow.close_report(one, **said, actor=request.actor), _("It is closed.")):
        return redirect("desk_report", public_id)
    may_handle = permissions.can_handle_reports(request.actor) and not one.erased_at
    return desk_page(request, "desk/report.html", {"report": one, "may_handle": may_handle, "form": form})


@staff(*HANDLERS)
@require_POST
def take_up_report(request, public_id):
    workflow.take_up_report(find_or_404(RegisterReport, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("Your name stands beside it now, so that nobody does it twice."))
    return redirect("desk_report", public_id)
