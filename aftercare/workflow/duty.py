"""Duties: planned from a framework's plan, demanded, moved with a reason, fulfilled, returned, waived, lapsed."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.duty_notices import DUE, UNANNOUNCED
from aftercare.models import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.duty import LADDER
from aftercare.permissions import can_fulfil, can_plan, can_plan_for, can_set_plan
from aftercare.plan import windows
from aftercare.stages import DutyStage
from certification.models import Certificate
from core import clock
from core.audit import record_many
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, keep_days

SAMPLE_AT_LEAST = 6                     # indicators that a monitoring visit looks at


@transaction.atomic
def set_rule(framework, kind, *, years, month_from, month_to, actor, ladder=LADDER, sample=(), sample_size=0):
    """A line of the plan, in the place of the one of this kind. Duties that were planned by the older one stay as they are."""
    require(can_set_plan(actor))
    refuse_if(kind == DutyKind.MONITORING_VISIT and sample_size < max(SAMPLE_AT_LEAST, len(sample)),
              _("A monitoring visit looks at %(count)d indicators at least."), field="sample_size",
              count=max(SAMPLE_AT_LEAST, len(sample)))
    for before in DutyRule.everything.filter(framework=framework, kind=kind, ended_at=None).select_for_update():
        before.ended_at = clock.now()
        before.save(update_fields=["ended_at"])
    rule = DutyRule.everything.create(framework=framework, kind=kind, years=sorted(years), month_from=month_from, month_to=month_to,
                                      ladder=list(ladder), sample=list(sample), sample_size=sample_size)
    record("duty.rule_set", rule, actor=actor, kind=kind, years=rule.years, months=[month_from, month_to])
    return rule


@transaction.atomic
def plan_duties(certificate, *, actor):
    """Every duty that the framework's plan holds for this certificate and that is not there yet. Planned twice is planned once."""
    require(can_plan(actor))
    certificate = lock(certificate)
    if certificate.is_past_sanction:
        return []
    rules = list(DutyRule.everything.filter(framework=certificate.framework_id, ended_at=None))
    there = set(Duty.everything.filter(certificate=certificate, rule__isnull=False).values_list("kind", "year"))
    made = Duty.everything.bulk_create(
        Duty(certificate=certificate, provider_id=certificate.provider_id, kind=rule.kind, rule=rule, year=window.year,
             ladder=rule.ladder, opens_on=window.opens_on, due_on=window.due_on, planned_at=clock.now())
        for rule in rules for window in windows(rule, certificate.valid_from, certificate.last_day)
        if (rule.kind, window.year) not in there and window.due_on >= clock.today())
    keep_days(made, kind=DUE, actor=actor)
    record_many("duty.planned", [(duty, {"kind": duty.kind, "due": duty.due_on}) for duty in made], actor=actor)
    return made


@transaction.atomic
def demand_duty(certificate, kind, *, opens_on, due_on, origin, reason, actor, matter=None, announced=True):
    """One that the plan does not hold: a sanction, a complaint, a change or the desk asks for it. For the same matter one at a time."""
    certificate = lock(certificate)
    require(can_plan_for(actor, certificate.provider))
    refuse_if(certificate.is_past_sanction, _("This certificate has ended already."))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    refuse_if(due_on < clock.today(), _("The last day has already passed."), field="due_on")
    refuse_if(due_on > certificate.last_day, _("The certificate ends before that day."), field="due_on")
    refuse_if(opens_on > due_on, _("The first day lies after the last one."), field="opens_on")
    if there := matter and _still_open(certificate, kind, matter):
        return there
    duty = Duty.everything.create(
        certificate=certificate, provider_id=certificate.provider_id, kind=kind, year=due_on.year, origin=origin, matter=matter,
        reason=reason.strip(), ladder=list(LADDER), opens_on=opens_on, due_on=due_on, planned_at=clock.now(), announced=announced)
    _remind(duty, actor)
    record("duty.demanded", duty, actor=actor, kind=kind, due=due_on, origin=origin, about=matter)
    return duty


def _still_open(certificate, kind, matter):
    """What was asked for already and is still to be done."""
    return Duty.everything.filter(certificate=certificate, kind=kind, matter=matter, rule=None, stage=DutyStage.OPEN).first()


@transaction.atomic
def move_duty(duty, *, to_on, reason, actor):
    """Another last day, with the reason. What was reminded of stays so."""
    duty = lock(duty)
    require(can_plan_for(actor, duty.provider))
    refuse_if(duty.stage != DutyStage.OPEN, _("Only what is still to be done can be moved."))
    refuse_if(not reason.strip(), _("Please write why it is moved."), field="reason")
    refuse_if(to_on < clock.today() or to_on < duty.opens_on, _("The new last day has already passed."), field="to_on")
    refuse_if(to_on > duty.certificate.last_day, _("The certificate ends before that day."), field="to_on")
    was, duty.due_on = duty.due_on, to_on
    DutyChange.everything.create(duty=duty, from_on=was, to_on=to_on, reason=reason.strip(), at=clock.now(), by=actor.user)
    duty.save(update_fields=["due_on"])
    _remind(duty, actor)
    record("duty.moved", duty, actor=actor, **{"from": was, "to": to_on})
    return duty


@transaction.atomic
def fulfil_duty(duty, *, answer, arrived_at, actor):
    """Done by what has this public id. For the workflow of what fulfils it, which has asked whether its actor may."""
    duty = lock(duty)
    require(can_fulfil(actor))
    refuse_if(duty.stage == DutyStage.DONE, _("This has been done already."))
    duty.done_at, duty.done_by, duty.answer = arrived_at, actor.user, answer
    duty.save(update_fields=["done_at", "done_by", "answer"])
    step = move(duty, DutyStage.DONE)
    close_deadlines(duty, actor=actor)
    record("duty.done", duty, actor=actor, answer=answer, **step)
    return duty


@transaction.atomic
def return_duty(duty, *, reason, actor):
    """What was handed in does not do: it is to be done again, by the same last day."""
    duty = lock(duty)
    require(can_plan_for(actor, duty.provider))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    refuse_if(duty.matter and _still_open(duty.certificate, duty.kind, duty.matter),
              _("The same was asked for once more meanwhile, and is still to be done."))
    step = move(duty, DutyStage.OPEN)
    duty.done_at = duty.done_by = None
    duty.save(update_fields=["done_at", "done_by"])
    _remind(duty, actor)
    record("duty.returned", duty, actor=actor, reason=reason.strip(), **step)
    return duty


@transaction.atomic
def waive_duty(duty, *, reason, actor):
    """Not demanded after all, with the reason."""
    duty = lock(duty)
    require(can_plan_for(actor, duty.provider))
    refuse_if(not reason.strip(), _("Write why it is not demanded."), field="reason")
    step = move(duty, DutyStage.WAIVED)
    close_deadlines(duty, actor=actor, outcome="waived")
    record("duty.waived", duty, actor=actor, reason=reason.strip(), **step)
    return duty


@transaction.atomic
def lapse_duties(certificate, *, actor):
    """The certificate has ended or expired: what is still open is owed no more. Returns those that lapsed."""
    require(can_plan(actor))
    certificate = lock(Certificate.everything.get(pk=certificate.pk))
    refuse_if(not certificate.has_ended, _("The certificate has not ended."))
    rows = list(Duty.everything.filter(certificate=certificate, stage=DutyStage.OPEN).order_by("pk").select_for_update())
    steps = [move(duty, DutyStage.LAPSED) for duty in rows]
    for duty in rows:
        close_deadlines(duty, actor=actor, outcome="lapsed")
    record_many("duty.lapsed", list(zip(rows, steps, strict=True)), actor=actor)
    return rows


@transaction.atomic
def revive_duties(certificate, *, actor):
    """The certificate lives again: what lapsed with it and can still be done in time is owed again. Returns these."""
    require(can_plan(actor))
    certificate = lock(Certificate.everything.get(pk=certificate.pk))
    refuse_if(certificate.is_past_sanction, _("This certificate has ended already."))
    within = {"due_on__gte": clock.today(), "due_on__lte": certificate.last_day}
    lapsed = Duty.everything.filter(certificate=certificate, stage=DutyStage.LAPSED, **within)
    rows = list(lapsed.order_by("pk").select_for_update())
    steps = [move(duty, DutyStage.OPEN) for duty in rows]
    for duty in rows:
        _remind(duty, actor)
    record_many("duty.revived", list(zip(rows, steps, strict=True)), actor=actor)
    return rows


def _remind(duty, actor):
    """Its provider is reminded of its last day; of an unannounced visit the officers are."""
    keep_days([duty], kind=DUE if duty.announced else UNANNOUNCED, actor=actor)
