"""How far a complaint is, and where it can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ComplaintStage(TextChoices):
    NEW = "new", _("received")
    HANDLING = "handling", _("being looked into")
    ANSWERED = "answered", _("answer sent")
    CLOSED = "closed", _("concluded")


COMPLAINT_MOVES = {
    ComplaintStage.NEW: {ComplaintStage.HANDLING, ComplaintStage.ANSWERED},         # answered at once: not ours, said before, no ground
    ComplaintStage.HANDLING: {ComplaintStage.ANSWERED},
    ComplaintStage.ANSWERED: {ComplaintStage.HANDLING, ComplaintStage.CLOSED},      # taken up again: the reporter has said something new
    ComplaintStage.CLOSED: set(),
}
OPEN = (ComplaintStage.NEW, ComplaintStage.HANDLING)
