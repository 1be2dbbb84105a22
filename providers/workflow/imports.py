"""What the agency keeps in spreadsheets, entered in one go: all of it or nothing."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.audit import record_many
from core.workflow import record, refuse_if, require
from providers.imports import CHANGED, LEFT, MADE, compare
from providers.models import Disposition, NationalHolder, Offering, Provider, ProviderMember, Site
from providers.permissions import can_import
from providers.queries import there_with
from providers.stages import Stage
from providers.workflow.register import tell_register

AT_ONCE = 500           # rows a statement
LISTED = ("name", "valid_to")
TOLD = ("to_on", "authority", "note")


@transaction.atomic
def import_providers(entries, *, actor):
    """Enter providers with their sites and services, confirmed, since the agency knows them; change what differs. Returns the changes."""
    require(can_import(actor))
    _lock([entry.business_number for entry in entries], actor)
    changes = compare(entries, there_with(actor, [entry.business_number for entry in entries]))
    refuse_if(any(one.there and one.there.provider.stage != Stage.CONFIRMED for one in changes if one.action != LEFT),
              _("A provider among these is not confirmed. Check the file again."))
    made = [one for one in changes if one.action == MADE]
    now = clock.now()
    new = Provider.everything.bulk_create(
        [Provider(business_number=one.entry.business_number, stage=Stage.CONFIRMED, registered_at=now, decided_at=now, **one.fields)
         for one in made], batch_size=AT_ONCE)
    providers = {provider.business_number: provider for provider in new}
    providers |= {one.entry.business_number: one.there.provider for one in changes if one.there}
    sites = _write_sites(changes, providers, now)
    _write_offerings(changes, sites)
    _write_fields([(one.there.provider, one.fields) for one in changes if one.there and one.fields])
    record_many("provider.imported", [(provider, {}) for provider in new], actor=actor)
    record_many("provider.import_changed", [(one.there.provider, {"fields": sorted(one.fields)}) for one in changes
                                            if one.action == CHANGED], actor=actor)
    for one in changes:
        if one.there and (one.site_fields or one.new_offerings or one.offering_fields):
            tell_register(one.there.provider)
    return changes


def _lock(numbers, actor):
    """The providers that are there already, ours until the transaction ends; nobody enters anything about a provider of their own."""
    rows = Provider.everything.select_for_update(no_key=True).filter(business_number__in=numbers)
    locked = [provider.pk for provider in rows.order_by("pk")]
    own = ProviderMember.everything.filter(provider__in=locked, user=actor.user, left_at=None) if actor.user else None
    refuse_if(own is not None and own.exists(), _("You belong to a provider among these. A colleague has to bring it in."))


def _write_sites(changes, providers, now):
    """{(business number, name): site}, the new ones and those that were there."""
    known = {(one.entry.business_number, name): site for one in changes if one.there for name, site in one.there.sites.items()}
    wanted = [(one.entry.business_number, site) for one in changes for site in one.new_sites]
    made = Site.everything.bulk_create([Site(provider=providers[number], name=site.name, added_at=now, **site.facts)
                                        for number, site in wanted], batch_size=AT_ONCE)
    _write_fields([pair for one in changes for pair in one.site_fields])
    return known | {(number, site.name): row for (number, site), row in zip(wanted, made, strict=True)}


def _write_offerings(changes, sites):
    Offering.everything.bulk_create(
        [Offering(site=sites[one.entry.business_number, name], service_type=offering.service_type, **offering.facts)
         for one in changes for name, offering in one.new_offerings], batch_size=AT_ONCE)
    _write_fields([pair for one in changes for pair in one.offering_fields])


def _write_fields(pairs):
    """[(row, {field: value})], a few at most: what differs from what was entered."""
    for row, fields in pairs:
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(update_fields=fields)


@transaction.atomic
def import_dispositions(entries, *, actor):
    """Enter dispositions: `entries` are dicts of Disposition's fields. What is there of the same provider, kind and day is completed."""
    require(can_import(actor))
    _lock([entry["provider"].business_number for entry in entries], actor)
    there = {(row.provider_id, row.kind, row.from_on): row for row in Disposition.everything.filter(
        provider__in={entry["provider"].pk for entry in entries}, withdrawn_at=None)}
    new, now = [], clock.now()
    for entry in entries:
        row = there.get((entry["provider"].pk, entry["kind"], entry["from_on"]))
        if row is None:
            new.append(Disposition(**entry, entered_at=now, entered_by=actor.user))
        else:
            _write_fields([(row, fields)] if (fields := differing(row, entry, TOLD)) else [])
    made = Disposition.everything.bulk_create(new, batch_size=AT_ONCE)
    record_many("provider.disposition_entered", [(row.provider, {"disposition": row.pk, "kind": row.kind, "from": row.from_on})
                                                 for row in made], actor=actor)
    return made


@transaction.atomic
def import_national_holders(entries, *, actor):
    """Bring the list in: `entries` are dicts of NationalHolder's fields. Who stands in it already is renewed, others stay."""
    require(can_import(actor))
    there = {(row.business_number, row.service_type_id): row for row in NationalHolder.everything.select_for_update(no_key=True)}
    new, listed, now = [], [], clock.now()
    for entry in entries:
        row = there.get((entry["business_number"], entry["service_type"].pk))
        if row is None:
            new.append(NationalHolder(**entry, listed_at=now))
            continue
        listed.append(row.pk)
        _write_fields([(row, fields)] if (fields := differing(row, entry, LISTED)) else [])
    NationalHolder.everything.filter(pk__in=listed).update(listed_at=now)
    made = NationalHolder.everything.bulk_create(new, batch_size=AT_ONCE)
    for row in (made or list(there.values()))[:1]:
        record("national_holders.imported", row, actor=actor, rows=len(entries), new=len(made))
    return made


def differing(row, entry, names):
    """{field: value} of what the entry says and the row does not; an empty cell leaves what is there."""
    return {name: entry[name] for name in names if entry.get(name) not in ("", None) and getattr(row, name) != entry[name]}
