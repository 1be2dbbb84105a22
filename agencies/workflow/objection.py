"""Objections: by the agency, once for an indicator and in time; answered by Central before its committee decides."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Objection, ObjectionAnswer, Participation, Result
from agencies.permissions import can_follow_results, can_object
from agencies.stages import ResultStage
from agencies.workflow.calculation import add_adjustment, calculate, correct, held
from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify

Verdict = ObjectionAnswer.Verdict
ADJUSTMENT = "adjustment"


@transaction.atomic
def object_to(result, indicator, *, grounds, arrived_at, actor):
    """`indicator`: None for bonus and deductions. When it arrived decides, not when it is worked off."""
    result = lock(result)
    require(can_object(actor) and result.assessed_id == current_agency_id())
    refuse_if(result.is_final, _("This result is final."))
    refuse_if(arrived_at >= result.objections_until, _("The time to object has ended."))
    refuse_if(not grounds.strip(), _("Please write the grounds of the objection."), field="grounds")
    refuse_if(indicator is not None and indicator.indicator_set_id != result.participation.indicator_set_id,
              _("This indicator belongs to another year."))
    refuse_if(Objection.everything.filter(result=result, indicator=indicator).exists(),
              _("Your agency has objected to this already. One objection is possible for each."))
    facts = move(result, ResultStage.OBJECTED) if result.stage == ResultStage.PRELIMINARY else {}
    made = Objection.everything.create(central_id=result.agency_id, result=result, indicator=indicator, grounds=grounds.strip(),
                                       filed_at=arrived_at, filed_by=actor.user)
    record("management.objected", made, actor=actor, indicator=indicator and indicator.code, **facts)
    return made


@transaction.atomic
def receive_objection(objection, *, actor):
    """At Central, by its job."""
    objection = lock(objection)
    require(can_follow_results(actor))
    if objection.received_at:
        return False
    objection.received_at = clock.now()
    objection.save(update_fields=["received_at"])
    part = Participation.everything.get(pk=objection.result.participation_id)
    notify("management.objection", part, actor=actor, link=("management_result", part.public_id))
    return True


@transaction.atomic
def answer_objection(objection, *, verdict, reason, actor, correction=None):
    """`correction`, where it is upheld: {"of": "figure" | "rating" | "adjustment", …} as the workflows of corrections and adjustments take
    it. The result is then calculated anew; what the agency is told of it waits until all are final."""
    part = held(objection.result.participation, actor)
    objection = lock(objection)
    refuse_if(ObjectionAnswer.everything.filter(objection=objection).exists(), _("This objection is answered already."))
    refuse_if(not reason.strip(), _("Please write the reason: the agency reads it."), field="reason")
    refuse_if(verdict == Verdict.UPHELD and not correction, _("Who is right gets a correction: say what is counted otherwise."), field="of")
    changed = ""
    if verdict == Verdict.UPHELD:
        changed = _carried_out(part, objection, correction, reason, actor)
    made = ObjectionAnswer.everything.create(assessed_id=objection.agency_id, objection=objection, verdict=verdict, reason=reason.strip(),
                                             changed=changed, answered_at=clock.now(), answered_by=actor.user)
    record("management.objection_answered", made, actor=actor, objection=objection.pk, verdict=verdict, changed=changed)
    if changed:
        calculate(part, actor=actor, reason=_("Objection upheld: %(changed)s") % {"changed": changed})
    return made


def _carried_out(part, objection, said, reason, actor):
    """What is counted otherwise, in words that the agency reads."""
    if said["of"] == ADJUSTMENT or objection.indicator is None:
        made = add_adjustment(part, points=said["points"], reason=said["reason"], actor=actor)
        return f"{made.reason}: {made.points:+}"
    made = correct(part, objection.indicator, of=said["of"], name=said.get("name", ""), was=said.get("was", ""), becomes=said["becomes"],
                   reason=reason, actor=actor)
    return f"{objection.indicator.code} {made.name}: {made.was or '–'} → {made.becomes}"


@transaction.atomic
def notice_answer(answer, *, actor):
    """At the agency, by its job."""
    answer = lock(answer)
    require(can_follow_results(actor))
    if answer.noticed_at:
        return False
    answer.noticed_at = clock.now()
    answer.save(update_fields=["noticed_at"])
    result = Result.everything.get(pk=answer.objection.result_id)
    notify("management.objection_answered", result, actor=actor, link=("management_own_result", result.public_id))
    return True


def close_objections(result, *, actor):
    """Nobody is reminded of a period that no longer matters."""
    return close_deadlines(result, kind="management.objections", actor=actor)


