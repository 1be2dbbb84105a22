"""Eligibility screening (요건검토): each requirement, what the data say of it, what the officer found."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from evaluations.models.application import Application


class Requirement(models.TextChoices):
    REGISTERED = "registered", _("Registered as a provider of this service in the province")
    EXPERIENCE = "experience", _("Three years of business on the day of the announcement")
    NO_DISPOSITION = "no_disposition", _("No administrative disposition in the last three years")
    OPERATING = "operating", _("Neither closed nor suspended")
    NOT_BARRED = "not_barred", _("Not barred after a revocation")
    NO_CERTIFICATE = "no_certificate", _("No valid certificate for the same service at the same site")


class ScreeningCheck(TenantModel):
    part_of = "application"
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="checks")
    requirement = models.CharField(_("requirement"), max_length=20, choices=Requirement)
    position = models.PositiveSmallIntegerField()
    suggested = models.BooleanField(_("as the data say"), null=True)         # empty: the data do not say
    met = models.BooleanField(_("met"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("screening check")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "application", "requirement"], name="one_check_per_requirement")]

    def __str__(self):
        return f"{self.application_id} {self.requirement}"
