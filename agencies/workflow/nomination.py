"""Writing a nomination: begun for a call, kept while one writes, pictures added, taken back."""
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.case_permissions import can_follow_cases, can_nominate
from agencies.models import Nomination, NominationPicture
from agencies.queries.nomination import approval_of_nomination
from agencies.stages import NominationStage
from agencies.workflow.shared_files import keep_once
from core import clock
from core.errors import Refused
from core.files import INLINE, store_upload
from core.search import searchable
from core.versions import keep_words
from core.workflow import lock, move, record, refuse_if, require
from panels.stages import ApprovalStage
from panels.workflow import drop_approval

PICTURES_AT_MOST = 12


@dataclass(frozen=True)
class Saved:
    """The nomination as it stands. Nothing was changed with `conflict`: somebody saved after the page was opened; nor with `is_closed`."""

    row: Nomination
    conflict: bool = False
    is_closed: bool = False


def key_of(title):
    """The same case, however its title is spelt: without marks, spaces and capitals."""
    return searchable(title).replace(" ", "")[:500]


@transaction.atomic
def begin_nomination(call, *, title, actor):
    """A draft that nobody outside the agency reads."""
    require(can_nominate(actor))
    refuse_if(not call.is_open(), _("This call is not open for nominations."))
    refuse_if(not key_of(title), _("Write the title of the case."), field="title")
    now = clock.now()
    made = _once(lambda: Nomination.everything.create(
        central_id=call.agency_id, call=call, title=title.strip(), title_key=key_of(title), begun_at=now, written_at=now,
        written_by=actor.user, told_at=now, received_at=now))
    record("case_nomination.begun", made, actor=actor, call=call.pk)
    return made


def _once(write):
    """What the constraint says: a case is nominated once in a call by its agency."""
    try:
        with transaction.atomic():
            return write()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "a_case_is_nominated_once":
            raise
        raise Refused(_("Your agency has nominated a case of this title in this call already."), "title") from None


@transaction.atomic
def save_nomination(row, *, base_version, actor, **words):
    """Keep what was typed, however incomplete. An older page never overwrites a newer text."""
    require(can_nominate(actor))
    if row.stage != NominationStage.DRAFT:
        return Saved(row, is_closed=True)
    refuse_if(not key_of(words["title"]), _("Write the title of the case."), field="title")
    words["title_key"] = key_of(words["title"])
    kept = _once(lambda: keep_words(row, words, base_version=base_version, written_at=clock.now(), written_by=actor.user))
    if kept.is_new:
        record("case_nomination.written", kept.row, actor=actor, version=kept.row.version)
        return Saved(kept.row)
    if kept.row is row:
        return Saved(row)
    now = Nomination.everything.select_related("call", "written_by__person").get(pk=row.pk)
    return Saved(now, is_closed=True) if now.stage != NominationStage.DRAFT else Saved(now, conflict=kept.conflict)


@transaction.atomic
def add_picture(row, upload, *, alternative, actor):
    """A picture with what it shows. The same picture is kept once."""
    require(can_nominate(actor))
    stored, name = store_upload(upload, shelf=row.public_id, actor=actor)       # before the lock: a scan may take its time
    row = _writable(row)
    refuse_if(stored.mime not in INLINE, _("Please choose a picture: PNG or JPEG."), field="file")
    refuse_if(not alternative.strip(), _("Say what the picture shows: some people cannot see it."), field="alternative")
    refuse_if(NominationPicture.everything.filter(nomination=row).count() >= PICTURES_AT_MOST,
              _("A case has at most %(number)d pictures."), field="file", number=PICTURES_AT_MOST)
    picture, is_new = keep_once(NominationPicture, stored, name, actor=actor, central_id=row.central_id, nomination=row)
    picture.alternative = alternative.strip()
    picture.save(update_fields=["alternative"])
    record("case_nomination.picture_added" if is_new else "case_nomination.picture_described", row, actor=actor, picture=picture.pk,
           sha256=picture.sha256)
    return picture


@transaction.atomic
def remove_picture(picture, *, actor):
    require(can_nominate(actor))
    row = _writable(picture.nomination)
    record("case_nomination.picture_removed", row, actor=actor, picture=picture.pk, sha256=picture.sha256)
    picture.delete()
    return row


def _writable(row):
    row = lock(row)
    refuse_if(row.stage != NominationStage.DRAFT,
              _("The nomination is being approved or is handed in. Nothing can be changed in it now."))
    return row


@transaction.atomic
def withdraw_nomination(row, *, actor):
    """As long as nobody judges it. Central, which has read it, is told."""
    row = lock(row)
    require(can_nominate(actor))
    was_in = row.stage == NominationStage.SUBMITTED
    refuse_if(row.call.judging_at, _("The judging has begun. The nomination can no longer be withdrawn."))
    facts = move(row, NominationStage.WITHDRAWN)
    approval = approval_of_nomination(row)
    if approval and approval.stage == ApprovalStage.SENT_BACK:
        drop_approval(approval, actor=actor)
    row.received_at = None if was_in else row.received_at
    row.save(update_fields=["received_at"])
    record("case_nomination.withdrawn", row, actor=actor, **facts)
    return row


@transaction.atomic
def note_picture_scan(picture, *, actor):
    """The scan for malware came after it was handed in: Central cannot ask the agency's row."""
    require(can_follow_cases(actor))
    state = picture.file.scan_state
    if state == picture.scan:
        return False
    NominationPicture.everything.filter(pk=picture.pk).update(scan=state)
    return True
