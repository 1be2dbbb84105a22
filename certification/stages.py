"""How far a report from a citizen is, and where it can go from there."""
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
