"""For the agency: what came too late or from somebody who had left, and rescue files from devices."""
from django.http import Http404
from django.shortcuts import render

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.errors import Refused
from core.files import serve
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from visits import queries, workflow
from visits.forms import RescueForm
from visits.models import Operation
from visits.views.visit import find_visit

DESK = (Role.OFFICER, Role.MANAGER)


@staff(*DESK)
def kept_aside(request, public_id):
    visit = find_visit(request, public_id)
    rows = list(queries.kept_aside(request.actor, visit))
    return render(request, "visits/kept.html", {"visit": visit, "rows": rows, "number": queries.number_kept_aside(visit)})


@staff(*DESK)
def kept_photo(request, public_id):
    """A photo that came too late, by the number of its operation."""
    operation = find_or_404(Operation, request.actor, public_id=public_id)
    note_access(request, operation.visit, "visit.photo")
    if operation.file is None:
        raise Http404
    return serve(operation.file, f"{operation.public_id}.jpg", inline=True)


@staff(*DESK)
def rescue(request):
    """Take in a rescue file that somebody saved from a tablet."""
    form, result = RescueForm(filled(request), request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            result = workflow.take_rescue(form.cleaned_data["file"].read(), actor=request.actor, arrived_at=request.arrived_at)
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "visits/rescue.html", {"form": form, "result": result})
