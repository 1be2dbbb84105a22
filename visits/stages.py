"""How far a visit is, and where it can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    PLANNED = "planned", _("Planned")
    UNDERWAY = "underway", _("Under way")
    LOCKED = "locked", _("Locked")
    NOT_CARRIED_OUT = "not_carried_out", _("Not carried out")


MOVES = {
    Stage.PLANNED: {Stage.UNDERWAY, Stage.NOT_CARRIED_OUT},
    Stage.UNDERWAY: {Stage.LOCKED, Stage.NOT_CARRIED_OUT},      # refused at the door, or nobody there
    Stage.LOCKED: set(),
    Stage.NOT_CARRIED_OUT: set(),
}
ENDED = (Stage.LOCKED, Stage.NOT_CARRIED_OUT)                   # nothing of the visit changes any more: a trigger says so too
