"""Where a provider works, and which services it offers there."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from providers import telephone
from providers.models.provider import Address, Provider
from providers.models.service_type import ServiceType

IN_KOREA = models.Q(latitude__gte=33, latitude__lte=39, longitude__gte=124, longitude__lte=132)


class Site(Address, TenantModel):
    part_of = "provider"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="sites")
    name = models.CharField(_("name of the site"), max_length=80)
    phone = models.CharField(_("telephone"), max_length=11)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)      # degrees north
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)    # degrees east
    added_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        constraints = [
            models.UniqueConstraint(fields=["agency", "provider", "name"], name="one_site_of_a_name"),
            models.CheckConstraint(condition=models.Q(latitude=None, longitude=None) | IN_KOREA, name="site_lies_in_korea"),
        ]

    def __str__(self):
        return self.name

    @property
    def telephone(self):
        return telephone.formatted(self.phone)


class Offering(TenantModel):
    """A service type at a site: what is applied for, and certified, one by one."""

    part_of = "site"
    grants = "SELECT, INSERT, UPDATE"

    site = models.ForeignKey(Site, models.PROTECT, related_name="offerings")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    registration_number = models.CharField(_("number of the provider registration"), max_length=30, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    is_active = models.BooleanField(_("offered now"), default=True)

    class Meta:
        verbose_name = _("offering")
        verbose_name_plural = _("offerings")
        constraints = [models.UniqueConstraint(fields=["agency", "site", "service_type"], condition=models.Q(is_active=True),
                                               name="a_service_once_per_site")]

    def __str__(self):
        return f"{self.service_type}, {self.site}"
