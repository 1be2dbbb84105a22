"""Central decides on a request and answers its report: drafted, released, approved, sent back; accepted or asked again."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies.forms.report import SendBackForm
from agencies.forms.support import AnswerReportForm, ApproveSupportForm, DecisionForm
from agencies.houses import central_only
from agencies.queries import support as queries
from agencies.support_stages import SupportStage
from agencies.workflow import support_decision as workflow
from agencies.workflow import support_report as reports
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.support import page_of


@staff(*WORKERS)
@central_only
def draft_decision(request, public_id):
    row = found(queries.received_requests(request.actor), public_id)
    form = DecisionForm(filled(request), row=row, decision=queries.decision_on(request.actor, row))
    if carried_out(request, form, lambda _said: workflow.draft_decision(row, **form.facts(), actor=request.actor),
                   _("The decision is drafted and waits for the manager.")):
        return redirect("network_support_request", public_id)
    may_draft = row.stage == SupportStage.ASKED and not workflow.is_of_the_asking(request.actor, row)
    return desk_page(request, "desk/support_decide.html", {
        "row": row, "form": form, "papers": queries.plans_of(request.actor, row), "may_draft": may_draft})


@require_POST
@fresh
@staff(Role.MANAGER)
@central_only
def release_decision(request, public_id):
    row = found(queries.received_requests(request.actor), public_id)
    workflow.release_decision(row, request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("network_support_request", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@central_only
def approve_decision(request, public_id):
    row, form = found(queries.received_requests(request.actor), public_id), ApproveSupportForm(request.POST)
    if carried_out(request, form, lambda said: workflow.approve_decision(row, said["seen"], actor=request.actor),
                   _("The decision is approved, and the agency is being told."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row, approve=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@central_only
def send_decision_back(request, public_id):
    row, form = found(queries.received_requests(request.actor), public_id), SendBackForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: workflow.send_decision_back(row, **said, actor=request.actor),
                   _("It is sent back to the officer."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row, back=form)


@require_POST
@staff(*WORKERS)
@central_only
def answer_report(request, public_id):
    """Accepted, or with the other button asked for again."""
    row, form = found(queries.received_requests(request.actor), public_id), AnswerReportForm(request.POST, prefix="answer")
    if carried_out(request, form, lambda said: answer(request, row, said), _("The agency is being told."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row, answer=form)


def answer(request, row, said):
    if request.POST.get("do") == "again":
        return reports.ask_again(row, **said, actor=request.actor)
    return reports.accept_report(row, words=said["words"], actor=request.actor)
