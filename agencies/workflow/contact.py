"""The agency's lines of the contact book: written, changed, taken out."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.models import Contact
from agencies.network_permissions import can_keep_contacts
from core import clock
from core.errors import Refused
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require

FACTS = ("function", "duty_ko", "duty_en", "name", "position_ko", "position_en", "phone", "email", "is_public")


@transaction.atomic
def add_contact(*, actor, **facts):
    """A line of the book; all agencies read it from now on, citizens if it says so."""
    require(can_keep_contacts(actor))
    contact = Contact(published_at=clock.now(), **facts)
    _write(contact, actor)
    record("contact.added", contact, actor=actor, function=contact.function, public=contact.is_public)
    return contact


@transaction.atomic
def change_contact(contact, *, base_version, actor, **facts):
    """`base_version`: of the line that was on the screen; who wrote on an older one is told."""
    contact = lock(contact)
    require(can_keep_contacts(actor))
    refuse_if(contact.ended_at, _("This line has been taken out of the book meanwhile."))
    refuse_if(contact.version != base_version, _("Somebody else has changed this line meanwhile. Compare before you save again."))
    changed = [name for name in FACTS if name in facts and getattr(contact, name) != facts[name]]
    for name in changed:
        setattr(contact, name, facts[name])
    if changed:
        contact.version += 1
        _write(contact, actor)
        record("contact.changed", contact, actor=actor, fields=changed, public=contact.is_public)
    return contact


@transaction.atomic
def end_contact(contact, *, actor):
    """Out of the book; nobody reads the line any more."""
    contact = lock(contact)
    require(can_keep_contacts(actor))
    if contact.ended_at is None:
        contact.ended_at = clock.now()
        contact.save(update_fields=["ended_at"])
        record("contact.ended", contact, actor=actor, function=contact.function)
        renew_public_pages(current_agency())
    return contact


def _write(contact, actor):
    refuse_if(not (contact.phone or contact.email), _("Give a telephone number or an e-mail address."), field="phone")
    contact.changed_at, contact.changed_by = clock.now(), actor.user
    try:
        with transaction.atomic():
            contact.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "in_the_book_once":
            raise
        raise Refused(_("This person stands in the book for this function already."), "name") from None
    renew_public_pages(current_agency())
