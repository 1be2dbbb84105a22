"""Writing a performance report: several at once, kept while one writes; evidence added and taken away."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import ReportEntry, ReportFile
from agencies.permissions import can_write_report
from agencies.stages import ReportStage
from agencies.workflow.shared_files import keep_once
from core import clock
from core.files import store_upload
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require

FILES_AT_MOST = 200         # a report


@dataclass(frozen=True)
class Saved:
    """The entry as it stands. Nothing was changed with `conflict`: somebody saved after the page was opened; nor with `is_closed`: it was
    given to be approved in this moment."""

    entry: ReportEntry
    conflict: bool = False
    is_closed: bool = False


@transaction.atomic
def save_entry(entry, *, text, figures, last_year, base_version, actor):
    """Keep what was typed, however incomplete; of figures what each is by its name. An older page never overwrites a newer text.

    No lock: one statement asks whether nobody saved meanwhile, and saves. Giving it to be approved makes every page older.
    """
    require(can_write_report(actor))
    if entry.report.stage != ReportStage.DRAFT:
        return Saved(entry, is_closed=True)
    words = {"text": text, "figures": figures, "last_year": last_year}
    kept = keep_words(entry, words, base_version=base_version, written_at=clock.now(), written_by=actor.user)
    if kept.is_new:
        record("performance_report.written", kept.row, actor=actor, version=kept.row.version, length=len(text), figures=sorted(figures))
        return Saved(kept.row)
    if kept.row is entry:
        return Saved(entry)
    now = ReportEntry.everything.select_related("report", "indicator", "written_by__person").get(pk=kept.row.pk)
    return Saved(now, is_closed=True) if now.report.stage != ReportStage.DRAFT else Saved(now, conflict=kept.conflict)


@transaction.atomic
def attach_file(entry, upload, *, actor):
    """A piece of evidence for one indicator. The same content is kept once. Returns the ReportFile."""
    require(can_write_report(actor))
    stored, name = store_upload(upload, shelf=entry.report.public_id, actor=actor)     # before the lock: a scan may take its time
    report = _writable(entry.report)
    refuse_if(ReportFile.everything.filter(entry__report=report).count() >= FILES_AT_MOST, _("A report has at most %(number)d files."),
              number=FILES_AT_MOST)
    file, is_new = keep_once(ReportFile, stored, name, actor=actor, central_id=report.central_id, entry=entry)
    if is_new:
        record("performance_report.file_added", entry, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_file(file, *, actor):
    """It no longer supports this indicator."""
    require(can_write_report(actor))
    _writable(file.entry.report)
    record("performance_report.file_removed", file.entry, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()


def _writable(report):
    """Locked, so that nothing changes while it is being given to be approved."""
    report = lock(report)
    refuse_if(report.stage != ReportStage.DRAFT, _("The report is being approved or is handed in. Nothing can be changed in it now."))
    return report
