"""How far a citizen's report and a plaque are, and where each can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportStage(TextChoices):
    NEW = "new", _("not read yet")
    READ = "read", _("being looked into")
    CLOSED = "closed", _("closed")


REPORT_MOVES = {
    ReportStage.NEW: {ReportStage.READ, ReportStage.CLOSED},
    ReportStage.READ: {ReportStage.CLOSED},
    ReportStage.CLOSED: {ReportStage.READ},         # somebody closed it too early
}


class PlaqueStage(TextChoices):
    ASKED = "asked", _("waits for the proof")
    PROOFED = "proofed", _("proof approved")
    ORDERED = "ordered", _("ordered")
    MADE = "made", _("made")
    HANDED_OVER = "handed_over", _("handed over")
    DUE_BACK = "due_back", _("to be returned")
    RETURNED = "returned", _("returned")
    CANCELLED = "cancelled", _("cancelled")


PLAQUE_MOVES = {
    PlaqueStage.ASKED: {PlaqueStage.PROOFED, PlaqueStage.CANCELLED},
    PlaqueStage.PROOFED: {PlaqueStage.ORDERED, PlaqueStage.ASKED, PlaqueStage.CANCELLED},
    PlaqueStage.ORDERED: {PlaqueStage.MADE, PlaqueStage.CANCELLED},
    PlaqueStage.MADE: {PlaqueStage.HANDED_OVER, PlaqueStage.CANCELLED},
    PlaqueStage.HANDED_OVER: {PlaqueStage.DUE_BACK},
    PlaqueStage.DUE_BACK: {PlaqueStage.RETURNED, PlaqueStage.HANDED_OVER},       # the latter: an appeal has set the revocation aside
    PlaqueStage.RETURNED: set(),
    PlaqueStage.CANCELLED: set(),
}
