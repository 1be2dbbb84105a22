"""Central: which agency has handed in its performance report, one reminder to all that have not, a report with its evidence."""
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.houses import central_only
from agencies.lateness import deduction
from agencies.permissions import can_remind_agencies
from agencies.queries import frozen_sets
from agencies.queries import report as queries
from agencies.queries.continued import continued_by
from agencies.workflow.reminder import remind_agencies as remind
from core import clock
from core.files import serve_copy
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.performance_report import neighbours


@staff(*READERS)
@central_only
def received_reports(request):
    """Of what is being written only that it is."""
    actor, years = request.actor, list(frozen_sets(request.actor))
    chosen = next((one for one in years if str(one.year) == request.GET.get("year")), years[0] if years else None)
    rows = queries.standings_in(actor, chosen) if chosen else []
    return desk_page(request, "desk/received_reports.html", {
        "years": years, "chosen": chosen, "rows": rows, "arrived": sum(one.report is not None for one in rows),
        "awaited": [one for one in rows if one.is_awaited], "is_over": bool(chosen) and clock.today() > chosen.report_due_on,
        "expected": sum(one.participation.is_assessed for one in rows),
        "reminder": queries.latest_reminder(actor, chosen) if chosen else None, "may_remind": can_remind_agencies(actor)})


@require_POST
@staff(*WORKERS)
@central_only
def remind_agencies(request, public_id):
    chosen = found(frozen_sets(request.actor), public_id)
    made = remind(chosen, actor=request.actor)
    messages.success(request, ngettext("%(count)d agency is being reminded.", "%(count)d agencies are being reminded.", len(made)) % {
        "count": len(made)})
    return redirect(reverse("received_reports", query={"year": chosen.year}))


@staff(*READERS)
@central_only
def received_report(request, public_id):
    report = found(queries.received_reports(request.actor), public_id)
    entries = list(queries.received_entries(request.actor).filter(report=report).order_by("indicator__position"))
    became = continued_by(report.agency_id, [one.indicator for one in entries])
    return desk_page(request, "desk/received_report.html", {
        "report": report, "entries": [(one, became.get(one.indicator_id)) for one in entries], "has_become": bool(became),
        "late_points": deduction(report.participation.indicator_set, report.days_late)})


@staff(*READERS)
@central_only
def received_entry(request, public_id):
    entry = found(queries.received_entries(request.actor), public_id)
    before, after = neighbours(request.actor, entry)
    return desk_page(request, "desk/received_entry.html", {
        "entry": entry, "report": entry.report, "indicator": entry.indicator, "before": before, "after": after,
        "continued": continued_by(entry.agency_id, [entry.indicator]).get(entry.indicator_id),
        "figures": [(one, entry.figures.get(one.name, "")) for one in entry.indicator.figures.all()]})


@staff(*READERS)
@central_only
def received_file(request, public_id):
    """The agency's own row of the file stays hidden: what stands beside the evidence is served."""
    return serve_copy(found(queries.received_files(request.actor), public_id))
