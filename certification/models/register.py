"""The public register: one row a certificate, written in the transaction of what happened, read by everybody."""
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import directory
from accounts.models import District
from certification.models.certificate import VALIDITY_CHECKS, Certificate, Validity
from core import codes
from core.bilingual import by_language
from core.calendar import months_after
from core.search import term
from core.tenancy import Ownership, TenantRow
from providers import telephone
from providers.models import ServiceType
from providers.models.site import price_in_words


def number_key(year, serial):
    """2026-12, however the number is printed; no name is compared to it, since names keep no marks."""
    return f"{int(year)}-{int(serial)}"


def narrowed_by(name, pk):
    """The term of everything that has this agency, district or service."""
    return term(f"{name}:{pk}")


class RegisterEntry(Validity, TenantRow):
    """Everything the public pages say of a certificate, so that they ask one table. Nobody's name unless the provider agreed."""

    ownership = Ownership.PUBLIC
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    number_shown = models.CharField(max_length=40)
    code = models.CharField(max_length=13)
    provider = models.UUIDField()                                            # the provider's public id: what else it has
    provider_name = models.CharField(max_length=80)
    provider_name_en = models.CharField(max_length=120, blank=True)
    head_name = models.CharField(max_length=60, blank=True)                  # only with the provider's consent
    site_name = models.CharField(max_length=80)
    address = models.CharField(max_length=260)
    phone = models.CharField(max_length=11, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)      # degrees north
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)     # degrees east
    district = models.ForeignKey(District, models.PROTECT, related_name="+")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+")
    scheme_ko = models.CharField(max_length=80)
    scheme_en = models.CharField(max_length=120)
    edition_ko = models.CharField(max_length=40, blank=True)                 # 2024년판
    edition_en = models.CharField(max_length=60, blank=True)
    is_sample = models.BooleanField(default=False)
    areas = models.JSONField(default=list)                                   # the certificate's area findings
    history = models.JSONField(default=list)                                 # [{kind, on, until, reason}], oldest first
    documents = models.JSONField(default=list)                               # the certificate's PDF: [{language, version, sha256, made_on}]
    offering = models.UUIDField(null=True)                                   # the public id of what was certified, where it is known
    opening_hours = models.CharField(max_length=500, blank=True)             # these and the prices as the provider says them now
    price_low = models.PositiveIntegerField(null=True)                       # won
    price_high = models.PositiveIntegerField(null=True)
    price_per = models.CharField(max_length=7, blank=True)
    places = models.JSONField(default=list)                                  # all it offers: see workflow/register_facts.py
    known_as = ArrayField(models.CharField(max_length=400), default=list)    # its names and number as they are compared
    picture = models.JSONField(default=dict)                                 # of the plaque, with consent: {sha256, width, height}
    notes = models.JSONField(default=dict)                                   # pauses, predecessors, successors: see register_notes.py
    terms = ArrayField(models.IntegerField(), default=list)                  # what it is found by: see core/search.py
    renewed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("entry of the register")
        verbose_name_plural = _("register")
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_entry_of_a_number"),
            models.UniqueConstraint(fields=["agency", "certificate"], name="one_entry_of_a_certificate"),
            *(models.CheckConstraint(condition=condition, name=f"register_{name}") for name, condition in VALIDITY_CHECKS),
        ]
        indexes = [
            GinIndex(fields=["terms"], name="register_by_terms"),
            GinIndex(fields=["known_as"], name="register_by_names"),
            models.Index(fields=["agency", "provider_name", "id"], name="register_by_name"),
            models.Index(fields=["agency", "valid_from", "id"], name="register_by_day"),
            models.Index(fields=["provider_name", "id"], name="register_of_nation_by_name"),
            models.Index(fields=["valid_from", "id"], name="register_of_nation_by_day"),
            models.Index(fields=["number"], name="register_by_number"),
            models.Index(fields=["code"], name="register_by_code"),
            models.Index(fields=["agency", "provider"], name="register_by_provider"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # it is public

    def __str__(self):
        return f"{self.number_shown} {self.provider_name}"

    @property
    def title(self):
        """The name in the page's language."""
        return self.provider_name_en if self.provider_name_en and get_language() == "en" else self.provider_name

    @property
    def listed_until(self):
        """The last day on which a revoked one stands in the list."""
        later = months_after(self.ended_on, directory.months_listed(self.agency_id))
        return later - timedelta(days=1) if later.day == self.ended_on.day else later

    @property
    def last_day(self):
        """The last day on which it is or was in force, as far as it is known."""
        return self.valid_to if self.ended_on is None else min(self.valid_to, self.ended_on - timedelta(days=1))

    @property
    def shown_code(self):
        return codes.formatted(self.code)

    @property
    def price(self):
        """60,000~80,000 won a month; empty if the provider says none."""
        return price_in_words(self.price_low, self.price_high, self.price_per)

    scheme = by_language("scheme")
    edition = by_language("edition")

    @property
    def telephone(self):
        return telephone.formatted(self.phone) if self.phone else ""
