"""Sites and the services offered there."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from providers import permissions, workflow
from providers.forms import OfferingChangeForm, OfferingForm, SiteForm
from providers.models import Offering, Site
from providers.views.provider import find_provider


def find_part(request, model, public_id):
    """A site or an offering behind the door; staff are noted at the provider it belongs to."""
    part = find_or_404(model, request.actor, public_id=public_id)
    if request.actor.is_staff:
        note_access(request, part.provider if model is Site else part.site.provider, "provider.read")
    return part


@signed_in
def site_to_add(request, public_id):
    provider = find_provider(request, public_id)
    form = SiteForm(filled(request), actor=request.actor, agency=request.agency, instance=Site(provider=provider))
    if carried_out(request, form, lambda facts: workflow.add_site(provider, actor=request.actor, **facts),
                   _("The site is added. Now add the services that you offer there.")):
        return redirect("portal_provider", public_id)
    return render(request, "providers/site.html", {"form": form, "provider": provider,
                                                   "may_edit": permissions.can_edit(request.actor, provider)})


@signed_in
def site(request, public_id):
    site = find_part(request, Site, public_id)
    provider = site.provider
    form = SiteForm(filled(request), actor=request.actor, agency=request.agency, instance=site)
    if carried_out(request, form, lambda facts: workflow.change_site(site, actor=request.actor, **facts), _("Your changes are saved.")):
        return redirect("portal_provider", provider.public_id)
    return render(request, "providers/site.html", {
        "form": form, "provider": provider, "site": site, "may_edit": permissions.can_edit(request.actor, provider),
        "may_remove": not site.offerings.exists()})


@require_POST
@signed_in
def site_to_remove(request, public_id):
    site = find_part(request, Site, public_id)
    provider = site.provider
    workflow.remove_site(site, actor=request.actor)
    messages.success(request, _("The site is removed."))
    return redirect("portal_provider", provider.public_id)


@signed_in
def offering_to_add(request, public_id):
    site = find_part(request, Site, public_id)
    form = OfferingForm(filled(request), actor=request.actor, instance=Offering(site=site))
    if carried_out(request, form, lambda facts: workflow.add_offering(site, actor=request.actor, **facts), _("The service is added.")):
        return redirect("portal_provider", site.provider.public_id)
    return render(request, "providers/offering.html", {"form": form, "site": site, "provider": site.provider,
                                                       "may_edit": permissions.can_edit(request.actor, site.provider)})


@signed_in
def offering(request, public_id):
    offering = find_part(request, Offering, public_id)
    site = offering.site
    form = OfferingChangeForm(filled(request), actor=request.actor, instance=offering)
    if carried_out(request, form, lambda facts: workflow.change_offering(offering, actor=request.actor, **facts),
                   _("Your changes are saved.")):
        return redirect("portal_provider", site.provider.public_id)
    return render(request, "providers/offering.html", {"form": form, "site": site, "provider": site.provider, "offering": offering,
                                                       "may_edit": permissions.can_edit(request.actor, site.provider)})
