"""The draft report in the fact check, and the final reasons once they are announced."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from evaluations import permissions, queries, workflow
from evaluations.stages import ANNOUNCED, Stage
from evaluations.views.portal import found


@signed_in
def report(request, public_id):
    application, actor = found(queries.own_applications(request.actor), public_id), request.actor
    rows = list(queries.report_of(actor, application))
    if not rows:
        raise Http404                               # nothing is told before the fact check, not even that there is something
    reasons = queries.final_reasons(actor, application)
    is_asked = application.stage == Stage.FACT_CHECK and application.report_confirmed_at is None
    return render(request, "evaluations/portal/report.html", {
        "application": application, "rows": [(row, reasons.get(row.pk, row.agreed_reason)) for row in rows],
        "deadline": queries.deadlines_of_applications([application]).get(application.pk), "is_asked": is_asked,
        "is_final": application.stage in ANNOUNCED, "may_confirm": is_asked and permissions.can_confirm_report(actor, application),
    })


@require_POST
@signed_in
def confirm(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    workflow.confirm_report(application, actor=request.actor)
    messages.success(request, _("You have confirmed the facts. The agency goes on with the evaluation."))
    return redirect("portal_report", public_id)
