"""What everybody reads: the year's results as Central publishes them, and each agency's own page of disclosure."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agencies.models.participation import Participation
from agencies.models.result import Result
from core.tenancy import Ownership, TenantModel


class WithFields(models.Model):
    """Points per field as they are shown: [[code, name in Korean, in English, points, score]]."""

    fields = models.JSONField(_("points per field"), default=list)

    class Meta:
        abstract = True

    @property
    def field_heads(self):
        """The names of its fields in the page's language."""
        return [(english if english and get_language() == "en" else korean) for _code, korean, english, _points, _score in self.fields]

    @property
    def field_rows(self):
        """[(name, points, score)]"""
        return [(name, points, score) for name, (_code, _ko, _en, points, score) in zip(self.field_heads, self.fields, strict=True)]


class PublishedResult(WithFields, TenantModel):
    """One agency in one year, published with all others of it. `is_entered`: of a year before this system, typed in without calculation."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    standing = models.CharField(_("takes part"), max_length=8, choices=Participation.Standing)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    total = models.DecimalField(_("total"), max_digits=6, decimal_places=2, null=True, blank=True)
    grade = models.CharField(_("grade"), max_length=4, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)
    is_entered = models.BooleanField(default=False, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True)

    class Meta:
        verbose_name = _("published result")
        ordering = ["-year", "assessed"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "assessed"], name="published_once_a_year"),
            models.CheckConstraint(condition=models.Q(standing="assessed") & ~models.Q(grade="") | ~models.Q(standing="assessed")
                                   & models.Q(grade="", total=None), name="who_is_assessed_has_a_grade"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else models.Q(published_at__isnull=False)

    def __str__(self):
        return f"{self.assessed}, {self.year}"


class Disclosure(WithFields, TenantModel):
    """The agency's own: its final result on its public page, within 30 days of being told. Made by its job, posted by its people."""

    ladder = (-14, -7, -1, 0, 1)
    ownership = Ownership.PUBLISHED
    parents_owner = {"result": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    total = models.DecimalField(_("total"), max_digits=6, decimal_places=2)
    grade = models.CharField(_("grade"), max_length=4)
    is_sample = models.BooleanField(_("sample"), default=False)
    words = models.TextField(_("words of the agency"), max_length=2000, blank=True)
    due_on = models.DateField(_("to be posted by"))
    published_at = models.DateTimeField(_("posted at"), null=True)
    posted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("posted by"))

    class Meta:
        verbose_name = _("disclosure of a result")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["agency", "result"], name="a_result_is_disclosed_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else models.Q(published_at__isnull=False)

    def __str__(self):
        return f"{self.agency}, {self.year}"
