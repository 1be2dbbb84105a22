"""Eligibility screening (요건검토): each requirement, what the data say of it, what the officer found."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models import Requirement
from core.tenancy import TenantModel
from evaluations.eligibility import Finding
from evaluations.models.application import Application


class ScreeningCheck(TenantModel):
    part_of = "application"
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="checks")
    requirement = models.CharField(_("requirement"), max_length=20, choices=Requirement)
    position = models.PositiveSmallIntegerField()
    suggested = models.BooleanField(_("as the data say"), null=True)         # empty: the data do not say
    fact = models.JSONField(default=dict)                                   # {fact, values, asked}: what they say it by, see eligibility
    met = models.BooleanField(_("met"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)                              # of an earlier screening: the case was returned then

    class Meta:
        verbose_name = _("screening check")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "application", "requirement"], condition=models.Q(ended_at=None),
                                               name="one_check_per_requirement")]

    def __str__(self):
        return f"{self.application_id} {self.requirement}"

    @property
    def finding(self):
        """What the data said when the screening began."""
        return Finding(self.requirement, self.suggested, self.fact.get("fact", ""), self.fact.get("values", {}), self.fact.get("asked", {}))

    @property
    def is_overruled(self):
        """The officer found otherwise than the data say."""
        return self.met is not None and self.suggested is not None and self.met != self.suggested
