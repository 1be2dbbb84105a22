"""A provider's plaque: asked for, its proof read and approved, the receipt of one that was returned."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from certification import permissions, workflow
from certification.forms.plaque import ApproveProofForm, ObjectForm, OrderPlaqueForm
from certification.models import Certificate, PlaqueOrder
from certification.queries.plaque_order import current_plaque
from certification.stages import PlaqueStage
from core.access_log import note_access
from core.files import serve
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import find_or_404


@signed_in
def portal_order_plaque(request, public_id):
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    form = OrderPlaqueForm(filled(request), initial={"address": certificate.address})
    made = carried_out(request, form, lambda said: workflow.order_plaque(certificate, **said, actor=request.actor),
                       _("It is asked for. Now read its proof and approve it."))
    if made:
        return redirect("portal_plaque", made.public_id)
    return render(request, "certification/plaque_order.html", {
        "certificate": certificate, "form": form, "may_order": permissions.can_order_plaque(request.actor, certificate)})


def found(request, public_id):
    order = find_or_404(PlaqueOrder, request.actor, public_id=public_id)
    if request.actor.is_staff:
        note_access(request, order.certificate, "certificate.read" if request.method == "GET" else "certificate.work")
    return order


@signed_in
def portal_plaque(request, public_id):
    return plaque_page(request, found(request, public_id))


def plaque_page(request, order, objection=None):
    """`objection`: a form that came back with something to correct."""
    proof = current_plaque(order.certificate)
    may_read = order.stage == PlaqueStage.ASKED and permissions.can_order_plaque(request.actor, order.certificate)
    is_made = proof is not None and proof.made_at is not None
    return render(request, "certification/plaque.html", {
        "order": order, "certificate": order.certificate, "proof": order.proof or proof, "is_made": is_made, "may_read": may_read,
        "approve": ApproveProofForm(initial={"seen": proof.public_id}) if may_read and is_made else None,
        "objection": objection or ObjectForm()})


@require_POST
@signed_in
def portal_approve_proof(request, public_id):
    order = found(request, public_id)
    workflow.approve_proof(order, request.POST.get("seen", "")[:36], actor=request.actor)
    messages.success(request, _("The proof is approved. The agency orders the plaque."))
    return redirect("portal_plaque", public_id)


@require_POST
@signed_in
def portal_object_to_proof(request, public_id):
    order, form = found(request, public_id), ObjectForm(request.POST)
    if carried_out(request, form, lambda said: workflow.object_to_proof(order, **said, actor=request.actor),
                   _("The agency has your words and corrects the certificate if it is wrong.")):
        return redirect("portal_plaque", public_id)
    return plaque_page(request, order, form)


@signed_in
def portal_plaque_receipt(request, public_id):
    """The receipt of a plaque that was returned, for the provider's people and for staff."""
    order = found(request, public_id)
    if order.receipt is None or order.receipt.file is None:
        raise Http404
    if request.actor.is_staff:
        note_access(request, order.certificate, "certificate.document", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(order.receipt.file, f"{order.receipt.number}.pdf")
