"""What a reported and accepted change does to a provider's own rows. The workflow of the reports has asked whether it is so."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from providers.models import BusinessPause, Provider, Succession
from providers.permissions import can_decide


@transaction.atomic
def carry_change(provider, facts, *, actor):
    """Its name or its representative from now on, as the agency has accepted them."""
    provider = lock(provider)
    require(can_decide(actor, provider))
    return _set(provider, provider, facts, actor)


@transaction.atomic
def move_site(site, facts, *, actor):
    """Where a site lies from now on, and what it is called. On the map nobody knows it until the provider says so."""
    provider = lock(site.provider)
    require(can_decide(actor, provider))
    site = lock(site)
    if any(name.startswith(("address", "district", "postcode")) for name, value in facts.items() if getattr(site, name) != value):
        facts = facts | {"latitude": None, "longitude": None}
    others = provider.sites.filter(name=facts.get("name", site.name)).exclude(pk=site.pk)
    refuse_if(others.exists(), _("There is already a site of this name."))
    return _set(site, provider, facts, actor)


def _set(row, provider, facts, actor):
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
        record("provider.change_carried", provider, actor=actor, row=row.pk, fields=sorted(changed))
    return row


@transaction.atomic
def note_succession(predecessor, *, manner, happened_on, sanctions_until, matter, name, number, actor):
    """Who follows it. The successor is found by its business number where it is registered here; both are linked in the register."""
    predecessor = lock(predecessor)
    require(can_decide(actor, predecessor))
    successor = Provider.everything.filter(business_number=number).exclude(pk=predecessor.pk).first()
    row, is_new = Succession.everything.get_or_create(matter=matter, defaults={
        "predecessor": predecessor, "successor": successor, "successor_name": name, "successor_number": number, "manner": manner,
        "happened_on": happened_on, "sanctions_until": sanctions_until, "noted_at": clock.now()})
    if is_new:
        record("provider.succeeded", predecessor, actor=actor, successor=successor and successor.pk, until=sanctions_until)
    return row


@transaction.atomic
def note_pause(provider, *, site, from_on, to_on, matter, actor):
    """It does no business for that time."""
    provider = lock(provider)
    require(can_decide(actor, provider))
    row, is_new = BusinessPause.everything.get_or_create(matter=matter, defaults={
        "provider": provider, "site": site, "from_on": from_on, "to_on": to_on, "noted_at": clock.now()})
    if is_new:
        record("provider.paused", provider, actor=actor, site=site and site.pk, **{"from": from_on, "to": to_on})
    return row
