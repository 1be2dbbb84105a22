"""An agency's performance report (실적보고서): for each indicator a text, figures and evidence. Handed in, it is sealed."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import ManagementIndicator
from agencies.models.participation import Participation, both_houses
from agencies.models.shared_file import SharedFile
from agencies.stages import REPORT_MOVES, ReportStage
from core.tenancy import Ownership, TenantModel, current_agency_id


class Report(TenantModel):
    """Written by the agency, read by Central once it is handed in. Sealed then (a trigger)."""

    Stage = ReportStage
    MOVES = REPORT_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"participation": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    stage = models.CharField(_("state of the report"), max_length=10, choices=ReportStage, default=ReportStage.DRAFT, editable=False)
    due_on = models.DateField(_("due on"))
    opened_at = models.DateTimeField(editable=False)
    submitted_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    days_late = models.PositiveSmallIntegerField(_("days late"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)     # of what was sealed
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people

    class Meta:
        verbose_name = _("performance report")
        ordering = ["-year", "agency"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation"], name="one_report_a_year"),
            models.CheckConstraint(condition=models.Q(stage="draft", submitted_at=None, sha256="")
                                   | models.Q(stage__in=("released", "submitted"), submitted_at__isnull=False,
                                              sha256__regex=r"^[0-9a-f]{64}$")
                                   | models.Q(stage="released", submitted_at=None, sha256=""), name="a_report_is_sealed_handed_in"),
        ]

    @classmethod
    def audience(cls, actor):
        """The agency's own staff always; Central's once it is handed in. Assessors read it through their own sheets."""
        return both_houses(actor, out=models.Q(central=current_agency_id(), stage=ReportStage.SUBMITTED))

    def __str__(self):
        return f"{self.agency}, {self.year}"

    @property
    def is_sealed(self):
        return self.stage == ReportStage.SUBMITTED


class ReportEntry(TenantModel):
    """What the agency says about one indicator. `version` counts each saving."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"indicator": "central"}
    part_of = "report"
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="entries")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    text = models.TextField(_("text"), blank=True)
    figures = models.JSONField(_("figures"), default=dict)                   # {name: "12.50"}, as it was typed and understood
    last_year = models.TextField(_("what became of last year's findings"), blank=True)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by"))
    written_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("entry of a report")
        constraints = [models.UniqueConstraint(fields=["agency", "report", "indicator"], name="one_entry_per_indicator")]

    def __str__(self):
        return f"{self.report_id} {self.indicator_id}"


class ReportFile(SharedFile):
    """Evidence for one indicator."""

    part_of = "entry"
    grants = "SELECT, INSERT, UPDATE, DELETE"

    entry = models.ForeignKey(ReportEntry, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("evidence of a report")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "entry", "file"], name="evidence_once_per_entry")]
