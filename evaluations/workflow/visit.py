"""From the documents to the place, and from the place to what was found: the visit, the draft report, its fact check."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.queries import open_deadlines
from correspondence.workflow import close_deadlines, notify
from evaluations.models import AmendmentInCase, Application, ConsolidatedJudgement, RequiredIndicator
from evaluations.models.review import Verdict
from evaluations.permissions import can_close_fact_check, can_plan_visit
from evaluations.queries.fact_check import REPORT, is_being_taken, running_check_of
from evaluations.queries.parts import assignments_in_force, required_of
from evaluations.stages import FactStage, Stage
from evaluations.workflow.fact_answer import take_over_amendments
from evaluations.workflow.fact_check import begin_fact_check, close_round
from evaluations.workflow.stage import refuse_while_asked, step
from visits.models import Visit
from visits.queries import agreed_of, visit_of
from visits.workflow import move_visit, plan_visit, set_team

SUBJECT = "evaluations.application"
PURPOSE = "certification"


@transaction.atomic
def plan_site_visit(application, *, starts_at, actor):
    """The team of the document review goes there. What the papers left open is the question that each indicator brings along."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    refuse_if(application.stage == Stage.DOCUMENT_REVIEW and not application.reviewed_at, _("The document review is not over."))
    refuse_if(application.stage == Stage.FACT_CHECK, _("The site visit of this case is over."))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    facts = _to_the_place(application)
    offering = application.seals.first().facts["offering"]
    visit = plan_visit(
        subject_type=SUBJECT, subject=application.matter, subject_label=f"{application.number} {application.provider_name}",
        purpose=PURPOSE, place_name=f"{application.provider_name} {application.site_name}"[:120], address=offering["address"],
        starts_at=starts_at, items=items_of(application), when_locked="evaluations.tasks.take_over_visit", actor=actor)
    set_team(visit, [(one.user, one.is_lead) for one in assignments_in_force(application).select_related("user")], actor=actor)
    record("application.visit_planned", application, actor=actor, visit=visit.pk, starts_at=starts_at, **facts)
    notify("application.visit_planned", application, actor=actor, link=("portal_application", application.public_id), starts=starts_at)
    return visit


@transaction.atomic
def move_site_visit(application, *, starts_at, reason, actor):
    """To another day or hour: the team reads why, the provider when."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    visit = visit_of(SUBJECT, application.matter)
    refuse_if(application.stage != Stage.SITE_VISIT or visit is None, _("No visit of this case is planned."))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    visit = move_visit(visit, starts_at=starts_at, reason=reason, actor=actor)
    record("application.visit_moved", application, actor=actor, visit=visit.pk, starts_at=starts_at, reason=reason.strip())
    notify("application.visit_planned", application, actor=actor, link=("portal_application", application.public_id), starts=starts_at)
    return visit


def _to_the_place(application):
    """The stage's step; none when an earlier visit was not carried out or left indicators open."""
    if application.stage != Stage.SITE_VISIT:
        return step(application, Stage.SITE_VISIT)
    earlier = visit_of(SUBJECT, application.matter)
    refuse_if(earlier is not None and not earlier.has_ended, _("A visit is planned already. Move it instead."))
    return {}


def items_of(application):
    """One item for each required indicator that is not agreed yet, with what the document review says of it."""
    papers = {row.required_id: row for row in ConsolidatedJudgement.everything.filter(application=application)}
    required = required_of(application).filter(agreed="").select_related("indicator")
    areas = {criterion.pk: criterion.area for criterion in _criteria(application)}
    return [
        {"position": one.position, "code": one.code, "area_code": area.code, "area_ko": area.name_ko, "area_en": area.name_en,
         "title_ko": one.indicator.name_ko, "title_en": one.indicator.name_en, "look_ko": one.indicator.onsite_check_ko,
         "look_en": one.indicator.onsite_check_en, "note": note_of(papers.get(one.pk))}
        for one in required for area in [areas[one.indicator.criterion_id]]]


def _criteria(application):
    return application.round.version.criteria.select_related("area")


def note_of(row):
    """What the papers left open, in the words of the document review, and what the assessors noted for the visit."""
    if row is None:
        return ""
    with override("ko"):
        left_open = "" if row.verdict == Verdict.OK else f"{row.get_verdict_display()}: {row.reason}"
    return "\n".join(words for words in (left_open, row.note) if words)


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
