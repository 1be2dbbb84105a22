"""Late access: one provider may still apply when the period is over for everybody else."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.round import Round, closing_time_of, last_day_before
from core.tenancy import TenantModel
from providers.models import Provider


class RoundLateAccess(TenantModel):
    """Granted with a reason, never taken back; of several for one provider the latest moment counts."""

    part_of = "round"
    append_only = True

    round = models.ForeignKey(Round, models.PROTECT, related_name="late_accesses")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+", verbose_name=_("provider"))
    until = models.DateTimeField(_("applications until"))                    # the first moment that is too late
    reason = models.CharField(_("reason"), max_length=1000)
    granted_at = models.DateTimeField(_("granted at"))
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("granted by"))

    class Meta:
        verbose_name = _("late access")
        verbose_name_plural = _("late accesses")
        ordering = ["-granted_at", "-pk"]
        indexes = [models.Index(fields=["agency", "round", "provider"], name="late_access_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        """Whoever sees the provider: staff who read cases, and its own people."""
        return models.Q(provider__in=Provider.objects.visible_to(actor))

    def __str__(self):
        return f"{self.round}, {self.provider}"

    @property
    def last_day(self):
        return last_day_before(self.until)

    @property
    def closing_time(self):
        return closing_time_of(self.until)
