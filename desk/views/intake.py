"""What came on paper: a provider registered by the agency and handed to its owner later, an application entered for it."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification.queries import rounds_for_paper
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.forms import OwnerForm, PaperApplicationForm, PaperArrivalForm
from desk.pages import desk_page
from desk.views.provider import DECIDERS, found_provider, provider_page
from evaluations.models import Application
from evaluations.queries import drafts_on_paper, offerings_on_paper
from evaluations.workflow import note_paper_arrival, start_on_paper
from providers import workflow
from providers.forms import ProxyForm
from providers.models import ProviderInvitation


@staff(*DECIDERS)
def register_on_paper(request):
    """Entered by the agency; the provider's pages are then open to it until an owner is there."""
    form = ProxyForm(filled(request), request.FILES or None, actor=request.actor, agency=request.agency)
    provider = carried_out(request, form, lambda said: workflow.register_by_proxy(
        actor=request.actor, certificate=said["certificate"], paper=said["paper"], **form.facts()),
        _("The provider is registered from paper. Add its sites and services, then invite its owner."))
    if provider:
        return redirect("desk_provider", provider.public_id)
    return desk_page(request, "desk/register_on_paper.html", {"form": form})


@require_POST
@staff(*DECIDERS)
def invite_owner(request, public_id):
    provider, form = found_provider(request, public_id), OwnerForm(request.POST)
    if carried_out(request, form, lambda given: workflow.invite_owner(provider, actor=request.actor, **given),
                   _("The invitation is on its way to %(email)s.") % {"email": request.POST.get("owner-email", "")}):
        return redirect("desk_provider", public_id)
    return provider_page(request, provider, form)


@require_POST
@staff(*DECIDERS)
def withdraw_owner_invitation(request, public_id):
    invitation = find_or_404(ProviderInvitation, request.actor, public_id=public_id)
    workflow.withdraw_invitation(invitation, actor=request.actor)
    note_access(request, invitation.provider, "provider.decide")
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("desk_provider", invitation.provider.public_id)


@staff(*DECIDERS)
def apply_on_paper(request, public_id):
    """Which service at which site, in which round, and when the paper came; then the pages of the provider's own application."""
    provider, actor = found_provider(request, public_id), request.actor
    choices = [(round, offering) for round in rounds_for_paper(actor) for offering in offerings_on_paper(actor, round, provider)]
    form = PaperApplicationForm(filled(request), choices=choices)
    application = carried_out(
        request, form, lambda said: start_on_paper(*form.chosen, arrived_at=said["arrived_at"], actor=actor),
        _("The application is begun. Write down what stands on the paper, then hand it in."))
    if application:
        return redirect("portal_application", application.public_id)
    return desk_page(request, "desk/apply_on_paper.html", {
        "form": form, "provider": provider, "choices": choices, "drafts": drafts_on_paper(actor, provider)})


@staff(*DECIDERS)
def paper_arrival(request, public_id):
    """Another moment than was entered first; after a return the arrival of the corrected paper."""
    application = find_or_404(Application, request.actor, public_id=public_id, entered_by_proxy_at__isnull=False)
    note_access(request, application, "case.work")
    form = PaperArrivalForm(filled(request), initial={"arrived_at": application.paper_waiting_since})
    if carried_out(request, form, lambda said: note_paper_arrival(application, **said, actor=request.actor), _("The arrival is noted.")):
        return redirect("portal_application", public_id)
    return desk_page(request, "desk/paper_arrival.html", {"form": form, "application": application})
