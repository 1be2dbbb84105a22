"""The page of an agency's performance report put together: how far it is, what is missing, what may be done now, by when."""
from agencies import permissions
from agencies.forms.report import HandInForm, SendBackForm
from agencies.lateness import days_late, deduction
from agencies.queries import report as queries
from agencies.queries.report_approval import approval_of_report, steps_of_report
from agencies.report_missing import missing_in
from agencies.report_seal import content_of, sealed_text
from agencies.stages import ReportStage
from core import clock
from correspondence.queries import letters_about
from panels.stages import ApprovalStage


def everything_of_report(request, report, *, back=None, hand_in=None):
    """`back`, `hand_in`: a form that came back with something to correct."""
    actor = request.actor
    entries = list(queries.entries_of(actor, report))
    progress = queries.progress_of(entries)
    return {
        "report": report, "progress": progress, "done": sum(one.is_done for one in progress), "missing": missing_in(progress),
        "steps": steps_of_report(report), **lateness_of(report),
        "letter": letters_about(actor, report).first() if report.is_sealed else None,
        **deeds(actor, report, sealed_text(content_of(report, entries))[1], back, hand_in)}


def lateness_of(report):
    """How late it would be now, or was, and what the set takes off for it."""
    days = report.days_late if report.is_sealed else days_late(report.due_on, clock.now())
    chosen = report.participation.indicator_set
    return {"late_days": days, "late_points": deduction(chosen, days), "chosen": chosen, "days_left": (report.due_on - clock.today()).days}


def deeds(actor, report, digest, back, hand_in):
    """What may be done now; the workflow asks again."""
    approval = approval_of_report(report) if report.stage == ReportStage.RELEASED else None
    stage = approval.stage if approval else ""
    waits_for_manager, waits_for_director = stage == ApprovalStage.DRAFTED, stage == ApprovalStage.RELEASED
    may_hand_in = waits_for_director and permissions.can_approve_report(actor)
    shown = {"seen": digest, "agreed_days": lateness_of(report)["late_days"]}
    return {
        "may_write": report.stage == ReportStage.DRAFT and permissions.can_write_report(actor), "digest": digest,
        "may_release": waits_for_manager and permissions.can_release_report(actor),
        "waits_for_manager": waits_for_manager, "waits_for_director": waits_for_director,
        "hand_in": hand_in or (HandInForm(initial=shown) if may_hand_in else None),
        "back": back or (SendBackForm(prefix="back") if approval and permissions.can_send_report_back(actor) else None)}
