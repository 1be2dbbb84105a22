"""The assessor pool (심사위원 풀): who may be asked to assess here, what they know, their employers, what they pledged."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import District
from core.tenancy import NOBODY, TenantModel, TenantRow
from providers.business_number import formatted
from providers.models import ServiceType

MOST_CASES = 10         # of whom nothing else is noted: document reviews at once


class PoolMember(TenantModel):
    """Ended, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    joined_at = models.DateTimeField(_("since"))
    left_at = models.DateTimeField(_("until"), null=True)
    most_cases = models.PositiveSmallIntegerField(_("cases at once, at most"), default=MOST_CASES, db_default=MOST_CASES)
    may_lead = models.BooleanField(_("may lead a team"), default=True, db_default=True)

    class Meta:
        verbose_name = _("member of the assessor pool")
        constraints = [models.CheckConstraint(condition=models.Q(most_cases__range=(1, 99)), name="takes_on_a_case_or_more"),
                       models.UniqueConstraint(fields=["agency", "user"], condition=models.Q(left_at=None), name="once_in_the_pool")]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return str(self.user)


class PoolService(TenantRow):
    """A service that the assessor knows."""

    part_of = "member"

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="services")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))

    class Meta:
        verbose_name = _("service an assessor knows")
        constraints = [models.UniqueConstraint(fields=["agency", "member", "service_type"], name="a_service_once_per_assessor")]

    def __str__(self):
        return str(self.service_type)


class PoolDistrict(TenantRow):
    """A district where the assessor goes."""

    part_of = "member"

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="districts")
    district = models.ForeignKey(District, models.PROTECT, related_name="+", verbose_name=_("district"))

    class Meta:
        verbose_name = _("district of an assessor")
        constraints = [models.UniqueConstraint(fields=["agency", "member", "district"], name="a_district_once_per_assessor")]

    def __str__(self):
        return str(self.district)


class Employment(TenantModel):
    """By whom somebody of the pool is or was employed, or what they own or run. Ended, never deleted; the ledger follows it."""

    class Capacity(models.TextChoices):
        EMPLOYED = "employed", _("employed there")
        OWNS = "owns", _("owner or officer")

    part_of = "member"
    grants = "SELECT, INSERT, UPDATE"

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="employments")
    name = models.CharField(_("employer"), max_length=80)
    business_number = models.CharField(_("business registration number of the employer"), max_length=10, blank=True)
    capacity = models.CharField(_("as what"), max_length=8, choices=Capacity, default=Capacity.EMPLOYED)
    from_on = models.DateField(_("from"), null=True)
    to_on = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("employer of an assessor")
        constraints = [
            models.CheckConstraint(condition=models.Q(business_number__regex=r"^([0-9]{10})?$"), name="employer_number_has_ten_digits"),
            models.CheckConstraint(condition=~models.Q(name=""), name="an_employer_has_a_name"),
            models.CheckConstraint(condition=models.Q(to_on=None) | models.Q(from_on=None) | models.Q(to_on__gte=models.F("from_on")),
                                   name="employment_ends_after_it_began"),
        ]

    def __str__(self):
        return self.name

    @property
    def number(self):
        return formatted(self.business_number) if self.business_number else ""


class Qualification(TenantModel):
    """What makes somebody an assessor, and until when. One of each kind counts: the one that lasts longest."""

    part_of = "member"

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="qualifications")
    kind = models.CharField(_("qualification"), max_length=80)
    number = models.CharField(_("number"), max_length=40, blank=True)
    valid_until = models.DateField(_("valid until"), null=True)

    class Meta:
        verbose_name = _("qualification of an assessor")
        constraints = [
            models.UniqueConstraint(fields=["agency", "member", "kind", "number"], name="one_qualification_of_a_number"),
            models.CheckConstraint(condition=~models.Q(kind=""), name="a_qualification_has_a_name"),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}".strip()


class YearlyPledge(TenantRow):
    """Signed by the assessor. `words` is what stood before them, `version` which text it was; it holds for a year."""

    part_of = "member"
    append_only = True

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="pledges")
    version = models.CharField(_("version of the text"), max_length=10)
    words = models.TextField()
    signed_on = models.DateField(_("signed on"))
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("yearly pledge")
        constraints = [
            models.UniqueConstraint(fields=["agency", "member", "signed_on"], name="pledged_once_a_day"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_pledge_keeps_its_words"),
        ]

    def __str__(self):
        return f"{self.version}, {self.signed_on}"


class Absence(TenantModel):
    """Days on which somebody of the pool cannot be asked, the last one included."""

    part_of = "member"

    member = models.ForeignKey(PoolMember, models.PROTECT, related_name="absences")
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("until"))
    note = models.CharField(_("note"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("days an assessor is not available")
        constraints = [models.CheckConstraint(condition=models.Q(to_on__gte=models.F("from_on")), name="an_absence_ends_after_it_began")]

    def __str__(self):
        return f"{self.from_on} – {self.to_on}"
