"""The draft report in the fact check: what was seen, comments on it, answers; and the final reasons once they are announced."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from accounts.models import Role
from core.access_log import note_access
from core.errors import Refused
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from evaluations import permissions, queries, workflow
from evaluations.models import CommentFile
from evaluations.stages import ANNOUNCED, FactStage
from evaluations.views.portal_files import paper
from providers.permissions import role_in


@signed_in
def report(request, public_id):
    """A post hands the comments in. Nothing is told before the fact check, not even that there is something."""
    application = found(queries.own_applications(request.actor), public_id)
    rounds = queries.rounds_of(request.actor, application, handed_in=False)
    if not rounds:
        raise Http404
    if request.method == "POST":
        return handed_in(request, application, rounds[0].check)
    return render(request, "evaluations/portal/report.html", {
        "application": application, **latest(request, application, rounds[0]), "earlier": [one for one in rounds[1:] if one.said],
        **final(request.actor, application)})


def handed_in(request, application, check):
    try:
        workflow.hand_in_comments(check, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your comments have arrived. The assessors answer each of them, and you are told."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_report", application.public_id)


def latest(request, application, round):
    """The round that is read now: what was amended in it since, how many comments are written, what may be done."""
    actor, check = request.actor, round.check
    is_open = check.is_open(request.arrived_at)
    return {
        "check": check, "round": round, "amended": queries.facts_amended(actor, check), "is_open": is_open,
        "may_comment": is_open and permissions.can_comment(actor, application),
        "may_hand_in": is_open and permissions.can_submit(actor, application),
        "may_confirm": check.stage == FactStage.OPEN and permissions.can_confirm_report(actor, application)}


def final(actor, application):
    """What was found as the decision has it, from the announcement on."""
    if application.stage not in ANNOUNCED:
        return {"is_final": False}
    reasons = queries.final_reasons(actor, application)
    rows = queries.report_of(actor, application)
    return {"is_final": True, "rows": [(row, reasons.get(row.pk, row.agreed_reason)) for row in rows]}


@require_POST
@signed_in
def confirm(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    workflow.confirm_report(application, actor=request.actor)
    messages.success(request, _("You have confirmed the facts. The agency goes on with the evaluation."))
    return redirect("portal_report", public_id)


@signed_in
def report_paper(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    check = queries.latest_check_of(request.actor, application)
    return paper(check, _("draft-report-%(number)s.pdf") % {"number": application.number})


@signed_in
def comment_file(request, public_id):
    """For the provider's people and for whoever evaluates the case; the latter are noted."""
    sealed = find_or_404(CommentFile, request.actor, public_id=public_id)
    application = sealed.comment.fact.check_of.application
    is_giver = role_in(request.actor, application.provider) is not None
    if not is_giver:
        note_access(request, application, "case.file", kind=kind_of_access(request))
    back = back_from(request.actor, application, is_giver), str(application)
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver, back=back)


def back_from(actor, application, is_giver):
    """Where this reader has the comments before the eyes."""
    if not (is_giver or actor.reads_cases or actor.has(Role.ASSESSOR)):
        return reverse("committee_home")
    page = "portal_report" if is_giver else "desk_case" if actor.reads_cases else "assess_facts"
    return reverse(page, args=[application.public_id])
