"""What citizens and providers said of the agencies (만족도 조사): brought in by Central once a year, shown beside the evaluation."""
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.participation import both_houses
from core.tenancy import Ownership, TenantModel, current_agency_id


class SatisfactionSurvey(TenantModel):
    """The scores of one year. What was brought in before stays, replaced. Out to the agencies with the year's results."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    kept_at = models.DateTimeField(_("brought in at"))
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("brought in by"))
    is_sample = models.BooleanField(_("sample"), default=False)
    means = models.JSONField(default=dict)              # {group: {"agencies": 14, "mean": "91.20"}} of the scores on the whole
    replaced_at = models.DateTimeField(_("replaced at"), null=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    class Meta:
        verbose_name = _("satisfaction survey")
        ordering = ["-year", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "year"], condition=models.Q(replaced_at=None),
                                               name="one_survey_of_a_year_counts")]

    @classmethod
    def audience(cls, actor):
        return both_houses(actor, out=models.Q(published_at__isnull=False))

    def __str__(self):
        return f"{self.year}"


class SatisfactionScore(TenantModel):
    """One agency's score from 0 to 100, on the whole (no question) or of a question; `code`: the indicator that it tells of."""

    class Group(models.TextChoices):
        USERS = "users", _("users")
        PROVIDERS = "providers", _("providers")

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    append_only = True

    survey = models.ForeignKey(SatisfactionSurvey, models.PROTECT, related_name="+")
    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    group = models.CharField(_("who was asked"), max_length=9, choices=Group)
    code = models.CharField(_("code of the indicator"), max_length=12, blank=True)
    question = models.CharField(_("question"), max_length=120, blank=True)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(100)])
    answers = models.PositiveIntegerField(_("answers"), null=True)

    class Meta:
        verbose_name = _("satisfaction score")
        ordering = ["survey", "assessed", "group", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "survey", "assessed", "group", "code", "question"], name="one_satisfaction_score"),
            models.CheckConstraint(condition=models.Q(score__gte=0, score__lte=100), name="satisfaction_from_0_to_100"),
        ]

    @classmethod
    def audience(cls, actor):
        return both_houses(actor, out=models.Q(assessed=current_agency_id(), survey__published_at__isnull=False))

    def __str__(self):
        return f"{self.assessed_id} {self.question}"

    @property
    def is_whole(self):
        return not self.question and not self.code
