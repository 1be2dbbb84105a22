"""A mistake in a published edition, told beside the text; the text itself never changes."""
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.models.framework import Area, Criterion, FrameworkVersion, Indicator
from core.tenancy import Ownership, TenantModel


class Erratum(TenantModel):
    """What stands there and what was meant, in one text of one area, criterion or indicator."""

    ownership = Ownership.PUBLISHED
    part_of = "version"
    append_only = True

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="errata")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    field = models.CharField(max_length=40)                                  # question_ko, as the row names it
    old_text = models.TextField(_("the text as it stands"))
    new_text = models.TextField(_("what it should say"))
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("erratum")
        ordering = ["noted_at", "pk"]
        constraints = [models.CheckConstraint(
            condition=Q(area__isnull=False, criterion__isnull=True, indicator__isnull=True)
            | Q(area__isnull=True, criterion__isnull=False, indicator__isnull=True)
            | Q(area__isnull=True, criterion__isnull=True, indicator__isnull=False), name="an_erratum_is_about_one_row")]

    def __str__(self):
        return f"{self.field} #{self.pk}"

    @property
    def about(self):
        """(kind, id) of the row it stands beside."""
        return next((kind, pk) for kind, pk in (("area", self.area_id), ("criterion", self.criterion_id), ("indicator", self.indicator_id))
                    if pk)

    @property
    def language(self):
        """Of the text; empty for what has none."""
        ending = self.field.rpartition("_")[2]
        return ending if ending in ("ko", "en") else ""
