"""Why a certificate's documents were made anew: a lost paper, or a correction of what is printed; and a provider that gives it back."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate
from core.tenancy import TenantModel
from providers.models import Provider


class CertificateRevision(TenantModel):
    """Why its documents were made anew: a lost paper (the same facts), or a correction, which waits for its approval."""

    class Kind(models.TextChoices):
        REISSUED = "reissued", _("issued anew")
        CORRECTED = "corrected", _("corrected")

    part_of = "certificate"
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="revisions")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    reason = models.TextField(_("reason"))                                  # of a correction: as the public page says it
    effective_on = models.DateField(_("effective on"))
    facts_before = models.JSONField(default=dict)                           # {field of the certificate: what was printed}
    facts_after = models.JSONField(default=dict)                            # what is printed from then on; empty: the same
    holder = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+",
                               verbose_name=_("successor"))              # to whom it passes; empty: the holder stays
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    asked_at = models.DateTimeField(_("asked for at"))
    done_at = models.DateTimeField(_("carried out at"), null=True)
    dropped_at = models.DateTimeField(_("dropped at"), null=True)

    class Meta:
        verbose_name = _("new version of a certificate")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate"], condition=models.Q(done_at=None, dropped_at=None),
                                    name="one_open_correction_of_a_certificate"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="made_anew_with_a_reason"),
        ]

    def __str__(self):
        return f"{self.certificate} {self.get_kind_display()}"

    @property
    def is_open(self):
        return self.done_at is None and self.dropped_at is None

    @property
    def changes(self):
        """[(field of the certificate, what was printed, what is printed instead)]."""
        return [(name, self.facts_before.get(name, ""), value) for name, value in self.facts_after.items()]


class SurrenderRequest(TenantModel):
    """The provider wishes to give its certificate back; staff confirm or decline it, or it is taken back."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("taken back")
        LAPSED = "lapsed", _("the certificate has ended")

    part_of = "certificate"
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="surrender_requests")
    wished_on = models.DateField(_("wished for"))                           # the first day on which it is no more
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    asked_at = models.DateTimeField(_("asked for at"))
    answer = models.CharField(_("answer"), max_length=9, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))
    answer_reason = models.TextField(_("reason of the answer"), blank=True)

    class Meta:
        verbose_name = _("request to give a certificate back")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate"], condition=models.Q(answered_at=None),
                                    name="one_open_surrender_request"),
            models.CheckConstraint(condition=models.Q(answered_at=None, answer="")
                                   | models.Q(answered_at__isnull=False) & ~models.Q(answer=""),
                                   name="surrender_answered_as_something"),
        ]

    def __str__(self):
        return str(self.certificate)
