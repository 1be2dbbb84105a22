"""The way of a performance report through the house: given to be approved, released, approved and handed in, or sent back."""
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.actors import Actor
from agencies.lateness import days_late, deduction
from agencies.models import ReportEntry, ReportFile
from agencies.permissions import can_approve_report, can_release_report, can_send_report_back, can_write_report
from agencies.queries.report import entries_of, progress_of
from agencies.queries.report_approval import KIND, PAGE, SUBJECT, approval_of_report
from agencies.report_missing import missing_in
from agencies.report_notices import REPORT_DUE
from agencies.report_seal import content_of, sealed_text
from agencies.stages import ReportStage
from agencies.workflow.report_receipt import write_receipt
from agencies.workflow.shared_files import note_scans
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from panels import workflow as panels
from panels.stages import ApprovalStage

SEALING = Actor.system("what a report holds, as it is sealed")


@transaction.atomic
def give_to_approve(report, *, actor):
    """Nothing can be written from here on. The manager reads it and gives it to the director; from a manager it goes there at once."""
    report = lock(report)
    require(can_write_report(actor))
    _refuse_missing(report)
    _close_open_pages(report)
    facts = move(report, ReportStage.RELEASED)
    digest, approval = digest_of(report), approval_of_report(report)
    if approval is None or approval.stage in (ApprovalStage.APPROVED, ApprovalStage.DROPPED):
        approval = panels.draft_approval(SUBJECT, report.public_id, _label(report), KIND, digest, actor=actor, page=PAGE)
    else:
        approval = panels.redraft(approval, digest, actor=actor, page=PAGE)
    record("performance_report.given", report, actor=actor, digest=digest, **facts)
    if can_release_report(actor):
        panels.release_approval(approval, digest, actor=actor, page=PAGE)
    return report


def _label(report):
    return _("Performance report %(year)d") % {"year": report.year}


def _refuse_missing(report):
    missing = missing_in(progress_of(entries_of(SEALING, report)))
    refuse_if(missing, _("Still to do: %(list)s"), list=" ".join(one.sentence for one in missing))


def _close_open_pages(report):
    """Whoever saves in this moment has saved before, or finds that it is being approved: see `save_entry`."""
    ReportEntry.everything.filter(report=report).update(version=F("version") + 1)


def digest_of(report):
    return sealed_text(content_of(report, entries_of(SEALING, report)))[1]


@transaction.atomic
def release_report(report, seen, *, actor):
    """The manager has read what an officer gave, and hands it to the director. `seen`: the digest of what the page showed."""
    report = _waiting(report, seen)
    require(can_release_report(actor))
    panels.release_approval(approval_of_report(report), seen, actor=actor, page=PAGE)
    record("performance_report.released", report, actor=actor, digest=seen)
    return report


@transaction.atomic
def hand_in_report(report, seen, *, agreed_days, arrived_at, actor):
    """The director approves exactly what the page showed, and with it the report is at Central, sealed. What arrives after its last day is
    accepted: `agreed_days` is how late the page said it is, so that nobody loses points that were not told before."""
    report = _waiting(report, seen)
    require(can_approve_report(actor))
    _refuse_missing(report)
    chosen, days = report.participation.indicator_set, days_late(report.due_on, arrived_at)
    refuse_if(days > agreed_days, _("It would now arrive %(days)d days late, which costs %(points)s points. Read it again and confirm."),
              days=days, points=deduction(chosen, days))
    panels.approve(approval_of_report(report), seen, actor=actor)
    note_scans(ReportFile.everything.filter(entry__report=report))
    report.submitted_at, report.days_late, report.sha256 = arrived_at, days, seen
    report.save(update_fields=["submitted_at", "days_late", "sha256"])
    facts = move(report, ReportStage.SUBMITTED)
    close_deadlines(report, kind=REPORT_DUE, actor=actor)
    write_receipt(report, actor=actor)
    record("performance_report.handed_in", report, actor=actor, sha256=seen, days_late=days, arrived_at=arrived_at, **facts)
    notify("performance_report.handed_in", report, actor=actor, link=(PAGE, report.public_id), arrived=arrived_at, sha256=seen)
    return report


@transaction.atomic
def send_report_back(report, reason, *, actor):
    """Not like this: it can be written again, and whoever gave it is told why."""
    report = lock(report)
    require(can_send_report_back(actor))
    refuse_if(report.stage != ReportStage.RELEASED, _("This report does not wait for an approval."))
    panels.send_back(approval_of_report(report), reason, actor=actor, page=PAGE)
    facts = move(report, ReportStage.DRAFT)
    record("performance_report.sent_back", report, actor=actor, reason=reason.strip(), **facts)
    return report


def _waiting(report, seen):
    report = lock(report)
    refuse_if(report.is_sealed, _("This report is handed in already. Nothing was sent twice."))
    refuse_if(report.stage != ReportStage.RELEASED, _("This report does not wait for an approval."))
    refuse_if(seen != digest_of(report), _("It was changed since this page was opened. Please read it again."))
    return report
