"""The paper about a report that was handed in: what arrived at Central, when, and its hash."""
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.lateness import deduction
from agencies.models import ReportEntry, ReportFile
from core.wording import day_in_words, moment_in_words
from correspondence.workflow import write_letter

RECEIPT = "performance_report.receipt"


def write_receipt(report, *, actor):
    """In the transaction of what it confirms; its paper follows."""
    chosen = report.participation.indicator_set
    with override("ko"):
        late = ""
        if report.days_late:
            late = " " + _("(%(days)d days late, deduction %(points)s)") % {
                "days": report.days_late, "points": deduction(chosen, report.days_late)}
        rows = [[_("Year of the evaluation"), str(report.year)], [_("Handed in at"), moment_in_words(report.submitted_at, "ko") + late],
                [_("Due on"), day_in_words(report.due_on, "ko")],
                [_("Indicators"), str(ReportEntry.everything.filter(report=report).count())],
                [_("Files"), str(ReportFile.everything.filter(entry__report=report).count())], [_("SHA-256"), report.sha256]]
        blocks = [("paragraph", {"text": _("We have handed in our performance report for the management evaluation. "
                                           "It is sealed exactly as it was approved.")}),
                  ("table", {"headers": [_("Item"), _("Contents")], "rows": rows, "widths": [30, 70]})]
        title = _("Confirmation: performance report %(year)d handed in") % {"year": report.year}
    return write_letter(report, kind=RECEIPT, addressee=report.central.name_ko, title=title, blocks=blocks, actor=actor)
