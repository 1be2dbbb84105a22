"""The library: a document given once is there for every indicator and round."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.files import store_upload
from core.workflow import lock, record, refuse_if, require
from providers.models import Evidence
from providers.permissions import can_edit


@transaction.atomic
def add_evidence(provider, upload, *, actor):
    """Keep a document in the provider's library. The same content is the same document, under its first name. Returns the Evidence."""
    require(can_edit(actor, provider))
    return put_evidence(provider, upload, actor=actor)


def put_evidence(provider, upload, *, actor):
    """For those who have asked whether the actor may: its people, and who writes an application for it."""
    provider = lock(provider)
    stored, name = store_upload(upload, shelf=provider.public_id, actor=actor)
    evidence, is_new = Evidence.everything.get_or_create(
        provider=provider, file=stored, removed_at=None, defaults={"name": name, "added_at": clock.now(), "added_by": actor.user})
    if is_new:
        record("provider.evidence_added", provider, actor=actor, evidence=evidence.pk, sha256=stored.sha256)
    return evidence


@transaction.atomic
def remove_evidence(evidence, *, actor):
    """Take a document out of the library. What was handed in keeps its bytes."""
    evidence = lock(evidence)
    require(can_edit(actor, evidence.provider))
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    evidence.removed_at = clock.now()
    evidence.save(update_fields=["removed_at"])
    record("provider.evidence_removed", evidence.provider, actor=actor, evidence=evidence.pk)
    return evidence
