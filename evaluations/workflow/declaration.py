"""Declaring an interest in a case, before its file opens or later; who has one stands back from it, and the agency learns of it."""
from django.db import transaction

from accounts.actors import Actor
from core.workflow import lock
from correspondence.workflow import notify
from evaluations.models import Application, Assignment
from evaluations.workflow.appeal_handlers import leave_appeal
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import answer_declaration, note_involvement
from visits.queries import members_of, visit_of
from visits.workflow import set_team

SUBJECT = "evaluations.application"
LEAVING = Actor.system("somebody stands back from the case")


@transaction.atomic
def declare(declaration, *, has_interest, statement, actor, is_relative=False):
    """One's own word about a case. With an interest it closes to this person at once; the desk is told, so that somebody else is found.

    `is_relative`: the interest is a relative at the provider, which the ledger keeps for its other cases.
    """
    declaration = lock(declaration)
    is_news = has_interest and not declaration.has_interest
    declaration = answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=actor)
    application = Application.everything.filter(public_id=declaration.matter).first()
    if is_news and application is None:
        appeal = leave_appeal(declaration.matter, declaration.user, actor=actor)
        application = appeal and appeal.application
    elif is_news:
        if Assignment.everything.filter(application=application, user=declaration.user, ended_at=None).exists():
            notify("review.stood_back", application, actor=actor, link=("desk_case", application.public_id))
        _leave_the_visit(application, declaration.user)
    if has_interest and is_relative and application and declaration.user.person_id:
        note_involvement(declaration.user.person, subject_type=PROVIDER, subject=application.provider.public_id,
                         kind=Involvement.Kind.RELATED, actor=actor)
    return declaration


def _leave_the_visit(application, user):
    """The visit too: who led is followed by the next of the team, until the desk names another."""
    visit = visit_of(SUBJECT, application.matter)
    if visit is None or visit.has_ended:
        return
    team = list(members_of(visit))
    staying = [member for member in team if member.user_id != user.pk]
    if len(staying) < len(team):
        has_lead = any(member.is_lead for member in staying)
        set_team(visit, [(member.user, member.is_lead if has_lead else place == 0) for place, member in enumerate(staying)], actor=LEAVING)
