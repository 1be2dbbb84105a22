"""Central reminds an agency of its report: a row for each, which the agency's own job turns into a message."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.participation import Participation
from core.tenancy import NOBODY, Ownership, TenantModel


class ReportReminder(TenantModel):
    """Made by Central, for all that have not handed in at once; at most one a day for each."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("reminder of a report")
        ordering = ["-asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "participation", "asked_on"], name="one_reminder_a_day")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.assessed}, {self.asked_on}"
