"""A provider challenges one of its assessors."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import filled, refused_in
from evaluations import permissions, queries, workflow
from evaluations.forms.team import ChallengeForm
from evaluations.views.answer import CONFLICT, UNPROCESSABLE


@signed_in
def challenge(request, public_id):
    """Too late, the sentence says so and what was typed stays on the page."""
    assignment = queries.assessor_to_challenge(request.actor, public_id)
    if assignment is None:
        raise Http404
    form = ChallengeForm(filled(request))
    if request.method != "POST" or not form.is_valid():
        return challenge_page(request, assignment, form, UNPROCESSABLE if request.method == "POST" else 200)
    try:
        workflow.challenge_assessor(assignment, **form.cleaned_data, actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        refused_in(form, refusal)
        return challenge_page(request, assignment, form, CONFLICT)
    messages.success(request, _("Your challenge has arrived. The agency decides and tells you."))
    return redirect("portal_application", assignment.application.public_id)


def challenge_page(request, assignment, form, status):
    closed = queries.why_not_challenged(assignment, request.arrived_at)
    return render(request, "evaluations/portal/challenge.html", {
        "application": assignment.application, "assignment": assignment, "form": form, "closed": closed,
        "may_challenge": permissions.can_challenge(request.actor, assignment.application), "was_typed": form.is_bound}, status=status)
