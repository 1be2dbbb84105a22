"""Agreeing with the provider on the day of its visit: dates offered, one chosen or none, another day asked for; and what follows a visit
that was not carried out or ended early."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.models import Application, RequiredIndicator
from evaluations.permissions import can_agree_visit, can_lead_out, can_plan_visit
from evaluations.queries.parts import required_of
from evaluations.stages import Stage
from evaluations.workflow.stage import refuse_while_asked, step
from evaluations.workflow.visit import HOUSE, REPORT, SUBJECT, VISIT_DATE, VISIT_DAY, make_visit, to_the_place
from visits import workflow as visits
from visits.models import Visit
from visits.models.visit import USUAL_HOURS
from visits.queries import offer_of, request_of, visit_of
from visits.stages import OfferStage, RequestStage
from visits.stages import Stage as VisitStage

THIRD = 3


@transaction.atomic
def offer_visit_dates(application, *, dates, hours=USUAL_HOURS, actor):
    """Two or three moments; the provider chooses one of them within three working days. The team keeps them free."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    facts = to_the_place(application)
    offer = visits.offer_dates(subject_type=SUBJECT, subject=application.matter, dates=dates, hours=hours, actor=actor,
                               subject_label=f"{application.number} {application.provider_name}")
    due = open_deadline(application, kind=VISIT_DATE, event_on=clock.today(), actor=actor)
    record("application.dates_offered", application, actor=actor, offer=offer.pk, until=due.due_at, **facts)
    first, second, *more = sorted(dates)
    told = {"first": first, "second": second, "third": more[0] if more else ""}
    notify("application.dates_offered", application, actor=actor, link=_page(application), until=due.last_day, **told)
    notify("application.keep_dates_free", application, actor=actor, **told)
    return offer


@transaction.atomic
def take_back_visit_dates(application, *, reason, actor):
    """Before anybody has answered; the provider and the team read why."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    visits.take_back_offer(_offer(application), reason=reason, actor=actor)
    close_deadlines(application, kind=VISIT_DATE, actor=actor, outcome="taken_back")
    record("application.dates_taken_back", application, actor=actor, reason=reason.strip())
    notify("application.dates_taken_back", application, actor=actor, reason=reason.strip())
    return application


@transaction.atomic
def choose_visit_date(application, *, date, actor, arrived_at):
    """One of the dates offered: the visit is planned. Also after the last day, as long as the agency has fixed no other."""
    application = lock(application)
    require(can_agree_visit(actor, application))
    offer = visits.choose_offered(
        _offer(application), date, lambda offer: make_visit(application, starts_at=date, hours=offer.hours, agreed=Visit.Agreed.OFFERED,
                                                            actor=HOUSE), actor=HOUSE, arrived_at=arrived_at)
    close_deadlines(application, kind=VISIT_DATE, actor=actor)
    record("application.date_chosen", application, actor=actor, offer=offer.pk, date=date)
    notify("application.date_chosen", application, actor=actor, link=_desk(application), starts=date)
    return offer.visit


@transaction.atomic
def refuse_visit_dates(application, *, reason, proposals=(), actor):
    """None of the dates suits the provider, which says why and may propose others."""
    application = lock(application)
    require(can_agree_visit(actor, application))
    offer = visits.refuse_offered(_offer(application), reason=reason, proposals=proposals, actor=HOUSE)
    close_deadlines(application, kind=VISIT_DATE, actor=actor, outcome="none_suits")
    record("application.no_date_suits", application, actor=actor, offer=offer.pk, reason=offer.reason)
    notify("application.no_date_suits", application, actor=actor, link=_desk(application), reason=offer.reason)
    return offer


@transaction.atomic
def ask_for_another_visit_day(application, *, reason, proposals=(), actor):
    """The provider cannot receive the team on the day that was agreed. The visit stands until the agency has answered."""
    application = lock(application)
    require(can_agree_visit(actor, application))
    visit = visit_of(SUBJECT, application.matter)
    refuse_if(application.stage != Stage.SITE_VISIT or visit is None, _("No visit of this case is planned."))
    asked = visits.ask_for_another_day(visit, reason=reason, proposals=proposals, actor=HOUSE)
    record("application.another_day_asked", application, actor=actor, request=asked.pk, reason=asked.reason)
    notify("application.another_day_asked", application, actor=actor, link=_desk(application), reason=asked.reason)
    return asked


@transaction.atomic
def decline_another_visit_day(application, *, reason, actor):
    """The visit stays on its day; the provider reads why."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    visit = visit_of(SUBJECT, application.matter)
    asked = request_of(visit) if visit else None
    refuse_if(asked is None or asked.stage != RequestStage.OPEN, _("Nobody asks for another day any more. Load the page again."))
    asked = visits.decline_another_day(asked, reason=reason, actor=actor)
    record("application.another_day_declined", application, actor=actor, request=asked.pk, reason=asked.answer)
    notify("application.another_day_declined", application, actor=actor, link=_page(application), reason=asked.answer)
    return asked


def leave_the_dates(application, reason):
    """Nothing of a day that was still to be agreed or held goes on; whoever it concerned is told of what has ended it."""
    offer = offer_of(SUBJECT, application.matter)
    if offer is not None and offer.stage == OfferStage.OPEN:
        visits.take_back_offer(offer, reason=reason, actor=HOUSE)
    for kind in (VISIT_DATE, VISIT_DAY):
        close_deadlines(application, kind=kind, actor=HOUSE, outcome="dropped")


# ---- a visit that was not carried out, or ended early

@transaction.atomic
def note_visit_ended(visit, *, actor):
    """A visit is over, however it ended: nobody is reminded of it; short of complete, the provider reads what happened. Twice is once."""
    application = lock(Application.everything.get(public_id=visit.subject))
    require(actor.is_system)
    held = close_deadlines(application, kind=VISIT_DAY, actor=actor)
    if held and visit.has_ended and visit.outcome != Visit.Outcome.COMPLETE:
        record("application.visit_ended_short", application, actor=actor, visit=visit.pk, outcome=visit.outcome,
               reason=visit.outcome_reason)
        notify(f"application.visit_{visit.outcome}", application, actor=actor, link=_page(application), reason=visit.outcome_reason)
    return application


@transaction.atomic
def report_visit_missed(application, *, reason, actor):
    """The agency says that it did not take place, where the team has not said so itself."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    visit = visit_of(SUBJECT, application.matter)
    refuse_if(application.stage != Stage.SITE_VISIT or visit is None, _("No visit of this case is planned."))
    return visits.report_not_carried_out(visit, reason=reason, actor=actor)


@transaction.atomic
def look_at_all_again(application, *, reason, actor):
    """After a visit that ended early: the next one asks about everything, also about what was agreed. That stays with the earlier visit."""
    application = lock(application)
    require(can_plan_visit(actor, application))
    _refuse_unless_short(application)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    rows = required_of(application).exclude(agreed="")
    codes = list(rows.values_list("code", flat=True))
    refuse_if(not codes, _("The next visit asks about everything already."))
    rows.update(agreed=RequiredIndicator.Agreed.OPEN, agreed_reason="", agreed_at=None)
    record("application.all_asked_again", application, actor=actor, reopened=codes, reason=reason.strip())
    return application


@transaction.atomic
def go_on_without_visit(application, *, reason, actor):
    """A manager's word that there is no further visit (entry refused, say): what nobody saw stays open, so that nothing can be awarded, and
    the provider reads the draft report as it is."""
    application = lock(application)
    require(can_lead_out(actor, application))
    _refuse_unless_short(application)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_while_asked(application)
    leave_the_dates(application, reason.strip())
    unseen = list(required_of(application).filter(agreed="").values_list("code", flat=True))
    facts = step(application, Stage.FACT_CHECK)
    application.report_confirmed_at = None
    application.save(update_fields=["report_confirmed_at"])
    open_deadline(application, kind=REPORT, event_on=clock.today(), actor=actor)
    record("application.gone_on_without_visit", application, actor=actor, unseen=unseen, reason=reason.strip(), **facts)
    notify("application.gone_on_without_visit", application, actor=actor, link=("portal_report", application.public_id),
           reason=reason.strip())
    return application


def _refuse_unless_short(application):
    visit = visit_of(SUBJECT, application.matter)
    short = visit is not None and (visit.stage == VisitStage.NOT_CARRIED_OUT or visit.outcome == Visit.Outcome.ENDED_EARLY)
    refuse_if(application.stage != Stage.SITE_VISIT or not short, _("No visit of this case ended short of complete."))


def _offer(application):
    offer = offer_of(SUBJECT, application.matter)
    refuse_if(offer is None, _("No dates are offered for a visit of this case."))
    return offer


def _page(application):
    return "portal_visit", application.public_id


def _desk(application):
    return "desk_visit_planning", application.public_id
