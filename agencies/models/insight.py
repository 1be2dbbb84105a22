"""What a year of the evaluation says about its indicators: worked out once by the worker when all results are final, and kept."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.calculation import centrals_own
from agencies.models.indicator_set import IndicatorSet
from core.tenancy import TenantModel


class YearInsight(TenantModel):
    """A later one takes its place and erases nothing. `indicators`: see agencies/learning.py; no assessor and no agency is named in it."""

    append_only = True

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="+")
    worked_out_at = models.DateTimeField(_("worked out at"))
    agencies = models.PositiveSmallIntegerField(_("agencies"))
    indicators = models.JSONField(default=list)

    class Meta:
        verbose_name = _("insight of an evaluation year")
        ordering = ["-worked_out_at", "-pk"]
        indexes = [models.Index(fields=["agency", "indicator_set", "worked_out_at"], name="insights_of_a_year")]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return f"{self.indicator_set_id}, {self.worked_out_at:%Y-%m-%d}"
