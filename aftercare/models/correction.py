"""A corrective action (시정조치) for what was found: asked for, handed in, answered, its effect checked on a later day."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.models.duty import own_provider
from aftercare.models.monitoring import MonitoringFinding
from aftercare.watching_stages import CORRECTION_MOVES, TO_WRITE, CorrectionStage
from certification.models import Certificate, Indicator
from core import clock
from core.models import StoredFile
from core.tenancy import TenantModel, TenantRow
from providers.models import Evidence, Provider


class CorrectiveAction(TenantModel):
    """One for a finding, and one more where the first had no effect. `cause`, `plan`, `done_on` are the provider's draft."""

    class Outcome(models.TextChoices):
        EFFECTIVE = "effective", _("effective")
        AGAIN = "again", _("not effective: asked for again")
        SANCTION = "sanction", _("not effective: handed over to the sanction procedure")
        DROPPED = "dropped", _("no longer asked for")
        LAPSED = "lapsed", _("lapsed with the certificate")

    Stage = CorrectionStage
    MOVES = CORRECTION_MOVES
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    finding = models.ForeignKey(MonitoringFinding, models.PROTECT, null=True, related_name="+")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")        # the one that had no effect
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    told = models.TextField(_("what was found"))
    stage = models.CharField(_("state"), max_length=9, choices=CorrectionStage, default=CorrectionStage.REQUESTED, editable=False)
    requested_at = models.DateTimeField(_("asked for at"))
    due_on = models.DateField(_("to be handed in by"))                      # the last day of the period that runs, or ran last
    cause = models.TextField(_("cause"), max_length=4000, blank=True)
    plan = models.TextField(_("what is done about it"), max_length=4000, blank=True)
    done_on = models.DateField(_("carried out by"), null=True)              # the day that the provider sets itself
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    check_on = models.DateField(_("effect checked from"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, blank=True)
    outcome_reason = models.TextField(_("what was found when it was checked"), blank=True)

    class Meta:
        verbose_name = _("corrective action")
        verbose_name_plural = _("corrective actions")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "finding"], condition=models.Q(follows=None), name="one_correction_of_a_finding"),
            models.UniqueConstraint(fields=["agency", "follows"], name="one_correction_after_another"),
            models.CheckConstraint(condition=~models.Q(stage="closed") | models.Q(closed_at__isnull=False) & ~models.Q(outcome="")
                                   & ~models.Q(outcome_reason=""), name="closed_with_an_outcome"),
            models.CheckConstraint(condition=~models.Q(stage="accepted") | models.Q(check_on__isnull=False), name="accepted_with_a_check"),
        ]
        indexes = [models.Index("agency", "stage", "due_on", name="corrections_by_stage"),
                   models.Index("agency", "provider", name="corrections_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        """The provider's people and staff who read cases."""
        return models.Q() if actor.reads_cases else own_provider(actor)

    def __str__(self):
        return f"{self.code} {self.indicator.name}, {self.certificate.provider_name}"

    @property
    def text(self):
        """Its draft in one, as it stands beside words that were saved meanwhile."""
        return "\n\n".join(filter(None, (self.cause, self.plan, self.done_on and self.done_on.isoformat())))

    @property
    def in_full(self):
        """In a line of a reminder: a number, no names."""
        return f"{self._meta.verbose_name} {self.code}, {self.certificate.number_shown}"

    @property
    def is_overdue(self):
        return self.stage in TO_WRITE and clock.today() > self.due_on

    @property
    def calls_for_sanction(self):
        """Handed over after the check of its effect, or not handed in by its day."""
        return self.outcome == self.Outcome.SANCTION or self.is_overdue

    @property
    def check_is_due(self):
        return self.stage == CorrectionStage.ACCEPTED and clock.today() >= self.check_on


class CorrectionEvidence(TenantModel):
    """A document of the library that goes with it while it is written."""

    part_of = "action"

    action = models.ForeignKey(CorrectiveAction, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a corrective action")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "action", "evidence"], name="evidence_once_per_action")]

    @classmethod
    def audience(cls, actor):
        """The library is the provider's own; what was handed in others read as it was sealed then."""
        return own_provider(actor, "action__provider")

    def __str__(self):
        return f"{self.action_id} {self.evidence_id}"


class CorrectionSubmission(TenantModel):
    """What was handed in, frozen."""

    part_of = "action"
    append_only = True

    action = models.ForeignKey(CorrectiveAction, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField(_("submission"))
    cause = models.TextField(_("cause"))
    plan = models.TextField(_("what is done about it"))
    done_on = models.DateField(_("carried out by"))
    arrived_at = models.DateTimeField(_("received at"))
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_late = models.BooleanField(_("after its last day"))
    canonical = models.TextField()
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("corrective action as it was handed in")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "action", "number"], name="one_submission_of_a_number")]

    def __str__(self):
        return f"{self.action_id} #{self.number}"


class CorrectionFile(TenantModel):
    """The very bytes that were handed in with it."""

    part_of = "submission"
    append_only = True

    submission = models.ForeignKey(CorrectionSubmission, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("file of a corrective action")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class CorrectionAnswer(TenantRow):
    """What the agency answered to a submission, once, with its reason."""

    part_of = "submission"
    append_only = True

    submission = models.OneToOneField(CorrectionSubmission, models.PROTECT, related_name="answer")
    is_accepted = models.BooleanField(_("corrective action accepted"))
    reason = models.TextField(_("reason"))
    answered_at = models.DateTimeField(_("answered at"))
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("answer to a corrective action")
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="a_correction_answered_with_a_reason")]

    def __str__(self):
        return f"{self.submission_id}"
