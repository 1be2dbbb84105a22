"""What came from tablets too late or from somebody who had left, and rescue files of tablets that could no longer send."""
from django.http import Http404

from accounts.guards import staff
from core.access_log import note_access
from core.errors import Refused
from core.files import serve
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from desk.forms import RescueForm
from desk.pages import desk_page
from desk.views.case import WORKERS
from visits import queries
from visits.models import Operation, Visit
from visits.workflow import take_rescue


@staff(*WORKERS)
def visit_kept(request, public_id):
    visit = find_or_404(Visit, request.actor, public_id=public_id)
    note_access(request, visit, "visit.read")
    rows = list(queries.kept_aside(request.actor, visit))
    return desk_page(request, "desk/visit_kept.html", {"visit": visit, "rows": rows, "number": queries.number_kept_aside(visit)})


@staff(*WORKERS)
def visit_kept_photo(request, public_id):
    """A photo that came too late, by the number of its operation."""
    operation = find_or_404(Operation, request.actor, public_id=public_id)
    note_access(request, operation.visit, "visit.photo")
    if operation.file is None:
        raise Http404
    return serve(operation.file, f"{operation.public_id}.jpg", inline=True)


@staff(*WORKERS)
def rescue(request):
    """Take in a rescue file that somebody saved from a tablet."""
    form, result = RescueForm(filled(request), request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            result = take_rescue(form.cleaned_data["file"].read(), actor=request.actor, arrived_at=request.arrived_at)
        except Refused as refusal:
            refused_in(form, refusal)
    return desk_page(request, "desk/rescue.html", {"form": form, "result": result})
