"""A certificate: numbered, dated, with what it was given for, what happened to it since, and its documents."""
from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import District, Role
from certification.models.framework import Framework, FrameworkVersion
from certification.renewal import renewal_window
from core import clock
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel, TenantRow
from providers.models import Offering, Provider, ProviderMember, ServiceType

EXPIRING = timedelta(days=180)


class State(models.TextChoices):
    """What a certificate is on a day; computed from its dates, never kept."""

    UPCOMING = "upcoming", _("not yet valid")
    VALID = "valid", _("valid")
    EXPIRING = "expiring", _("valid, expiring soon")
    SUSPENDED = "suspended", _("suspended")
    REVOKED = "revoked", _("revoked")
    SURRENDERED = "surrendered", _("surrendered")
    SUPERSEDED = "superseded", _("replaced by a newer certificate")
    EXPIRED = "expired", _("no longer valid")


class Ended(models.TextChoices):
    REVOKED = "revoked", _("revoked")
    SURRENDERED = "surrendered", _("surrendered")
    SUPERSEDED = "superseded", _("replaced by a newer certificate")


def not_past_sanction(path="", today=None):
    """The same for a query, of rows that lead to a certificate by `path`: it has no end, or is given back on a day to come."""
    day = today or clock.today()
    later = models.Q(**{f"{path}ended_as": Ended.SURRENDERED, f"{path}ended_on__gt": day})
    return (models.Q(**{f"{path}ended_on": None}) | later) & models.Q(**{f"{path}valid_to__gte": day})


class Validity(models.Model):
    """The dates that say what a certificate is; the same on the certificate and in the register. All are days in Seoul."""

    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"))                              # the last day that belongs to it
    suspended_from = models.DateField(_("suspended from"), null=True, blank=True)
    suspended_to = models.DateField(_("suspended to"), null=True, blank=True)       # the last day; empty: until further notice
    ended_on = models.DateField(_("ended on"), null=True, blank=True)       # the first day on which it is no more
    ended_as = models.CharField(_("ended as"), max_length=12, choices=Ended, blank=True)

    class Meta:
        abstract = True

    def state_on(self, day=None):
        """Its State on that day, by default today."""
        day = day or clock.today()
        if self.ended_on and self.ended_on <= day:
            return State(self.ended_as)
        if day < self.valid_from:
            return State.UPCOMING
        if day > self.valid_to:
            return State.EXPIRED
        if self.suspended_from and self.suspended_from <= day and (self.suspended_to is None or day <= self.suspended_to):
            return State.SUSPENDED
        return State.EXPIRING if self.valid_to - day < EXPIRING else State.VALID

    @property
    def state(self):
        return self.state_on()

    @property
    def is_in_force(self):
        return self.state in (State.VALID, State.EXPIRING)

    @property
    def has_ended(self):
        return self.state not in (State.UPCOMING, State.VALID, State.EXPIRING, State.SUSPENDED)

    @property
    def is_past_sanction(self):
        """It has ended, or its end is fixed. That its holder gives it back on a day to come shields it from nothing."""
        return self.has_ended or (self.ended_on is not None and self.ended_as != Ended.SURRENDERED)

    @property
    def last_day(self):
        """The last day on which it holds, as its end is fixed now."""
        return min(self.valid_to, self.ended_on - timedelta(days=1)) if self.ended_on else self.valid_to

    @property
    def state_since(self):
        """The first day of its state as citizens understand it: that it will end soon is no change."""
        state, day = self.state, clock.today()
        if state in (State.UPCOMING, State.SUSPENDED):
            return self.valid_from if state == State.UPCOMING else self.suspended_from
        if state == State.EXPIRED:
            return self.valid_to + timedelta(days=1)
        if self.ended_on and self.ended_on <= day:
            return self.ended_on
        return self.suspended_to + timedelta(days=1) if self.suspended_to and self.suspended_to < day else self.valid_from


VALIDITY_CHECKS = (
    ("ends_after_it_began", models.Q(valid_to__gte=models.F("valid_from"))),
    ("ended_on_a_day_as_something", models.Q(ended_on=None, ended_as="") | models.Q(ended_on__isnull=False) & ~models.Q(ended_as="")),
    ("ended_not_before_it_began", models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("valid_from"))),
    ("suspended_to_after_from", models.Q(suspended_to=None) | models.Q(suspended_to__gte=models.F("suspended_from"))),
)


class Certificate(Validity, TenantModel):
    """Names as they were printed; later changes of the provider do not reach it."""

    class Origin(models.TextChoices):
        ISSUED = "issued", _("issued here")
        IMPORTED = "imported", _("issued before this system")

    grants = "SELECT, INSERT, UPDATE"

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="+")
    version = models.ForeignKey(FrameworkVersion, models.PROTECT, null=True, related_name="+")      # unknown for some imported ones
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    offering = models.ForeignKey(Offering, models.PROTECT, null=True, related_name="+")             # unknown for some imported ones
    matter = models.UUIDField(_("case"), null=True)                         # the public id of the application it came from
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.ISSUED)
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("serial"))
    number = models.CharField(_("key"), max_length=40)                      # BS-QC-2026-012
    number_shown = models.CharField(_("number"), max_length=40)             # 제2026-012호
    code = models.CharField(_("verification code"), max_length=13)
    provider_name = models.CharField(_("name of the organisation"), max_length=80)
    provider_name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    head_name = models.CharField(_("name of the representative"), max_length=60)
    shows_head_name = models.BooleanField(_("name of the representative is public"), default=False)
    site_name = models.CharField(_("name of the site"), max_length=80)
    address = models.CharField(_("address"), max_length=260)
    district = models.ForeignKey(District, models.PROTECT, related_name="+")
    phone = models.CharField(_("telephone"), max_length=11, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)      # degrees north
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)     # degrees east
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    area_findings = models.JSONField(default=list)                          # [{code, name_ko, name_en, plain_ko, plain_en, indicators}]
    issued_at = models.DateTimeField(_("issued at"))
    given_until = models.DateField(_("last day before it was prolonged"), null=True, editable=False)       # None: it never was

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-year", "-serial"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_certificate_of_a_number"),
            models.UniqueConstraint(fields=["agency", "framework", "year", "serial"], name="one_certificate_of_a_serial"),
            models.UniqueConstraint(fields=["agency", "code"], name="one_certificate_of_a_code"),
            models.UniqueConstraint(fields=["agency", "matter"], name="one_certificate_of_a_case", condition=models.Q(ended_on=None)),
            ExclusionConstraint(name="one_live_certificate_per_offering", expressions=[
                ("agency", "="), ("offering", "="),
                (models.Func(template="daterange(valid_from, COALESCE(ended_on, valid_to + 1))", output_field=DateRangeField()), "&&")]),
            *(models.CheckConstraint(condition=condition, name=f"certificate_{name}") for name, condition in VALIDITY_CHECKS),
        ]
        indexes = [models.Index(fields=["agency", "valid_to"], name="certificates_by_end"),
                   models.Index(fields=["agency", "provider"], name="certificates_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases and the city; the provider's people their own."""
        if actor.reads_cases or actor.has(Role.OBSERVER):
            return models.Q()
        if not actor.user:
            return NOBODY
        return models.Q(provider__in=ProviderMember.everything.filter(user=actor.user, left_at=None).values("provider"))

    def __str__(self):
        return f"{self.number_shown} {self.provider_name}"

    @property
    def renewal_until(self):
        """The last day on which its renewal can be applied for."""
        return renewal_window(self.framework, self.valid_to).closes_on

    @property
    def title(self):
        """The name in the page's language."""
        return self.provider_name_en if self.provider_name_en and get_language() == "en" else self.provider_name


class CertificateEvent(TenantRow):
    """What happened to a certificate; the public history is made of these."""

    class Kind(models.TextChoices):
        ISSUED = "issued", _("certified")
        IMPORTED = "imported", _("certified (entered from the papers)")
        SUSPENDED = "suspended", _("suspended")
        REINSTATED = "reinstated", _("in force again")
        REVOKED = "revoked", _("revoked")
        SURRENDERED = "surrendered", _("surrendered")
        SUPERSEDED = "superseded", _("replaced by a newer certificate")
        PROLONGED = "prolonged", _("prolonged")
        CORRECTED = "corrected", _("corrected")
        REISSUED = "reissued", _("issued anew")
        EXPIRED = "expired", _("no longer valid")

    part_of = "certificate"
    append_only = True

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="events")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    at = models.DateTimeField(_("noted at"))
    effective_on = models.DateField(_("effective on"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)                      # as the public page says it

    class Meta:
        verbose_name = _("event of a certificate")
        ordering = ["effective_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "certificate"], condition=models.Q(kind="expired"),
                                               name="a_certificate_expires_once")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.effective_on}"


class CertificateDocument(TenantModel):
    """A document of the certificate: asked for with it, made by the worker, signed once and kept byte for byte."""

    class Kind(models.TextChoices):
        CERTIFICATE = "certificate", _("certificate")
        PLAQUE = "plaque", _("plaque")

    part_of = "certificate"
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    language = models.CharField(_("language"), max_length=2, default="ko")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked for at"))
    made_at = models.DateTimeField(_("made at"), null=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True)
    revision = models.ForeignKey("certification.CertificateRevision", models.PROTECT, null=True,
                                 related_name="+")       # why there is this version

    class Meta:
        verbose_name = _("document of a certificate")
        ordering = ["kind", "-language", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate", "kind", "language", "version"], name="one_document_of_a_version"),
            models.CheckConstraint(condition=models.Q(file=None, made_at=None, sha256="") |
                                   models.Q(file__isnull=False, made_at__isnull=False) & ~models.Q(sha256=""), name="made_with_its_file"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.certificate_id} {self.language} {self.version}"
