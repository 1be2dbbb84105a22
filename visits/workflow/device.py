"""A visit taken along on a device, and photos that arrive from it in parts."""
import hashlib
from datetime import timedelta
from io import BytesIO

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from visits.models import PhotoPart, RecorderKey
from visits.permissions import can_record

PART = 512 * 1024           # bytes, the longest part
KEPT_FOR = timedelta(days=60)


@transaction.atomic
def take_along(visit, *, actor):
    """Note that the actor has the visit on a device from now on. Returns the RecorderKey, the same one every time."""
    visit = lock(visit)
    require(can_record(actor, visit))
    key = RecorderKey.everything.filter(visit=visit, user=actor.user).first()
    if key is None:
        key = RecorderKey.everything.create(visit=visit, user=actor.user, taken_at=clock.now())
        record("visit.taken_along", visit, actor=actor)
        return key
    key.taken_at = clock.now()
    key.save(update_fields=["taken_at"])
    return key


@transaction.atomic
def take_part(key, operation, *, begins, content, sha256, actor):
    """The next part of a photo. Returns how many bytes of it are here: where the device goes on, whatever it had sent."""
    key = lock(key)
    require(actor.user and key.user_id == actor.user.pk)
    here = received(operation, actor)
    if begins != here:
        return here
    refuse_if(hashlib.sha256(content).hexdigest() != sha256, _("A part of the photo was changed on its way. It is sent again."))
    refuse_if(not content or len(content) > PART, _("A part of the photo has another size than agreed."))
    refuse_if(here + len(content) > settings.FILE_LIMIT, _("The photo is larger than %(limit)s MB."),
              limit=settings.FILE_LIMIT // 1024 ** 2)
    PhotoPart.everything.create(visit_id=key.visit_id, author=actor.user, operation=operation, begins=begins, content=content,
                                received_at=clock.now())
    return here + len(content)


def received(operation, actor):
    """How many bytes of this photo of the actor's have arrived."""
    parts = PhotoPart.everything.filter(operation=operation, author=actor.user)
    return parts.aggregate(bytes=Sum(Length("content")))["bytes"] or 0


def joined(operation, sha256, actor):
    """The photo as an open file once all of it is here and is what was sent; else None, and what is here of it goes if it is another."""
    parts = PhotoPart.everything.filter(operation=operation, author=actor.user)
    whole = b"".join(bytes(one) for one in parts.order_by("begins").values_list("content", flat=True))
    if whole and hashlib.sha256(whole).hexdigest() == sha256:
        return File(BytesIO(whole), f"{operation}.jpg")
    return None


def drop_parts(operation, actor):
    PhotoPart.everything.filter(operation=operation, author=actor.user).delete()


@transaction.atomic
def drop_old_parts(*, actor):
    """Parts of photos of which nothing has come for two months; the device still has the photo and begins anew. Returns how many went."""
    require(actor.is_system)
    return PhotoPart.everything.filter(received_at__lt=clock.now() - KEPT_FOR).delete()[0]
