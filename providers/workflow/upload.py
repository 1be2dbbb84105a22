"""A file that arrives in parts: begun, taken part by part, checked and kept, given up, expired. It may stop at any point and go on."""
import hashlib
import re
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.file_names import clean_name, extension_of
from core.file_parts import drop_parts, half_uploads_on_disk, joined, keep_part
from core.file_types import ALLOWED
from core.file_types.reasons import refusal
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require
from providers.models import Upload
from providers.workflow.evidence import put_evidence, refuse_over_quota

PART = 1024 * 1024              # bytes; the last one may be shorter
KEPT_FOR = timedelta(days=3)
AT_ONCE = 50                    # unfinished ones of a provider
READABLE = (*ALLOWED, "jpeg", "heif")


class Part(NamedTuple):
    upload: Upload
    was_taken: bool             # False: it begins elsewhere; `upload.received` says where to go on


@transaction.atomic
def begin_upload(provider, *, place, name, size, sha256, actor):
    """For those who have asked whether the actor may give something there. The same file for the same place goes on where it stopped."""
    provider = lock(provider)
    name = clean_name(name)
    now = clock.now()
    mine = Upload.everything.filter(provider=provider, user=actor.user, place=place, name=name, size=size, sha256=sha256, finished_at=None)
    if begun := mine.first():
        mine.update(expires_at=now + KEPT_FOR)
        return begun
    _refuse_unfit(name, size, sha256)
    open_ones = Upload.everything.filter(provider=provider, finished_at=None).count()
    refuse_if(open_ones >= AT_ONCE, _("%(number)d uploads of your organisation are not finished yet. "
                                      "Finish or discard some of them first."), number=AT_ONCE)
    refuse_over_quota(provider, coming=size)
    upload = Upload.everything.create(provider=provider, user=actor.user, place=place, name=name, size=size, sha256=sha256,
                                      begun_at=now, expires_at=now + KEPT_FOR)
    record("provider.upload_begun", provider, actor=actor, upload=upload.pk, size=size)
    return upload


def _refuse_unfit(name, size, sha256):
    """What can be known before the first byte."""
    if extension_of(name) not in READABLE:
        raise refusal("unknown_type", allowed=", ".join(ALLOWED))
    if size <= 0:
        raise refusal("empty")
    if size > settings.FILE_LIMIT:
        raise refusal("too_large", limit=settings.FILE_LIMIT // (1024 * 1024))
    refuse_if(not re.fullmatch(r"[0-9a-f]{64}", sha256), _("The check value of the file is missing. Choose the file again."))


@transaction.atomic
def take_part(upload, *, offset, content, sha256, actor):
    """The next part, if it is the next and arrived unchanged. Returns Part."""
    upload = lock(upload)
    require(actor.user and upload.user_id == actor.user.pk)
    if upload.finished_at or offset != upload.received:
        return Part(upload, False)
    refuse_if(hashlib.sha256(content).hexdigest() != sha256, _("A part of the file was changed on its way. It is sent again."))
    refuse_if(len(content) != min(PART, upload.size - offset),
              _("A part of the file has another size than announced. Choose the file again."))
    keep_part(upload.public_id, offset, content)
    upload.received += len(content)
    upload.save(update_fields=["received"])
    return Part(upload, True)


@transaction.atomic
def finish_upload(upload, *, actor, keep=put_evidence):
    """Check the whole and keep it by `keep(provider, file, actor=…)`, once: called again it answers the same. Returns the Upload with the
    evidence that it became, or with the sentence why it became none. What is not the file's fault raises Refused and may be tried again."""
    upload = lock(upload)
    require(actor.user and upload.user_id == actor.user.pk)
    if upload.finished_at:
        return upload
    refuse_if(not upload.is_whole, _("This file has not arrived whole yet."))
    with joined(upload.public_id, upload.name) as file:
        try:
            _refuse_changed(file, upload)
            upload.evidence, is_new = keep(upload.provider, file, actor=actor)
            upload.was_there = not is_new
        except Refused as refused:
            if not hasattr(refused, "reason"):
                raise
            upload.refusal = str(refused)[:600]
            record("provider.upload_refused", upload.provider, actor=actor, upload=upload.pk, reason=refused.reason)
    upload.finished_at = clock.now()
    upload.save(update_fields=["evidence", "was_there", "refusal", "finished_at"])
    _drop_after(upload)
    return upload


def _refuse_changed(file, upload):
    whole = hashlib.file_digest(file, "sha256").hexdigest()
    if whole != upload.sha256:
        changed = Refused(_("The file that arrived is not the file that was sent. Choose it again."))
        changed.reason = "changed"
        raise changed
    file.seek(0)


def _drop_after(upload):
    """The parts go once it is certain that the row says so."""
    agency, whole = current_agency(), upload.public_id
    transaction.on_commit(lambda: drop_parts(whole, agency), robust=True)


@transaction.atomic
def discard_upload(upload, *, actor):
    """Give it up; what had arrived is deleted."""
    upload = lock(upload)
    require(actor.user and upload.user_id == actor.user.pk)
    if upload.finished_at:
        return
    record("provider.upload_discarded", upload.provider, actor=actor, upload=upload.pk)
    _drop_after(upload)
    upload.delete()


@transaction.atomic
def expire_uploads(*, actor):
    """Delete what was left for too long, with its parts, and parts of which nobody knows any more. Returns how many went."""
    require(actor.is_system)
    old = list(Upload.everything.select_for_update(skip_locked=True).filter(expires_at__lte=clock.now()))
    for upload in old:
        _drop_after(upload)
        upload.delete()
    known = {str(one) for one in Upload.everything.values_list("public_id", flat=True)}
    gone = {str(upload.public_id) for upload in old}
    for whole in half_uploads_on_disk():
        if whole not in known | gone:
            drop_parts(whole)
    return len(old)
