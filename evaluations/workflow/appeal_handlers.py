"""Who handles an appeal, and what they find: named from those who took no part, declared, each alone, then one proposal."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.models import Appeal, AppealFinding, AppealHandler, AppealOpinion, AppealPoint, Application
from evaluations.permissions import can_give_opinion, can_name_handlers, can_propose_answer
from evaluations.queries.appeal import OPEN
from evaluations.queries.appeal_handlers import reasons_against
from evaluations.stages import AppealStage
from panels.workflow import ask_declaration

SUBJECT, DECLARATION, AT_LEAST = "evaluations.appeal", "declaration", 2
Follows = Appeal.Follows


def lock_appeal(appeal):
    """The case first, then its appeal: (case, appeal)."""
    application = lock(Application.everything.get(pk=appeal.application_id))
    return application, lock(appeal)


@transaction.atomic
def name_handlers(appeal, users, *, lead, actor):
    """Two or more who took no part; each is asked for a declaration about this appeal before anything opens. Whoever leads writes the
    proposal. Those who handle it already stay; `lead` may be one of them."""
    application, appeal = lock_appeal(appeal)
    require(can_name_handlers(actor, appeal))
    refuse_if(appeal.stage not in OPEN, _("This appeal no longer waits for its answer."))
    refuse_if(appeal.opinions_at, _("All opinions are in. Nobody more is named."))
    there = list(AppealHandler.everything.filter(appeal=appeal, ended_at=None).select_related("user"))
    people = {one.person_id for one in there}
    new = [user for user in dict.fromkeys(users) if user.person_id not in people]
    _refuse_who_took_part(appeal, new)
    refuse_if(len(people | {user.person_id for user in new}) < AT_LEAST, _("At least two persons handle an appeal."), field="handlers")
    refuse_if(lead is None or lead not in [*new, *(one.user for one in there)], _("Choose who writes the proposal among them."),
              field="lead")
    AppealHandler.everything.filter(appeal=appeal, ended_at=None, is_lead=True).exclude(user=lead).update(is_lead=False)
    AppealHandler.everything.bulk_create(AppealHandler(
        appeal=appeal, user=user, person_id=user.person_id, is_lead=user == lead, named_at=clock.now(), named_by=actor.user)
        for user in new)
    AppealHandler.everything.filter(appeal=appeal, ended_at=None, user=lead).update(is_lead=True)
    facts = move(appeal, AppealStage.HANDLED) if appeal.stage == AppealStage.HANDED_IN else {}
    record("appeal.handlers_named", application, actor=actor, appeal=appeal.pk, accounts=[user.pk for user in new], lead=lead.pk, **facts)
    for user in new:
        ask_declaration(user, subject_type=SUBJECT, matter=appeal.matter, label=label_of(appeal, application), actor=actor,
                        page=DECLARATION)
    if facts:
        notify("appeal.being_handled", appeal, actor=actor, link=("portal_appeal", appeal.public_id), due=appeal.answer_deadline.last_day)
    return new


def label_of(appeal, application):
    """What somebody may know before the declaration: that it is an appeal, whose, about which service."""
    words = _("Appeal %(number)s: %(name)s %(site)s, %(service)s") % {
        "number": appeal.number, "name": application.provider_name, "site": application.site_name, "service": application.service_type}
    return words[:200]


def _refuse_who_took_part(appeal, users):
    against = reasons_against(appeal, users)
    taken = [f"{user}: {' '.join(against[user.pk])}" for user in users if against[user.pk]]
    refuse_if(taken, _("These persons cannot handle this appeal. %(list)s"), list=" ".join(taken), field="handlers")


@transaction.atomic
def end_handler(handler, *, reason, actor):
    """They no longer handle it; what they wrote is kept and counts for nothing. If they led, another who handles it leads."""
    application, appeal = lock_appeal(Appeal.everything.get(pk=handler.appeal_id))
    handler = lock(handler)
    require(can_name_handlers(actor, appeal))
    refuse_if(handler.ended_at or appeal.stage != AppealStage.HANDLED, _("This person no longer handles the appeal."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    _end(application, appeal, handler, reason.strip(), actor)
    return handler


def _end(application, appeal, handler, reason, actor):
    handler.ended_at, handler.ended_reason = clock.now(), reason
    handler.save(update_fields=["ended_at", "ended_reason"])
    record("appeal.handler_ended", application, actor=actor, appeal=appeal.pk, account=handler.user_id, reason=reason)
    there = AppealHandler.everything.filter(appeal=appeal, ended_at=None).order_by("named_at", "pk")
    if handler.is_lead and there:
        AppealHandler.everything.filter(pk=there[0].pk).update(is_lead=True)
    if appeal.opinions_at and appeal.proposed_at is None and there.count() < AT_LEAST:
        appeal.opinions_at = None                           # somebody else is named and gives an opinion of their own
        appeal.save(update_fields=["opinions_at"])
    _note_all_in(application, appeal, actor)


@transaction.atomic
def leave_appeal(matter, user, *, actor):
    """Who declares an interest in it handles it no more; the desk finds somebody else. Returns the appeal, or None if it is about none."""
    appeal = Appeal.everything.filter(public_id=matter).first()
    handler = appeal and AppealHandler.everything.filter(appeal=appeal, user=user, ended_at=None).first()
    if handler is None or appeal.stage not in OPEN:
        return appeal
    application, appeal = lock_appeal(appeal)
    require(actor.is_system or actor.user == user)
    _end(application, appeal, lock(handler), _("Has declared an interest."), actor)
    notify("appeal.stood_back", appeal, actor=actor, link=("desk_appeal", appeal.public_id))
    return appeal


@transaction.atomic
def save_opinions(handler, given, *, hand_in=False, actor):
    """{point's id: (upheld or None, reason)}: one's own opinion, kept; handed in it never changes, and with the last all are read."""
    application, appeal = lock_appeal(Appeal.everything.get(pk=handler.appeal_id))
    handler = lock(handler)
    require(can_give_opinion(actor, handler))
    refuse_if(appeal.stage != AppealStage.HANDLED, _("This appeal no longer waits for its answer."))
    refuse_if(handler.handed_in_at, _("Your opinion is handed in and never changes."))
    points = list(_written(appeal))
    for point in points:
        is_upheld, reason = given.get(point.pk, (None, ""))
        AppealOpinion.everything.update_or_create(handler=handler, point=point, defaults={
            "is_upheld": is_upheld, "reason": reason.strip(), "saved_at": clock.now()})
    lacking = [point.about for point in points if given.get(point.pk, (None, ""))[0] is None or not given[point.pk][1].strip()]
    refuse_if(hand_in and lacking, _("Not judged yet, or without a reason: %(list)s"), list=" · ".join(lacking))
    if hand_in:
        handler.handed_in_at = clock.now()
        handler.save(update_fields=["handed_in_at"])
        record("appeal.opinion_handed_in", application, actor=actor, appeal=appeal.pk, account=handler.user_id)
        _note_all_in(application, appeal, actor)
    return handler


def _note_all_in(application, appeal, actor):
    """All who handle it now have handed in, and two are there: from now on they read each other."""
    there = AppealHandler.everything.filter(appeal=appeal, ended_at=None)
    if appeal.opinions_at or there.count() < AT_LEAST or there.filter(handed_in_at=None).exists():
        return
    appeal.opinions_at = clock.now()
    appeal.save(update_fields=["opinions_at"])
    record("appeal.opinions_in", application, actor=actor, appeal=appeal.pk)
    notify("appeal.to_propose", appeal, actor=actor, link=("assess_appeal", appeal.public_id))


def _written(appeal):
    return AppealPoint.everything.filter(appeal=appeal).exclude(text="").select_related("required__indicator").order_by("position")


@transaction.atomic
def propose_answer(appeal, given, *, actor):
    """{point's id: (upheld, reason)}: the one proposal, point by point, after everybody's opinion; the reasons go into the answer.

    It can be written anew until the answer is drafted."""
    application, appeal = lock_appeal(appeal)
    require(can_propose_answer(actor, appeal))
    refuse_if(appeal.stage != AppealStage.HANDLED, _("This appeal no longer waits for its answer."))
    refuse_if(appeal.opinions_at is None, _("The proposal is written once all opinions are in."))
    refuse_if(appeal.outcome, _("The answer is drafted already. Ask the officer to have it sent back first."))
    points = list(_written(appeal))
    lacking = [point.about for point in points if given.get(point.pk, (None, ""))[0] is None or not given[point.pk][1].strip()]
    refuse_if(lacking, _("Not judged yet, or without a reason: %(list)s"), list=" · ".join(lacking))
    for point in points:
        is_upheld, reason = given[point.pk]
        AppealFinding.everything.update_or_create(point=point, defaults={
            "is_upheld": is_upheld, "reason": reason.strip(), "written_at": clock.now(), "written_by": actor.user})
    appeal.proposed_at = clock.now()
    appeal.save(update_fields=["proposed_at"])
    record("appeal.proposed", application, actor=actor, appeal=appeal.pk, upheld=[one.code for one in points if given[one.pk][0]])
    notify("appeal.proposed", appeal, actor=actor, link=("desk_appeal", appeal.public_id))
    return appeal
