"""What a job does at the agency and at Central once the other side has written something: opened, received, reminded, exactly once."""
from django.db import transaction

from agencies.models import ManagementIndicator, Report, ReportEntry
from agencies.permissions import can_follow_evaluations
from agencies.report_notices import REPORT_DUE
from agencies.stages import ReportStage
from core import clock
from core.workflow import lock, record, require
from correspondence.workflow import close_deadlines, hold_day, notify


@transaction.atomic
def notice_participation(participation, *, actor):
    """Central has frozen the year's set: the agency's report is opened with its last day, and its people are told. Twice is once.

    An agency that is exempt is told why. Returns whether there was anything to do.
    """
    require(can_follow_evaluations(actor))
    participation = lock(participation)
    if participation.noticed_at or not participation.out_at:
        return False
    if participation.is_assessed:
        _open_report(participation, actor)
    else:
        for report in Report.everything.filter(participation=participation):        # exempt after it had begun
            close_deadlines(report, kind=REPORT_DUE, actor=actor, outcome="exempt")
        notify("performance_report.exempt", participation, actor=actor, link=("performance_reports",), reason=participation.reason)
    participation.noticed_at = clock.now()
    participation.save(update_fields=["noticed_at"])
    return True


def _open_report(participation, actor):
    chosen = participation.indicator_set
    report = Report.everything.create(central_id=participation.agency_id, participation=participation, year=participation.year,
                                      due_on=chosen.report_due_on, opened_at=clock.now())
    indicators = ManagementIndicator.everything.filter(indicator_set=chosen).order_by("position")
    ReportEntry.everything.bulk_create(
        ReportEntry(report=report, central_id=report.central_id, indicator=one) for one in indicators)
    record("performance_report.opened", report, actor=actor, due=report.due_on, indicators=len(indicators))
    hold_day(report, kind=REPORT_DUE, on=report.due_on, actor=actor)
    notify("performance_report.opened", report, actor=actor, link=("performance_report", report.public_id), year=report.year,
           due_on=report.due_on)
    return report


@transaction.atomic
def receive_report(report, *, actor):
    """Central's people are told of what was handed in. Twice is once."""
    require(can_follow_evaluations(actor))
    report = lock(report)
    if report.received_at or not report.is_sealed:
        return False
    report.received_at = clock.now()
    report.save(update_fields=["received_at"])
    record("performance_report.received", report, actor=actor, sha256=report.sha256)
    notify("performance_report.received", report, actor=actor, link=("received_report", report.public_id), arrived=report.submitted_at)
    return True


@transaction.atomic
def notice_reminder(reminder, *, actor):
    """Central asks for the report: the agency's people are told, unless it was handed in meanwhile. Twice is once."""
    require(can_follow_evaluations(actor))
    reminder = lock(reminder)
    report = Report.everything.filter(participation=reminder.participation_id).first()
    if reminder.noticed_at or report is None:
        return False
    if report.stage != ReportStage.SUBMITTED:
        notify("performance_report.reminded", report, actor=actor, link=("performance_report", report.public_id))
    reminder.noticed_at = clock.now()
    reminder.save(update_fields=["noticed_at"])
    return True


@transaction.atomic
def note_scan(file, *, actor):
    """The scan for malware came after it was handed in: from now on Central gets the file, or never."""
    require(can_follow_evaluations(actor))
    file = lock(file)
    file.scan = file.file.scan_state
    file.save(update_fields=["scan"])
    record("performance_report.file_scanned", file, actor=actor, scan=file.scan)
    return True
