"""A provider gives its certificate back: asks for it in its portal, or keeps it after all."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, signed_in
from certification import permissions, workflow
from certification.forms.certificate import SurrenderForm
from certification.models import Certificate, SurrenderRequest
from core.forms import carried_out, filled
from core.tenancy import find_or_404


@fresh
@signed_in
def portal_surrender(request, public_id):
    certificate, form = find_or_404(Certificate, request.actor, public_id=public_id), SurrenderForm(filled(request))
    if carried_out(request, form, lambda said: workflow.ask_surrender(
            certificate, on=said["on"], reason=said["reason"], actor=request.actor),
                   _("The agency has your request. The certificate stays as it is until the agency has answered.")):
        return redirect("portal_certificate", public_id)
    return render(request, "certification/surrender.html", {
        "certificate": certificate, "form": form, "may_ask": permissions.can_ask_surrender(request.actor, certificate)})


@require_POST
@signed_in
def portal_withdraw_surrender(request, public_id):
    asked = find_or_404(SurrenderRequest, request.actor, public_id=public_id)
    workflow.withdraw_surrender(asked, actor=request.actor)
    messages.success(request, _("Your request is taken back. The certificate stays as it is."))
    return redirect("portal_certificate", asked.certificate.public_id)
