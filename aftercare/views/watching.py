"""A provider's self-inspections, announced monitoring visits and corrective actions in one list; and a visit as it may know it."""
from django.http import Http404
from django.shortcuts import render

from accounts.guards import signed_in
from aftercare import queries
from core import clock
from visits.queries import items_of


@signed_in
def watched(request):
    return render(request, "aftercare/watched.html", {"watched": queries.watched_of(request.actor), "today": clock.today()})


@signed_in
def monitoring(request, public_id):
    """Announced: the day and what is looked at. Carried out: what was found, and what is to be corrected."""
    one = queries.own_monitoring(request.actor, public_id)
    if one is None:
        raise Http404
    return render(request, "aftercare/monitoring.html", {
        "monitoring": one, "items": items_of(one.visit), "findings": list(queries.findings_of(request.actor, one))})
