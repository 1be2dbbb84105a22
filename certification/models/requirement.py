"""What a round asks of those who apply (신청 요건): which requirements it has, each with its figures."""
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certification.models.round import Round
from core.tenancy import Ownership, TenantModel

YEAR = 12           # months


class Requirement(models.TextChoices):
    """In the order in which they are asked. The values are stable: they stand in checks and in what was sealed."""

    REGISTERED = "registered", gettext_lazy("Registered as a provider of this service in the province")
    EXPERIENCE = "experience", gettext_lazy("In business long enough on the day of the announcement")
    NO_DISPOSITION = "no_disposition", gettext_lazy("No administrative disposition in the last years")
    OPERATING = "operating", gettext_lazy("Neither closed nor suspended")
    NOT_BARRED = "not_barred", gettext_lazy("Not barred after a revocation")
    NO_CERTIFICATE = "no_certificate", gettext_lazy("No valid certificate for the same service at the same site")
    SERVICE = "service", gettext_lazy("The service may be certified in this round")
    NOT_NATIONAL = "not_national", gettext_lazy("Not certified by the national scheme for the same service")
    RENEWABLE = "renewable", gettext_lazy("Holds a certificate that can be renewed now")


ONLY_IN = {Requirement.NO_CERTIFICATE: Round.Kind.NEW, Requirement.RENEWABLE: Round.Kind.RENEWAL}
FIGURES = {Requirement.EXPERIENCE: "months", Requirement.NO_DISPOSITION: "years"}        # which figure a requirement has
DEFAULTS = {Requirement.EXPERIENCE: {"months": 36}, Requirement.NO_DISPOSITION: {"years": 3}}


def requirements_in(kind):
    """Those that a round of this kind may ask, in their order."""
    return [code for code in Requirement if ONLY_IN.get(code, kind) == kind]


def requirement_in_words(code, asked):
    """The requirement with its figures, in the page's language; `asked` is {} for one without."""
    if code == Requirement.EXPERIENCE and asked.get("months"):
        months = asked["months"]
        if months % YEAR:
            return ngettext("In business for %(count)d month on the day of the announcement",
                            "In business for %(count)d months on the day of the announcement", months) % {"count": months}
        return ngettext("In business for %(count)d year on the day of the announcement",
                        "In business for %(count)d years on the day of the announcement", months // YEAR) % {"count": months // YEAR}
    if code == Requirement.NO_DISPOSITION and asked.get("years"):
        return ngettext("No administrative disposition in the last %(count)d year",
                        "No administrative disposition in the last %(count)d years", asked["years"]) % {"count": asked["years"]}
    return str(Requirement(code).label) if code in Requirement.values else _("a requirement that is no longer known")


class RoundRequirement(TenantModel):
    """A requirement of the round; from its announcement on it stays what it is."""

    ownership = Ownership.PUBLISHED
    part_of = "round"

    round = models.ForeignKey(Round, models.PROTECT, related_name="requirements")
    requirement = models.CharField(gettext_lazy("requirement"), max_length=20, choices=Requirement)
    position = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField(gettext_lazy("months in business"), null=True)
    years = models.PositiveSmallIntegerField(gettext_lazy("years without a disposition"), null=True)

    class Meta:
        verbose_name = gettext_lazy("requirement of the round")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "round", "requirement"], name="a_requirement_once_per_round"),
            models.CheckConstraint(name="a_requirement_has_its_figure", condition=(
                models.Q(requirement="experience", months__isnull=False, months__gt=0, years=None)
                | models.Q(requirement="no_disposition", years__isnull=False, years__gt=0, months=None)
                | ~models.Q(requirement__in=["experience", "no_disposition"]) & models.Q(months=None, years=None))),
        ]

    def __str__(self):
        return self.words

    @property
    def asked(self):
        """Its figures, as they are handed to the rule and kept with what it found."""
        return {name: value for name in ("months", "years") if (value := getattr(self, name)) is not None}

    @property
    def words(self):
        return requirement_in_words(self.requirement, self.asked)
