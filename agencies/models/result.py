"""What an agency is told: its result, its objections and their answers, its letter. Each row belongs to the house that writes it."""
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import ManagementIndicator
from agencies.models.participation import Participation, both_houses
from agencies.stages import RESULT_MOVES, ResultStage
from core import clock
from core.models import Scanned
from core.tenancy import Ownership, TenantModel, current_agency_id
from correspondence.models import Letter


def of_either_house(actor):
    """Rows that are there only once the other house may read them."""
    return both_houses(actor, out=models.Q(assessed=current_agency_id()))


class Result(TenantModel):
    """Made with the preliminary notice, and saying no more than the agency was told: what changes since stands in calculations until all
    are final at once."""

    Stage = ResultStage
    MOVES = RESULT_MOVES
    ladder = (-3, -1)                           # days before the end of the objections on which its people are reminded
    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    stage = models.CharField(_("state of the result"), max_length=11, choices=ResultStage, default=ResultStage.PRELIMINARY, editable=False)
    total = models.DecimalField(_("total"), max_digits=6, decimal_places=2)
    grade = models.CharField(_("grade"), max_length=4)
    scored = models.TextField()                                              # the working; ratings from low to high, without names
    feedback = models.JSONField(default=list)                                # [{"code", "strengths", "improve"}], code "" for the whole
    told_at = models.DateTimeField(_("told at"))
    objections_until = models.DateTimeField(_("objections until"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people
    first_total = models.DecimalField(_("preliminary total"), max_digits=6, decimal_places=2)
    first_grade = models.CharField(_("preliminary grade"), max_length=4)
    final_at = models.DateTimeField(_("final at"), null=True)
    final_noticed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("result of the evaluation")
        ordering = ["-year", "assessed"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation"], name="one_result_a_year"),
        ]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return f"{self.assessed}, {self.year}"

    @property
    def is_final(self):
        return self.stage == ResultStage.FINAL

    @property
    def due_on(self):
        """The last day of the objections; their end is 24:00 in Seoul of it."""
        return clock.seoul(self.objections_until - timedelta(seconds=1)).date()


class Objection(TenantModel):
    """The agency's, once for an indicator; without one: about bonus and deductions."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"result": "central", "indicator": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, null=True, related_name="+")
    grounds = models.TextField(_("grounds"), max_length=4000)
    filed_at = models.DateTimeField(_("filed at"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("filed by"))
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people

    class Meta:
        verbose_name = _("objection to a result")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "result", "indicator"], nulls_distinct=False,
                                               name="one_objection_per_indicator")]

    @classmethod
    def audience(cls, actor):
        return both_houses(actor, out=models.Q(central=current_agency_id()))

    def __str__(self):
        return f"{self.result_id} {self.indicator_id}"


class ObjectionAnswer(TenantModel):
    """Upheld with a correction, or rejected; each with the reason that the agency reads."""

    class Verdict(models.TextChoices):
        UPHELD = "upheld", _("upheld")
        REJECTED = "rejected", _("rejected")

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    parents_owner = {"objection": "assessed"}
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    objection = models.ForeignKey(Objection, models.PROTECT, related_name="+")
    verdict = models.CharField(_("answer"), max_length=8, choices=Verdict)
    reason = models.TextField(_("reason"), max_length=4000)
    changed = models.CharField(_("what was corrected"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered at"))
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("answered by"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("answer to an objection")
        constraints = [
            models.UniqueConstraint(fields=["agency", "objection"], name="an_objection_is_answered_once"),
            models.CheckConstraint(condition=models.Q(verdict="rejected", changed="") | models.Q(verdict="upheld") & ~models.Q(changed=""),
                                   name="upheld_with_a_correction"),
        ]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return self.get_verdict_display()


class ResultLetter(Scanned, TenantModel):
    """The letter to the agency's director. Central's letter row is its own: what serves the bytes stands here once they are made."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    result = models.ForeignKey(Result, models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, models.PROTECT, related_name="+")
    number = models.CharField(_("document number"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    written_at = models.DateTimeField(_("written at"))
    path = models.CharField(max_length=200, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False)
    mime = models.CharField(max_length=100, blank=True, editable=False)
    scan_state = "not_scanned"                  # made here, brought by nobody

    class Meta:
        verbose_name = _("letter with a result")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "letter"], name="a_letter_is_handed_on_once")]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return self.number

    @property
    def name(self):
        return f"{self.number}.pdf"
