"""The visit on paper: what the team takes along, and fills in by hand where no tablet works."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel
from visits.models.visit import Visit


class KitPaper(TenantModel):
    """Asked for anew whenever date or team change; until it is made the one before is not shown."""

    part_of = "visit"
    grants = "SELECT, INSERT, UPDATE"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("visit kit on paper")
        constraints = [models.UniqueConstraint(fields=["agency", "visit", "language"], name="one_kit_in_a_language"),
                       models.CheckConstraint(condition=models.Q(made_at=None) | models.Q(file__isnull=False),
                                              name="made_kit_has_its_file")]

    def __str__(self):
        return f"{self.visit_id} {self.language}"
