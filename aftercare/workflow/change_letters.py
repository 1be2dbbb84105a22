"""The letters of a change report, in both languages: its receipt, and the answer with what follows."""
from datetime import date

from django.utils.translation import gettext as _

from aftercare.change_stages import ChangeStage
from aftercare.workflow.letters import write_in_both
from core.wording import day_in_words, moment_in_words

RECEIPT, ANSWER = "change.receipt", "change.answer"


def write_receipt(report, *, actor):
    """The Korean one, beside which the English one stands."""
    return _write(report, RECEIPT, lambda: _receipt(report), actor)


def write_answer_to(report, stage, follows, *, actor):
    """The same of the answer. `follows`: what follows from it, each with a label."""
    return _write(report, ANSWER, lambda: _answer(report, stage, follows), actor)


def _write(report, kind, compose, actor):
    provider = report.provider
    names = {"ko": provider.name, "en": provider.name_en or provider.name}
    return write_in_both(report, kind, compose, names, actor=actor)["ko"]


def _table(rows):
    return "table", {"headers": [_("Item"), _("Contents")], "rows": rows, "widths": [30, 70]}


def _receipt(report):
    day = day_in_words(report.happened_on) + (f" ~ {day_in_words(report.until_on)}" if report.until_on else "")
    rows = [[_("Number of the report"), report.number], [_("Kind of change"), report.kind_words], [_("Day on which it changed"), day],
            [_("Received at"), moment_in_words(report.arrived_at)], [_("To be reported by"), late_in_words(report)],
            [_("Certificates"), "\n".join(one.certificate.number_shown for one in report.touched.select_related("certificate"))]]
    return _("Receipt of a change report (%(number)s)") % {"number": report.number}, [
        ("paragraph", {"text": _("We have received your change report. You are told the result.")}), _table(rows)]


def _answer(report, stage, follows):
    """What was reported, what was decided, what follows for each certificate."""
    accepted = stage == ChangeStage.ACCEPTED
    rows = [[_("Number of the report"), report.number], [_("Kind of change"), report.kind_words],
            [_("Received at"), moment_in_words(report.arrived_at)], [_("To be reported by"), late_in_words(report)],
            [_("Result"), _("report accepted") if accepted else _("not accepted")], [_("Reason of the decision"), report.words or "-"]]
    if accepted:
        rows.append([_("What follows"), "\n".join(f"- {one.label}" for one in follows)])
    return _("Answer to a change report (%(number)s)") % {"number": report.number}, [_table(rows)]


def late_in_words(report):
    """The last day, and by how many days it was late."""
    words = day_in_words(report.due_on or date.max)
    return words + (" " + _("(%(days)d days late)") % {"days": report.days_late} if report.days_late else "")
