"""Counters of numbers that must have no gap."""
from django.db import models

from core.tenancy import NOBODY, TenantRow


class Series(TenantRow):
    """The last number given in a series of a year; its row is locked by whoever takes the next one."""

    grants = "SELECT, INSERT, UPDATE"

    name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name", "year"], name="one_counter_per_series_and_year")]

    @classmethod
    def audience(cls, actor):
        return NOBODY

    def __str__(self):
        return f"{self.name} {self.year}: {self.last}"
