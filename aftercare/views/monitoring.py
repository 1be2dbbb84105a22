"""Who goes to a monitoring visit: the declaration first, then what is taken along, as it was sealed."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.guards import staff
from accounts.models import Role
from aftercare import queries, workflow
from core.access_log import note_access
from core.forms import filled
from core.tenancy import find_or_404
from evaluations.forms.declaration import DeclarationForm, InterestForm
from evaluations.views.declaration import ELSEWHERE, declared
from panels.models import Declaration
from visits.queries import items_of

ELSEWHERE["aftercare.monitoring"] = "monitoring_declaration"


@staff(Role.ASSESSOR)
def declaration(request, public_id):
    asked = find_or_404(Declaration, request.actor, public_id=public_id, user=request.actor.user, subject_type="aftercare.monitoring")
    is_first = asked.answered_at is None or "answer" in request.POST
    form = (DeclarationForm if is_first else InterestForm)(filled(request))
    goes = queries.monitoring_declared(request.actor, asked)
    onward = reverse("assess_monitoring", args=[asked.matter]) if goes else reverse("assess_home")
    if request.method == "POST" and form.is_valid() and declared(request, asked, form, workflow.declare_for_monitoring):
        return redirect(onward if not form.facts()["has_interest"] else request.path)
    return render(request, "evaluations/assess/declaration.html", {"declaration": asked, "form": form, "onward": onward})


@staff(Role.ASSESSOR)
def to_assess(request, public_id):
    """The sealed copy of the provider's facts and of its last self-inspection, for the team that has declared."""
    one, actor = queries.to_assess(request.actor, public_id), request.actor
    if one is None:
        raise Http404
    note_access(request, one, "monitoring.read")
    return render(request, "aftercare/to_assess.html", {
        "monitoring": one, "facts": one.facts, "items": items_of(one.visit), "team": queries.team_going(one),
        "sealed": queries.sealed_rows_of(actor, one.seal) if one.seal else []})
