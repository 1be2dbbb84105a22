"""A year's run: who may apply for what, when, judged by which version."""
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.framework import FrameworkVersion, published
from core import clock
from core.bilingual import by_language
from core.tenancy import Ownership, TenantModel
from providers.models import ServiceType


class Phase(models.TextChoices):
    """Where a round stands on a day, in words that stay true the whole day; computed, never kept."""

    UPCOMING = "upcoming", _("applications not open yet")
    OPENS_TODAY = "opens_today", _("applications open today")
    OPEN = "open", _("applications open")
    CLOSES_TODAY = "closes_today", _("last day of applications")
    CLOSED = "closed", _("applications closed")


class Round(TenantModel):
    """Announced once (`published_at`); from then on its version stays what it is."""

    class Kind(models.TextChoices):
        NEW = "new", _("first certification")
        RENEWAL = "renewal", _("renewal")

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="+", verbose_name=_("version of the framework"))
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.NEW)
    name_ko = models.CharField(_("name in Korean"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=120)
    quota = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)         # told, never applied by itself
    opens_at = models.DateTimeField(_("applications from"))
    closes_at = models.DateTimeField(_("applications until"))                # the first moment that is too late
    document_review_until = models.DateField(_("document review until"), null=True, blank=True)
    site_visits_until = models.DateField(_("site visits until"), null=True, blank=True)
    final_evaluation_on = models.DateField(_("final evaluation on"), null=True, blank=True)
    results_on = models.DateField(_("results on"), null=True, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-year", "-opens_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "kind", "name_ko"], name="one_round_of_a_name"),
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="a_round_closes_after_it_opens"),
        ]

    @classmethod
    def audience(cls, actor):
        return published(actor)

    def __str__(self):
        return self.name

    name = by_language("name")

    def is_open(self, at=None):
        """Whether an application that arrived at this moment is in time."""
        at = at or clock.now()
        return self.published_at is not None and self.opens_at <= at < self.closes_at

    @property
    def last_day(self):
        """The day in Seoul on which the last application is in time."""
        return clock.seoul(self.closes_at - timedelta(microseconds=1)).date()

    @property
    def closing_time(self):
        """As it is announced: midnight is 24:00 of the last day, not 00:00 of the next."""
        closes = clock.seoul(self.closes_at)
        return "24:00" if closes.date() > self.last_day else f"{closes:%H:%M}"

    def phase_on(self, day=None):
        """Its Phase on that day, by default today."""
        day = day or clock.today()
        if day < clock.seoul(self.opens_at).date():
            return Phase.UPCOMING
        if day >= self.last_day:
            return Phase.CLOSES_TODAY if day == self.last_day else Phase.CLOSED
        return Phase.OPENS_TODAY if self.opens_at > clock.day_start(day) else Phase.OPEN

    @property
    def phase(self):
        return self.phase_on()

    @property
    def is_ahead(self):
        """Still to come, or receiving applications today."""
        return self.phase != Phase.CLOSED


class RoundService(TenantModel):
    """A service that may be certified in the round."""

    ownership = Ownership.PUBLISHED
    part_of = "round"

    round = models.ForeignKey(Round, models.PROTECT, related_name="services")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))

    class Meta:
        verbose_name = _("service of the round")
        constraints = [models.UniqueConstraint(fields=["agency", "round", "service_type"], name="a_service_once_per_round")]

    def __str__(self):
        return str(self.service_type)
