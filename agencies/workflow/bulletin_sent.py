"""A bulletin that was sent: corrected, withdrawn, and asked for once more where it was not read."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import BulletinReminder, Reading
from agencies.models.reading import UNDONE
from agencies.network_permissions import can_follow_bulletins, can_keep_bulletins
from agencies.stages import BulletinStage
from agencies.workflow.bulletin import WORDS, keep_edition, keep_file, refuse_past_day
from core import clock
from core.workflow import lock, move, record, refuse_if, require


@transaction.atomic
def correct_bulletin(bulletin, *, base_version, change_ko, change_en, actor, taken_out=(), upload=None, **words):
    """A new edition; the older ones stay as they were sent. Everybody is told what has changed, and reads and confirms it anew.

    `taken_out`: files that no longer belong to it; `upload`: one that does from now on.
    """
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    _refuse_unsent(bulletin)
    refuse_if(bulletin.version != base_version, _("Somebody else has corrected this bulletin meanwhile. Load the page again to see it."))
    refuse_if(not change_ko.strip(), _("Say what has changed."), field="change_ko")
    changed = [name for name in WORDS if getattr(bulletin, name) != words[name]]
    refuse_if(not (changed or taken_out or upload), _("Nothing differs from what was sent."))
    refuse_past_day(words["confirm_by"])                       # everybody confirms anew, so that a day that is over is none
    bulletin.files.filter(pk__in=[one.pk for one in taken_out], until_edition=None).update(until_edition=bulletin.edition)
    for name in changed:
        setattr(bulletin, name, words[name])
    bulletin.edition, bulletin.version = bulletin.edition + 1, bulletin.version + 1
    bulletin.save()
    if upload:
        keep_file(bulletin, upload, actor=actor, edition=bulletin.edition)
    keep_edition(bulletin, actor=actor, change_ko=change_ko.strip(), change_en=change_en.strip())
    record("bulletin.corrected", bulletin, actor=actor, edition=bulletin.edition, fields=changed)
    return bulletin


@transaction.atomic
def withdraw_bulletin(bulletin, *, reason, actor):
    """Those who were addressed are told why; nobody is asked to read or confirm it any more."""
    bulletin = lock(bulletin)
    require(can_keep_bulletins(actor))
    _refuse_unsent(bulletin)
    refuse_if(not reason.strip(), _("Say why it is withdrawn."), field="reason")
    bulletin.withdrawn_because, bulletin.withdrawn_at = reason.strip(), clock.now()
    bulletin.save(update_fields=["withdrawn_because", "withdrawn_at"])
    record("bulletin.withdrawn", bulletin, actor=actor, reason=bulletin.withdrawn_because, **move(bulletin, BulletinStage.WITHDRAWN))
    return bulletin


@transaction.atomic
def remind_readers(bulletin, *, actor):
    """Those who have not read it, or not confirmed it where that is asked; at most once a day. Returns a row for each of their agencies."""
    bulletin = lock(bulletin)                                  # two at the same moment: the second finds the first's
    require(can_keep_bulletins(actor))
    _refuse_unsent(bulletin)
    agencies = sorted(set(Reading.everything.filter(UNDONE, bulletin=bulletin).values_list("agency", flat=True)))
    refuse_if(not agencies, _("Nobody is left to be reminded."))
    today = BulletinReminder.everything.filter(bulletin=bulletin, asked_on=clock.today())
    refuse_if(today.exists(), _("They were reminded today already. You can remind them again tomorrow."))
    made = BulletinReminder.everything.bulk_create(
        BulletinReminder(bulletin=bulletin, addressed_id=one, asked_on=clock.today(), asked_at=clock.now(), asked_by=actor.user)
        for one in agencies)
    record("bulletin.readers_reminded", bulletin, actor=actor, agencies=agencies)
    return made


@transaction.atomic
def note_scan(file, *, actor):
    """The scan for malware came after the file was given out: from now on others get it, or never."""
    require(can_follow_bulletins(actor))
    file = lock(file)
    file.scan = file.file.scan_state
    file.save(update_fields=["scan"])
    record("file.scan_told", file, actor=actor, scan=file.scan)
    return True


def _refuse_unsent(bulletin):
    refuse_if(bulletin.stage != BulletinStage.SENT, _("Only a bulletin that stands as sent can be corrected, withdrawn or reminded of."))
