"""One's providers; registering, reading and correcting one."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from core.tenancy import find_or_404
from providers import permissions, queries, workflow
from providers.forms import ProviderForm, ReachForm, RegisterForm
from providers.history import way_so_far
from providers.models import Provider
from providers.next_steps import next_step
from providers.stages import Stage


def find_provider(request, public_id):
    """The provider behind the door. Staff who come this way are noted: its pages show people's names."""
    provider = find_or_404(Provider, request.actor, public_id=public_id)
    if request.actor.is_staff:
        note_access(request, provider, "provider.read")
    return provider


@signed_in
def portal(request):
    rows = [(provider, next_step(provider, has_site=provider.has_site, has_offering=provider.has_offering))
            for provider in queries.my_providers(request.actor)]
    return render(request, "providers/portal.html", {"rows": rows, "asked": queries.own_requests(request.actor)})


@signed_in
def register(request):
    """While one types, htmx asks for what is similar: by get, so that nothing is handed in."""
    if request.htmx:
        return similar_part(request)
    form = RegisterForm(filled(request), request.FILES or None, actor=request.actor, agency=request.agency)
    if request.method == "POST" and form.is_valid():
        try:
            provider, is_new = workflow.register_provider(actor=request.actor, certificate=form.cleaned_data["certificate"], **form.facts())
            messages.success(request, _("The registration has arrived. Now add your site and its services.") if is_new
                             else _("You have already registered this number. This is your provider."))
            return redirect("portal_provider", provider.public_id)
        except Refused as refusal:
            form.taken_number = form.cleaned_data["business_number"] if refusal.field == "business_number" else ""
            refused_in(form, refusal)
    return render(request, "providers/register.html", {"form": form, "can_register": permissions.can_register(request.actor)})


def similar_part(request):
    form = RegisterForm(request.GET, actor=request.actor, agency=request.agency)
    form.is_valid()
    form.errors.pop("not_ours", None)           # nobody has handed anything in yet
    return render(request, "providers/register.html#similar", {"form": form})


def people_beside(actor, provider):
    """Who acts for it, and for its owners how many ask to join."""
    manages = permissions.can_manage_people(actor, provider)
    return {"people": queries.members_of(actor, provider), "may_manage": manages,
            "requests": queries.requests_to_join(actor, provider).count() if manages else 0}


def versions(documents):
    """What counts now, and what it took the place of."""
    rows = list(documents)
    return {"documents": [row for row in rows if not row.replaced_at], "earlier": [row for row in rows if row.replaced_at]}


@signed_in
def provider_page(request, public_id):
    provider, actor = find_provider(request, public_id), request.actor
    sites = list(queries.sites_of(actor, provider))
    offerings = [offering for site in sites for offering in site.offerings.all() if offering.is_active]
    return render(request, "providers/provider.html", {
        "provider": provider, "sites": sites, **versions(queries.documents_of(actor, provider)),
        "due": queries.confirmation_due(provider), "way": way_so_far(actor, provider),
        "step": next_step(provider, has_site=bool(sites), has_offering=bool(offerings)),
        "may_edit": provider.stage != Stage.CLOSED and permissions.can_edit(actor, provider),
        "may_ask_again": provider.stage == Stage.REFUSED and permissions.can_register_again(actor, provider),
        **people_beside(actor, provider),
    })


@signed_in
def correct(request, public_id):
    provider = find_provider(request, public_id)
    if provider.stage in (Stage.CONFIRMED, Stage.CLOSED):
        form = ReachForm(filled(request), actor=request.actor, instance=provider)
    else:
        form = ProviderForm(filled(request), actor=request.actor, agency=request.agency, instance=provider)
    if carried_out(request, form, lambda _facts: workflow.correct_provider(provider, actor=request.actor, **form.facts()),
                   _("Your changes are saved.")):
        return redirect("portal_provider", public_id)
    return render(request, "providers/correct.html", {"form": form, "provider": provider})


@require_POST
@signed_in
def ask_again(request, public_id):
    provider = find_provider(request, public_id)
    workflow.register_again(provider, actor=request.actor)
    messages.success(request, _("The registration has arrived again. The agency will read it anew."))
    return redirect("portal_provider", public_id)
