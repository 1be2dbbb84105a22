"""Sites of a provider and what it offers there. Each write locks the provider, so that two at once do not make the same thing twice."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from providers import places
from providers.models import Offering, Site
from providers.permissions import can_edit
from providers.stages import Stage
from providers.workflow.register import tell_of_edit, tell_register


@transaction.atomic
def add_site(provider, *, actor, **facts):
    """A place where the provider works."""
    provider = _provider_to_change(provider, actor)
    _refuse_bad_place(facts)
    _refuse_name_taken(provider, facts["name"])
    site = Site.objects.create(provider=provider, added_at=clock.now(), **facts)
    record("provider.site_added", provider, actor=actor, site=site.pk)
    return site


@transaction.atomic
def change_site(site, *, actor, **facts):
    provider = _provider_to_change(site.provider, actor)
    site = lock(site)
    _refuse_bad_place(facts)
    _refuse_name_taken(provider, facts.get("name", site.name), but=site)
    changed = _apply(site, facts)
    if changed:
        record("provider.site_changed", provider, actor=actor, site=site.pk, fields=changed)
        tell_register(provider)
        tell_of_edit(provider, changed)
    return site


@transaction.atomic
def remove_site(site, *, actor):
    """Only what nothing hangs on: a site with services stays on record."""
    provider = _provider_to_change(site.provider, actor)
    site = lock(site)
    refuse_if(site.offerings.exists(),
              _("Services are entered for this site, so it stays on record. Mark them as no longer offered instead."))
    number = site.pk
    site.delete()
    record("provider.site_removed", provider, actor=actor, site=number)


@transaction.atomic
def add_offering(site, *, actor, **facts):
    """A service at a site."""
    provider = _provider_to_change(site.provider, actor)
    site = lock(site)
    _refuse_offered_twice(site, facts["service_type"])
    _refuse_bad_facts(Offering(**facts))
    offering = Offering.objects.create(site=site, **facts)
    record("provider.offering_added", provider, actor=actor, site=site.pk, offering=offering.pk)
    tell_register(provider)
    return offering


@transaction.atomic
def change_offering(offering, *, actor, **facts):
    """The service itself stays what it is: another service is another offering."""
    provider = _provider_to_change(offering.site.provider, actor)
    offering = lock(offering)
    refuse_if(facts.get("service_type", offering.service_type) != offering.service_type,
              _("The service of an entry does not change. Add the other service as a new entry."), field="service_type")
    if facts.get("is_active", offering.is_active):
        _refuse_offered_twice(offering.site, offering.service_type, but=offering)
    _refuse_bad_facts(offering, facts)
    changed = _apply(offering, facts)
    if changed:
        record("provider.offering_changed", provider, actor=actor, offering=offering.pk, fields=changed)
        tell_register(provider)
    return offering


def _provider_to_change(provider, actor):
    provider = lock(provider)
    require(can_edit(actor, provider))
    refuse_if(provider.stage == Stage.CLOSED, _("The registration has ended. Sites and services can no longer be changed."))
    return provider


def _refuse_bad_place(facts):
    latitude, longitude = facts.get("latitude"), facts.get("longitude")
    refuse_if((latitude is None) != (longitude is None),
              _("Latitude and longitude go together: fill in both or neither."), field="latitude")
    if latitude is not None:
        sentence = places.problem(latitude, longitude)
        refuse_if(sentence, sentence, field="latitude")


def _refuse_name_taken(provider, name, *, but=None):
    others = provider.sites.exclude(pk=but.pk) if but else provider.sites
    refuse_if(others.filter(name=name).exists(), _("There is already a site of this name."), field="name")


def _refuse_offered_twice(site, service_type, *, but=None):
    others = site.offerings.exclude(pk=but.pk) if but else site.offerings
    refuse_if(others.filter(service_type=service_type, is_active=True).exists(),
              _("This service is already entered for this site."), field="service_type")


def _refuse_bad_facts(offering, facts=None):
    """Registered by today at the latest. Of the price: from, to, and what for go together; from is not more than to."""
    names = ("registered_on", "price_low", "price_high", "price_per")
    day, low, high, per = ((facts or {}).get(name, getattr(offering, name)) for name in names)
    refuse_if(day is not None and day > clock.today(), _("This day has not come yet."), field="registered_on")
    if low is None and high is None and not per:
        return
    refuse_if(low is None, _("Fill in the lowest price too, or leave all three empty."), field="price_low")
    refuse_if(high is None, _("Fill in the highest price too. It may be the same."), field="price_high")
    refuse_if(not per, _("Choose what the price is for."), field="price_per")
    refuse_if(low > high, _("The lowest price is higher than the highest one."), field="price_low")


def _apply(row, facts):
    """Sets what differs; returns the names of those fields."""
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
    return changed
