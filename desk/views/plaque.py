"""Plaques at the desk: the list, what goes to the maker, one on its way."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification import workflow
from certification.forms.plaque import CancelPlaqueForm, HandOverForm, MadeForm, ReturnedForm
from certification.models import PlaqueOrder, PrintBatch
from certification.permissions import can_keep_plaques
from certification.queries.plaque_order import batches_of, plaque_counts, plaque_orders
from certification.stages import PlaqueStage
from core.access_log import note_access
from core.files import serve
from core.forms import carried_out
from core.models import AccessEntry
from core.tables import XLSX
from core.tenancy import current_agency, find_or_404
from desk.pages import desk_page
from desk.plaques import deeds_of, maker_book
from desk.views.case import READERS, WORKERS
from desk.views.edition_file import attached

PAGE, BATCHES_SHOWN = 50, 10


@staff(*READERS)
def plaques(request):
    stage = request.GET.get("stage", "")
    stage = stage if stage in PlaqueStage.values else ""
    counts = plaque_counts(request.actor)
    paginator = Paginator(plaque_orders(request.actor, stage), PAGE)
    paginator.count = counts.get(stage, 0) if stage else sum(counts.values())
    return desk_page(request, "desk/plaques.html", {
        "page": paginator.get_page(request.GET.get("page")), "stage": stage,
        "stages": [(value, label, counts.get(value, 0)) for value, label in PlaqueStage.choices],
        "ready": counts.get(PlaqueStage.PROOFED, 0) if can_keep_plaques(request.actor) else 0,
        "batches": list(batches_of(request.actor)[:BATCHES_SHOWN])})


@require_POST
@staff(*WORKERS)
def send_to_maker(request):
    workflow.send_to_maker(actor=request.actor)
    messages.success(request, _("They are ordered. The pages for the maker are being made."))
    return redirect("desk_plaques")


@staff(*READERS)
def maker_list(request, public_id):
    """The list for the maker of one batch."""
    batch = find_or_404(PrintBatch, request.actor, public_id=public_id)
    note_access(request, current_agency(), "plaque.list", kind=AccessEntry.Kind.EXPORT)
    orders = plaque_orders(request.actor).filter(batch=batch).order_by("certificate__provider_name", "pk")
    return attached(maker_book(orders), XLSX, "plaques.xlsx")


@staff(*READERS)
def print_batch(request, public_id):
    batch = find_or_404(PrintBatch, request.actor, public_id=public_id, file__isnull=False)
    note_access(request, batch, "print.read", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(batch.file, f"{batch.kind}.pdf")


def found(request, public_id):
    order = find_or_404(PlaqueOrder, request.actor, public_id=public_id)
    note_access(request, order.certificate, "certificate.read" if request.method == "GET" else "certificate.work")
    return order


@staff(*READERS)
def plaque(request, public_id):
    return plaque_page(request, found(request, public_id))


def plaque_page(request, order, corrected=None):
    """`corrected`: a form that came back."""
    is_older = order.proof is not None and order.proof.replaced_at is not None
    return desk_page(request, "desk/plaque.html", {
        "order": order, "certificate": order.certificate, "is_older": is_older,
        "deeds": deeds_of(order, corrected) if can_keep_plaques(request.actor) else []})


def done(request, public_id, form, work, sentence):
    order = found(request, public_id)
    if carried_out(request, form, lambda said: work(order, **said, actor=request.actor), sentence):
        return redirect("desk_plaque", public_id)
    return plaque_page(request, order, form)


@require_POST
@staff(*WORKERS)
def note_made(request, public_id):
    return done(request, public_id, MadeForm(request.POST), workflow.note_made, _("It is noted as made."))


@require_POST
@staff(*WORKERS)
def hand_over_plaque(request, public_id):
    return done(request, public_id, HandOverForm(request.POST), workflow.hand_over_plaque, _("It is noted as handed over."))


@require_POST
@staff(*WORKERS)
def note_returned(request, public_id):
    return done(request, public_id, ReturnedForm(request.POST), workflow.note_returned,
                _("It has come back. The receipt is being made, and the provider is told."))


@require_POST
@staff(*WORKERS)
def cancel_plaque(request, public_id):
    return done(request, public_id, CancelPlaqueForm(request.POST), workflow.cancel_plaque, _("It is cancelled, and the provider is told."))
