"""The consultants' list (컨설턴트 명부): who may be asked to help providers, what they know, where and when they go."""
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import District
from core.tenancy import NOBODY, TenantModel, TenantRow
from providers.models import ServiceType

MOST_AT_ONCE = 5


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")


class Consultant(TenantModel):
    """Set aside when they are not to be asked, never deleted. `areas`: codes of the criteria's areas; empty: all of them."""

    grants = "SELECT, INSERT, UPDATE"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("consultant"))
    areas = ArrayField(models.CharField(max_length=12), default=list, verbose_name=_("areas of the criteria"))
    weekdays = ArrayField(models.PositiveSmallIntegerField(choices=Weekday), default=list, verbose_name=_("days of the week"))
    about = models.TextField(_("what they have done"), max_length=2000, blank=True)
    most_at_once = models.PositiveSmallIntegerField(_("consultations at once, at most"), default=MOST_AT_ONCE)
    is_active = models.BooleanField(_("may be asked"), default=True)
    added_at = models.DateTimeField(_("on the list since"))
    version = models.PositiveIntegerField(default=0)        # counts each saving of the text
    saved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("consultant")
        verbose_name_plural = _("consultants")
        constraints = [models.UniqueConstraint(fields=["agency", "user"], name="once_on_the_list_of_consultants"),
                       models.CheckConstraint(condition=models.Q(most_at_once__range=(1, 99)), name="consults_one_or_more")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, and the consultant. A provider reads of whoever comes on the page of its consultation."""
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return str(self.user)

    @property
    def days(self):
        return [str(Weekday(day).label) for day in sorted(self.weekdays)]


class ConsultantService(TenantRow):
    """A service that the consultant knows."""

    part_of = "consultant"

    consultant = models.ForeignKey(Consultant, models.PROTECT, related_name="services")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))

    class Meta:
        verbose_name = _("service a consultant knows")
        constraints = [models.UniqueConstraint(fields=["agency", "consultant", "service_type"], name="a_service_once_per_consultant")]

    def __str__(self):
        return str(self.service_type)


class ConsultantDistrict(TenantRow):
    """A district where the consultant goes."""

    part_of = "consultant"

    consultant = models.ForeignKey(Consultant, models.PROTECT, related_name="districts")
    district = models.ForeignKey(District, models.PROTECT, related_name="+", verbose_name=_("district"))

    class Meta:
        verbose_name = _("district of a consultant")
        constraints = [models.UniqueConstraint(fields=["agency", "consultant", "district"], name="a_district_once_per_consultant")]

    def __str__(self):
        return str(self.district)
