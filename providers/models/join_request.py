"""Somebody who works for a provider that is registered already asks to be let in."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from providers.models.member import ProviderMember
from providers.models.provider import Provider
from providers.stages import JOIN_MOVES, JoinStage


class JoinRequest(TenantModel):
    """Whoever asks reads only the number that they typed; the provider's name is told by its owner's yes."""

    Stage = JoinStage
    MOVES = JOIN_MOVES
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stage = models.CharField(_("state"), max_length=10, choices=JoinStage, default=JoinStage.ASKED, editable=False)
    words = models.CharField(_("what the person says"), max_length=300, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("request to join a provider")
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "user"], condition=models.Q(stage="asked"),
                                               name="one_open_request")]
        indexes = [models.Index(fields=["agency", "user"], name="requests_of_a_person")]

    @classmethod
    def audience(cls, actor):
        """Whoever asked; the owners of the provider; staff who read cases."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        owned = ProviderMember.everything.filter(user=actor.user, left_at=None, role=ProviderMember.Role.OWNER).values("provider")
        return models.Q(user=actor.user) | models.Q(provider__in=owned)

    def __str__(self):
        return f"{self.user}, {self.number}"

    @property
    def number(self):
        return self.provider.number

    @property
    def person(self):
        """As messages call them."""
        return f"{self.user} ({self.user.email})"
