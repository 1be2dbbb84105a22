"""Who goes there, from when to when. Written only for the app above, once each has declared that nothing stands against it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel


class VisitMember(TenantModel):
    """Ended, never deleted: whose sheet was replaced can still be told."""

    part_of = "visit"
    grants = "SELECT, INSERT, UPDATE"

    visit = models.ForeignKey("visits.Visit", models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_lead = models.BooleanField(_("leads the team"), default=False)
    since_at = models.DateTimeField(_("since"))
    ended_at = models.DateTimeField(_("until"), null=True)

    class Meta:
        verbose_name = _("team member")
        constraints = [
            models.UniqueConstraint(fields=["agency", "visit", "user"], condition=models.Q(ended_at=None), name="once_in_a_team"),
            models.UniqueConstraint(fields=["agency", "visit"], condition=models.Q(ended_at=None, is_lead=True), name="one_lead_of_a_team"),
        ]
        indexes = [models.Index(fields=["agency", "user"], condition=models.Q(ended_at=None), name="teams_of_somebody")]

    def __str__(self):
        return str(self.user)
