"""Digital badges: one asked for when a certificate is in force and says something new; kept once it is signed; lists of what is not."""
import hashlib
from datetime import timedelta

from django.db import transaction

from certification.log_chain import canonical
from certification.models import Badge, BadgeKey, BadgeStatusList
from certification.permissions import can_keep_documents
from core import clock
from core.files import store_document
from core.numbers import next_number
from core.tenancy import current_agency
from core.workflow import lock, record, require

LONG_AGO = timedelta(days=1)
SERIES = "badge"                    # of places in the status lists; of no year
SAID = ("number", "number_shown", "code", "provider_name", "site_name", "address", "scheme_ko")


@transaction.atomic
def ask_for_badge(entry, *, actor):
    """The badge of a row of the register that is to be made, or None if the newest one says the same already."""
    require(can_keep_documents(actor))
    certificate = lock(entry.certificate)
    newest = Badge.everything.filter(certificate=certificate).order_by("-version").first()
    says = said_in(entry)
    if newest and (newest.says, newest.valid_to) == (says, entry.valid_to):
        Badge.everything.filter(pk=newest.pk).update(seen_at=entry.renewed_at)
        return None if newest.made_at else newest
    return Badge.everything.create(certificate=certificate, version=newest.version + 1 if newest else 1, says=says, valid_to=entry.valid_to,
                                   index=next_number(SERIES, 0) - 1, seen_at=entry.renewed_at)


def said_in(entry):
    """What a badge says, its last day apart: what was prolonged is still true in the older one."""
    said = {name: getattr(entry, name) for name in SAID} | {"from": entry.valid_from.isoformat(), "service": entry.service_type.code}
    return hashlib.sha256(canonical(said)).hexdigest()


@transaction.atomic
def keep_badge(badge, document, picture, *, actor):
    """What was signed is kept byte for byte. Made already: nothing happens."""
    require(can_keep_documents(actor))
    badge = lock(badge)
    if badge.made_at:
        return badge
    badge.picture = store_document(picture, shelf=badge.certificate.public_id, actor=actor, mime="image/png", extension="png")
    badge.document, badge.made_at = document, clock.now()
    badge.save(update_fields=["picture", "document", "made_at"])
    record("certificate.badge_made", badge.certificate, actor=actor, version=badge.version,
           sha256=hashlib.sha256(document.encode()).hexdigest())
    return badge


@transaction.atomic
def note_badge_key(jwk, *, actor):
    """The key that is about to sign, as did.json names it; a key that was not seen before gets the next name."""
    require(can_keep_documents(actor))
    known = BadgeKey.everything.filter(jwk=jwk).first()
    if known is None:
        known = BadgeKey.everything.create(name=f"badge-{next_number('badge key', 0)}", jwk=jwk, since=clock.now())
        BadgeStatusList.everything.update(made_at=clock.real_now() - LONG_AGO)      # a reader takes the newest key for them
        record("badge_key.noted", current_agency(), actor=actor, name=known.name)
    return known


@transaction.atomic
def keep_status_list(purpose, places, token, *, actor):
    """In place of the one before."""
    require(can_keep_documents(actor))
    kept, _created = BadgeStatusList.everything.update_or_create(
        purpose=purpose, defaults={"places": places, "token": token, "made_at": clock.real_now()})
    return kept
