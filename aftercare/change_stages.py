"""How far a change report is, and where it can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChangeStage(TextChoices):
    DRAFT = "draft", _("being written")
    HANDED_IN = "handed_in", _("handed in")
    ASKED = "asked", _("asked back")
    PROPOSED = "proposed", _("waits for the manager")
    ACCEPTED = "accepted", _("report accepted")
    REFUSED = "refused", _("not accepted")
    WITHDRAWN = "withdrawn", _("withdrawn by the provider")


CHANGE_MOVES = {
    ChangeStage.DRAFT: {ChangeStage.HANDED_IN, ChangeStage.WITHDRAWN},
    ChangeStage.HANDED_IN: {ChangeStage.ASKED, ChangeStage.PROPOSED, ChangeStage.ACCEPTED, ChangeStage.REFUSED, ChangeStage.WITHDRAWN},
    ChangeStage.ASKED: {ChangeStage.HANDED_IN, ChangeStage.REFUSED, ChangeStage.WITHDRAWN},
    ChangeStage.PROPOSED: {ChangeStage.HANDED_IN, ChangeStage.ACCEPTED, ChangeStage.REFUSED},
    ChangeStage.ACCEPTED: set(),
    ChangeStage.REFUSED: set(),
    ChangeStage.WITHDRAWN: set(),
}
OPEN_CHANGE = (ChangeStage.HANDED_IN, ChangeStage.ASKED, ChangeStage.PROPOSED)
WRITABLE = (ChangeStage.DRAFT, ChangeStage.ASKED)
