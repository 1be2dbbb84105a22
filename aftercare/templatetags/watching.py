"""Self-inspections, monitoring visits and corrective actions on pages: their state in a word and a shape, and what waits for whom."""
from django import template
from django.utils.translation import gettext as _

from aftercare.queries import monitorings_to_declare, reason_in_words, risk_in_words, to_do_of
from aftercare.stages import DutyStage
from aftercare.watching_stages import CorrectionStage, InspectionStage, MonitoringStage
from core import clock
from core.templatetags.house import status

register = template.Library()
CORRECTION = {CorrectionStage.REQUESTED: "todo", CorrectionStage.SUBMITTED: "doing", CorrectionStage.RETURNED: "todo",
              CorrectionStage.ACCEPTED: "doing", CorrectionStage.CLOSED: "done"}
MONITORING = {MonitoringStage.PLANNED: "doing", MonitoringStage.DONE: "done"}


@register.simple_tag
def duty_state(duty, inspection=None):
    """Of a self-inspection: its own stage while it is written or read, else that of its duty with the day."""
    if inspection is not None and inspection.stage != InspectionStage.DRAFT:
        return status("done", inspection.get_stage_display())
    if duty.is_late:
        return status("expired", _("late"))
    if duty.stage == DutyStage.OPEN and clock.today() < duty.opens_on:
        return status("closed", _("not open yet"))
    return status({DutyStage.OPEN: "todo", DutyStage.DONE: "done"}.get(duty.stage, "closed"), duty.get_stage_display())


@register.simple_tag
def correction_state(action):
    if action.is_overdue:
        return status("expired", _("%(stage)s, overdue") % {"stage": action.get_stage_display()})
    return status(CORRECTION[action.stage], action.get_outcome_display() or action.get_stage_display())


@register.simple_tag
def monitoring_state(monitoring):
    return status(MONITORING.get(monitoring.stage, "closed"), monitoring.get_stage_display())


@register.simple_tag(takes_context=True)
def watching_to_do(context):
    """What waits for the reader's own organisations: ToDo."""
    return to_do_of(context["request"].actor)


@register.simple_tag(takes_context=True)
def declarations_for_visits(context):
    """Declarations about monitoring visits that wait for the reader."""
    return list(monitorings_to_declare(context["request"].actor))


@register.simple_tag
def risk_words(reason, never):
    return risk_in_words(reason, never)


@register.simple_tag
def sample_words(proposed):
    """Why an indicator is proposed for a visit."""
    return ", ".join(reason_in_words(code) for code in proposed.reasons)
