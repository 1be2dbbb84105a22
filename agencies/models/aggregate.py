"""Certification in figures, a row for each year: an agency's own as they are, and what of them Central reads. Made by a job."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.small_numbers import RESTS_ON, SMALL, SUMS
from core.tenancy import NOBODY, Ownership, TenantRow

COUNTED = ("applications", "finished", "certified", "refused", "appeals", "certificates", "providers", "suspended", "revoked")
KEYS = (*COUNTED, "median_days")


class YearOfCertification(TenantRow):
    """A column for each figure; what it means stands in `agencies/definitions.py`."""

    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year"))
    as_of = models.DateField(_("as of"))                # 31 December; while the year runs the day of the count
    counted_at = models.DateTimeField(_("counted at"))
    applications = models.PositiveIntegerField(null=True)
    finished = models.PositiveIntegerField(null=True)
    certified = models.PositiveIntegerField(null=True)
    refused = models.PositiveIntegerField(null=True)
    appeals = models.PositiveIntegerField(null=True)
    certificates = models.PositiveIntegerField(null=True)
    providers = models.PositiveIntegerField(null=True)
    suspended = models.PositiveIntegerField(null=True)
    revoked = models.PositiveIntegerField(null=True)
    median_days = models.PositiveIntegerField(null=True)        # where nothing was finished there is none

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.agency}, {self.year}"

    @property
    def figures(self):
        """{key: number or None}"""
        return {key: getattr(self, key) for key in KEYS}

    def hides(self, key):
        """Whether there is a number that this row does not tell."""
        return getattr(self, key) is None and not (key in RESTS_ON and getattr(self, RESTS_ON[key]) == 0)


class CertificationCount(YearOfCertification):
    """As they are, for the agency alone."""

    class Meta:
        verbose_name = _("certification figures of a year")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="counted_once_a_year"),
            models.CheckConstraint(condition=models.Q(**{f"{key}__isnull": False for key in COUNTED}), name="what_is_counted_has_a_number"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY


def _nothing_small():
    """No number from one to four stands in the row, and no sum of a hidden part: no mistake of a page can show them."""
    wanted = models.Q()
    for key in COUNTED:
        wanted &= models.Q(**{f"{key}__isnull": True}) | models.Q(**{key: 0}) | models.Q(**{f"{key}__gte": SMALL})
    for whole, parts in SUMS.items():
        for part in parts:
            wanted &= models.Q(**{f"{whole}__isnull": True}) | models.Q(**{f"{part}__isnull": False})
    return wanted


class CertificationAggregate(YearOfCertification):
    """What the Central institute reads of it: written by the agency's job, small numbers left out before it leaves the house."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("certification figures for the Central institute")
        ordering = ["-year", "agency"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "central", "year"], name="told_once_a_year"),
            models.CheckConstraint(condition=_nothing_small(), name="no_small_number_is_told"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY
