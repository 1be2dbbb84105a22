"""The yearly self-inspection (자체점검): a row for each indicator, and the sealed copy of each time it was handed in."""
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.models.duty import Duty, own_provider
from aftercare.watching_stages import INSPECTION_MOVES, InspectionStage
from certification.models import FrameworkVersion, Indicator
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel, TenantRow
from core.wording import day_in_words
from evaluations.models.answer import Rating
from providers.models import Evidence, Provider


class Change(models.TextChoices):
    UNCHANGED = "unchanged", _("Unchanged")
    CHANGED = "changed", _("Changed")


class Inspection(TenantModel):
    """One for a duty. Returned, it is written on and handed in again; each handing in has its seal."""

    Stage = InspectionStage
    MOVES = INSPECTION_MOVES
    grants = "SELECT, INSERT, UPDATE"

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="+")
    stage = models.CharField(_("state"), max_length=9, choices=InspectionStage, default=InspectionStage.DRAFT, editable=False)
    begun_at = models.DateTimeField(_("begun at"))
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField(_("received at"), null=True)            # the last time
    returned_at = models.DateTimeField(_("returned at"), null=True)
    returned_reason = models.TextField(_("reason"), blank=True)
    seen_at = models.DateTimeField(_("seen at"), null=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.TextField(_("note of the agency"), blank=True)

    class Meta:
        verbose_name = _("self-inspection")
        verbose_name_plural = _("self-inspections")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "duty"], name="one_inspection_of_a_duty"),
            models.CheckConstraint(condition=models.Q(stage="draft") | models.Q(handed_in_at__isnull=False), name="inspected_at_a_moment"),
            models.CheckConstraint(condition=models.Q(returned_at=None) | ~models.Q(returned_reason=""), name="returned_with_a_reason_too"),
        ]
        indexes = [models.Index("agency", "handed_in_at", condition=models.Q(stage="handed_in"), name="inspections_to_read")]

    @classmethod
    def audience(cls, actor):
        """The provider's people; staff who read cases once it was handed in."""
        return own_provider(actor) | (models.Q(handed_in_at__isnull=False) if actor.reads_cases else NOBODY)

    def __str__(self):
        return f"{self.duty} {self.provider.name}"


class InspectionRow(TenantModel):
    """What the provider writes of one indicator. `before_…`: how it stood the last time, as a copy."""

    grants = "SELECT, INSERT, UPDATE"

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    before_rating = models.CharField(_("self-assessment before"), max_length=8, choices=Rating, blank=True)
    before_text = models.TextField(_("explanation before"), blank=True)
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating, blank=True)
    change = models.CharField(_("since then"), max_length=9, choices=Change, blank=True)
    text = models.TextField(_("what changed"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("row of a self-inspection")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "inspection", "indicator"], name="one_row_of_an_indicator")]

    @classmethod
    def audience(cls, actor):
        """The provider's people: others read what was sealed."""
        return own_provider(actor, "inspection__provider")

    def __str__(self):
        return f"{self.inspection_id} {self.indicator_id}"

    @property
    def lacks(self):
        """What is still to be said of it, as a sentence; empty when it is whole."""
        if not self.rating:
            return _("choose your self-assessment")
        if not self.change:
            return _("say whether something changed")
        if self.change == Change.CHANGED and not self.text.strip():
            return _("write what changed")
        if self.change == Change.UNCHANGED and self.before_rating and self.rating != self.before_rating:
            return _("your self-assessment is another than before: choose “Changed” and write what changed")
        return ""


class InspectionEvidence(TenantModel):
    """A document of the library that goes with a row while it is written."""

    part_of = "row"

    row = models.ForeignKey(InspectionRow, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a row")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "row", "evidence"], name="evidence_once_per_row")]

    def __str__(self):
        return f"{self.row_id} {self.evidence_id}"


class InspectionSeal(TenantModel):
    """The n-th handing in. The agency and those who go there read this and nothing else."""

    append_only = True

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("submission"))
    sealed_at = models.DateTimeField(_("received at"))
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_late = models.BooleanField(_("after its last day"))
    canonical = models.TextField()                          # JSON: sorted keys, no spaces; its UTF-8 bytes are what is hashed
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("self-inspection as it was handed in")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "inspection", "number"], name="one_inspection_seal_of_a_number")]

    @classmethod
    def audience(cls, actor):
        """The provider's people, staff who read cases, and the team of a monitoring visit that takes it along."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        taken_along = apps.get_model("aftercare.Monitoring").everything
        gone_with = taken_along.filter(apps.get_model("aftercare.MonitoringMember").of_the_team(actor), seal__isnull=False)
        return own_provider(actor, "inspection__provider") | models.Q(pk__in=gone_with.values("seal"))

    def __str__(self):
        return f"{self.inspection_id} #{self.number} {day_in_words(self.sealed_at)}"


class SealedRow(TenantRow):
    """`stands`: what holds from then on, the words before where nothing changed."""

    part_of = "seal"
    append_only = True

    seal = models.ForeignKey(InspectionSeal, models.PROTECT, related_name="rows")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    before_rating = models.CharField(_("self-assessment before"), max_length=8, choices=Rating, blank=True)
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating)
    change = models.CharField(_("since then"), max_length=9, choices=Change)
    text = models.TextField(_("what changed"), blank=True)
    stands = models.TextField(_("explanation"), blank=True)

    class Meta:
        verbose_name = _("sealed row of a self-inspection")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "seal", "code"], name="one_sealed_row_of_a_code")]

    def __str__(self):
        return f"{self.seal_id} {self.code}"


class InspectionFile(TenantModel):
    """The very bytes that were handed in with a row."""

    part_of = "seal"
    append_only = True

    seal = models.ForeignKey(InspectionSeal, models.PROTECT, related_name="files")
    code = models.CharField(_("code"), max_length=12)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("file of a self-inspection")
        ordering = ["code", "pk"]

    def __str__(self):
        return self.name
