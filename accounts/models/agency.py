"""The tenant: a provincial social service agency (사회서비스원) or the Central institute. It is data, not code."""
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.urls import get_resolver
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import directory
from accounts.models.places import Province
from core import clock, colours
from core.models import StoredFile
from core.tenancy import TenantModel

RESERVED = {"register", "verify", "api", "healthz", "static", "media", "operator", "me", "accounts", "admin",
            "root"}         # beside the agencies' signing keys lies the root's
LABELS = {"scheme": ("사회서비스 품질인증", "Social service quality certification")}


def is_not_a_national_address(slug):
    """/register/ must stay the national register, whatever an agency is called."""
    taken = {str(p.pattern).split("/")[0] for p in get_resolver(settings.ROOT_URLCONF).url_patterns}
    if slug in taken | RESERVED:
        raise ValidationError(_("“%(slug)s” is an address of the national site. Choose another.") % {"slug": slug})


def check_primary(colour):
    """White words must be readable on it: 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    try:
        if colours.passes(colour):
            return
    except ValueError:
        raise ValidationError(_("Write the colour as # and six digits, like #256ef4.")) from None
    raise ValidationError(_("White words cannot be read well on this colour. The nearest that works is %(colour)s.")
                          % {"colour": colours.nearest_passing(colour)})


class Agency(models.Model):
    class Kind(models.TextChoices):
        PROVINCIAL = "provincial", _("provincial agency")
        CENTRAL = "central", _("Central institute")

    slug = models.CharField(_("address"), max_length=40, unique=True, validators=[
        RegexValidator(r"^[a-z][a-z0-9-]*$", _("Small letters, digits and hyphens, beginning with a letter.")), is_not_a_national_address])
    domain = models.CharField(_("own domain"), max_length=200, null=True, blank=True, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PROVINCIAL)
    province = models.ForeignKey(Province, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province"))
    name_ko = models.CharField(_("name in Korean"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=80)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    primary_colour = models.CharField(_("main colour"), max_length=7, blank=True, validators=[check_primary])
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours_ko = models.CharField(_("office hours in Korean"), max_length=60, blank=True)
    hours_en = models.CharField(_("office hours in English"), max_length=60, blank=True)
    address_ko = models.CharField(_("postal address in Korean"), max_length=200, blank=True)
    address_en = models.CharField(_("postal address in English"), max_length=200, blank=True)
    labels = models.JSONField(_("labels"), default=dict, blank=True)            # {"scheme": {"ko": …, "en": …}}: words of its own
    closing_days = models.JSONField(_("closing days"), default=list, blank=True)  # ISO dates on which the office is closed
    city_assents = models.BooleanField(_("the city agrees before results are announced"), default=False)
    city_assents_sanctions = models.BooleanField(_("the city agrees before a sanction is decided"), default=False)
    months_listed = models.PositiveSmallIntegerField(           # after that its own page and the check of its code still show it
        _("months for which a revoked certificate stays in the list"), default=directory.MONTHS_LISTED,
        validators=[MinValueValidator(1), MaxValueValidator(60)])
    public_generation = models.PositiveIntegerField(default=1, editable=False)    # what cached public pages depend on

    class Meta:
        verbose_name = _("agency")
        ordering = ["pk"]

    def save(self, *args, **kwargs):
        """Counts the change in the database: of two who change something at once, both count."""
        changed, known = not self._state.adding, self.public_generation
        if changed:
            self.public_generation = models.F("public_generation") + 1
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "public_generation"}
        try:
            super().save(*args, **kwargs)
        finally:
            self.public_generation = known
        if changed:
            self.refresh_from_db(fields=["public_generation"])
        transaction.on_commit(directory.forget)

    def __str__(self):
        return self.name

    @property
    def name(self):
        return self.name_en if get_language() == "en" else self.name_ko

    @property
    def name_lines(self):
        """The name as it breaks on a plaque: 부산광역시 / 사회서비스원."""
        before, kind, after = self.name.partition("사회서비스원")
        return [before, kind + after] if before and kind else [self.name]

    @property
    def head_title_ko(self):
        """Whose seal stands on its papers: 부산광역시사회서비스원장."""
        return f"{self.name_ko}장"

    def document_number(self, year, serial):
        """부산광역시사회서비스원-2026-0012"""
        return f"{self.name_ko}-{year}-{serial:04}"

    @property
    def hours(self):
        return self.hours_en if get_language() == "en" else self.hours_ko

    @property
    def address(self):
        return self.address_en if get_language() == "en" else self.address_ko

    def label(self, key):
        """The agency's own word for something, else the usual one."""
        ko, en = LABELS[key]
        own = self.labels.get(key, {})
        return (own.get("en") or en) if get_language() == "en" else (own.get("ko") or ko)

    @property
    def scheme_name(self):
        return self.label("scheme")

    @property
    def prefix(self):
        return f"/{self.slug}/"

    @property
    def is_closed(self):
        return self.closed_on is not None and self.closed_on <= clock.today()

    @property
    def is_central(self):
        return self.kind == self.Kind.CENTRAL


class Emblem(TenantModel):
    """An agency's own image: the certification mark, or the square seal (직인) on its documents."""

    class Kind(models.TextChoices):
        MARK = "mark", _("mark")
        SEAL = "seal", _("seal")

    kind = models.CharField(_("kind"), max_length=5, choices=Kind)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("emblem")
        constraints = [models.UniqueConstraint(fields=["agency", "kind"], name="one_emblem_of_a_kind")]

    @classmethod
    def audience(cls, actor):
        return models.Q()               # both are printed on what hangs on walls

    def __str__(self):
        return self.get_kind_display()
