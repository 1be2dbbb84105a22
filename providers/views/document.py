"""Handing a document in, and reading one."""
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from providers import permissions, workflow
from providers.forms import DocumentForm
from providers.models import ProviderDocument
from providers.views.provider import find_provider


@signed_in
def document_to_add(request, public_id):
    provider = find_provider(request, public_id)
    form = DocumentForm(filled(request), request.FILES or None)

    def take_in(given):
        workflow.add_document(provider, actor=request.actor, kind=given["kind"], upload=given["file"])

    if carried_out(request, form, take_in, _("The document has arrived.")):
        return redirect("portal_provider", public_id)
    return render(request, "providers/document.html", {"form": form, "provider": provider,
                                                       "may_edit": permissions.can_edit(request.actor, provider)})


@signed_in
def document(request, public_id):
    """A current or an earlier version, for the provider's people and for staff who read cases; the latter are noted."""
    document = find_or_404(ProviderDocument, request.actor, public_id=public_id)
    if request.actor.is_staff:
        note_access(request, document.provider, "provider.document", kind=kind_of_access(request))
    return hand_out(request, document.file, document.name, back=place_of(request.actor, document.provider))


def place_of(actor, provider):
    """Where a provider's documents are listed for this person."""
    return reverse("desk_provider" if actor.is_staff else "portal_provider", args=[provider.public_id]), provider.name
