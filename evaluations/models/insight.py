"""What a finished round taught (심사 분석): figures of its indicators and of its assessors, worked out once by the worker and kept."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from certification.models import Indicator, Round
from core.tenancy import NOBODY, TenantModel


class Insight(TenantModel):
    """Of one round, whose every case is decided and announced. A later one takes its place and erases nothing."""

    append_only = True

    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("round"))
    worked_out_at = models.DateTimeField(_("worked out at"))
    cases = models.PositiveIntegerField(_("cases"))                    # certified and not certified
    deferred = models.PositiveIntegerField(_("deferred"), default=0)   # still open, hence left out
    spans = models.JSONField(default=list)                             # [{"key", "days": median, "of": cases}]

    class Meta:
        verbose_name = _("insight of a round")
        verbose_name_plural = _("insights of rounds")
        ordering = ["-worked_out_at", "-pk"]
        indexes = [models.Index(fields=["agency", "round", "worked_out_at"], name="insights_of_a_round")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, and the city: it names nobody."""
        return models.Q() if actor.reads_cases or actor.has(Role.OBSERVER) else NOBODY

    def __str__(self):
        return f"{self.round}, {self.worked_out_at:%Y-%m-%d}"


class IndicatorInsight(TenantModel):
    """One indicator. `figures`: see evaluations/learning.py; shares as {"number", "of", "low", "high"} with their 95 % interval."""

    part_of = "insight"
    append_only = True

    insight = models.ForeignKey(Insight, models.PROTECT, related_name="indicators")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    figures = models.JSONField()

    class Meta:
        verbose_name = _("insight of an indicator")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "insight", "indicator"], name="one_insight_of_an_indicator")]

    def __str__(self):
        return f"{self.insight_id} {self.code}"


class Source(models.TextChoices):
    DOCUMENTS = "documents", _("Document review")
    SITE = "site", _("Site visit")


class AssessorInsight(TenantModel):
    """One assessor beside the colleagues who judged the same, in the documents or on site. Never a rank."""

    append_only = True

    insight = models.ForeignKey(Insight, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    source = models.CharField(_("judged in"), max_length=9, choices=Source)
    figures = models.JSONField()

    class Meta:
        verbose_name = _("insight of an assessor")
        constraints = [models.UniqueConstraint(fields=["agency", "insight", "user", "source"], name="one_insight_of_an_assessor")]

    @classmethod
    def audience(cls, actor):
        """Managers, and each assessor their own."""
        if actor.has(Role.MANAGER):
            return models.Q()
        return models.Q(user=actor.user) if actor.user and actor.has(Role.ASSESSOR) else NOBODY

    def __str__(self):
        return f"#{self.pk}"                                            # how somebody judges is no label
