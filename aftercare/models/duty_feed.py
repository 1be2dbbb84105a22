"""A secret address at which a calendar program reads the days of a provider's duties."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from providers.models import Provider


class DutyFeed(TenantModel):
    """One person's address for one provider: the address is the row's id, signed. A new one ends the older; it ends
    with the membership too."""

    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "user"], condition=models.Q(ended_at=None),
                                               name="one_calendar_address_of_a_person")]

    @classmethod
    def audience(cls, actor):
        """Whose it is; whoever holds the address needs no door."""
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.provider_id} #{self.pk}"
