"""The provider learns who assesses it; what waits while it may challenge somebody, and while a challenge is open."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from evaluations.models import Challenge, TeamNotice
from evaluations.models.review import TEAM_AT_LEAST
from evaluations.permissions import can_assign
from evaluations.queries.parts import assignments_in_force
from evaluations.queries.team import KIND, why_the_review_waits
from evaluations.stages import ASSIGNED_IN, ChallengeStage
from panels.queries import may_read


@transaction.atomic
def announce_team(application, *, actor):
    """Tell the provider who assesses: the whole team, later each replacement. It may challenge them within three working days."""
    application = lock(application)
    require(can_assign(actor, application))
    refuse_if(application.stage not in ASSIGNED_IN or application.reviewed_at, _("The document review of this case is over."))
    team = list(assignments_in_force(application).select_related("user").order_by("pk"))
    refuse_if(len(team) < TEAM_AT_LEAST or not any(one.is_lead for one in team),
              _("The team is not whole yet: it takes at least two assessors, one of whom leads."))
    untold = [one for one in team if one.notice_id is None]
    refuse_if(not untold, _("The provider knows the whole team already."))
    refuse_if(not all(may_read(one.user, application.matter) for one in untold),
              _("First each assessor declares that nothing ties them to the case. Who stands back is replaced."))
    notice = TeamNotice.everything.create(application=application, told_at=clock.now(), told_by=actor.user)
    notice.deadline = open_deadline(notice, kind=KIND, event_on=clock.today(), actor=actor)
    notice.save(update_fields=["deadline"])
    assignments_in_force(application).filter(pk__in=[one.pk for one in untold]).update(notice=notice)
    record("team.announced", application, actor=actor, notice=notice.pk, assignments=[one.pk for one in untold],
           due_at=notice.deadline.due_at)
    notify("team.announced", notice, actor=actor, link=("portal_application", application.public_id))
    return notice


def lapse_challenges(assignments, *, actor):
    """Who was challenged no longer works on the case, for whatever reason: nothing is left to decide."""
    for challenge in Challenge.everything.filter(assignment__in=assignments, stage=ChallengeStage.OPEN).select_for_update():
        record("challenge.lapsed", challenge, actor=actor, **move(challenge, ChallengeStage.LAPSED))


def close_notices(application, *, actor, outcome="done"):
    """The days in which the provider may challenge somebody end with what they were for."""
    for notice in TeamNotice.everything.filter(application=application, deadline__closed_at=None):
        close_deadlines(notice, actor=actor, outcome=outcome)


def refuse_while_challenged(application):
    """Nothing is settled with the judgement of somebody about whom a challenge is open."""
    is_open = Challenge.everything.filter(application=application, stage=ChallengeStage.OPEN).exists()
    refuse_if(is_open, _("The provider has challenged an assessor. The team's result waits for the manager's decision."))


def refuse_while_challengeable(application):
    """The review does not end before the provider knows its whole team and the days are over in which it may challenge somebody."""
    waits = why_the_review_waits(application)
    refuse_if(waits, waits)
