"""Pictures taken during a visit."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.files import INLINE, store_upload
from core.workflow import lock, record, refuse_if, require
from visits.models import Operation, Photo
from visits.permissions import can_record, can_remove
from visits.workflow.operation import came_before, keep, refuse_outside_the_visit


@transaction.atomic
def add_photo(item, upload, *, caption="", operation_id, taken_at=None, actor):
    """Take a picture in, made anew without what the camera wrote into it. The same operation again is the same photo."""
    visit = lock(item.visit)
    require(can_record(actor, visit))
    if before := came_before(operation_id, actor=actor, kind=Operation.Kind.PHOTO, visit=visit, item=item):
        return Photo.everything.get(public_id=before.payload["photo"])
    refuse_outside_the_visit(visit)
    stored, name = store_upload(upload, shelf=visit.public_id, actor=actor)
    refuse_if(stored.mime not in INLINE, _("Only pictures can be added here."), field="photo")
    photo = Photo.objects.create(item=item, author=actor.user, file=stored, name=name, caption=caption,
                                 taken_at=taken_at, received_at=clock.now())
    keep(operation_id, actor=actor, visit=visit, item=item, kind=Operation.Kind.PHOTO, outcome=Operation.Outcome.APPLIED,
         payload={"photo": str(photo.public_id), "caption": caption, "sha256": stored.sha256}, device_at=taken_at,
         received_at=photo.received_at)
    record("visit.photo_added", visit, actor=actor, item=item.code, photo=photo.public_id, sha256=stored.sha256)
    return photo


@transaction.atomic
def remove_photo(photo, *, actor):
    """Take one's own photo away again; it is shown no more."""
    visit = lock(photo.item.visit)
    require(can_remove(actor, photo))
    refuse_outside_the_visit(visit)
    photo = lock(photo)
    if photo.removed_at is None:
        photo.removed_at = clock.now()
        photo.save(update_fields=["removed_at"])
        record("visit.photo_removed", visit, actor=actor, item=photo.item.code, photo=photo.public_id)
    return photo
