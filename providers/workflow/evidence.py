"""The library: a document given once is there for every indicator and round."""
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from core import clock
from core.files import store_upload
from core.models import StoredFile
from core.wording import size_in_words
from core.workflow import lock, record, refuse_if, require
from providers.models import Evidence, Upload
from providers.permissions import can_edit


class Taken(NamedTuple):
    evidence: Evidence
    is_new: bool            # False: the library had this content, under its first name


@transaction.atomic
def add_evidence(provider, upload, *, actor):
    """Keep a document in the provider's library. The same content is the same document, under its first name. Returns the Evidence."""
    return take_into_library(provider, upload, actor=actor).evidence


@transaction.atomic
def take_into_library(provider, upload, *, actor):
    """The same; returns Taken."""
    require(can_edit(actor, provider))
    return put_evidence(provider, upload, actor=actor)


def put_evidence(provider, upload, *, actor):
    """For those who have asked whether the actor may: its people, and who writes an application for it. Returns Taken."""
    stored, name = store_upload(upload, shelf=provider.public_id, actor=actor)     # before the lock: a scan may take its time
    provider = lock(provider)
    return _put(provider, stored, actor, name=name)


def _put(provider, stored, actor, **facts):
    refuse_over_quota(provider)
    evidence, is_new = Evidence.everything.get_or_create(
        provider=provider, file=stored, removed_at=None, defaults=facts | {"added_at": clock.now(), "added_by": actor.user})
    if is_new:
        record("provider.evidence_added", provider, actor=actor, evidence=evidence.pk, sha256=stored.sha256)
    return Taken(evidence, is_new)


def refuse_over_quota(provider, coming=0):
    """The provider's room: what is kept; and for what only begins to come, the others on their way and itself. The provider is locked, so
    that many at once count each other."""
    taken = StoredFile.everything.filter(shelf=provider.public_id).aggregate(size=Sum("size"))["size"] or 0
    if coming:
        on_the_way = Upload.everything.filter(provider=provider, finished_at=None)
        taken += coming + (on_the_way.aggregate(size=Sum("size"))["size"] or 0)
    refuse_if(taken > settings.PROVIDER_QUOTA,
              _("Your organisation's library has room for %(room)s, and this would be more. "
                "Leave out what is not needed, or call the agency."),
              room=size_in_words(settings.PROVIDER_QUOTA))


@transaction.atomic
def replace_evidence(evidence, upload, *, actor):
    """A newer version takes its place for what is written from now on; drafts are offered it, what was sealed keeps the old. Returns it."""
    require(can_edit(actor, evidence.provider))
    stored, name = store_upload(upload, shelf=evidence.provider.public_id, actor=actor)
    provider = lock(evidence.provider)
    evidence = lock(evidence)
    refuse_if(not evidence.is_in_use, _("This version was replaced or taken out of the library meanwhile."))
    there = Evidence.everything.filter(provider=provider, file=stored, removed_at=None).first()
    refuse_if(there, _("This content is in the library already, as “%(name)s”. Nothing was replaced."), name=there and there.name)
    evidence.replaced_at = clock.now()
    evidence.save(update_fields=["replaced_at"])
    newer = _put(provider, stored, actor, name=name, lineage=evidence.lineage, version=evidence.version + 1).evidence
    record("provider.evidence_replaced", provider, actor=actor, evidence=evidence.pk, newer=newer.pk, version=newer.version)
    return newer


@transaction.atomic
def describe_evidence(evidence, *, covers_from, covers_to, expires_on, actor):
    """The period that a document covers, and until when it is valid."""
    evidence = lock(evidence)
    require(can_edit(actor, evidence.provider))
    evidence.covers_from, evidence.covers_to, evidence.expires_on = covers_from, covers_to, expires_on
    evidence.save(update_fields=["covers_from", "covers_to", "expires_on"])
    record("provider.evidence_described", evidence.provider, actor=actor, evidence=evidence.pk, covers_from=covers_from,
           covers_to=covers_to, expires_on=expires_on)
    return evidence


@transaction.atomic
def remove_evidence(evidence, *, actor):
    """Take a document out of the library. What was handed in keeps its bytes."""
    evidence = lock(evidence)
    require(actor.is_system or can_edit(actor, evidence.provider))
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    evidence.removed_at = clock.now()
    evidence.save(update_fields=["removed_at"])
    record("provider.evidence_removed", evidence.provider, actor=actor, evidence=evidence.pk)
    return evidence
