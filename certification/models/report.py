"""What a citizen reports about a certificate on the register: no account, perhaps an address; erased a year after it came."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate
from certification.stages import REPORT_MOVES, ReportStage
from core.tenancy import NOBODY, TenantModel


class RegisterReport(TenantModel):
    """It goes to the agency's staff and to nobody else; the provider does not learn who wrote it."""

    MOVES = REPORT_MOVES

    class Kind(models.TextChoices):
        FACTS = "facts", _("Address, telephone, hours or price are wrong")
        PLAQUE = "plaque", _("A plaque hangs where this certificate does not hold")
        SERVICE = "service", _("The service is not what the certificate promises")
        OTHER = "other", _("Something else")

    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+", verbose_name=_("certificate"))
    kind = models.CharField(_("what it is about"), max_length=8, choices=Kind)
    words = models.TextField(_("what was reported"), max_length=2000, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    arrived_at = models.DateTimeField(_("arrived at"))
    stage = models.CharField(_("state"), max_length=8, choices=ReportStage, default=ReportStage.NEW, editable=False)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("handled by"))
    closed_at = models.DateTimeField(_("closed at"), null=True)
    outcome = models.TextField(_("what came of it"), max_length=2000, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("report from a citizen")
        verbose_name_plural = _("reports from citizens")
        ordering = ["-arrived_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="report_closed_with_what_came_of_it", condition=~models.Q(stage=ReportStage.CLOSED)
                                   | models.Q(closed_at__isnull=False) & (~models.Q(outcome="") | models.Q(erased_at__isnull=False))),
            models.CheckConstraint(name="nothing_personal_in_an_erased_report",
                                   condition=models.Q(erased_at=None) | models.Q(words="", email="", outcome="")),
        ]
        indexes = [models.Index(fields=["agency", "stage", "arrived_at"], name="reports_by_state")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.certificate.number} #{self.pk}"             # no words: the audit trail keeps this
