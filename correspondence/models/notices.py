"""A notice to one person, and each way it left the house."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel


class Notice(TenantModel):
    """What one person was told, in the words they got; only they read it."""

    grants = "SELECT, INSERT, UPDATE"

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recipient"))
    event = models.CharField(_("event"), max_length=100)
    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("subject line"), max_length=200)
    body = models.TextField(_("text"))
    link = models.CharField(_("link"), max_length=500, blank=True)
    sent_at = models.DateTimeField(_("sent at"))
    read_at = models.DateTimeField(_("read at"), null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index("agency", "recipient", models.F("sent_at").desc(), name="inbox_of_a_person"),
            models.Index("agency", "recipient", name="unread_notices", condition=models.Q(read_at=None)),
            models.Index(fields=["agency", "subject_type", "subject_id"], name="notices_by_subject"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q(recipient=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.event} #{self.pk}"


class Delivery(TenantModel):
    """One way to one address. Its Message-ID never changes, so that a second copy can be known as one."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        UNCERTAIN = "uncertain", _("uncertain")         # may have left twice, or (without `sent_at`) not at all
        FAILED = "failed", _("failed")

    part_of = "notice"
    grants = "SELECT, INSERT, UPDATE"

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="deliveries", verbose_name=_("notice"))
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.EMAIL)
    address = models.CharField(_("address"), max_length=254)
    message_id = models.CharField(max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    unknown_ends = models.PositiveSmallIntegerField(default=0)      # attempts of which nobody saw whether the mail left
    asked_at = models.DateTimeField(_("asked for at"))              # real clock: how long it has been tried
    tried_at = models.DateTimeField(_("last tried at"), null=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    error = models.CharField(_("what went wrong"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "message_id"], name="one_message_id"),
            models.UniqueConstraint(fields=["agency", "notice", "channel"], name="one_delivery_per_channel"),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="deliveries_by_state")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases see who got what and when; everybody sees their own."""
        return models.Q() if actor.reads_cases or actor.may_administer else models.Q(notice__in=Notice.objects.visible_to(actor))

    def __str__(self):
        return f"{self.get_channel_display()} #{self.pk}"
