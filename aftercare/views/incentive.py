"""The provider's page of what it got: grants, words for its own pages, good cases that it names."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from aftercare import permissions, queries, workflow
from aftercare.forms.incentive import NominationForm
from aftercare.models import NominationFile
from aftercare.promotion import texts_for
from aftercare.workflow.consultation import HELPED
from certification.queries import certificates_of
from core.access_log import note_access
from core.forms import carried_out
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from providers.permissions import role_in


@signed_in
def benefits(request):
    certificates = list(certificates_of(request.actor))
    return render(request, "aftercare/benefits.html", {
        "grants": list(queries.own_grants(request.actor)), "nominations": list(queries.own_nominations(request.actor)),
        "certificates": [(one, texts_for(one), one.state in HELPED) for one in certificates if not one.has_ended]})


@signed_in
def nominate(request, public_id):
    certificate = found(certificates_of(request.actor), public_id)
    form = NominationForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if carried_out(request, form, lambda _said: workflow.nominate(certificate, **form.facts(), actor=request.actor),
                   _("Thank you. The agency reads it, and you are told what becomes of it.")):
        return redirect("portal_benefits")
    return render(request, "aftercare/nominate.html", {
        "certificate": certificate, "form": form, "may_nominate": permissions.can_ask_for_help(request.actor, certificate.provider)})


@require_POST
@signed_in
def consent(request, public_id):
    row = found(queries.own_nominations(request.actor), public_id)
    agrees = "on" in request.POST
    workflow.consent_to_nomination(row, agrees, actor=request.actor)
    said = _("You agree that it is published.") if agrees else _("You have taken the consent back. It is not published.")
    messages.success(request, said)
    return redirect("portal_benefits")


@signed_in
def nomination_file(request, public_id):
    one = find_or_404(NominationFile, request.actor, public_id=public_id)
    row = one.nomination
    is_giver = role_in(request.actor, row.provider) is not None
    if not is_giver:
        note_access(request, row, "nomination.file", kind=kind_of_access(request))
    back = reverse("portal_benefits") if is_giver else reverse("desk_nomination", args=[row.public_id])
    return hand_out(request, one.file, one.name, to_giver=is_giver, back=(back, str(row)))
