"""An approval (결재): drafted, released, approved or sent back, and every step of it. What it is about belongs to the app above."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from core.tenancy import NOBODY, TenantModel, TenantRow
from panels.stages import APPROVAL_MOVES, ApprovalStage


class Approval(TenantModel):
    """`digest` is the SHA-256 of exactly what is being approved: what has changed since is another thing."""

    Stage = ApprovalStage
    MOVES = APPROVAL_MOVES
    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=60)
    subject = models.UUIDField()
    subject_label = models.CharField(_("subject"), max_length=200)
    kind = models.CharField(max_length=40)                      # a stable code of the app above: "announcement", "revocation"
    digest = models.CharField(max_length=64)
    stage = models.CharField(_("state of the approval"), max_length=10, choices=ApprovalStage, default=ApprovalStage.DRAFTED,
                             editable=False)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted at"))
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("released by"))
    released_at = models.DateTimeField(_("released at"), null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by"))
    approved_at = models.DateTimeField(_("approved at"), null=True)

    needs_assent = models.BooleanField(default=False)           # of the city, between the release and the approval
    assented_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("agreed by"))
    assented_at = models.DateTimeField(_("agreed at"), null=True)

    class Meta:
        verbose_name = _("approval")
        indexes = [models.Index(fields=["agency", "subject", "kind"], name="approvals_of_a_subject")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "subject_type", "subject", "kind"],
                                    condition=~models.Q(stage__in=("approved", "dropped")), name="one_open_approval"),
            models.CheckConstraint(condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="approved_by_digest"),
            models.CheckConstraint(condition=~models.Q(stage__in=("released", "approved"))
                                   | models.Q(released_by__isnull=False, released_at__isnull=False), name="released_by_somebody"),
            models.CheckConstraint(condition=~models.Q(stage="approved") | models.Q(approved_by__isnull=False, approved_at__isnull=False),
                                   name="approved_by_somebody"),
            models.CheckConstraint(condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("drafted_by"))
                                   & ~models.Q(approved_by=models.F("released_by")), name="approved_by_somebody_else"),
            models.CheckConstraint(condition=models.Q(approved_by=None) | models.Q(assented_by=None)
                                   | ~models.Q(approved_by=models.F("assented_by")), name="approved_by_another_than_the_city"),
            models.CheckConstraint(condition=~models.Q(stage="approved") | models.Q(needs_assent=False)
                                   | models.Q(assented_by__isnull=False, assented_at__isnull=False), name="approved_with_the_citys_assent"),
            models.CheckConstraint(condition=models.Q(assented_by=None, assented_at=None)
                                   | models.Q(needs_assent=True, stage__in=("released", "approved")), name="assented_to_what_is_released"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases or actor.has(Role.OBSERVER) else NOBODY

    def __str__(self):
        return self.subject_label

    @property
    def waits_for_city(self):
        return self.stage == ApprovalStage.RELEASED and self.needs_assent and self.assented_at is None


class ApprovalStep(TenantRow):
    """Who did what with it, when, over which digest."""

    class Verb(models.TextChoices):
        DRAFTED = "drafted", _("Drafted")
        RELEASED = "released", _("Released")
        ASSENTED = "assented", _("Agreed by the city")
        APPROVED = "approved", _("Approved")
        SENT_BACK = "sent_back", _("Sent back")
        REDRAFTED = "redrafted", _("Drafted anew")
        DROPPED = "dropped", _("No longer needed")

    part_of = "approval"
    append_only = True

    approval = models.ForeignKey(Approval, models.PROTECT, related_name="steps")
    verb = models.CharField(_("step"), max_length=10, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    on_behalf_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("for"))
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("step of an approval")
        constraints = [models.CheckConstraint(condition=~models.Q(verb="sent_back") | ~models.Q(reason=""), name="sent_back_with_a_reason")]

    def __str__(self):
        return self.get_verb_display()
