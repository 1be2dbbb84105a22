"""A provider challenges an assessor (기피 신청); the manager decides, and who is challenged rightly leaves the case at once."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.models import Application, Challenge
from evaluations.permissions import can_challenge, can_decide_challenge
from evaluations.queries.team import why_not_challenged
from evaluations.stages import ChallengeStage
from evaluations.workflow.assignment import SUBJECT, finish_assignment
from panels.models import Recusal
from panels.queries import is_recused
from panels.workflow import recuse


@transaction.atomic
def challenge_assessor(assignment, *, reason, actor, arrived_at):
    """Say against an assessor what makes the provider doubt their fairness; once, and within the days that its notice gives."""
    application = lock(Application.everything.get(pk=assignment.application_id))
    assignment = lock(assignment)
    require(can_challenge(actor, application))
    closed = why_not_challenged(assignment, arrived_at)
    refuse_if(closed, closed)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    challenge = Challenge.everything.create(application=application, assignment=assignment, reason=reason.strip(), arrived_at=arrived_at,
                                            challenged_by=actor.user)
    record("team.challenged", application, actor=actor, challenge=challenge.pk, assignment=assignment.pk, account=assignment.user_id)
    notify("challenge.received", challenge, actor=actor, link=("desk_case", application.public_id))
    return challenge


@transaction.atomic
def decide_challenge(challenge, *, is_granted, reason, actor):
    """The manager's word, with a reason the provider reads. Granted, the assignment ends, and never comes back in this case."""
    application = lock(Application.everything.get(pk=challenge.application_id))
    challenge = lock(challenge)
    require(can_decide_challenge(actor, challenge))
    refuse_if(challenge.stage != ChallengeStage.OPEN, _("This challenge is no longer open."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    challenge.decided_at, challenge.decided_by, challenge.decision = clock.now(), actor.user, reason.strip()
    challenge.save(update_fields=["decided_at", "decided_by", "decision"])
    step = move(challenge, ChallengeStage.GRANTED if is_granted else ChallengeStage.REJECTED)
    if is_granted:
        _leaves_the_case(application, challenge, actor)
    record(f"team.challenge_{challenge.stage}", application, actor=actor, challenge=challenge.pk, assignment=challenge.assignment_id,
           reason=challenge.decision, **step)
    notify(f"challenge.{challenge.stage}", challenge, actor=actor, link=("portal_application", application.public_id))
    return challenge


def _leaves_the_case(application, challenge, actor):
    """The case closes to them at once."""
    assignment = lock(challenge.assignment)
    if not is_recused(assignment.user, application.matter):
        recuse(assignment.user, subject_type=SUBJECT, matter=application.matter, ground=Recusal.Ground.CHALLENGED,
               reason=challenge.decision, actor=actor)
    finish_assignment(application, assignment, reason=challenge.decision, actor=actor)
    notify("challenge.assignment_ended", challenge, actor=actor)
