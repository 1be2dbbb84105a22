"""Mandatory training: what somebody of the house still has to have, and how far the house is, for itself and for the Central institute."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.tenancy import NOBODY, Ownership, TenantModel, TenantRow
from training.coverage import LADDER
from training.models.course import READERS, Course

FEW = 5                                 # of fewer employees the Central institute is told no share


class OpenDuty(TenantModel):
    """Somebody has to have a course by a day: they have never had it, or it runs out. Kept by the house's job, by state.

    It is what the deadlines of mandatory training are about. Settled, it stays: the next time the course runs out it is open again.
    """

    parents_owner = {"course": "host"}
    grants = "SELECT, INSERT, UPDATE"

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")        # whose course it is
    course = models.ForeignKey(Course, models.PROTECT, related_name="+", verbose_name=_("course"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    name = models.CharField(_("name"), max_length=60)
    due_on = models.DateField(_("by"))
    opened_at = models.DateTimeField(editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("mandatory training that is missing")
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "course", "user"], name="one_open_duty_per_course")]

    @classmethod
    def audience(cls, actor):
        mine = models.Q(user=actor.user) if actor.user else NOBODY
        return models.Q() if actor.has(*READERS) else mine

    def __str__(self):
        return str(self.course)

    @property
    def ladder(self):
        """Of one that was overdue for long when it was found, the day after too: nobody had told them."""
        found_after = (clock.seoul(self.opened_at).date() - self.due_on).days + 1
        return (*LADDER, found_after) if found_after > LADDER[-1] else LADDER

    @property
    def in_full(self):
        """As a reminder lists it: for the person, and for who keeps the house's training."""
        return f"{self.course} ({self.name})"


class CoverageCount(TenantRow):
    """How many employees of the house, and how many of them have everything that is due. For the house alone, a row for each year."""

    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year"))
    as_of = models.DateField(_("as of"))                # 31 December; while the year runs the day of the count
    counted_at = models.DateTimeField(_("counted at"))
    people = models.PositiveIntegerField(_("employees"))
    covered = models.PositiveIntegerField(_("employees who have everything that is due"))

    class Meta:
        verbose_name = _("training coverage of a year")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="coverage_counted_once_a_year"),
            models.CheckConstraint(condition=models.Q(covered__lte=models.F("people")), name="no_more_covered_than_people"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY

    def __str__(self):
        return f"{self.agency}, {self.year}"


class CoverageShare(TenantRow):
    """What the Central institute reads of it: a share in whole percent, and no number of persons. Of a few employees not even that."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    as_of = models.DateField(_("as of"))
    counted_at = models.DateTimeField(_("counted at"))
    percent = models.PositiveSmallIntegerField(_("share in percent"), null=True)

    class Meta:
        verbose_name = _("training coverage for the Central institute")
        ordering = ["-year", "agency"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "central", "year"], name="coverage_told_once_a_year"),
            models.CheckConstraint(condition=models.Q(percent=None) | models.Q(percent__lte=100), name="a_share_of_a_hundred"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY

    def __str__(self):
        return f"{self.agency}, {self.year}"
