"""The report of what was done with the help: written and sent by the agency, accepted by Central or asked for again."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import SupportReport, SupportReportFile
from agencies.network_permissions import can_ask_support, can_draft_support
from agencies.support_notices import REPORT_DUE
from agencies.support_stages import SupportStage
from agencies.workflow.shared_files import keep_once, note_scans
from agencies.workflow.support_decision import is_of_the_asking
from core import clock
from core.files import store_upload
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines

FACTS = ("text", "reach", "used", "explanation")
FILES_AT_MOST = 20


@transaction.atomic
def write_report(row, *, base_version, actor, **facts):
    """Kept until it is sent. `base_version`: of what was on the screen, 0 before anything was written."""
    row = _due(row, actor)
    _refuse_unfit(row, facts)
    report = _open_report(row) or SupportReport(request=row, central_id=row.central_id, number=_next_number(row), granted=row.granted,
                                                version=0)
    refuse_if(report.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    for name in FACTS:
        setattr(report, name, facts[name])
    report.version, report.written_at, report.written_by = report.version + 1, clock.now(), actor.user
    report.save()
    record("support.report_written", row, actor=actor, number=report.number, version=report.version)
    return report


def _refuse_unfit(row, facts):
    refuse_if(not facts["text"].strip(), _("Write what was done."), field="text")
    refuse_if((facts["reach"] or 0) < 0, _("Nobody is less than none."), field="reach")
    refuse_if(row.granted is None and facts["used"] is not None, _("No amount was granted: leave this empty."), field="used")
    refuse_if((facts["used"] or 0) < 0, _("An amount used is no less than nothing."), field="used")
    refuse_if(row.granted is not None and (facts["used"] or 0) > row.granted and not facts["explanation"].strip(),
              _("More was used than granted. Explain why, and who pays for the rest."), field="explanation")


def _open_report(row):
    return SupportReport.everything.filter(request=row, sent_at=None).first()


def _next_number(row):
    return SupportReport.everything.filter(request=row).count() + 1


def _due(row, actor):
    row = lock(row)
    require(can_ask_support(actor))
    refuse_if(row.stage != SupportStage.GRANTED, _("No report is wanted of this request now."))
    return row


@transaction.atomic
def attach_to_report(report, upload, *, actor):
    """Evidence. The same content is kept once."""
    require(can_ask_support(actor))
    stored, name = store_upload(upload, shelf=report.public_id, actor=actor)        # before the lock: a scan takes time
    report = _unsent(report, actor)
    refuse_if(SupportReportFile.everything.filter(report=report).count() >= FILES_AT_MOST, _("A report has at most %(number)d papers."),
              number=FILES_AT_MOST)
    file, is_new = keep_once(SupportReportFile, stored, name, actor=actor, central_id=report.central_id, report=report)
    if is_new:
        record("support.report_file_added", report.request, actor=actor, file=file.pk, sha256=stored.sha256)
    return file


@transaction.atomic
def remove_from_report(file, *, actor):
    report = _unsent(file.report, actor)
    record("support.report_file_removed", report.request, actor=actor, file=file.pk, sha256=file.sha256)
    file.delete()
    return report


def _unsent(report, actor):
    _due(report.request, actor)
    report = lock(report)
    refuse_if(report.sent_at, _("This report was sent and can no longer be changed."))
    return report


@transaction.atomic
def send_report(row, *, base_version, actor, arrived_at):
    """For good. After the day it is still taken, and said to be late."""
    row = _due(row, actor)
    report = _open_report(row)
    refuse_if(report is None, _("Write the report first."))
    refuse_if(report.version != base_version, _("It was changed since this page was opened. Please read it again."))
    refuse_if(row.granted is not None and report.used is None, _("Write how much of the amount was used."))
    note_scans(SupportReportFile.everything.filter(report=report))
    report.sent_at, report.is_late = arrived_at, clock.seoul(arrived_at).date() > row.due_on
    report.save(update_fields=["sent_at", "is_late"])
    row.received_at = None
    row.save(update_fields=["received_at"])
    facts = move(row, SupportStage.REPORTED)
    close_deadlines(row, kind=REPORT_DUE, actor=actor, outcome="late" if report.is_late else "done")
    record("support.reported", row, actor=actor, number=report.number, used=report.used, is_late=report.is_late, **facts)
    return report


def _sent_report(row, actor):
    """(the request, its report that waits for an answer), refused to who asked."""
    require(can_draft_support(actor))
    row = lock(row)
    refuse_if(row.stage != SupportStage.REPORTED, _("No report waits for an answer."))
    refuse_if(is_of_the_asking(actor, row), _("You wrote this request or belong to the agency that asks. Somebody else has to decide it."))
    return row, SupportReport.everything.get(request=row, sent_at__isnull=False, answered_at=None)


@transaction.atomic
def accept_report(row, *, words="", actor):
    """The request is done; what became of it can still be told."""
    row, report = _sent_report(row, actor)
    _answer(row, report, words, accepted=True)
    facts = move(row, SupportStage.DONE)
    record("support.report_accepted", row, actor=actor, number=report.number, **facts)
    return row


@transaction.atomic
def ask_again(row, *, words, due_on, actor):
    """What is missing, and by when another report is wanted."""
    row, report = _sent_report(row, actor)
    refuse_if(not words.strip(), _("Write what is missing: the agency reads it."), field="words")
    refuse_if(due_on is None, _("Say by when the agency reports."), field="due_on")
    refuse_if(due_on < clock.today(), _("This day is over already."), field="due_on")
    row.due_on = due_on
    _answer(row, report, words, accepted=False)
    facts = move(row, SupportStage.GRANTED)
    record("support.asked_again", row, actor=actor, number=report.number, due_on=due_on, **facts)
    return row


def _answer(row, report, words, *, accepted):
    report.answered_at, report.accepted, report.answer = clock.now(), accepted, words.strip()
    report.save(update_fields=["answered_at", "accepted", "answer"])
    row.told_at = None
    row.save(update_fields=["due_on", "told_at"])
