"""An assessor's own judgements beside those of the colleagues, once a round is over."""
from django.shortcuts import render

from accounts.guards import staff
from accounts.models import Role
from evaluations.queries.insight import own_figures


@staff(Role.ASSESSOR)
def agreement(request):
    return render(request, "evaluations/assess/agreement.html", {"rounds": own_figures(request.actor)})
