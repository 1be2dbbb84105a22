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


class OfferStage(TextChoices):
    """Dates offered for a visit that is still to be agreed."""

    OPEN = "open", _("waits for the answer")
    CHOSEN = "chosen", _("a date was chosen")
    NONE_SUITS = "none_suits", _("no date suits")
    TAKEN_BACK = "taken_back", _("taken back")


OFFER_MOVES = {
    OfferStage.OPEN: {OfferStage.CHOSEN, OfferStage.NONE_SUITS, OfferStage.TAKEN_BACK},
    OfferStage.CHOSEN: set(),
    OfferStage.NONE_SUITS: set(),
    OfferStage.TAKEN_BACK: set(),
}


class RequestStage(TextChoices):
    """The place that is visited asks for another day."""

    OPEN = "open", _("waits for the answer")
    MOVED = "moved", _("the visit was moved")
    DECLINED = "declined", _("declined")
    LAPSED = "lapsed", _("no longer needed")


REQUEST_MOVES = {
    RequestStage.OPEN: {RequestStage.MOVED, RequestStage.DECLINED, RequestStage.LAPSED},
    RequestStage.MOVED: set(),
    RequestStage.DECLINED: set(),
    RequestStage.LAPSED: set(),
}
