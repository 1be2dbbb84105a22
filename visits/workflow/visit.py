"""A visit planned, moved to another day, given its team, begun."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify
from visits.models import Visit, VisitItem, VisitMember
from visits.models.visit import USUAL_HOURS
from visits.permissions import can_lead, can_plan, can_record
from visits.stages import RequestStage, Stage
from visits.workflow.paper import ask_for_kit
from visits.workflow.plan import answer_requests

DAY = "visit.day"


@transaction.atomic
def plan_visit(*, subject_type, subject, subject_label, purpose, place_name, address, starts_at, items, actor, when_locked="", contact="",
               hours=USUAL_HOURS, agreed="", note=""):
    """A visit with what is to be looked at there. `items`: a dict of VisitItem's fields for each, in their order.

    `when_locked`: the path of the errand that is told (`visit_id`) once the visit has ended; what a visit is for is not known here.
    `agreed`, `note`: how the day came about.
    """
    require(can_plan(actor))
    refuse_if(not items, _("A visit needs something to look at."))
    refuse_if(agreed == Visit.Agreed.FIXED and not note.strip(), _("Write why the agency fixes the date itself."), field="note")
    visit = Visit.objects.create(subject_type=subject_type, subject=subject, subject_label=subject_label, purpose=purpose,
                                 place_name=place_name, address=address, contact=contact[:200], starts_at=starts_at, hours=hours,
                                 agreed=agreed, agreed_note=note.strip(), when_locked=when_locked, planned_at=clock.now())
    VisitItem.everything.bulk_create(VisitItem(visit=visit, **{"position": place, **item}) for place, item in enumerate(items, 1))
    record("visit.planned", visit, actor=actor, about=f"{subject_type} {subject}", purpose=purpose, starts_at=starts_at,
           items=len(items), agreed=agreed)
    _hold(visit, actor)
    return visit


def _hold(visit, actor):
    """Its day is reminded of."""
    hold_day(visit, kind=DAY, on=clock.seoul(visit.starts_at).date(), actor=actor)


@transaction.atomic
def move_visit(visit, *, starts_at, reason, actor):
    """To another day or hour; the team is told why."""
    visit = lock(visit)
    require(can_plan(actor))
    refuse_if(visit.stage != Stage.PLANNED, _("This visit has begun or ended. It can no longer be moved."))
    refuse_if(not reason.strip(), _("Write the reason: the team reads it."), field="reason")
    came_from, visit.starts_at, visit.times_moved = visit.starts_at, starts_at, visit.times_moved + 1
    visit.save(update_fields=["starts_at", "times_moved"])
    answer_requests(visit, RequestStage.MOVED, reason.strip())
    record("visit.moved", visit, actor=actor, came_from=came_from, to=starts_at, reason=reason)
    _hold(visit, actor)
    ask_for_kit(visit)
    notify("visit.moved", visit, actor=actor, link=("visit", visit.public_id), reason=reason)
    return visit


@transaction.atomic
def call_off_visit(visit, *, reason, actor):
    """It does not take place, since what it was for has ended; the team is told. Called by the house for the app above."""
    visit = lock(visit)
    require(actor.is_system)
    refuse_if(visit.has_ended, _("This visit has ended. Nothing of it can be changed any more."))
    visit.outcome, visit.outcome_reason, visit.locked_at = visit.Outcome.NOT_CARRIED_OUT, reason, clock.now()
    visit.save(update_fields=["outcome", "outcome_reason", "locked_at"])
    answer_requests(visit, RequestStage.LAPSED)
    step = move(visit, Stage.NOT_CARRIED_OUT)
    close_deadlines(visit, actor=actor, outcome="dropped")
    record("visit.called_off", visit, actor=actor, reason=reason, **step)
    notify("visit.called_off", visit, actor=actor)
    return visit


@transaction.atomic
def set_team(visit, members, *, actor):
    """Who goes there from now on: [(account, whether it leads)]. Called by the app above, once each has declared."""
    visit = lock(visit)
    require(can_plan(actor))
    refuse_if(visit.has_ended, _("This visit has ended. Its team stays as it was."))
    wanted = {user.pk: bool(is_lead) for user, is_lead in members}
    refuse_if(len(wanted) != len(members), _("Nobody can be in a team twice."))
    refuse_if(wanted and sum(wanted.values()) != 1, _("Exactly one member leads the team."))
    before = dict(visit.members.filter(ended_at=None).values_list("user", "is_lead"))
    if before == wanted:
        return visit
    leaving = [user for user, is_lead in before.items() if wanted.get(user) is not is_lead]    # whose part changes leaves and comes back
    coming = [user for user, is_lead in wanted.items() if before.get(user) is not is_lead]
    now = clock.now()
    visit.members.filter(ended_at=None, user__in=leaving).update(ended_at=now)
    visit.items.filter(judged_by__in=before.keys() - wanted.keys()).update(judged_by=None)      # judged by each again
    VisitMember.everything.bulk_create(VisitMember(visit=visit, user_id=user, is_lead=wanted[user], since_at=now) for user in coming)
    record("visit.team_set", visit, actor=actor, team=sorted(wanted), lead=[user for user, is_lead in wanted.items() if is_lead])
    if visit.stage == Stage.PLANNED:
        ask_for_kit(visit)
    if wanted.keys() - before.keys():
        notify("visit.planned", visit, actor=actor, link=("visit", visit.public_id))
    return visit


@transaction.atomic
def share_out(visit, judging, *, actor):
    """Who judges which item: {code: the account, or None for each of the team}. The lead says so, before or during the visit."""
    visit = lock(visit)
    require(can_lead(actor, visit))
    refuse_if(visit.has_ended, _("This visit has ended. Nothing of it can be changed any more."))
    team = set(visit.members.filter(ended_at=None).values_list("user", flat=True))
    refuse_if(any(user and user.pk not in team for user in judging.values()), _("Only somebody of the team can judge."))
    items = [item for item in visit.items.filter(code__in=judging).order_by("position") if item.judged_by != judging[item.code]]
    for item in items:
        item.judged_by = judging[item.code]
    visit.items.model.everything.bulk_update(items, ["judged_by"])
    if items:
        record("visit.shared_out", visit, actor=actor, judging={item.code: item.judged_by_id for item in items})
    return visit


@transaction.atomic
def begin_visit(visit, *, actor):
    """The team has arrived; from here on judgements are taken in."""
    visit = lock(visit)
    require(can_record(actor, visit))
    answer_requests(visit, RequestStage.LAPSED)
    step = move(visit, Stage.UNDERWAY)
    close_deadlines(visit, actor=actor)
    visit.began_at = clock.now()
    visit.save(update_fields=["began_at"])
    record("visit.begun", visit, actor=actor, **step)
    return visit
