"""What happened, who is named in it, and its place in the chain."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantRow


class AuditEvent(TenantRow):
    """Keeps ids without foreign keys: it outlives what it tells of."""

    append_only = True

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=100)
    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    labels_hmac = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit trail")
        indexes = [models.Index(fields=["agency", "subject_type", "subject_id"], name="audit_by_subject")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.may_audit else NOBODY

    def __str__(self):
        return f"{self.verb} #{self.pk}"


class AuditLabel(TenantRow):
    """The names in an event; erased by the owner role when a person is erased, and the chain still holds."""

    part_of = "event"
    grants = "SELECT, INSERT"

    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="label")
    actor_label = models.CharField(max_length=200)
    subject_label = models.CharField(max_length=200)


class AuditLink(TenantRow):
    """An event's place in its agency's chain."""

    part_of = "event"
    append_only = True

    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="link")
    position = models.BigIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "position"], name="one_event_per_position")]


class AuditPending(TenantRow):
    """An event that waits for the linker; so that finding those never reads the whole trail."""

    part_of = "event"
    grants = "SELECT, INSERT, DELETE"

    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="pending")


class AuditHead(TenantRow):
    """Where an agency's chain ends; its row lock lets one linker work at a time."""

    grants = "SELECT, INSERT, UPDATE"

    position = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency"], name="one_head_per_agency")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.may_audit else NOBODY
