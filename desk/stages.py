"""How far an import from a spreadsheet is."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    CHECKING = "checking", _("being checked")
    WRONG = "wrong", _("has mistakes")
    CHECKED = "checked", _("checked, nothing written yet")
    CARRYING_OUT = "carrying_out", _("being carried out")
    DONE = "done", _("carried out")
    DROPPED = "dropped", _("thrown away")


MOVES = {
    Stage.CHECKING: {Stage.WRONG, Stage.CHECKED},
    Stage.WRONG: {Stage.DROPPED},
    Stage.CHECKED: {Stage.CARRYING_OUT, Stage.DROPPED},
    Stage.CARRYING_OUT: {Stage.DONE, Stage.CHECKED, Stage.WRONG},      # what was checked has changed meanwhile: look again
    Stage.DONE: set(),
    Stage.DROPPED: set(),
}
