"""The standing framework (인증제) of an agency, its published versions, and the areas, criteria and indicators of each."""
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models.agency import check_primary
from core.bilingual import by_language
from core.models import StoredFile
from core.tenancy import Ownership, TenantModel

SHOWN = RegexValidator(r"^[^{}]*\{year\}[^{}]*\{serial\}[^{}]*$", _("The pattern needs {year} and {serial}, in this order, once each."))
KEY = RegexValidator(r"^[A-Z0-9]+(-[A-Z0-9]+)*-\{year\}-\{serial\}$", _("Capital letters and digits, then -{year}-{serial}."))


def published(actor):
    """Those who keep the framework see drafts; everybody else what is published."""
    return models.Q() if actor.reads_cases or actor.may_administer else models.Q(published_at__isnull=False)


class Framework(TenantModel):
    """What stands through the years: names, the number's pattern, how long a certificate holds."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    name_ko = models.CharField(_("name in Korean"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=120)
    number_shown = models.CharField(_("pattern of the number"), max_length=40, default="제{year}-{serial}호", validators=[SHOWN])
    number_key = models.CharField(_("pattern of the key"), max_length=40, validators=[KEY])     # BS-QC-{year}-{serial}
    serial_digits = models.PositiveSmallIntegerField(_("digits of the serial"), default=3)
    validity_years = models.PositiveSmallIntegerField(_("years of validity"), default=3)
    renewal_from = models.PositiveSmallIntegerField(_("renewal from, in days before the last day"), default=180)
    renewal_until = models.PositiveSmallIntegerField(_("renewal until, in days before the last day"), default=60)
    colour = models.CharField(_("colour of the documents"), max_length=7, blank=True, validators=[check_primary])   # empty: the agency's
    mark = models.ForeignKey(StoredFile, models.PROTECT, null=True, editable=False, related_name="+")               # empty: the agency's
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        constraints = [
            models.UniqueConstraint(fields=["agency", "number_key"], name="one_framework_per_number_key"),
            models.CheckConstraint(condition=models.Q(renewal_from__gt=models.F("renewal_until")), name="renewal_opens_before_it_closes"),
        ]

    @classmethod
    def audience(cls, actor):
        return published(actor)

    def __str__(self):
        return self.name

    name = by_language("name")

    def number(self, pattern, year, serial):
        """제2026-012호 or BS-QC-2026-012."""
        return pattern.replace("{year}", str(year)).replace("{serial}", f"{serial:0{self.serial_digits}}")


class Issuer(TenantModel):
    """Who signs the certificate, in this order: the city and the agency hold it jointly."""

    ownership = Ownership.PUBLISHED
    part_of = "framework"

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="issuers")
    position = models.PositiveSmallIntegerField(default=1)
    name_ko = models.CharField(_("name in Korean"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=80)
    title_ko = models.CharField(_("title in Korean"), max_length=60)         # 부산광역시사회서비스원장
    title_en = models.CharField(_("title in English"), max_length=100)
    seal = models.ForeignKey(StoredFile, models.PROTECT, null=True, editable=False, related_name="+")     # empty: drawn from the title

    class Meta:
        verbose_name = _("issuer")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "framework", "position"], name="one_issuer_per_position")]

    def __str__(self):
        return self.name

    name = by_language("name")
    title = by_language("title")


class FrameworkVersion(TenantModel):
    """One edition. Published, it never changes nor goes (a trigger); a round and its cases keep the version they began with."""

    ownership = Ownership.PUBLISHED

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("version"))
    label_ko = models.CharField(_("label in Korean"), max_length=40)         # 2024년판
    label_en = models.CharField(_("label in English"), max_length=60)
    is_sample = models.BooleanField(_("sample"), default=False)              # shown as one until the agency replaces it
    drafted_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    follows = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")     # its mapping leads from there
    mapped_at = models.DateTimeField(null=True, editable=False)              # looked through; empty again once an indicator comes or goes
    consulted_at = models.DateTimeField(null=True, editable=False)           # providers were asked about it: everybody reads the draft

    class Meta:
        verbose_name = _("version of the framework")
        verbose_name_plural = _("versions of the framework")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["agency", "framework", "number"], name="one_version_of_a_number")]

    @classmethod
    def audience(cls, actor):
        """A draft that providers were asked about is there for everybody of this agency too."""
        inside = published(actor)
        return inside | models.Q(consulted_at__isnull=False) if inside else inside

    def __str__(self):
        return f"{self.framework}, {self.label}"

    label = by_language("label")


class PartOfVersion(TenantModel):
    """Seen by whoever sees the version; frozen with it (a trigger)."""

    ownership = Ownership.PUBLISHED
    part_of = "version"

    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    name_ko = models.CharField(_("name in Korean"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=200)
    revision = models.PositiveIntegerField(default=0, editable=False)       # counts each saving: an older page never overwrites a newer

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.code} {self.name}"

    name = by_language("name")

    @property
    def kind(self):
        """area, criterion or indicator."""
        return self._meta.model_name


class Area(PartOfVersion):
    """영역."""

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="areas")
    description_ko = models.TextField(_("description in Korean"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    plain_ko = models.TextField(_("for citizens, in Korean"), blank=True)    # what a certified provider does, in one plain sentence
    plain_en = models.TextField(_("for citizens, in English"), blank=True)

    class Meta:
        verbose_name = _("area")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "version", "code"], name="one_area_of_a_code")]

    description = by_language("description")
    plain = by_language("plain")


class Criterion(PartOfVersion):
    """항목 (기준)."""

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="criteria")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("criterion")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "version", "code"], name="one_criterion_of_a_code")]


class Indicator(PartOfVersion):
    """지표: judged compliant or non-compliant."""

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="indicators")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    question_ko = models.TextField(_("question in Korean"), blank=True)      # as one would ask the provider
    question_en = models.TextField(_("question in English"), blank=True)
    description_ko = models.TextField(_("description in Korean"))
    description_en = models.TextField(_("description in English"))
    evidence = models.JSONField(_("evidence asked for"), default=list)       # [{"ko": …, "en": …}]
    document_check_ko = models.TextField(_("document review in Korean"))
    document_check_en = models.TextField(_("document review in English"))
    onsite_check_ko = models.TextField(_("on-site check in Korean"))
    onsite_check_en = models.TextField(_("on-site check in English"))
    mistakes_ko = models.TextField(_("frequent mistakes in Korean"), blank=True)
    mistakes_en = models.TextField(_("frequent mistakes in English"), blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    applies_to = models.JSONField(_("services"), default=list)               # codes of service types; empty: all of them

    class Meta:
        verbose_name = _("indicator")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "version", "code"], name="one_indicator_of_a_code")]

    question = by_language("question")
    description = by_language("description")
    document_check = by_language("document_check")
    onsite_check = by_language("onsite_check")
    mistakes = by_language("mistakes")

    @property
    def pieces(self):
        """The evidence asked for, in the page's language."""
        return [(get_language() == "en" and piece["en"]) or piece["ko"] for piece in self.evidence]

    def is_asked_of(self, service_code):
        return not self.applies_to or service_code in self.applies_to
