"""An application begun, handed in, returned, taken back."""
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.actors import Actor
from certification.models import Round, RoundService
from certification.models.round import closing_time_of, last_day_before
from certification.queries import indicators_for, live_certificate_of
from core import clock
from core.numbers import next_number
from core.wording import day_in_words, moment_in_words
from core.workflow import enqueue, lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.missing import missing_parts
from evaluations.models import Answer, Application, Assignment, Receipt, RequiredIndicator
from evaluations.permissions import can_return, can_start, can_start_on_paper, can_submit, can_withdraw, enters
from evaluations.stages import Stage
from evaluations.workflow.fact_check import drop_fact_check
from evaluations.workflow.renewal import carry_over, what_is_renewed
from evaluations.workflow.screening import end_checks
from evaluations.workflow.seal import seal_application
from evaluations.workflow.stage import step
from evaluations.workflow.supplement import drop_supplements
from evaluations.workflow.team import close_notices, lapse_challenges
from evaluations.workflow.visit import SUBJECT
from evaluations.workflow.visit_dates import leave_the_dates
from panels.models import AgendaItem
from panels.workflow import take_off_agenda
from providers.models import Offering
from providers.queries import standings_of
from visits.queries import visit_of
from visits.workflow import call_off_visit


@transaction.atomic
def start_application(round, offering, *, actor, arrived_at):
    """A draft for one service at one site in this round, with a place for each answer. A second click leads to the first draft."""
    offering = lock(offering)
    require(can_start(actor, offering.site.provider))
    return _start(round, offering, actor, arrived_at)


@transaction.atomic
def start_on_paper(round, offering, *, arrived_at, actor):
    """The agency enters for the provider what came on paper. In time is what arrived in time, whenever it is entered; the case, its
    receipt and its seal say both."""
    offering = lock(offering)
    require(can_start_on_paper(actor, offering.site.provider))
    _refuse_arrival(round, offering.site.provider, arrived_at)
    application = _start(round, offering, actor, arrived_at, entered_by_proxy_at=clock.now(), entered_by_proxy_by=actor.user,
                         paper_arrived_at=arrived_at)
    refuse_if(application.entered_by_proxy_at is None,
              _("The provider has begun this application itself. What is on paper can no longer be entered beside it."))
    return application


@transaction.atomic
def note_paper_arrival(application, *, arrived_at, actor):
    """When the paper really arrived, or, after a return, when the corrected one did."""
    application = lock(application)
    require(enters(actor, application))
    refuse_if(not application.is_writable, _("This application is handed in: its day of arrival stays."))
    _refuse_arrival(application.round, application.provider, arrived_at)
    refuse_if(application.submitted_at and arrived_at < application.stage_since,
              _("The corrected paper cannot have arrived before the application was returned."), field="arrived_at")
    was, application.paper_arrived_at = application.paper_arrived_at, arrived_at
    application.save(update_fields=["paper_arrived_at"])
    record("application.paper_arrived", application, actor=actor, **{"from": was, "to": arrived_at})
    return application


def _refuse_arrival(round, provider, arrived_at):
    """Not before applications were received, not after, not in the future."""
    refuse_if(arrived_at > clock.now(), _("This moment is still to come. Enter when the paper arrived."), field="arrived_at")
    refuse_if(arrived_at < round.opens_at, _("It arrived before the applications opened on %(when)s."), field="arrived_at",
              when=moment_in_words(round.opens_at))
    closes_at = round.closes_for(provider)
    refuse_if(arrived_at >= closes_at, _("It arrived after the applications had closed: %(day)s %(time)s."), field="arrived_at",
              day=day_in_words(last_day_before(closes_at)), time=closing_time_of(closes_at))


def _start(round, offering, actor, arrived_at, **marks):
    provider = offering.site.provider
    refuse_if(not round.is_open(at=arrived_at, provider=provider), _("Applications for this round are not open now."))
    refuse_if(not offering.is_active, _("This service is no longer offered at that site."))
    eligible = RoundService.everything.filter(round=round, service_type=offering.service_type).exists()
    refuse_if(not eligible, _("This service cannot be certified in this round."))
    earlier = Application.everything.filter(round=round, offering=offering).exclude(stage=Stage.WITHDRAWN).first()
    if earlier:
        return earlier
    _refuse_barred(provider, arrived_at)
    live = live_certificate_of(offering)
    renewed = what_is_renewed(round, live, provider, arrived_at) if round.kind == Round.Kind.RENEWAL else {}
    refuse_if(live and not renewed, _("This service at this site is certified until %(day)s."), day=live and day_in_words(live.valid_to))
    application = Application.everything.create(
        round=round, provider=provider, **renewed, offering=offering, service_type=offering.service_type, stage_since=clock.now(),
        provider_name=provider.name, provider_name_en=provider.name_en, site_name=offering.site.name,
        started_at=clock.now(), started_by=actor.user, **marks,
    )
    indicators = indicators_for(round.version, offering.service_type)
    answers = Answer.everything.bulk_create(Answer(application=application, indicator=indicator) for indicator in indicators)
    carry_over(application, answers)
    record("application.started", application, actor=actor, round=round.pk, offering=offering.pk, indicators=len(indicators),
           **({"on_paper": True, "arrived_at": arrived_at} if marks else {}))
    return application


def _refuse_barred(provider, arrived_at):
    """Whatever the round asks: nobody overrules it, the manager lifts it. What stands against a predecessor counts."""
    until = standings_of({provider.pk})[provider.pk].barred_until
    refuse_if(until and clock.seoul(arrived_at).date() <= until,
              _("After a revocation this organisation cannot apply until %(day)s."), day=until and day_in_words(until))


@transaction.atomic
def submit_application(application, *, actor, arrived_at):
    """Hand the application over to the agency; from here on it is sealed, and the seal is judged. In time is who arrived in time, what
    came on paper with its paper: if the agency hands it in."""
    application = lock(application)
    require(can_submit(actor, application))
    received = application.submitted_at and not application.is_writable
    refuse_if(received, _("This application was received on %(when)s. Nothing was sent twice."),
              when=received and moment_in_words(application.submitted_at))
    came_on_paper = application.paper_waiting_since and enters(actor, application)
    entered_at, arrived_at = (arrived_at, application.paper_waiting_since) if came_on_paper else (None, arrived_at)
    refuse_if(not application.is_in_time(arrived_at), _("The application period is over."))
    _refuse_barred(application.provider, arrived_at)
    _close_open_pages(application)
    missing = missing_parts(application)
    refuse_if(missing, _("Still to do: %(list)s"), list=" · ".join(str(part.words) for part in missing))
    if not application.number:
        year = application.round.year
        application.number = f"{year}-{next_number('application', year):03}"
    application.submitted_at = arrived_at
    _copy_names(application)
    application.save(update_fields=["number", "submitted_at", "provider_name", "provider_name_en", "site_name"])
    facts = step(application, Stage.SUBMITTED)
    _require_indicators(application)
    seal = seal_application(application, actor=actor, arrived_at=arrived_at, entered_at=entered_at)
    receipt = Receipt.everything.create(seal=seal, asked_at=clock.now())
    open_deadline(application, kind="application.screen", event_on=clock.seoul(arrived_at).date(), actor=actor)
    record("application.submitted", application, actor=actor, sha256=seal.sha256, seal=seal.number, arrived_at=arrived_at,
           late_access=not application.round.is_open(at=arrived_at), **({"entered_at": entered_at} if entered_at else {}), **facts)
    enqueue("evaluations.tasks.make_receipt", receipt_id=receipt.pk)
    notify("application.submitted", application, actor=actor, link=("portal_application", application.public_id),
           sha256=seal.sha256, arrived=arrived_at)
    notify("application.received", application, actor=actor, link=("desk_case", application.public_id))
    return application


def _close_open_pages(application):
    """Whoever saves in this moment has saved before, and is sealed too, or finds that it was handed in: see `save_answer`."""
    Answer.everything.filter(application=application).update(version=F("version") + 1)


def _copy_names(application):
    """As they are on the day of the submission, whatever they become."""
    offering = Offering.everything.select_related("site__provider").get(pk=application.offering_id)
    provider = offering.site.provider
    application.provider_name, application.provider_name_en = provider.name, provider.name_en
    application.site_name = offering.site.name


def _require_indicators(application):
    """One row for each indicator that is asked of this service; the second submission finds them there."""
    RequiredIndicator.everything.bulk_create(
        [RequiredIndicator(application=application, indicator=one, code=one.code, position=one.position)
         for one in indicators_for(application.round.version, application.service_type)], ignore_conflicts=True)


@transaction.atomic
def return_application(application, *, reason, actor):
    """Give it back without review (반려): the provider may correct it and hand it in again while the round is open."""
    application = lock(application)
    require(can_return(actor, application))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    application.returned_reason = reason.strip()
    application.save(update_fields=["returned_reason"])
    facts = step(application, Stage.RETURNED)
    end_checks(application)
    let_go(application, _("The application was returned."), actor)
    record("application.returned", application, actor=actor, reason=reason.strip(), **facts)
    notify("application.returned", application, actor=actor, link=("portal_application", application.public_id))
    return application


@transaction.atomic
def withdraw_application(application, *, reason="", actor):
    """The provider takes it back (취하), at any time before it is decided. What was handed in stays on record."""
    application = lock(application)
    require(can_withdraw(actor, application))
    was_handed_in = application.submitted_at is not None
    # decided and final evaluation look the same from outside: the refusal must not tell them apart
    refuse_if(application.stage == Stage.DECIDED or _is_before_the_committee(application),
              _("The committee is dealing with this application. It can no longer be withdrawn; please call the agency."))
    application.withdrawn_reason = reason.strip()
    application.save(update_fields=["withdrawn_reason"])
    facts = step(application, Stage.WITHDRAWN)
    let_go(application, _("The provider has withdrawn the application."), actor)
    record("application.withdrawn", application, actor=actor, reason=reason.strip(), **facts)
    if was_handed_in:
        notify("application.withdrawn", application, actor=actor, link=("desk_case", application.public_id))
    return application


def _is_before_the_committee(application):
    """On the agenda of a meeting that is open or over: what the outcome is shows neither way."""
    return AgendaItem.everything.filter(matter=application.matter, withdrawn_at=None, meeting__stage__in=("open", "closed")).exists()


def let_go(application, why, actor):
    """Nobody works on it any more: periods, an open supplement, the agenda, a visit and the assignments end with it."""
    house = Actor.system("the application was let go")
    drop_supplements(application)
    drop_fact_check(application, actor=actor)
    leave_the_dates(application, why)
    close_deadlines(application, actor=actor, outcome="dropped")
    close_notices(application, actor=actor, outcome="dropped")
    for item in AgendaItem.everything.filter(matter=application.matter, withdrawn_at=None, meeting__stage="planned"):
        take_off_agenda(item, reason=why, actor=house)
    visit = visit_of(SUBJECT, application.matter)
    called_off = visit is not None and not visit.has_ended
    if called_off:
        call_off_visit(visit, reason=why, actor=house)
    working = Assignment.everything.filter(application=application, ended_at=None)
    lapse_challenges(working, actor=house)
    ended = working.update(ended_at=clock.now(), ended_reason=why)
    if ended and not called_off:                                    # else the visit's team has been told
        notify("application.let_go", application, actor=actor, reason=why)
