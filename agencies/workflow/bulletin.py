"""Bulletins of the Central institute: written, given files, counted, sent or discarded."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Bulletin, BulletinDelivery, BulletinEdition, BulletinFile
from agencies.network_permissions import can_keep_bulletins
from agencies.stages import BulletinStage
from agencies.workflow.addressing import address, addressees_of, targets
from agencies.workflow.shared_files import keep_copy, note_scans
from core import clock
from core.files import store_upload
from core.workflow import lock, move, record, refuse_if, require

WORDS = ("title_ko", "title_en", "text_ko", "text_en", "confirm_by")
MOST_FILES = 10


@transaction.atomic
def write_bulletin(*, to, actor, **words):
    """A draft that nobody outside Central knows of. `to`: Addressees."""
    require(can_keep_bulletins(actor))
    bulletin = Bulletin.everything.create(**words, written_at=clock.now(), written_by=actor.user)
    address(bulletin, to)
    record("bulletin.written", bulletin, actor=actor)
    return bulletin


@transaction.atomic
def change_bulletin(bulletin, *, to, base_version, actor, **words):
    """`base_version`: of the draft that was on the screen. Whoever it goes to is counted anew."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    refuse_if(bulletin.stage != BulletinStage.DRAFT, _("This bulletin is no draft any more. Load the page again to see it."))
    refuse_if(bulletin.version != base_version, _("Somebody else has changed this draft meanwhile. Load the page again to see it."))
    for name, value in words.items():
        setattr(bulletin, name, value)
    bulletin.version, bulletin.written_at, bulletin.written_by = base_version + 1, clock.now(), actor.user
    bulletin.save()
    address(bulletin, to)
    record("bulletin.changed", bulletin, actor=actor)
    return bulletin


@transaction.atomic
def discard_bulletin(bulletin, *, actor):
    """It was never sent: out of every list."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    record("bulletin.discarded", bulletin, actor=actor, **move(bulletin, BulletinStage.DISCARDED))
    BulletinDelivery.everything.filter(bulletin=bulletin).delete()
    return bulletin


@transaction.atomic
def attach_file(bulletin, upload, *, actor):
    """A file of the draft, checked as every other."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    refuse_if(bulletin.stage != BulletinStage.DRAFT, _("This bulletin is no draft any more. Load the page again to see it."))
    return keep_file(bulletin, upload, actor=actor)


def keep_file(bulletin, upload, *, actor, edition=1):
    """Part of a write that holds the bulletin."""
    refuse_if(bulletin.files.filter(until_edition=None).count() >= MOST_FILES,
              _("A bulletin has at most %(most)s files."), field="file", most=MOST_FILES)
    stored, name = store_upload(upload, shelf=bulletin.public_id, actor=actor)
    file, is_new = keep_copy(BulletinFile, stored, name, actor=actor, more={"since_edition": edition}, bulletin=bulletin)
    if not is_new and file.until_edition is not None:
        file.until_edition = None                           # taken out once, and wanted again
        file.save(update_fields=["until_edition"])
    note_scans(bulletin.files.filter(pk=file.pk))
    record("bulletin.file_added", file, actor=actor, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_file(file, *, actor):
    """From a draft."""
    bulletin = lock(file.bulletin)
    require(can_keep_bulletins(actor))
    refuse_if(bulletin.stage != BulletinStage.DRAFT, _("This bulletin is no draft any more. Load the page again to see it."))
    record("bulletin.file_removed", file, actor=actor, sha256=file.sha256)
    file.delete()
    return bulletin


@transaction.atomic
def count_again(bulletin, *, actor):
    """Agencies, people or seats may have changed since it was counted."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    refuse_if(bulletin.stage != BulletinStage.DRAFT, _("This bulletin is no draft any more. Load the page again to see it."))
    address(bulletin, addressees_of(bulletin))
    record("bulletin.counted_again", bulletin, actor=actor)
    return bulletin


@transaction.atomic
def send_bulletin(bulletin, *, actor):
    """From now on those it is addressed to read it; the job of each agency finds them and tells them."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    refuse_if(bulletin.stage != BulletinStage.DRAFT, _("This bulletin is no draft any more. Load the page again to see it."))
    refuse_past_day(bulletin.confirm_by)
    deliveries = list(BulletinDelivery.everything.filter(bulletin=bulletin))
    refuse_what_reaches_nobody(bulletin, deliveries)
    bulletin.published_at, bulletin.edition = clock.now(), 1
    bulletin.save(update_fields=["published_at", "edition"])
    keep_edition(bulletin, actor=actor)
    BulletinDelivery.everything.filter(bulletin=bulletin).update(sent_at=bulletin.published_at)
    record("bulletin.sent", bulletin, actor=actor, agencies=[one.addressed_id for one in deliveries],
           persons=sum(one.persons for one in deliveries), **move(bulletin, BulletinStage.SENT))
    return bulletin


def refuse_what_reaches_nobody(bulletin, deliveries):
    """Nobody chosen never means everybody; and nothing is sent before the writer could see how far it goes."""
    refuse_if(not bulletin.addressees.exists(), _("Choose who receives the bulletin: as it stands it goes to nobody."))
    counting = sum(one.persons is None for one in deliveries)
    refuse_if(counting, _("It is still being counted at %(count)s agencies whom it reaches. Try again in a minute."), count=counting)
    refuse_if(not sum(one.persons for one in deliveries),
              _("Nobody at these agencies holds the roles or seats that you chose: it would reach nobody."))
    refuse_if({one.addressed_id: (one.roles, one.holders) for one in deliveries} != targets(addressees_of(bulletin)),
              _("Agencies or holders of seats have changed since it was counted. Count again, then send."))


def refuse_past_day(confirm_by):
    refuse_if(confirm_by and confirm_by <= clock.today(), _("The day to confirm by must lie in the future."), field="confirm_by")


def keep_edition(bulletin, *, actor, change_ko="", change_en=""):
    """As it goes out now. Part of a write that holds the bulletin."""
    return BulletinEdition.everything.create(bulletin=bulletin, number=bulletin.edition, sent_at=clock.now(), sent_by=actor.user,
                                             change_ko=change_ko, change_en=change_en, **{name: getattr(bulletin, name) for name in WORDS})
