"""The way out of every stage for a manager, with a reason: the stage before reopened, its period prolonged, the case ended on request.

What was written stays: sheets and their judgements, settlements, findings, decisions. What runs (periods, a supplement request, a visit,
a place on an agenda) ends with the stage it belongs to, and those concerned are told why.
"""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.queries import open_deadlines
from correspondence.workflow import close_deadlines, move_deadline, notify, open_deadline
from evaluations.permissions import can_lead_out
from evaluations.queries.parts import required_of
from evaluations.queries.supplement import KIND
from evaluations.stages import PERIODS, Stage, reopened_to
from evaluations.workflow.announcement import lock_announcement_of, take_out
from evaluations.workflow.application import let_go
from evaluations.workflow.committee import ask_anew
from evaluations.workflow.fact_check import begin_fact_check, drop_fact_check
from evaluations.workflow.stage import step
from evaluations.workflow.supplement import drop_sent
from evaluations.workflow.visit import REPORT, SUBJECT
from evaluations.workflow.visit_dates import leave_the_dates
from panels.models import AgendaItem
from panels.workflow import take_off_agenda
from visits.queries import agreed_of, visit_of
from visits.stages import Stage as VisitStage
from visits.workflow import call_off_visit

HOUSE = Actor.system("the stage before was reopened")


@transaction.atomic
def reopen_stage(application, *, reason, actor):
    """Back to the stage before, for amendment; a document review that is over is opened again itself. What the committee decided and nobody
    was told stays on record and counts for nothing; the provider hears nothing of that."""
    announcement = lock_announcement_of(application)
    application = lock(application)
    require(can_lead_out(actor, application))
    to = reopened_to(application.stage, is_reviewed=application.reviewed_at is not None)
    refuse_if(to is None, _("There is no stage before this one that could be reopened."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    left = application.stage
    if left == Stage.DECIDED:
        take_out(application, announcement, actor=actor)
    _leave(application, reason.strip(), actor)
    facts = step(application, to) if to != left else {"from": str(left), "to": str(to)}
    reopened = _enter(application, left, actor)
    hidden = left == Stage.DECIDED
    record("application.decision_set_aside" if hidden else "application.reopened", application, actor=actor, reason=reason.strip(),
           reopened=reopened, **facts)
    notify("application.reopened_within", application, actor=actor, reason=reason.strip())
    if not hidden:
        notify("application.reopened", application, actor=actor, link=("portal_application", application.public_id), reason=reason.strip())
    return application


def _leave(application, reason, actor):
    """What runs in the stage that is left ends with it, or is a reason to wait."""
    stage = application.stage
    if stage == Stage.SITE_VISIT:
        _leave_the_place(application, reason)
        leave_the_dates(application, reason)
    if stage == Stage.FINAL_EVALUATION:
        leave_the_agenda(application, reason)
    if stage == Stage.FACT_CHECK:
        drop_fact_check(application, actor=actor)
    if application.reviewed_at is None or stage != Stage.DOCUMENT_REVIEW:           # else it is the review itself that begins again
        drop_sent(application)
        for kind in [KIND, PERIODS[stage]] if stage in PERIODS else [KIND]:
            close_deadlines(application, kind=kind, actor=actor, outcome="reopened")


def _enter(application, left, actor):
    """The stage begins again with its period. Returns the codes of indicators that the visit asks about anew."""
    application.report_confirmed_at = application.report_commented_at = None
    if application.stage == Stage.DOCUMENT_REVIEW:
        application.reviewed_at = None
    application.save(update_fields=["report_confirmed_at", "report_commented_at", "reviewed_at"])
    if application.stage == Stage.FACT_CHECK:
        begin_fact_check(application, actor=actor)
    elif application.stage in PERIODS:
        open_deadline(application, kind=PERIODS[application.stage], event_on=clock.today(), actor=actor)
    return ask_anew(application) if left == Stage.FACT_CHECK else []


def _leave_the_place(application, reason):
    visit = visit_of(SUBJECT, application.matter)
    if visit is None:
        return
    since = visit.locked_at and visit.locked_at >= application.stage_since
    untaken = required_of(application).filter(code__in=agreed_of(visit), agreed="")
    refuse_if(visit.stage == VisitStage.LOCKED and since and untaken.exists(),
              _("The record of the visit is being taken over. Please try again in a moment."))
    if not visit.has_ended:
        call_off_visit(visit, reason=reason, actor=HOUSE)


def leave_the_agenda(application, reason):
    """Off the agenda of a meeting to come; a meeting in session goes first."""
    items = AgendaItem.everything.filter(matter=application.matter, withdrawn_at=None)
    refuse_if(items.filter(meeting__stage="open").exists(),
              _("The committee is dealing with this case in a meeting. Take it off the agenda there first."))
    for item in items.filter(meeting__stage="planned"):
        take_off_agenda(item, reason=reason, actor=HOUSE)


@transaction.atomic
def extend_period(application, *, to, reason, actor):
    """More time for the stage as it is: the screening, the document review, the fact check. Whoever it is for is told."""
    application = lock(application)
    require(can_lead_out(actor, application))
    kind = PERIODS.get(application.stage)
    running = open_deadlines(actor, subject=application, kind=kind).first() if kind else None
    refuse_if(running is None, _("No period runs in this stage."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(to <= running.last_day, _("The new last day lies after the one that stands."), field="to")
    moved = move_deadline(running, to=to, reason=reason, actor=actor)
    record("application.period_extended", application, actor=actor, kind=kind, to=moved.due_at, reason=reason.strip())
    page = "portal_application" if kind == REPORT else "assess_case"
    if application.stage in (Stage.FACT_CHECK, Stage.DOCUMENT_REVIEW):
        notify("application.report_extended" if kind == REPORT else "review.extended", application, actor=actor,
               link=(page, application.public_id), due=moved.last_day, reason=reason.strip())
    return application


@transaction.atomic
def withdraw_on_request(application, *, reason, actor):
    """The provider has asked the agency to end it (by letter, by telephone): the manager enters that, and both sides read it."""
    application = lock(application)
    require(can_lead_out(actor, application))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    leave_the_agenda(application, reason.strip())
    application.withdrawn_reason = reason.strip()
    application.save(update_fields=["withdrawn_reason"])
    facts = step(application, Stage.WITHDRAWN)
    let_go(application, _("The provider has withdrawn the application."), actor)
    record("application.withdrawn_on_request", application, actor=actor, reason=reason.strip(), **facts)
    notify("application.withdrawn_on_request", application, actor=actor, link=("portal_application", application.public_id))
    if application.submitted_at:
        notify("application.withdrawn", application, actor=actor, link=("desk_case", application.public_id))
    return application
