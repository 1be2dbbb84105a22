"""The public register: each row is made of a certificate and what happened to it, and of what its provider says of itself."""
from django.db import transaction

from accounts.workflow import renew_public_pages
from certification.models import Certificate, RegisterEntry
from certification.permissions import can_follow_provider, can_import
from certification.workflow.register_change import entry_before, note_change
from certification.workflow.register_facts import facts_of
from core import clock
from core.tenancy import current_agency
from core.workflow import record, require

PARTS = ("framework", "version", "provider", "district__province", "service_type")


def write_entry(certificate):
    """The certificate's row as it must be now, and the agency's pages made anew: the last part of a deed, in its transaction."""
    entry = _write(certificate)
    renew_public_pages(current_agency())
    return entry


@transaction.atomic
def follow_provider(provider, *, actor):
    """The rows of its certificates say its telephone, hours and prices as they are now. Returns how many changed."""
    require(can_follow_provider(actor))
    changed = 0
    for certificate in in_hand(provider=provider):
        entry = RegisterEntry.everything.filter(certificate=certificate).first()
        if entry is None or differing(entry, facts_of(certificate)):
            _write(certificate)
            changed += 1
    if changed:
        record("register.followed", provider, actor=actor, count=changed)
        renew_public_pages(current_agency())
    return changed


@transaction.atomic
def rebuild_register(*, actor):
    """Every row of this agency again, from certificates and events alone. Returns how many."""
    require(can_import(actor))
    count = 0
    for certificate in in_hand():
        _write(certificate)
        count += 1
    record("register.rebuilt", current_agency(), actor=actor, count=count)
    renew_public_pages(current_agency())
    return count


def check_register():
    """[(number, field, what stands there, what must stand there)] of this agency: the register compared with the truth, field by field."""
    entries = {entry.certificate_id: entry for entry in RegisterEntry.everything.filter(agency=current_agency())}
    suspects = [certificate.pk for certificate in Certificate.everything.select_related(*PARTS).order_by("pk").iterator(chunk_size=500)
                if compared(certificate, entries.get(certificate.pk))]
    found = []
    for certificate in in_hand(pk__in=suspects):                # what changed between the two readings was no difference
        found += compared(certificate, RegisterEntry.everything.filter(certificate=certificate).first())
    return found


def compared(certificate, entry):
    """The same of one certificate; a row that is missing is one difference."""
    if entry is None:
        return [(certificate.number, "", None, certificate.number)]
    return [(certificate.number, *difference) for difference in differing(entry, facts_of(certificate))]


def differing(entry, facts):
    """[(field, what stands there, what must stand there)]"""
    return [(name, getattr(entry, name), wanted) for name, wanted in facts.items() if getattr(entry, name) != wanted]


def in_hand(**which):
    """Certificates locked until the transaction ends: what happens to one meanwhile is written after us and not over."""
    return Certificate.everything.select_for_update(of=("self",), no_key=True).select_related(*PARTS).filter(**which).order_by("pk")


def _write(certificate):
    before = entry_before(certificate)
    entry, _created = RegisterEntry.everything.update_or_create(
        certificate=certificate, defaults=facts_of(certificate) | {"renewed_at": clock.now()})
    note_change(entry, before)
    return entry
