"""How far a duty is, and where it can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DutyStage(TextChoices):
    OPEN = "open", _("to be done")
    DONE = "done", _("done")
    WAIVED = "waived", _("not demanded")
    LAPSED = "lapsed", _("lapsed with the certificate")


DUTY_MOVES = {
    DutyStage.OPEN: {DutyStage.DONE, DutyStage.WAIVED, DutyStage.LAPSED},
    DutyStage.DONE: {DutyStage.OPEN},                   # returned: what was handed in does not do
    DutyStage.WAIVED: set(),
    DutyStage.LAPSED: {DutyStage.OPEN},                 # the certificate lives again
}
