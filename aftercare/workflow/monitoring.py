"""A monitoring visit: planned with its team and its sample, moved, called off; and what follows when its record is locked."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from aftercare.models import Duty, DutyKind, Monitoring, MonitoringFinding
from aftercare.permissions import can_watch
from aftercare.queries.monitoring import indicators_of, proposed_sample, sample_of
from aftercare.queries.ties import offering_of
from aftercare.queries.watching import last_seal_of
from aftercare.stages import DutyStage
from aftercare.watching_stages import MonitoringStage
from aftercare.workflow.correction import request_correction
from aftercare.workflow.duty import fulfil_duty
from aftercare.workflow.inspection import why_ended
from aftercare.workflow.monitoring_items import items_of
from aftercare.workflow.monitoring_team import SUBJECT, name_team
from core import clock
from core.wording import day_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify
from visits.models import Visit
from visits.models.visit import USUAL_HOURS
from visits.queries import agreed_of
from visits.workflow import call_off_visit, move_visit, plan_visit

PURPOSE, DAY = "monitoring", "monitoring.day"
HOUSE = Actor.system("monitoring visits")


@transaction.atomic
def plan_monitoring(duty, *, team, codes, starts_at, actor, hours=USUAL_HOURS, overruling=""):
    """Where, when, who, and what is looked at. `team`: [(account, whether it leads)]; it goes there once each has declared.

    Of an unannounced one the provider learns nothing before it has been carried out.
    """
    duty = lock(duty)
    require(can_watch(actor, duty.provider))
    _refuse_what_cannot_be_visited(duty, starts_at)
    indicators, proposed = indicators_of(duty.certificate), proposed_sample(duty)
    _refuse_a_sample_too_small(duty, codes, indicators)
    offering = offering_of(duty.certificate)
    refuse_if(offering is None, _("This certificate names no service at a site, so that nobody can be sent there."))
    certificate = duty.certificate
    monitoring = Monitoring.everything.create(
        duty=duty, certificate=certificate, provider=duty.provider, offering=offering, is_announced=duty.announced,
        label=f"{certificate.number_shown} {certificate.provider_name} {certificate.site_name}"[:200], facts=_facts_of(duty, offering),
        seal=last_seal_of(certificate), planned_at=clock.now(), planned_by=actor.user)
    monitoring.visit = plan_visit(
        subject_type=SUBJECT, subject=monitoring.public_id, subject_label=monitoring.label, purpose=PURPOSE,
        place_name=f"{certificate.provider_name} {certificate.site_name}"[:120], address=monitoring.facts["site"]["address"],
        contact=" ".join(filter(None, (monitoring.facts["provider"]["head_name"], monitoring.facts["site"]["phone"]))),
        starts_at=starts_at, hours=hours, when_locked="aftercare.tasks.take_over_monitoring", actor=actor,
        items=items_of(monitoring, [one for code, one in indicators.items() if code in codes], {one.code: one for _i, one in proposed}))
    monitoring.save(update_fields=["visit"])
    record("monitoring.planned", monitoring, actor=actor, duty=duty.pk, starts_at=starts_at, announced=duty.announced, codes=sorted(codes))
    name_team(monitoring, team, overruling=overruling, actor=actor)
    _tell_the_day(monitoring, "monitoring.planned", actor)
    return monitoring


def _refuse_what_cannot_be_visited(duty, starts_at):
    refuse_if(duty.kind != DutyKind.MONITORING_VISIT, _("This is no duty of a monitoring visit."))
    refuse_if(duty.stage != DutyStage.OPEN, _("This monitoring visit is no longer to be made."))
    refuse_if(Monitoring.everything.filter(duty=duty, stage=MonitoringStage.PLANNED).exists(),
              _("A visit is planned already. Move it instead."))
    refuse_outside(duty, starts_at)
    ended = why_ended(duty.certificate, clock.seoul(starts_at).date())
    refuse_if(ended, ended, field="starts_at")


def refuse_outside(duty, starts_at):
    """A visit lies in the future and within the window of its duty."""
    day = clock.seoul(starts_at).date()
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    refuse_if(not duty.opens_on <= day <= duty.due_on,
              _("The visit has to lie between %(first)s and %(last)s. For a later day move the last day of the duty first."),
              field="starts_at", first=day_in_words(duty.opens_on), last=day_in_words(duty.due_on))


def _refuse_a_sample_too_small(duty, codes, indicators):
    always, at_least = sample_of(duty)
    unknown = [code for code in codes if code not in indicators]
    refuse_if(unknown, _("These indicators are not in the criteria of this certificate: %(codes)s"), field="codes",
              codes=", ".join(unknown))
    missing = [code for code in always if code in indicators and code not in codes]
    refuse_if(missing, _("These indicators are always looked at: %(codes)s"), field="codes", codes=", ".join(missing))
    at_least = min(at_least, len(indicators))
    refuse_if(len(set(codes)) < at_least, _("At least %(number)d indicators are looked at."), field="codes", number=at_least)


def _facts_of(duty, offering):
    """The provider and its site as they are now: who goes there reads this and not the living rows."""
    provider, site, certificate = duty.provider, offering.site, duty.certificate
    return {
        "provider": {"name": provider.name, "name_en": provider.name_en, "head_name": provider.head_name, "address": provider.address,
                     "business_number": provider.business_number},
        "site": {"name": site.name, "address": site.address, "phone": site.phone},
        "certificate": {"number": certificate.number_shown, "service": str(certificate.service_type), "name": certificate.provider_name,
                        "address": certificate.address, "head_name": certificate.head_name,
                        "valid_from": certificate.valid_from.isoformat(), "valid_to": certificate.valid_to.isoformat()},
        "reason": duty.reason}


def _tell_the_day(monitoring, event, actor, **facts):
    if monitoring.is_announced:
        hold_day(monitoring, kind=DAY, on=clock.seoul(monitoring.visit.starts_at).date(), actor=actor)
        notify(event, monitoring, actor=actor, link=("portal_monitoring", monitoring.public_id), starts=monitoring.visit.starts_at, **facts)


@transaction.atomic
def move_monitoring(monitoring, *, starts_at, reason, actor):
    """To another day or hour: the team reads why, and the provider where it knows of it."""
    monitoring = _planned(monitoring, actor)
    refuse_outside(Duty.everything.get(pk=monitoring.duty_id), starts_at)
    monitoring.visit = move_visit(monitoring.visit, starts_at=starts_at, reason=reason, actor=actor)
    record("monitoring.moved", monitoring, actor=actor, starts_at=starts_at, reason=reason.strip())
    _tell_the_day(monitoring, "monitoring.moved", actor, reason=reason.strip())
    return monitoring


@transaction.atomic
def call_off_monitoring(monitoring, *, reason, actor):
    """It does not take place; its duty stays."""
    monitoring = _planned(monitoring, actor)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    call_off_visit(monitoring.visit, reason=reason.strip(), actor=HOUSE)
    _end(monitoring, MonitoringStage.CALLED_OFF, reason.strip(), actor)
    return monitoring


def _planned(monitoring, actor):
    monitoring = lock(monitoring)
    require(can_watch(actor, monitoring.provider))
    refuse_if(monitoring.stage != MonitoringStage.PLANNED, _("This visit has begun or ended. Nothing of it can be changed any more."))
    return monitoring


def _end(monitoring, stage, reason, actor):
    monitoring.ended_at, monitoring.ended_reason = clock.now(), reason
    monitoring.save(update_fields=["ended_at", "ended_reason"])
    facts = move(monitoring, stage)
    close_deadlines(monitoring, actor=actor)
    record("monitoring.ended", monitoring, actor=actor, **facts)
    if monitoring.is_announced or stage == MonitoringStage.DONE:
        notify("monitoring.ended", monitoring, actor=actor, link=("portal_monitoring", monitoring.public_id))


@transaction.atomic
def take_over_monitoring(visit, *, actor):
    """The visit has ended. In full: its duty is done. What was agreed on is copied, and what is not met is to be corrected. Called again
    it is once; of a visit that was not carried out, or ended early, the duty stays."""
    monitoring = lock(Monitoring.everything.get(public_id=visit.subject))
    require(actor.is_system)
    if monitoring.stage != MonitoringStage.PLANNED or not visit.has_ended:
        return monitoring
    if visit.stage == Visit.Stage.NOT_CARRIED_OUT:
        _end(monitoring, MonitoringStage.NOT_DONE, visit.outcome_reason, actor)
        return monitoring
    findings = _copy(monitoring, visit)
    is_whole = visit.outcome == Visit.Outcome.COMPLETE
    _end(monitoring, MonitoringStage.DONE if is_whole else MonitoringStage.BROKEN_OFF, visit.outcome_reason, actor)
    duty = Duty.everything.get(pk=monitoring.duty_id)
    if is_whole and duty.stage == DutyStage.OPEN:
        fulfil_duty(duty, answer=monitoring.public_id, arrived_at=visit.locked_at, actor=actor)
    for finding in findings:
        if not finding.is_met:
            request_correction(monitoring.certificate, finding.indicator, told=finding.text, finding=finding, actor=actor)
    return monitoring


def _copy(monitoring, visit):
    """As it was agreed during the visit."""
    indicators = indicators_of(monitoring.certificate)
    return MonitoringFinding.everything.bulk_create(
        MonitoringFinding(monitoring=monitoring, indicator=indicators[code], code=code, position=one.item.position,
                          judgement=one.judgement, reason_code=one.reason_code, text=one.text, agreed_at=one.agreed_at)
        for code, one in agreed_of(visit).items())
