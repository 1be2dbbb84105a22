"""The assessor pool (심사위원 풀): who may be asked to assess here, and by whom they are employed."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel


class PoolMember(TenantModel):
    """Ended, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    employer_number = models.CharField(_("business registration number of the employer"), max_length=10, blank=True)
    employer_name = models.CharField(_("employer"), max_length=80, blank=True)
    joined_at = models.DateTimeField(_("since"))
    left_at = models.DateTimeField(_("until"), null=True)

    class Meta:
        verbose_name = _("member of the assessor pool")
        constraints = [
            models.UniqueConstraint(fields=["agency", "user"], condition=models.Q(left_at=None), name="once_in_the_pool"),
            models.CheckConstraint(condition=models.Q(employer_number__regex=r"^([0-9]{10})?$"), name="employer_number_has_ten_digits"),
        ]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return str(self.user)
