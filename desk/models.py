"""What the desk keeps of its own: imports from spreadsheets, from the upload over the dry run to what was written."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from desk.stages import MOVES, Stage


class ImportRun(TenantModel):
    """A spreadsheet that was handed in. The file is kept on the run's own shelf and read anew before anything is written."""

    class Kind(models.TextChoices):
        PROVIDERS = "providers", _("Providers with sites and services")
        DISPOSITIONS = "dispositions", _("Administrative dispositions")
        CERTIFICATES = "certificates", _("Certificates from before this system")
        NATIONAL = "national", _("Holders of the national scheme")
        ASSESSORS = "assessors", _("Assessor pool")
        SATISFACTION = "satisfaction", _("Satisfaction scores of the agencies")

    Stage = Stage
    MOVES = MOVES
    grants = "SELECT, INSERT, UPDATE"

    kind = models.CharField(_("what is brought in"), max_length=12, choices=Kind)
    stage = models.CharField(_("state"), max_length=12, choices=Stage, default=Stage.CHECKING, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    scans = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    scans_name = models.CharField(_("name of the file of scans"), max_length=120, blank=True)
    language = models.CharField(max_length=2, default="ko")                 # in which its mistakes are said
    uploaded_at = models.DateTimeField(_("handed in at"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(_("checked at"), null=True)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    made = models.PositiveIntegerField(_("newly entered"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    left = models.PositiveIntegerField(_("left as they are"), default=0)
    lines = models.JSONField(default=list)              # [{row, action, label, detail}], the first so many
    problems = models.JSONField(default=list)           # [{place, sentence}]
    notes = models.JSONField(default=list)              # sentences
    digest = models.CharField(max_length=64, blank=True)        # of everything that would be written: what is confirmed is this
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(_("carried out at"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded_at", "-pk"]
        indexes = [models.Index(fields=["agency", "uploaded_at"], name="imports_by_day")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.get_kind_display()}, {self.name}"

    @property
    def is_working(self):
        return self.stage in (Stage.CHECKING, Stage.CARRYING_OUT)
