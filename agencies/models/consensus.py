"""An agency in an area: the group looks at its ratings together, and closes. What was said stands beside each indicator."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import EvaluationArea, ManagementIndicator
from agencies.models.participation import Participation
from agencies.models.rating import all_in, staff_or_group
from core.tenancy import TenantModel


class Consensus(TenantModel):
    """One for each agency and area that is rated. Opened when all are in; closed, no rating of it changes any more (a trigger)."""

    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    area = models.ForeignKey(EvaluationArea, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("all ratings were in at"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("closed by"))

    class Meta:
        verbose_name = _("consensus of a group")
        ordering = ["participation", "area"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation", "area"], name="one_consensus_of_an_area"),
            models.CheckConstraint(condition=models.Q(closed_at=None) | models.Q(opened_at__isnull=False, closed_by__isnull=False),
                                   name="a_consensus_opens_before_it_closes"),
        ]

    @classmethod
    def audience(cls, actor):
        """The row itself tells no rating."""
        return staff_or_group(actor)

    def __str__(self):
        return f"{self.participation}, {self.area}"


class Discussion(TenantModel):
    """What was said about one indicator. `spread`: highest less lowest rating when the last one came in."""

    grants = "SELECT, INSERT, UPDATE"

    consensus = models.ForeignKey(Consensus, models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    area = models.ForeignKey(EvaluationArea, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    spread = models.DecimalField(_("spread of the ratings"), max_digits=7, decimal_places=2)
    note = models.TextField(_("what was discussed"), max_length=4000, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("discussion of an indicator")
        ordering = ["indicator"]
        constraints = [models.UniqueConstraint(fields=["agency", "consensus", "indicator"], name="one_discussion_of_an_indicator")]

    @classmethod
    def audience(cls, actor):
        """The spread tells of ratings: nobody sees it before all are in."""
        return all_in() & staff_or_group(actor)

    def __str__(self):
        return f"{self.consensus_id} {self.indicator_id}"
