"""Agencies are opened, changed by their own administrators, and closed; never deleted."""
import uuid

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts import directory
from accounts.models import Agency, Emblem, Role
from accounts.permissions import can_change_agency, can_open_agencies
from accounts.workflow.memberships import put_invitation
from core import clock
from core.files import INLINE, store_upload
from core.tenancy import current_agency, within
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def open_agency(facts, admin_email, *, actor, language="ko"):
    """A new tenant without a line of code; written down there, and its first administrator is invited. `facts` are Agency's fields."""
    require(can_open_agencies(actor))
    agency = Agency(**{"opened_on": clock.today()} | facts)
    agency.full_clean()
    agency.save()
    with within(agency):
        record("agency.opened", agency, actor=actor, slug=agency.slug, opened_on=agency.opened_on)
        put_invitation(admin_email, Role.ADMIN, actor=actor, language=language)
    return agency


@transaction.atomic
def close_agency(agency, closed_on, *, actor):
    """From that day on its public pages stay, and everything else answers that it is closed."""
    agency = lock(agency)
    require(can_open_agencies(actor))
    refuse_if(agency.is_closed, _("This agency is closed already."))
    refuse_if(agency.opened_on and closed_on < agency.opened_on, _("An agency cannot close before the day it opened."))
    agency.closed_on = closed_on
    agency.save(update_fields=["closed_on"])
    with within(agency):
        record("agency.closed", agency, actor=actor, closed_on=closed_on)
    return agency


@transaction.atomic
def change_agency(agency, facts, *, actor):
    """Names, telephone, hours, colour, labels, closing days: what an administrator may say about the own agency."""
    agency = lock(agency)
    require(can_change_agency(actor) and agency.pk == current_agency().pk)
    changed = sorted(name for name, value in facts.items() if getattr(agency, name) != value)
    for name in changed:
        setattr(agency, name, facts[name])
    agency.full_clean()
    if changed:
        agency.save(update_fields=changed)
        record("agency.changed", agency, actor=actor, fields=changed)
    return agency


@transaction.atomic
def change_emblem(kind, upload, *, actor):
    """The certification mark or the seal: a picture, which takes the place of the one before."""
    agency = lock(current_agency())
    require(can_change_agency(actor))
    emblem = Emblem.everything.filter(kind=kind).first() or Emblem(kind=kind, public_id=uuid.uuid4())
    stored, _name = store_upload(upload, shelf=emblem.public_id, actor=actor)
    refuse_if(stored.mime not in INLINE, _("Please choose a picture: PNG or JPEG."))
    emblem.file, emblem.since = stored, clock.now()
    emblem.save()
    renew_public_pages(agency)
    record("agency.emblem", emblem, actor=actor, kind=kind, sha256=stored.sha256)
    return emblem


def renew_public_pages(agency):
    """What the agency's public pages show has changed: they are made anew. The end of others' deeds: nobody's own, and not recorded.

    It holds the agency's row until their transaction ends, so it stands after all locks.
    """
    Agency.objects.filter(pk=agency.pk).update(public_generation=F("public_generation") + 1)
    transaction.on_commit(directory.forget)
