"""After the result: Central's word that an agency is followed up, and the agency's improvement plan with its items."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import ManagementIndicator
from agencies.models.participation import Participation, both_houses
from agencies.models.result import Result, of_either_house
from agencies.stages import OPEN_TO_CENTRAL, PLAN_MOVES, PlanStage
from core.tenancy import Ownership, TenantModel, current_agency_id


class FollowUp(TenantModel):
    """Central's, with the publication of the year, for each agency whose grade asks for it. The agency's own job tells its people."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"
    ladder = (-14, -7, -1, 0, 7)                # days before the plan is wanted, and after, on which its people are reminded

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    grade = models.CharField(_("grade"), max_length=4)
    due_on = models.DateField(_("improvement plan by"))
    begun_at = models.DateTimeField(_("told at"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("follow-up of an agency")
        ordering = ["-year", "assessed"]
        constraints = [models.UniqueConstraint(fields=["agency", "participation"], name="followed_up_once_a_year")]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return f"{self.assessed}, {self.year}"


class ImprovementPlan(TenantModel):
    """Written by the agency; Central sees nothing of it before the director approved it. From then on its items stay (a trigger)."""

    Stage = PlanStage
    MOVES = PLAN_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"participation": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    stage = models.CharField(_("state of the plan"), max_length=8, choices=PlanStage, default=PlanStage.DRAFT, editable=False)
    begun_at = models.DateTimeField(_("begun at"), editable=False)
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)     # of what was approved
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    closing = models.TextField(_("closing words"), max_length=2000, blank=True, editable=False)
    closing_told_at = models.DateTimeField(null=True, editable=False)        # the agency's own job has told its people

    class Meta:
        verbose_name = _("improvement plan")
        ordering = ["-year", "agency"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation"], name="one_improvement_plan_a_year"),
            models.CheckConstraint(condition=models.Q(stage="draft", approved_at=None, closed_at=None)
                                   | models.Q(stage="released", closed_at=None)
                                   | models.Q(stage="approved", approved_at__isnull=False)
                                   | models.Q(stage="closed", approved_at__isnull=False, closed_at__isnull=False),
                                   name="a_plan_is_approved_then_closed"),
        ]

    @classmethod
    def audience(cls, actor):
        return both_houses(actor, out=models.Q(central=current_agency_id(), stage__in=OPEN_TO_CENTRAL))

    def __str__(self):
        return f"{self.agency}, {self.year}"

    @property
    def is_draft(self):
        return self.stage == PlanStage.DRAFT

    @property
    def is_approved(self):
        """Open to Central, and not closed."""
        return self.stage == PlanStage.APPROVED

    @property
    def is_over(self):
        return self.stage == PlanStage.CLOSED


class ImprovementItem(TenantModel):
    """What is done about one indicator: the measure, who answers for it, until when, what is to come of it. `version` counts savings."""

    class Origin(models.TextChoices):
        WEAK = "weak", _("rating below the line of the set")
        NAMED = "named", _("named in the result")
        ADDED = "added", _("added by the agency")

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"indicator": "central"}
    part_of = "plan"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    plan = models.ForeignKey(ImprovementPlan, models.PROTECT, related_name="items")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    origin = models.CharField(_("why it stands here"), max_length=5, choices=Origin, default=Origin.ADDED)
    rating = models.DecimalField(_("rating of the year"), max_digits=6, decimal_places=2, null=True)
    finding = models.TextField(_("what was found"), blank=True)              # words of the result, as the agency read them
    measure = models.TextField(_("measure"), max_length=2000, blank=True)
    responsible = models.CharField(_("responsible person or department"), max_length=120, blank=True)
    responsible_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                         verbose_name=_("responsible member of staff"))
    due_on = models.DateField(_("to be done by"), null=True)
    expected = models.TextField(_("expected result"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by"))
    written_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("item of an improvement plan")
        ordering = ["indicator__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "plan", "indicator"], name="one_item_per_indicator")]

    def __str__(self):
        return str(self.indicator)

    @property
    def who(self):
        """Both, where both are given."""
        return ", ".join(filter(None, (self.responsible, str(self.responsible_user) if self.responsible_user else "")))
