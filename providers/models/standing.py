"""What stands against a provider's application: dispositions (행정처분), bars after a revocation, certificates of the national scheme."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from providers import business_number
from providers.models.provider import Provider
from providers.models.service_type import ServiceType


class Disposition(TenantModel):
    """An administrative disposition, as the authority made it known. Entered in error: withdrawn with a reason, never deleted."""

    class Kind(models.TextChoices):
        ORDER = "order", _("corrective order")
        WARNING = "warning", _("warning")
        FINE = "fine", _("fine or surcharge")
        SUSPENSION = "suspension", _("suspension of business")
        CANCELLATION = "cancellation", _("cancellation of the registration")
        OTHER = "other", _("other disposition")

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="dispositions")
    kind = models.CharField(_("kind of disposition"), max_length=12, choices=Kind)
    from_on = models.DateField(_("imposed on"))
    to_on = models.DateField(_("in force until"), null=True, blank=True)
    authority = models.CharField(_("authority"), max_length=80)
    note = models.CharField(_("note"), max_length=300, blank=True)
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("administrative disposition")
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "provider", "kind", "from_on"], condition=models.Q(withdrawn_at=None),
                                    name="one_disposition_of_a_kind_and_day"),
            models.CheckConstraint(condition=models.Q(to_on=None) | models.Q(to_on__gte=models.F("from_on")),
                                   name="disposition_ends_later"),
            models.CheckConstraint(condition=models.Q(withdrawn_at=None) | ~models.Q(withdrawn_reason=""), name="withdrawn_with_a_reason"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.from_on}"


class Bar(TenantModel):
    """Until that day, included, the provider does not apply: after a revocation."""

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="bars")
    barred_until = models.DateField(_("barred until"))
    reason = models.TextField(_("reason"))
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lifted_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("bar")
        ordering = ["-barred_until", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="barred_with_a_reason"),
            models.CheckConstraint(condition=models.Q(lifted_at=None) | ~models.Q(lifted_reason=""), name="lifted_with_a_reason"),
        ]

    def __str__(self):
        return f"{self.barred_until}"


class NationalHolder(TenantModel):
    """Who holds a certificate of the national scheme for a service, by the list that this agency was given."""

    grants = "SELECT, INSERT, UPDATE"

    business_number = models.CharField(_("business registration number"), max_length=10)
    name = models.CharField(_("name of the organisation"), max_length=80)
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)       # empty: the list does not say
    listed_at = models.DateTimeField(_("as of"))

    class Meta:
        verbose_name = _("holder of the national scheme")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "business_number", "service_type"], name="one_national_holder_per_service"),
            models.CheckConstraint(condition=models.Q(business_number__regex=r"^[0-9]{10}$"), name="national_number_has_ten_digits"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.name}, {self.service_type}"

    @property
    def number(self):
        return business_number.formatted(self.business_number)
