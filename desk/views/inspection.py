"""Self-inspections at the desk: which were handed in, one as it was sealed, seen or returned."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from aftercare import queries, workflow
from aftercare.forms.correction import ReturnInspectionForm, SeenForm
from aftercare.models import Inspection
from aftercare.permissions import can_watch
from aftercare.watching_stages import InspectionStage
from core.access_log import note_access
from core.forms import carried_out
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import PAGE, READERS, WORKERS


@staff(*READERS)
def inspections(request):
    which = request.GET.get("which", "")
    which = which if which in InspectionStage.values else ""
    page = Paginator(queries.inspections_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/inspections.html", {"page": page, "which": which, "stages": InspectionStage.choices})


def found(request, public_id):
    one = find_or_404(Inspection, request.actor, public_id=public_id, handed_in_at__isnull=False)      # a draft is the provider's
    note_access(request, one, "inspection.read")
    return one


@staff(*READERS)
def inspection(request, public_id):
    return inspection_page(request, found(request, public_id))


def inspection_page(request, one, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    seals = list(queries.seals_of(request.actor, one))
    forms = {"seen": SeenForm(), "back": ReturnInspectionForm()} | corrected
    may_answer = one.stage == InspectionStage.HANDED_IN and can_watch(request.actor, one.provider)
    return desk_page(request, "desk/inspection.html", {
        "inspection": one, "seals": seals, "sealed": queries.sealed_rows_of(request.actor, seals[0]), "forms": forms if may_answer else {}})


@require_POST
@staff(*WORKERS)
def note_seen(request, public_id):
    one, form = found(request, public_id), SeenForm(request.POST)
    if carried_out(request, form, lambda said: workflow.note_inspection_seen(one, **said, actor=request.actor),
                   _("It is noted as seen, and the provider is being told.")):
        return redirect("desk_inspection", public_id)
    return inspection_page(request, one, seen=form)


@require_POST
@staff(*WORKERS)
def return_inspection(request, public_id):
    one, form = found(request, public_id), ReturnInspectionForm(request.POST)
    if carried_out(request, form, lambda said: workflow.return_inspection(one, **said, actor=request.actor),
                   _("It is returned, and the provider is being told why.")):
        return redirect("desk_inspection", public_id)
    return inspection_page(request, one, back=form)
