"""The ways in: an invitation's link, and asking to join a provider that is registered already."""
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import door, signed_in
from accounts.queries import invitation_by
from accounts.views.invitations import answer_invitation
from core.forms import carried_out, filled
from providers import permissions, workflow
from providers.forms import JoinForm
from providers.models import ProviderInvitation


@door
def colleague_invitation(request, token):
    invited = invitation_by(token, ProviderInvitation)
    return answer_invitation(request, invited, workflow.accept_invitation, reverse("portal_provider", args=[invited.provider.public_id]))


@signed_in
def join(request):
    """By the number that somebody typed: what is registered under it is not shown."""
    form = JoinForm(filled(request), initial={"business_number": request.GET.get("number", "")})

    def ask(given):
        workflow.ask_to_join(given["business_number"], words=given["words"], actor=request.actor)

    if carried_out(request, form, ask, _("Your request is on its way. The owner answers it; you are told by e-mail and here.")):
        return redirect("portal")
    return render(request, "providers/join.html", {"form": form, "can_ask": permissions.can_ask_to_join(request.actor)})
