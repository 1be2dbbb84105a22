"""What the ledger of involvements knows of a consultation: from the day it is agreed, until the day it ends."""
from core import clock
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import keep_involvement


def begin_involvement(consultation, *, actor):
    """From now on, and for 24 months after its end, this person neither assesses nor decides. For those who have asked."""
    return _keep(consultation, None, actor)


def end_involvement(consultation, *, actor):
    """The months begin to run. Nothing, where it was never agreed."""
    return _keep(consultation, clock.today(), actor) if consultation.agreed_at else None


def pass_involvement_on(consultation, successor, *, actor):
    """Its certificate passes on: with the first holder it is over today, with the successor it goes on."""
    end_involvement(consultation, actor=actor)
    return _keep(consultation, None, actor, successor)


def _keep(consultation, to_on, actor, provider=None):
    return keep_involvement(
        consultation.consultant.user.person, subject_type=PROVIDER, subject=(provider or consultation.provider).public_id, actor=actor,
        kind=Involvement.Kind.CONSULTED, matter=consultation.public_id, from_on=clock.seoul(consultation.agreed_at).date(), to_on=to_on)
