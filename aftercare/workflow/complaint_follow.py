"""What follows from a complaint: a monitoring visit that is demanded, or what the workflow of a sanction or correction notes here."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import ComplaintFollow
from aftercare.models.duty import Duty, DutyKind
from aftercare.permissions import can_handle_complaint, can_plan
from aftercare.workflow.complaint_desk import held, refuse_reporter_in
from aftercare.workflow.duty import demand_duty
from core import clock
from core.workflow import record, refuse_if, require


@transaction.atomic
def demand_visit_for_complaint(complaint, *, opens_on, due_on, reason, announced, actor):
    """A monitoring visit that the plan does not hold. The provider reads the reason, of an unannounced one after it was carried out."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    refuse_if(complaint.certificate_id is None, _("No certificate is concerned, so no monitoring visit can be added."))
    refuse_if(opens_on > due_on, _("The first day is after the last one."), field="due_on")
    refuse_reporter_in(complaint, reason, "reason")
    duty = demand_duty(complaint.certificate, DutyKind.MONITORING_VISIT, opens_on=opens_on, due_on=due_on, origin=Duty.Origin.COMPLAINT,
                       reason=reason, matter=complaint.public_id, announced=announced, actor=actor)
    note_what_follows(complaint, kind=ComplaintFollow.Kind.VISIT, what=duty.public_id, label=str(duty), actor=actor)
    return duty


@transaction.atomic
def note_what_follows(complaint, *, kind, what, label, actor):
    """By its kind and public id; noted twice is noted once. For the workflow of what follows, which has asked whether its actor may."""
    require(can_plan(actor))
    row, is_new = ComplaintFollow.everything.get_or_create(complaint=complaint, kind=kind, what=what, defaults={
        "label": label[:200], "at": clock.now(), "by": actor.user})
    if is_new:
        record("complaint.followed", complaint, actor=actor, kind=kind, what=what)
    return row
