"""From the documents to the place, and from the place to what was found: the visit, the draft report, its fact check."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.queries import open_deadlines
from correspondence.workflow import close_deadlines, hold_day, notify
from evaluations.models import AmendmentInCase, Application, RequiredIndicator
from evaluations.permissions import can_close_fact_check, can_plan_visit
from evaluations.queries.fact_check import REPORT, is_being_taken, running_check_of
from evaluations.queries.parts import assignments_in_force, required_of
from evaluations.stages import FactStage, Stage
from evaluations.workflow.fact_answer import take_over_amendments
from evaluations.workflow.fact_check import begin_fact_check, close_round
from evaluations.workflow.stage import refuse_while_asked, step
from evaluations.workflow.visit_items import items_of
from visits.models import Visit
from visits.models.visit import USUAL_HOURS
from visits.queries import agreed_of, offer_of, visit_of
from visits.stages import OfferStage
from visits.workflow import move_visit, plan_visit, set_team, take_back_offer

SUBJECT = "evaluations.application"
PURPOSE = "certification"
VISIT_DATE, VISIT_DAY = "application.visit_date", "application.visit_day"
HOUSE = Actor.system("the case's site visit")


@transaction.atomic
def plan_site_visit(application, *, starts_at, hours=USUAL_HOURS, agreed="", note="", actor):
    """The desk fixes a day: `agreed` says how it came about, with a reason where nobody agreed. What the papers left open goes along."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    facts = to_the_place(application)
    _instead_of_offered(application, agreed, actor)
    return make_visit(application, starts_at=starts_at, hours=hours, agreed=agreed, note=note, actor=actor, **facts)


def make_visit(application, *, starts_at, hours, agreed, note="", actor, **facts):
    """The team of the document review goes there on that day; both sides are told and reminded."""
    seal = application.seals.first()
    offering, head = seal.facts["offering"], seal.facts["provider"]["head_name"]
    visit = plan_visit(
        subject_type=SUBJECT, subject=application.matter, subject_label=f"{application.number} {application.provider_name}",
        purpose=PURPOSE, place_name=f"{application.provider_name} {application.site_name}"[:120], address=offering["address"],
        contact=" ".join(filter(None, (head, offering.get("phone")))), starts_at=starts_at, hours=hours, agreed=agreed, note=note,
        items=items_of(application), when_locked="evaluations.tasks.take_over_visit", actor=actor)
    set_team(visit, [(one.user, one.is_lead) for one in assignments_in_force(application).select_related("user")], actor=actor)
    hold_visit_day(application, visit, actor)
    record("application.visit_planned", application, actor=actor, visit=visit.pk, starts_at=starts_at, reason=visit.agreed_note, **facts)
    notify("application.visit_planned", application, actor=actor, link=("portal_visit", application.public_id), starts=starts_at)
    return visit


def hold_visit_day(application, visit, actor):
    """The provider is reminded of it."""
    hold_day(application, kind=VISIT_DAY, on=clock.seoul(visit.starts_at).date(), actor=actor)


@transaction.atomic
def move_site_visit(application, *, starts_at, reason, actor):
    """To another day or hour: the team and the provider read why."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    visit = visit_of(SUBJECT, application.matter)
    refuse_if(application.stage != Stage.SITE_VISIT or visit is None, _("No visit of this case is planned."))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    visit = move_visit(visit, starts_at=starts_at, reason=reason, actor=actor)
    hold_visit_day(application, visit, actor)
    record("application.visit_moved", application, actor=actor, visit=visit.pk, starts_at=starts_at, reason=reason.strip())
    notify("application.visit_moved", application, actor=actor, link=("portal_visit", application.public_id), starts=starts_at,
           reason=reason.strip())
    return visit


def to_the_place(application):
    """The stage's step; none when an earlier visit was not carried out or left indicators open."""
    refuse_if(application.stage == Stage.DOCUMENT_REVIEW and not application.reviewed_at, _("The document review is not over."))
    refuse_if(application.stage == Stage.FACT_CHECK, _("The site visit of this case is over."))
    if application.stage != Stage.SITE_VISIT:
        return step(application, Stage.SITE_VISIT)
    earlier = visit_of(SUBJECT, application.matter)
    refuse_if(earlier is not None and not earlier.has_ended, _("A visit is planned already. Move it instead."))
    refuse_if(earlier is not None and earlier.outcome == Visit.Outcome.COMPLETE and earlier.locked_at >= application.stage_since,
              _("The record of the visit is being taken over. Please try again in a moment."))
    return {}


def _instead_of_offered(application, agreed, actor):
    """Dates that wait for an answer stand no longer; nobody but the provider decides while it may still choose."""
    offer = offer_of(SUBJECT, application.matter)
    if offer is None or offer.stage != OfferStage.OPEN:
        return
    running = open_deadlines(actor, subject=application, kind=VISIT_DATE).first()
    refuse_if(agreed in ("", Visit.Agreed.FIXED) and running and not running.is_over,
              _("The provider may choose one of the dates offered until %(day)s. Note how another one was agreed, or take the dates back."),
              field="agreed", day=running and running.last_day.isoformat())
    take_back_offer(offer, reason=_("Another date was agreed."), actor=HOUSE)
    close_deadlines(application, kind=VISIT_DATE, actor=actor, outcome="agreed_otherwise")


@transaction.atomic
def take_over_visit(visit, *, actor):
    """The visit is locked: what the team agreed on becomes the case's, and the provider reads the draft report. Called again, what was
    amended since is taken over, and the rest is once."""
    application = lock(Application.everything.get(public_id=visit.subject))
    require(actor.is_system)
    if visit.stage != Visit.Stage.LOCKED:
        return application
    if application.stage != Stage.SITE_VISIT or visit.locked_at < application.stage_since:      # taken over already, and gone on from there
        take_over_amendments(application, visit, actor=actor)
        return application
    count = _take_over(application, visit)
    take_over_amendments(application, visit, actor=actor)
    if required_of(application).filter(agreed="").exists():         # it ended early: the officer plans another for the rest
        record("application.visit_taken_over", application, actor=actor, visit=visit.pk, indicators=count)
        return application
    facts = step(application, Stage.FACT_CHECK)
    begin_fact_check(application, actor=actor)                      # after a second visit it is another report
    record("application.visit_taken_over", application, actor=actor, visit=visit.pk, indicators=count, **facts)
    notify("application.report_ready", application, actor=actor, link=("portal_report", application.public_id))
    return application


def _take_over(application, visit):
    """As it was agreed during the visit. Returns how many indicators."""
    agreed = agreed_of(visit)
    amended = AmendmentInCase.everything.filter(required__application=application, is_taken=True, amendment__item__visit=visit)
    done = set(amended.values_list("required__code", flat=True))
    for required in RequiredIndicator.everything.filter(application=application):
        found = agreed.get(required.code)
        if found and required.code not in done:
            required.agreed, required.agreed_reason, required.agreed_at = found.judgement, found.text, found.agreed_at
            required.save(update_fields=["agreed", "agreed_reason", "agreed_at"])
    return len(agreed)


@transaction.atomic
def close_fact_check(application, *, actor):
    """The provider has confirmed, its comments are answered, or its five working days are over: the case is ready for the committee."""
    application = lock(application)
    require(can_close_fact_check(actor, application))
    refuse_if(application.stage != Stage.FACT_CHECK, _("The fact check is over."))
    running = open_deadlines(actor, subject=application, kind=REPORT).first()
    refuse_if(application.report_confirmed_at is None and running and not running.is_over,
              _("The provider may still look at the facts until %(day)s."), day=running and running.last_day.isoformat())
    check = running_check_of(application)
    refuse_if(check and check.stage == FactStage.HANDED_IN, _("Comments of the provider still wait for the team's answers."))
    refuse_if(is_being_taken(application), _("An amendment is being taken over. Please try again in a moment."))
    refuse_while_asked(application)
    close_round(application)
    facts = step(application, Stage.FINAL_EVALUATION)
    close_deadlines(application, kind=REPORT, actor=actor)
    record("application.fact_check_closed", application, actor=actor, confirmed=bool(application.report_confirmed_at),
           commented=bool(application.report_commented_at), **facts)
    notify("application.ready", application, actor=actor, link=("portal_application", application.public_id))
    return application
