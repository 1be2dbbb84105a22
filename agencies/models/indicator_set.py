"""What agencies are evaluated by in a year: fields, areas, indicators with their points, and the figures a formula may name."""
from datetime import date
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.bilingual import by_language
from core.tenancy import Ownership, TenantModel

FIGURE = RegexValidator(r"^[a-z][a-z0-9_]{0,29}$", _("Small letters, digits and underscores, beginning with a letter: 30 at most."))
GRADES = [["S", "95"], ["A", "85"], ["B", "75"], ["C", "65"], ["D", "0"]]       # the cut-offs of the published evaluations


def usual_grades():
    return [list(one) for one in GRADES]


def statutory_days(year):
    """What the law sets for the evaluation in a year, by the names of the set's fields (Act on social service institutes, rule 3 and 4)."""
    return {"guide_due_on": date(year, 1, 31), "report_due_on": date(year, 3, 31), "evaluated_by_on": date(year, 6, 30),
            "notified_by_on": date(year, 7, 31), "disclosed_by_on": date(year, 8, 31)}


def kept_by_central(actor):
    """Those who keep the set see drafts; everybody else what is published."""
    return models.Q() if actor.reads_cases else models.Q(published_at__isnull=False)


class IndicatorSet(TenantModel):
    """The indicators of one year's evaluation, and its rules and days. Published (frozen) it never changes (a trigger)."""

    ownership = Ownership.PUBLISHED

    year = models.PositiveSmallIntegerField(_("year of the evaluation"), validators=[MinValueValidator(2019), MaxValueValidator(2100)])
    is_sample = models.BooleanField(_("sample"), default=False)              # shown as one until Central replaces its texts
    grades = models.JSONField(_("grades, each from so many points on"), default=usual_grades)      # [["S", "95"], …], the best first
    bonus_most = models.DecimalField(_("bonus and deduction, at most"), max_digits=4, decimal_places=2, default=Decimal(2))
    discuss_over = models.PositiveSmallIntegerField(_("ratings further apart than this are discussed"), default=20)
    scale_low = models.PositiveSmallIntegerField(_("lowest rating"), default=0)
    scale_high = models.PositiveSmallIntegerField(_("highest rating"), default=100)
    scale_step = models.DecimalField(_("step between ratings"), max_digits=4, decimal_places=2, default=Decimal(1))
    late_per_day = models.DecimalField(_("deduction for each day a report is late"), max_digits=4, decimal_places=2, default=Decimal("0.1"))
    late_most = models.DecimalField(_("deduction for lateness, at most"), max_digits=4, decimal_places=2, default=Decimal(1))
    few_below = models.CharField(_("grades that get consulting"), max_length=20, default="B C D")      # space between them
    weak_below = models.DecimalField(_("ratings below this are weak"), max_digits=5, decimal_places=2, default=Decimal(80))
    report_due_on = models.DateField(_("reports are due on"))                # 31 March: three months after the fiscal year
    evaluated_by_on = models.DateField(_("the evaluation ends by"))          # 30 June
    notified_by_on = models.DateField(_("results are notified by"))          # 31 July
    disclosed_by_on = models.DateField(_("results are published by"))        # 31 August
    objection_days = models.PositiveSmallIntegerField(_("days to object"), default=7)
    question_days = models.PositiveSmallIntegerField(_("days to answer a question"), default=7)
    follows = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")   # last year's, of which it is a copy
    drafted_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(_("frozen at"), null=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)        # counts each saving of its rules

    class Meta:
        verbose_name = _("set of indicators")
        verbose_name_plural = _("sets of indicators")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="one_set_a_year"),
            models.CheckConstraint(condition=models.Q(scale_high__gt=models.F("scale_low")), name="a_scale_goes_up"),
            models.CheckConstraint(condition=models.Q(scale_step__gt=0), name="a_scale_has_steps"),
            models.CheckConstraint(condition=models.Q(bonus_most__gte=0, late_per_day__gte=0, late_most__gte=0),
                                   name="deductions_are_counted_up"),
            models.CheckConstraint(condition=models.Q(evaluated_by_on__gt=models.F("report_due_on"),
                                                      notified_by_on__gte=models.F("evaluated_by_on"),
                                                      disclosed_by_on__gte=models.F("notified_by_on")), name="days_of_the_year_in_order"),
        ]

    @classmethod
    def audience(cls, actor):
        return kept_by_central(actor)

    def __str__(self):
        return f"{self.year}"

    @property
    def results_of(self):
        """The fiscal year that is looked at."""
        return self.year - 1

    @property
    def guide_due_on(self):
        """Until then the guide has to be with the directors."""
        return statutory_days(self.year)["guide_due_on"]

    @property
    def guide_days_late(self):
        """How many days after it the set was frozen, or has not been frozen yet."""
        day = clock.seoul(self.published_at).date() if self.published_at else clock.today()
        return max(0, (day - self.guide_due_on).days)


class PartOfSet(TenantModel):
    """Seen by whoever sees the set; frozen with it (a trigger)."""

    ownership = Ownership.PUBLISHED
    part_of = "indicator_set"

    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    name_ko = models.CharField(_("name in Korean"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)       # counts each saving: an older page never overwrites a newer

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.code} {self.name}"

    name = by_language("name")

    @property
    def kind(self):
        """field, area or indicator."""
        return {"evaluationfield": "field", "evaluationarea": "area"}.get(self._meta.model_name, "indicator")


class EvaluationField(PartOfSet):
    """부문: 경영관리, 경영성과."""

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="fields")

    class Meta:
        verbose_name = _("field of the evaluation")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "indicator_set", "code"], name="one_field_of_a_code")]


class EvaluationArea(PartOfSet):
    """영역: 리더십, 경영시스템, …"""

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="areas")
    field = models.ForeignKey(EvaluationField, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("area of the evaluation")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "indicator_set", "code"], name="one_evaluation_area_of_a_code")]


class ManagementIndicator(PartOfSet):
    """지표, with its card. What it is worth and how its rating comes about; `share` is the quantitative part of a mixed one, in percent."""

    class Kind(models.TextChoices):
        QUANTITATIVE = "quantitative", _("quantitative")
        QUALITATIVE = "qualitative", _("qualitative")
        MIXED = "mixed", _("mixed")

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="indicators")
    area = models.ForeignKey(EvaluationArea, models.PROTECT, related_name="+")
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))])
    rated_by = models.CharField(_("kind"), max_length=12, choices=Kind)
    share = models.PositiveSmallIntegerField(_("quantitative part in percent"), default=50, validators=[MaxValueValidator(99)])
    formula = models.CharField(_("formula of the rating"), max_length=500, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=4, null=True, blank=True)
    definition_ko = models.TextField(_("definition in Korean"), blank=True)
    definition_en = models.TextField(_("definition in English"), blank=True)
    look_ko = models.TextField(_("what is looked at, in Korean"), blank=True)
    look_en = models.TextField(_("what is looked at, in English"), blank=True)
    evidence_ko = models.TextField(_("evidence asked for, in Korean"), blank=True)          # one piece a line
    evidence_en = models.TextField(_("evidence asked for, in English"), blank=True)
    source = models.CharField(_("where its figures come from"), max_length=200, blank=True)
    kept_by = models.CharField(_("who keeps it"), max_length=80, blank=True)                # the department that answers for its card
    follows = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")     # the one it continues

    class Meta:
        verbose_name = _("indicator of the evaluation")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "indicator_set", "code"], name="one_management_indicator_of_a_code"),
            models.CheckConstraint(condition=models.Q(points__gt=0), name="an_indicator_is_worth_points"),
            models.CheckConstraint(condition=models.Q(share__lt=100), name="a_share_leaves_something"),
        ]

    definition = by_language("definition")
    look = by_language("look")
    evidence = by_language("evidence")

    @property
    def is_counted(self):
        """Whether figures and a formula make its rating or a part of it."""
        return self.rated_by != self.Kind.QUALITATIVE

    @property
    def is_judged(self):
        """Whether assessors rate it or a part of it."""
        return self.rated_by != self.Kind.QUANTITATIVE


class Figure(TenantModel):
    """One number that agencies report for an indicator; `name` is what the formula calls it."""

    ownership = Ownership.PUBLISHED
    part_of = "indicator"

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="figures")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("name in the formula"), max_length=30, validators=[FIGURE])
    label_ko = models.CharField(_("label in Korean"), max_length=120)
    label_en = models.CharField(_("label in English"), max_length=200, blank=True)
    unit_ko = models.CharField(_("unit in Korean"), max_length=20, blank=True)              # 명, 건, 원, %
    unit_en = models.CharField(_("unit in English"), max_length=30, blank=True)
    is_whole = models.BooleanField(_("a whole number"), default=False)

    class Meta:
        verbose_name = _("figure of an indicator")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "indicator", "name"], name="one_figure_of_a_name"),
                       models.CheckConstraint(condition=models.Q(name__regex=FIGURE.regex.pattern), name="a_figure_can_be_named")]

    def __str__(self):
        return self.label

    label = by_language("label")
    unit = by_language("unit")
