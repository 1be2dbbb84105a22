"""Pictures of a public activity: checked, made anew without metadata and small, each with words for who cannot see it."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.models import ActivityPhoto
from agencies.network_permissions import can_follow_support, can_publish_activities, can_write_activities
from core import clock
from core.file_names import clean_name, with_extension
from core.file_types import inspect
from core.files import PICTURES, path_of, store_document, store_upload
from core.pictures import reduced
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require

PHOTOS_AT_MOST = 12
SIDE = 1600                         # pixels of the longer side of what is shown


@transaction.atomic
def add_photo(activity, upload, *, alt_ko, alt_en="", actor):
    """The same picture is kept once. With an activity that is published it is out at once."""
    require(can_write_activities(actor))
    refuse_if(not alt_ko.strip(), _("Write what the picture shows, for people who cannot see it."), field="alt_ko")
    refuse_if(inspect(upload, clean_name(upload.name or "")).kind not in PICTURES, _("Choose a picture: JPG, PNG or HEIC."), field="file")
    original, name = store_upload(upload, shelf=activity.public_id, actor=actor)            # before the lock: a scan takes time
    small = reduced(original, SIDE)
    shown = store_document(small.content, shelf=activity.public_id, actor=actor, mime="image/jpeg", extension="jpg")
    activity = _writable(activity, actor)
    refuse_if(ActivityPhoto.everything.filter(activity=activity).exclude(original=original).count() >= PHOTOS_AT_MOST,
              _("An activity has at most %(number)d pictures."), number=PHOTOS_AT_MOST)
    photo, is_new = ActivityPhoto.everything.get_or_create(activity=activity, original=original, defaults={
        "file": shown, "alt_ko": alt_ko.strip(), "alt_en": alt_en.strip(), "name": with_extension(name, "jpg"), "path": path_of(shown),
        "sha256": shown.sha256, "size": shown.size, "mime": shown.mime, "width": small.size[0], "height": small.size[1],
        "scan": original.scan_state, "added_at": clock.now(), "added_by": actor.user})
    if is_new:
        record("activity.photo_added", activity, actor=actor, photo=photo.pk, sha256=original.sha256)
        renew_public_pages(current_agency())
    return photo


@transaction.atomic
def remove_photo(photo, *, actor):
    activity = _writable(photo.activity, actor)
    record("activity.photo_removed", activity, actor=actor, photo=photo.pk, sha256=photo.sha256)
    photo.delete()
    renew_public_pages(current_agency())
    return activity


def _writable(activity, actor):
    activity = lock(activity)
    require(can_write_activities(actor))
    refuse_if(activity.is_over, _("This activity has been withdrawn. Nothing can be changed in it."))
    require(not activity.is_published or can_publish_activities(actor))
    return activity


@transaction.atomic
def note_photo_scan(photo, *, actor):
    """The scan for malware came after the picture: from now on it is shown, or never."""
    require(can_follow_support(actor))
    state = photo.original.scan_state
    if state == photo.scan:
        return False
    ActivityPhoto.everything.filter(pk=photo.pk).update(scan=state)
    renew_public_pages(current_agency())
    return True
