"""The ledger of who has had to do with whom: every separation rule reads it, and nothing else."""
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from core.tenancy import NOBODY, TenantRow

PROVIDER, BUSINESS = "providers.provider", "providers.business"
BUSINESSES = uuid.UUID("6f1d4d0a-8f5c-4f0e-9d5e-3f7a1b0c2d64")         # the name space of business numbers; never another


def business_of(number):
    """What the ledger calls a business by its registration number, be it a provider here or not."""
    return uuid.uuid5(BUSINESSES, number)


class Involvement(TenantRow):
    """One line of the ledger. `matter` is the public id of the case, or empty where it is about the subject as such."""

    class Kind(models.TextChoices):
        EMPLOYED = "employed", _("employed there")
        OWNS = "owns", _("owns it")
        RELATED = "related", _("related to its people")
        CONSULTED = "consulted", _("consulted it")
        ASSESSED = "assessed", _("assessed the case")
        DECIDED = "decided", _("decided the case")

    grants = "SELECT, INSERT, UPDATE"

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    subject_type = models.CharField(max_length=60)              # PROVIDER or BUSINESS
    subject = models.UUIDField()                                # the provider's public id; of a business, `business_of` its number
    label = models.CharField(_("name of the business"), max_length=80, blank=True)      # where the subject is no provider here
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    matter = models.UUIDField(null=True)
    from_on = models.DateField(_("from"), null=True)
    to_on = models.DateField(_("until"), null=True)
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("involvement")
        indexes = [models.Index(fields=["agency", "person"], name="involvements_of_a_person"),
                   models.Index(fields=["agency", "matter"], name="involvements_in_a_matter")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "person", "kind", "subject_type", "subject", "matter"], nulls_distinct=False,
                                    name="an_involvement_once"),
            models.CheckConstraint(condition=~models.Q(kind__in=("assessed", "decided")) | models.Q(matter__isnull=False),
                                   name="judged_in_a_matter"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.person}, {self.get_kind_display()}"
