"""What waits at the desk about consulting and good cases, for those who work on it."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from aftercare.models import Consultation
from aftercare.permissions import can_keep_consultants
from aftercare.queries import consultations_found, nominations_waiting
from aftercare.queries.consultation import AGREE, ANSWER, REPORT
from core import clock
from correspondence.queries import open_deadlines

SHOWN = 20
LATE = {ANSWER: lambda: _("the consultant has not answered"), AGREE: lambda: _("the provider has not answered"),
        REPORT: lambda: _("the report is late")}


@dataclass(frozen=True)
class Helping:
    consultations: list         # [(consultation, what is to be done)]
    nominations: int


def helping_waits(actor):
    """None for those who do not work on it. Three statements, however many wait."""
    if not can_keep_consultants(actor):
        return None
    over = {one.subject_id: one.kind for one in open_deadlines(actor, due_before=clock.now()).filter(
        subject_type=Consultation._meta.label_lower, kind__in=LATE)}
    waiting = [(one, _("choose a consultant")) for one in consultations_found(actor, "waiting")[:SHOWN]]
    late = [(one, LATE[over[str(one.pk)]]()) for one in consultations_found(actor, "open").filter(pk__in=over)[:SHOWN]] if over else []
    return Helping([*waiting, *late], nominations_waiting(actor).count())
