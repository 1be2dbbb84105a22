"""The provider shows a consultant parts of its case: copied as they are now, read while the consultation lasts."""
import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import SharedCopy
from aftercare.permissions import can_ask_for_help
from core import clock
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def share_more(consultation, pieces, *, actor):
    """Further parts. What was shown stays shown."""
    consultation = lock(consultation)
    require(can_ask_for_help(actor, consultation.provider))
    refuse_if(not consultation.is_open, _("This consultation is over."))
    refuse_if(not pieces, _("Choose what the consultant may read."), field="shared")
    return put_copies(consultation, pieces, actor=actor)


def put_copies(consultation, pieces, *, actor):
    """For those who have asked whether the actor may. The same twice is once. Returns how many are new."""
    rows = [SharedCopy(
        consultation=consultation, kind=one.kind, code=one.code, name=one.name[:220], text=one.text, file=one.sealed and one.sealed.file,
        sha256=one.sealed.sha256 if one.sealed else hashlib.sha256(one.text.encode()).hexdigest(), shared_at=clock.now(),
        shared_by=actor.user) for one in pieces]
    known = set(SharedCopy.everything.filter(consultation=consultation).values_list("kind", "code", "sha256"))
    fresh = {(row.kind, row.code, row.sha256): row for row in rows}
    made = SharedCopy.everything.bulk_create([row for key, row in fresh.items() if key not in known])
    if made:
        record("consultation.shared", consultation, actor=actor, parts=[f"{row.kind} {row.code}".strip() for row in made])
    return len(made)
