"""An organisation that provides social services (제공기관), as its agency knows it."""
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import District
from core.tenancy import NOBODY, TenantModel
from providers import business_number, names, telephone
from providers.models.member import ProviderMember
from providers.stages import MOVES, Stage

POSTCODE = RegexValidator(r"^[0-9]{5}$", _("A postcode has five digits."))


class Address(models.Model):
    """A road-name address, its parts kept apart."""

    postcode = models.CharField(_("postcode"), max_length=5, validators=[POSTCODE])
    district = models.ForeignKey(District, models.PROTECT, related_name="+", verbose_name=_("city, county or district"))
    address_base = models.CharField(_("road-name address"), max_length=150)
    address_detail = models.CharField(_("building, floor, room"), max_length=100, blank=True)

    class Meta:
        abstract = True

    @property
    def address(self):
        return f"{self.address_base}, {self.address_detail}" if self.address_detail else self.address_base


class Provider(Address, TenantModel):
    Stage = Stage
    MOVES = MOVES
    grants = "SELECT, INSERT, UPDATE"                       # its registration ends, the row stays

    name = models.CharField(_("name of the organisation"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    business_number = models.CharField(_("business registration number"), max_length=10)
    head_name = models.CharField(_("name of the representative"), max_length=60)
    phone = models.CharField(_("telephone"), max_length=11)
    email = models.EmailField(_("e-mail of the organisation"))
    stage = models.CharField(_("state of the registration"), max_length=12, choices=Stage, default=Stage.REGISTERED, editable=False)
    registered_at = models.DateTimeField(_("registered at"), editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)       # by whom stands in the audit trail
    refusal_reason = models.TextField(_("reason of the refusal"), blank=True, editable=False)
    closed_reason = models.TextField(_("reason of the ending"), blank=True, editable=False)
    entered_by_proxy_at = models.DateTimeField(_("taken in from paper at"), null=True, editable=False)     # by the agency, for whom it came
    entered_by_proxy_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    name_key = models.TextField(editable=False, default="")         # what similar ones are found by, see providers/names.py
    address_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("provider")
        verbose_name_plural = _("providers")
        indexes = [models.Index(fields=["agency", "stage", "registered_at"], name="providers_by_stage"),
                   models.Index(fields=["agency", "registered_at", "id"], name="providers_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "business_number"], name="one_provider_per_number"),
            models.CheckConstraint(condition=models.Q(business_number__regex=r"^[0-9]{10}$"), name="number_has_ten_digits"),
            models.CheckConstraint(condition=~models.Q(stage="refused") | ~models.Q(refusal_reason=""), name="refused_with_a_reason"),
            models.CheckConstraint(condition=~models.Q(stage="closed") | ~models.Q(closed_reason=""), name="closed_with_a_reason"),
            models.CheckConstraint(condition=models.Q(entered_by_proxy_at=None, entered_by_proxy_by=None) | models.Q(
                entered_by_proxy_at__isnull=False, entered_by_proxy_by__isnull=False), name="taken_in_by_somebody"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases see every provider; its people see their own."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        return models.Q(pk__in=ProviderMember.everything.filter(user=actor.user, left_at=None).values("provider"))

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """What similar ones are found by follows the name and the address."""
        self.name_key, self.address_key = names.name_key(self.name), names.address_key(self.district_id, self.address_base)
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "name_key", "address_key"}
        super().save(*args, **kwargs)

    @property
    def title(self):
        """The name in the page's language."""
        return self.name_en if self.name_en and get_language() == "en" else self.name

    @property
    def number(self):
        return business_number.formatted(self.business_number)

    @property
    def telephone(self):
        return telephone.formatted(self.phone)
