"""What became of each indicator from one edition to the next, so that trends survive."""
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.models.framework import FrameworkVersion, Indicator
from core.tenancy import Ownership, TenantModel


class IndicatorMapping(TenantModel):
    """From an indicator of the edition before to one of this edition; one side is empty for what came or went. Frozen with the edition."""

    class Kind(models.TextChoices):
        SAME = "same", _("the same")
        REWORDED = "reworded", _("reworded")
        SPLIT = "split", _("split")
        MERGED = "merged", _("merged")
        DROPPED = "dropped", _("dropped")
        NEW = "new", _("new")

    ownership = Ownership.PUBLISHED
    part_of = "version"

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="mappings")
    old = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    new = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)

    class Meta:
        verbose_name = _("mapping of an indicator")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "version", "old", "new"], name="one_mapping_of_a_pair", nulls_distinct=False),
            models.CheckConstraint(condition=Q(old__isnull=True, new__isnull=False, kind="new")
                                   | Q(old__isnull=False, new__isnull=True, kind="dropped")
                                   | Q(old__isnull=False, new__isnull=False, kind__in=("same", "reworded", "split", "merged")),
                                   name="a_mapping_has_the_sides_of_its_kind"),
        ]

    def __str__(self):
        return f"{self.old_id} → {self.new_id} ({self.kind})"
