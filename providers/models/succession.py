"""What became of a provider: who follows it (양도·합병·상속), and when it does no business for a while (휴업)."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.tenancy import NOBODY, TenantModel
from providers.models.member import ProviderMember
from providers.models.provider import Provider
from providers.models.site import Site


class Succession(TenantModel):
    """Through `sanctions_until` what stands against the predecessor stands against the successor. Written by the reports of changes."""

    class Manner(models.TextChoices):
        TRANSFER = "transfer", _("transfer")
        MERGER = "merger", _("merger")
        INHERITANCE = "inheritance", _("inheritance")

    grants = "SELECT, INSERT, UPDATE"

    predecessor = models.ForeignKey(Provider, models.PROTECT, related_name="+", verbose_name=_("predecessor"))
    successor = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+", verbose_name=_("successor"))
    successor_name = models.CharField(_("name of the successor"), max_length=80)            # as reported; also of one that is not here
    successor_number = models.CharField(_("business registration number"), max_length=10)
    manner = models.CharField(_("manner"), max_length=11, choices=Manner)
    happened_on = models.DateField(_("since"))
    sanctions_until = models.DateField(_("sanctions follow until"))
    matter = models.UUIDField(_("report"))                                                  # the public id of what reported it
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("succession")
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "matter"], name="one_succession_of_a_report"),
            models.CheckConstraint(condition=models.Q(successor=None) | ~models.Q(successor=models.F("predecessor")),
                                   name="no_provider_follows_itself"),
        ]
        indexes = [models.Index(fields=["agency", "successor"], name="successions_by_successor"),
                   models.Index(fields=["agency", "predecessor"], name="successions_by_predecessor")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases; the people of both."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        mine = ProviderMember.everything.filter(user=actor.user, left_at=None).values("provider")
        return models.Q(predecessor__in=mine) | models.Q(successor__in=mine)

    def __str__(self):
        return f"{self.predecessor} → {self.successor_name}"


class BusinessPause(TenantModel):
    """A suspension of business that was reported, of one site or of all."""

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="pauses")
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("through"))
    matter = models.UUIDField(_("report"))
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("pause of business")
        ordering = ["from_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "matter"], name="one_pause_of_a_report"),
                       models.CheckConstraint(condition=models.Q(to_on__gte=models.F("from_on")), name="a_business_pause_has_an_end")]

    def __str__(self):
        return f"{self.from_on} ~ {self.to_on}"

    @property
    def is_running(self):
        return self.from_on <= clock.today() <= self.to_on
