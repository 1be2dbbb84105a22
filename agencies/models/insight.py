"""What a year of the evaluation says about its indicators: worked out once by the worker when all results are final, and kept."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from agencies.models.indicator_set import IndicatorSet
from agencies.models.published import PublishedResult
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class YearInsight(TenantModel):
    """A later one takes its place and erases nothing. `indicators`: see agencies/learning.py; no assessor and no agency is named in it.
    Of fewer than five agencies it never leaves Central (`published_at` stays empty), nor before the results of the year are published."""

    ownership = Ownership.PUBLISHED
    append_only = True

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="+")
    worked_out_at = models.DateTimeField(_("worked out at"))
    agencies = models.PositiveSmallIntegerField(_("agencies"))
    indicators = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("insight of an evaluation year")
        ordering = ["-worked_out_at", "-pk"]
        indexes = [models.Index(fields=["agency", "indicator_set", "worked_out_at"], name="insights_of_a_year")]

    @classmethod
    def audience(cls, actor):
        """Central's staff; other agencies' staff and Central's assessors once everybody reads the year's results."""
        out = PublishedResult.everything.filter(published_at__isnull=False).order_by().values("year")
        own = models.Q(agency=current_agency_id()) if actor.reads_cases else NOBODY
        told = models.Q(published_at__isnull=False, indicator_set__year__in=out)
        return own | told if actor.is_staff or actor.has(Role.ASSESSOR) else own

    def __str__(self):
        return f"{self.indicator_set_id}, {self.worked_out_at:%Y-%m-%d}"
