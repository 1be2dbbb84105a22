"""How a visit ends: the closing statement, locked in full or early, or not carried out."""
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify
from visits.models import Operation, Visit
from visits.permissions import can_lead, can_report
from visits.queries import not_agreed
from visits.stages import RequestStage, Stage
from visits.workflow.operation import came_before, keep, refuse_outside_the_visit
from visits.workflow.plan import answer_requests

SAID = ("closing_statement", "acknowledged_by", "acknowledged_function", "provider_remarks")


@transaction.atomic
def close_with_statement(visit, *, statement, acknowledged_by, acknowledged_function, remarks="", signature=None, operation_id=None, actor):
    """What the lead says at the end, and who of the place took note of it. Written anew, the one before is kept among the operations."""
    visit = lock(visit)
    require(can_lead(actor, visit))
    words = dict(zip(SAID, (statement, acknowledged_by, acknowledged_function, remarks), strict=True))
    words |= {"signature": signature} if signature else {}
    operation_id = operation_id or uuid.uuid4()
    if came_before(operation_id, actor=actor, kind=Operation.Kind.CLOSING, visit=visit, payload=words):
        return visit
    refuse_outside_the_visit(visit)
    refuse_if(not statement.strip(), _("Write the closing statement."), field="statement")
    refuse_if(not acknowledged_by.strip(), _("Write who took note of it."), field="acknowledged_by")
    refuse_if(max(len(acknowledged_by), len(acknowledged_function)) > 60, _("At most %(number)s characters."), number=60)
    now = clock.now()
    for name, value in {"signature": None, **words, "acknowledged_at": now}.items():        # a signature stands under its own words only
        setattr(visit, name, value)
    visit.save(update_fields=[*SAID, "signature", "acknowledged_at"])
    keep(operation_id, actor=actor, visit=visit, kind=Operation.Kind.CLOSING, payload=words, outcome=Operation.Outcome.APPLIED,
         received_at=now)
    record("visit.closing_acknowledged", visit, actor=actor, operation=operation_id)
    return visit


@transaction.atomic
def lock_visit(visit, *, actor):
    """The record is whole: everything is agreed, and nothing changes any more."""
    visit = _visit_to_lock(visit, actor)
    missing = not_agreed(visit)
    refuse_if(missing, _("Still without an agreed judgement: %(codes)s."), codes=", ".join(missing))
    return _end(visit, Stage.LOCKED, Visit.Outcome.COMPLETE, "visit.locked", actor)


@transaction.atomic
def end_early(visit, *, reason, actor):
    """The visit broke off; what was agreed until then stands, the rest is missing."""
    visit = _visit_to_lock(visit, actor)
    return _end(visit, Stage.LOCKED, Visit.Outcome.ENDED_EARLY, "visit.ended_early", actor, reason)


@transaction.atomic
def report_not_carried_out(visit, *, reason, actor):
    """Refused at the door, or nobody there."""
    visit = lock(visit)
    require(can_report(actor, visit))
    refuse_if(visit.has_ended, _("This visit has ended. Nothing of it can be changed any more."))
    return _end(visit, Stage.NOT_CARRIED_OUT, Visit.Outcome.NOT_CARRIED_OUT, "visit.not_carried_out", actor, reason)


def _visit_to_lock(visit, actor):
    visit = lock(visit)
    require(can_lead(actor, visit))
    refuse_outside_the_visit(visit)
    return visit


def _end(visit, stage, outcome, verb, actor, reason=""):
    refuse_if(outcome != Visit.Outcome.COMPLETE and not reason.strip(), _("Write the reason: the agency reads it."), field="reason")
    visit.outcome, visit.outcome_reason, visit.locked_at = outcome, reason, clock.now()
    visit.save(update_fields=["outcome", "outcome_reason", "locked_at"])
    answer_requests(visit, RequestStage.LAPSED)
    step = move(visit, stage)
    close_deadlines(visit, actor=actor)
    record(verb, visit, actor=actor, reason=reason, **step)
    notify(verb, visit, actor=actor)
    if outcome != Visit.Outcome.COMPLETE:
        notify("visit.ended_short", visit, actor=actor)
    if visit.when_locked:
        enqueue(visit.when_locked, visit_id=visit.pk)
    return visit
