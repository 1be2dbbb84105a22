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
    opening_hours = models.TextField(_("opening hours"), max_length=500, blank=True)
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

    class Per(models.TextChoices):
        SESSION = "session", _("a session")
        MONTH = "month", _("a month")

    part_of = "site"
    grants = "SELECT, INSERT, UPDATE"

    site = models.ForeignKey(Site, models.PROTECT, related_name="offerings")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    registration_number = models.CharField(_("number of the provider registration"), max_length=30, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    price_low = models.PositiveIntegerField(_("price from, in won"), null=True, blank=True)       # the price elasticity system (가격탄력제)
    price_high = models.PositiveIntegerField(_("price to, in won"), null=True, blank=True)
    price_per = models.CharField(_("price for"), max_length=7, choices=Per, blank=True)
    is_active = models.BooleanField(_("offered now"), default=True)

    class Meta:
        verbose_name = _("offering")
        verbose_name_plural = _("offerings")
        constraints = [
            models.UniqueConstraint(fields=["agency", "site", "service_type"], condition=models.Q(is_active=True),
                                    name="a_service_once_per_site"),
            models.CheckConstraint(name="price_from_low_to_high", condition=models.Q(price_low=None, price_high=None, price_per="") | (
                models.Q(price_low__isnull=False, price_high__isnull=False, price_low__lte=models.F("price_high"))
                & ~models.Q(price_per=""))),
        ]

    def __str__(self):
        return f"{self.service_type}, {self.site}"

    @property
    def price(self):
        """60,000–80,000 won a month; empty if none is given."""
        return price_in_words(self.price_low, self.price_high, self.price_per)


def price_in_words(low, high, per):
    """The same of what is kept elsewhere: amounts in won, `per` an Offering.Per."""
    if low is None:
        return ""
    amount = f"{low:,}" if low == high else f"{low:,}~{high:,}"
    return {Offering.Per.SESSION: _("%(amount)s won a session"), Offering.Per.MONTH: _("%(amount)s won a month")}[per] % {"amount": amount}
