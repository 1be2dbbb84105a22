"""How far a provider's registration is, and a request to join it, and where they can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    REGISTERED = "registered", _("Waiting for confirmation")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")
    CLOSED = "closed", _("Registration ended")


MOVES = {
    Stage.REGISTERED: {Stage.CONFIRMED, Stage.REFUSED},
    Stage.CONFIRMED: {Stage.CLOSED},
    Stage.REFUSED: {Stage.REGISTERED},          # the owner corrects what was named and registers again
    Stage.CLOSED: set(),
}


class JoinStage(TextChoices):
    ASKED = "asked", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


JOIN_MOVES = {
    JoinStage.ASKED: {JoinStage.ACCEPTED, JoinStage.DECLINED},
    JoinStage.ACCEPTED: set(),
    JoinStage.DECLINED: set(),
}
