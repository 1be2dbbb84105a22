"""How a result comes about, for Central alone: bonus and deductions, corrections, words for the agency, every calculation, the decision."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import ManagementIndicator
from agencies.models.participation import Participation
from core.tenancy import NOBODY, TenantModel
from panels.models import AgendaItem


def centrals_own(actor):
    """Never read by the agency: it is not there."""
    return models.Q() if actor.reads_cases else NOBODY


class Adjustment(TenantModel):
    """A bonus (above 0) or a deduction (below) and what for. Lateness of the report is none: it is worked out from the report."""

    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    points = models.DecimalField(_("points"), max_digits=4, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=200)
    made_at = models.DateTimeField(_("entered at"), editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawal_reason = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bonus or deduction")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(points=0), name="an_adjustment_changes_something"),
            models.CheckConstraint(condition=models.Q(withdrawn_at=None) | ~models.Q(withdrawal_reason=""),
                                   name="an_adjustment_is_withdrawn_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return self.reason


class Correction(TenantModel):
    """What was handed in or rated and is counted otherwise, with its reason. The report and the sheets stay as they are."""

    class Of(models.TextChoices):
        FIGURE = "figure", _("a figure of the report")
        RATING = "rating", _("a rating")

    append_only = True

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    of = models.CharField(_("what is corrected"), max_length=6, choices=Of)
    name = models.CharField(_("figure"), max_length=30, blank=True)          # of a figure
    was = models.CharField(_("until now"), max_length=40, blank=True)
    becomes = models.CharField(_("correct"), max_length=40)
    reason = models.CharField(_("reason"), max_length=500)
    made_at = models.DateTimeField(_("entered at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by"))

    class Meta:
        verbose_name = _("correction")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(of="figure") & ~models.Q(name="") | models.Q(of="rating", name=""),
                                              name="a_figure_is_corrected_by_name")]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return f"{self.indicator_id} {self.name}"


class Feedback(TenantModel):
    """Words for the agency, written by Central's officer after the assessors' comments; without an indicator: on the whole."""

    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, null=True, related_name="+")
    strengths = models.TextField(_("strengths"), max_length=4000, blank=True)
    improve = models.TextField(_("points to improve"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)                         # counts each saving
    written_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by"))

    class Meta:
        verbose_name = _("words for the agency")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "participation", "indicator"], nulls_distinct=False,
                                               name="words_once_per_indicator")]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return f"{self.participation_id} {self.indicator_id}"


class Calculation(TenantModel):
    """What went in and what came out, for good: worked out again from `inputs` it gives `scored` to the byte."""

    append_only = True

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number"))
    inputs = models.JSONField()
    scored = models.TextField()                                              # agencies.working.to_json: the same bytes each time
    total = models.DecimalField(_("total"), max_digits=6, decimal_places=2)
    grade = models.CharField(_("grade"), max_length=4)
    made_at = models.DateTimeField(_("calculated at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("calculated by"))
    reason = models.CharField(_("why it was calculated anew"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("calculation")
        ordering = ["participation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation", "number"], name="one_calculation_of_a_number"),
            models.CheckConstraint(condition=models.Q(number=1) | ~models.Q(reason=""), name="calculated_anew_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return f"{self.total} {self.grade}"


class ResultDecision(TenantModel):
    """The committee has confirmed this calculation. Nobody outside hears of it before all are final."""

    append_only = True

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    calculation = models.ForeignKey(Calculation, models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("decision on a result")
        constraints = [models.UniqueConstraint(fields=["agency", "participation"], name="a_result_is_decided_once")]

    @classmethod
    def audience(cls, actor):
        return centrals_own(actor)

    def __str__(self):
        return str(self.calculation)
