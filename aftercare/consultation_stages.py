"""How far a consultation is, and a nomination; and where each can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsultationStage(TextChoices):
    OFFERED = "offered", _("offered, waits for the provider")
    ASKED = "asked", _("waits for a consultant")
    CHOSEN = "chosen", _("waits for the consultant's answer")
    TOLD = "told", _("waits for the provider's agreement")
    AGREED = "agreed", _("under way")
    REPORTED = "reported", _("report handed in")
    CLOSED = "closed", _("ended")
    DECLINED = "declined", _("offer declined")
    CALLED_OFF = "called_off", _("called off")


CONSULTATION_MOVES = {
    ConsultationStage.OFFERED: {ConsultationStage.ASKED, ConsultationStage.DECLINED, ConsultationStage.CALLED_OFF},
    ConsultationStage.ASKED: {ConsultationStage.CHOSEN, ConsultationStage.CALLED_OFF},
    ConsultationStage.CHOSEN: {ConsultationStage.TOLD, ConsultationStage.ASKED, ConsultationStage.CALLED_OFF},
    ConsultationStage.TOLD: {ConsultationStage.AGREED, ConsultationStage.ASKED, ConsultationStage.CALLED_OFF},
    ConsultationStage.AGREED: {ConsultationStage.REPORTED, ConsultationStage.CALLED_OFF},
    ConsultationStage.REPORTED: {ConsultationStage.CLOSED},
    ConsultationStage.CLOSED: set(),
    ConsultationStage.DECLINED: set(),
    ConsultationStage.CALLED_OFF: set(),
}
OPEN_CONSULTATION = (ConsultationStage.OFFERED, ConsultationStage.ASKED, ConsultationStage.CHOSEN, ConsultationStage.TOLD,
                     ConsultationStage.AGREED, ConsultationStage.REPORTED)
WITH_CONSULTANT = (ConsultationStage.CHOSEN, ConsultationStage.TOLD, ConsultationStage.AGREED, ConsultationStage.REPORTED)      # their load
READS_COPY = (ConsultationStage.AGREED, ConsultationStage.REPORTED)         # while it lasts the consultant reads what was shared


class NominationStage(TextChoices):
    ARRIVED = "arrived", _("being considered")
    KEPT = "kept", _("kept as a good case")
    THANKED = "thanked", _("thanked")


NOMINATION_MOVES = {
    NominationStage.ARRIVED: {NominationStage.KEPT, NominationStage.THANKED},
    NominationStage.KEPT: set(),
    NominationStage.THANKED: set(),
}
