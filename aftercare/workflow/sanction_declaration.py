"""Declaring an interest in a sanction or in the appeal against it: who has one handles it no more, and the agency learns of it."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionAppeal, SanctionHandler
from aftercare.queries.sanction import sanction_of
from aftercare.queries.ties import ties_to
from aftercare.sanction_approvals import ANSWERING, DECISION
from aftercare.workflow.sanction_handlers import leave_sanction, lock_row
from core.workflow import lock, refuse_if
from correspondence.workflow import notify
from panels.conflicts import Kind
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import answer_declaration, note_involvement

ABOUT = {DECISION: Sanction, ANSWERING: SanctionAppeal}


@transaction.atomic
def declare_for_sanction(declaration, *, has_interest, statement, actor, is_relative=False):
    """One's own word, before anything opens or later. With an interest one's part ends at once, an opinion counts for nothing, and the desk
    is told. Once the proposal is written nothing of it is undone, and the desk is told all the same."""
    sanction, row = lock_row(ABOUT[declaration.subject_type].everything.get(public_id=declaration.matter))
    declaration = lock(declaration)
    is_news, user = has_interest and not declaration.has_interest, declaration.user
    declaration = answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=actor)
    consulted = not has_interest and any(one.kind == Kind.CONSULTED for one in ties_to(sanction.certificate, [user])[user.pk])
    refuse_if(consulted, _("You have consulted this provider within the last 24 months. Please declare that you have an interest."),
              field="answer")
    if has_interest and is_relative and user.person_id:
        note_involvement(user.person, subject_type=PROVIDER, subject=sanction.provider.public_id, kind=Involvement.Kind.RELATED,
                         actor=actor)
    if is_news:
        _stand_back(row, user, actor)
    return declaration


def _stand_back(row, user, actor):
    """By person: another account of theirs stands back as well."""
    about = {"sanction": row, "appeal": None} if isinstance(row, Sanction) else {"appeal": row}
    handler = SanctionHandler.everything.filter(**about, person=user.person_id, ended_at=None).first()
    if handler is None:
        return
    if not row.proposed_at:
        leave_sanction(row, handler, _("Declared an interest."), actor=actor)
    notify("sanction.stood_back", row, actor=actor, link=("desk_sanction", sanction_of(row).public_id))
