"""Who acts for a provider, and from when to when."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel


class ProviderMember(TenantModel):
    """Ended, never deleted."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        EDITOR = "editor", _("editor")
        VIEWER = "viewer", _("viewer")

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey("providers.Provider", models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=6, choices=Role)
    joined_at = models.DateTimeField(_("since"))
    left_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("member of a provider")
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "user"], condition=models.Q(left_at=None),
                                               name="one_active_membership")]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}"

