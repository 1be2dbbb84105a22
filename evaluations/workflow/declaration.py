"""Declaring an interest in a case, before its file opens or later; who has one stands back from it, and the agency learns of it."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core.workflow import lock, refuse_if
from correspondence.workflow import notify
from evaluations.models import Appeal, Application, Assignment
from evaluations.queries.conflict import case_conflicts
from evaluations.workflow.appeal_handlers import leave_appeal
from panels.conflicts import Kind
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
    application = Application.everything.filter(public_id=declaration.matter).first()
    is_news = has_interest and not declaration.has_interest
    declaration = answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=actor)
    _refuse_who_consulted(declaration, application, has_interest)
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


def _refuse_who_consulted(declaration, application, has_interest):
    """The ledger knows it: who consulted the provider within 24 months neither assesses nor decides, whatever they declare."""
    if has_interest:
        return
    handled = application is None and Appeal.everything.filter(public_id=declaration.matter).select_related("application").first()
    case = handled.application if handled else application
    consulted = case and any(one.kind == Kind.CONSULTED for one in case_conflicts(case, declaration.user))
    refuse_if(consulted, _("You have consulted this provider within the last 24 months. Please declare that you have an interest."),
              field="answer")


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
