"""Which agency is evaluated in a year, which is not, and why."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from agencies.models.indicator_set import IndicatorSet
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


def both_houses(actor, *, out):
    """Central's staff see the row at once, those of the agency it is about once it is `out`."""
    if not (actor.reads_cases or actor.has(Role.OBSERVER)):
        return NOBODY
    return models.Q(agency=current_agency_id()) | out


class Participation(TenantModel):
    """Central's word about one agency in one year. The agency sees it once the set is frozen."""

    class Standing(models.TextChoices):
        ASSESSED = "assessed", _("assessed")
        EXEMPT = "exempt", _("exempt")
        NOT_OPEN = "not_open", _("not yet open")

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="+")
    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    standing = models.CharField(_("takes part"), max_length=8, choices=Standing, default=Standing.ASSESSED)
    reason = models.CharField(_("reason"), max_length=300, blank=True)       # the legal one, where it is exempt
    out_at = models.DateTimeField(_("told at"), null=True, editable=False)   # when the set was frozen
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("participation in the evaluation")
        ordering = ["-year", "assessed"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "indicator_set", "assessed"], name="once_in_a_year"),
            models.CheckConstraint(condition=~models.Q(standing="exempt") | ~models.Q(reason=""), name="exempt_with_a_reason"),
            models.CheckConstraint(condition=~models.Q(agency=models.F("assessed")), name="nobody_evaluates_itself"),
        ]

    @classmethod
    def audience(cls, actor):
        return both_houses(actor, out=models.Q(out_at__isnull=False))

    def __str__(self):
        return f"{self.assessed}, {self.year}"

    @property
    def is_assessed(self):
        return self.standing == self.Standing.ASSESSED
