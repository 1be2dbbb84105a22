"""A year's run: who may apply for what, when, judged by which version."""
from datetime import UTC, datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.framework import FrameworkVersion, published
from core import clock
from core.bilingual import by_language
from core.tenancy import Ownership, TenantModel
from providers.models import ServiceType

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def last_day_before(moment):
    """The day in Seoul that ends with this moment, if it is the first that is too late."""
    return clock.seoul(moment - timedelta(microseconds=1)).date()


def closing_time_of(moment):
    """As it is announced: midnight is 24:00 of the last day, not 00:00 of the next."""
    closes = clock.seoul(moment)
    return "24:00" if closes.date() > last_day_before(moment) else f"{closes:%H:%M}"


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
    notice_on = models.DateField(_("announced on"), null=True, blank=True)               # planned; `published_at` is when it was
    opens_at = models.DateTimeField(_("applications from"))
    closes_at = models.DateTimeField(_("applications until"))                # the first moment that is too late
    document_review_from = models.DateField(_("document review from"), null=True, blank=True)
    document_review_until = models.DateField(_("document review until"), null=True, blank=True)
    site_visits_from = models.DateField(_("site visits from"), null=True, blank=True)
    site_visits_until = models.DateField(_("site visits until"), null=True, blank=True)
    final_evaluation_on = models.DateField(_("final evaluation on"), null=True, blank=True)
    results_on = models.DateField(_("results on"), null=True, blank=True)
    contact_ko = models.CharField(_("whom to ask, in Korean"), max_length=60, blank=True)
    contact_en = models.CharField(_("whom to ask, in English"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telephone for questions"), max_length=20, blank=True)
    contact_email = models.EmailField(_("e-mail for questions"), blank=True)
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
    contact = by_language("contact")

    def is_open(self, at=None, *, provider=None):
        """Whether an application that arrived at this moment is in time: for everybody, or for this provider (or its id)."""
        at = at or clock.now()
        if self.published_at is None or at < self.opens_at:
            return False
        return at < self.closes_at or (provider is not None and at < self.closes_for(provider))

    def closes_for(self, provider):
        """The first moment that is too late for this provider: as announced, or later if it was granted late access."""
        return max(self.closes_at, self.late_until(provider))

    def late_until(self, provider):
        """The first moment that is too late by the late access this provider was granted; long past where it was granted none."""
        wanted = getattr(provider, "pk", provider)
        return max([NEVER, *(access.until for access in self.late_accesses.all() if access.provider_id == wanted)])

    @property
    def last_day(self):
        """The day in Seoul on which the last application is in time."""
        return last_day_before(self.closes_at)

    @property
    def closing_time(self):
        return closing_time_of(self.closes_at)

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
