"""One's word about an interest in a case: before its file opens, and later."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from evaluations import queries, workflow
from evaluations.forms.declaration import DeclarationForm, InterestForm
from panels.models import Declaration

ELSEWHERE: dict[str, str] = {}          # what an app above has declared about: {subject type: name of its own page}


@staff(Role.ASSESSOR, Role.COMMITTEE, Role.OFFICER, Role.MANAGER)
def declaration(request, public_id):
    declaration = find_or_404(Declaration, request.actor, public_id=public_id, user=request.actor.user)
    if declaration.subject_type in ELSEWHERE:
        return redirect(ELSEWHERE[declaration.subject_type], public_id)
    is_first = declaration.answered_at is None or "answer" in request.POST
    form = (DeclarationForm if is_first else InterestForm)(filled(request))
    if request.method == "POST" and form.is_valid() and declared(request, declaration, form):
        return redirect(onward(request.actor, declaration) if not form.facts()["has_interest"] else request.path)
    return render(request, "evaluations/assess/declaration.html", {
        "declaration": declaration, "form": form, "onward": onward(request.actor, declaration)})


def declared(request, declaration, form, declare=workflow.declare):
    """Whether the word was taken; a refusal stands in the form. `declare`: the workflow of what it is about."""
    try:
        declare(declaration, **form.facts(), actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("Thank you. Your declaration is on record."))
    return True


def onward(actor, declaration):
    """The address where this declaration leads: the appeal for who handles it, the case for its assessor, the meeting for a member of the
    committee, else one's start."""
    if queries.is_named_for(actor, declaration.matter):
        return reverse("assess_appeal", args=[declaration.matter])
    if queries.is_assigned(actor, declaration.matter):
        return reverse("assess_case", args=[declaration.matter])
    meeting = queries.meeting_about(actor, declaration.matter)
    if meeting:
        return reverse("committee_meeting", args=[meeting.public_id])
    return reverse("assess_home" if actor.has(Role.ASSESSOR) else "committee_home" if actor.has(Role.COMMITTEE) else "admin:index")

