"""The yearly call for excellent cases (우수사례 공모): what is asked for, by when, by which criteria, and who judges."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core import clock
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel
from panels.models import Body


class CaseCall(TenantModel):
    """Central's. A draft until it is published; then it stays as it is. `digest`-worthy steps stand beside it as moments."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year"))
    title_ko = models.CharField(_("title in Korean"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    text_ko = models.TextField(_("text in Korean"))
    text_en = models.TextField(_("text in English"), blank=True)
    themes = models.JSONField(_("fields"), default=list)                     # [[name in Korean, in English]]
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))                         # what arrives before this moment is in time
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("who judges"))
    version = models.PositiveIntegerField(default=1, editable=False)         # two who change it at once: the second is told
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    judging_at = models.DateTimeField(_("judging began at"), null=True, editable=False)
    judged_at = models.DateTimeField(_("judging ended at"), null=True, editable=False)
    concluded_at = models.DateTimeField(_("concluded at"), null=True, editable=False)

    class Meta:
        verbose_name = _("call for excellent cases")
        verbose_name_plural = _("calls for excellent cases")
        ordering = ["-year", "-opens_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "title_ko"], name="a_call_of_a_title_once_a_year"),
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="a_call_closes_after_it_opens"),
            models.CheckConstraint(condition=models.Q(judged_at=None) | models.Q(judging_at__isnull=False), name="judged_after_it_began"),
            models.CheckConstraint(condition=models.Q(concluded_at=None) | models.Q(judged_at__isnull=False), name="concluded_once_judged"),
        ]

    @classmethod
    def audience(cls, actor):
        """Drafts for Central's own staff; once published, staff of any agency and whoever has a place at the institute."""
        if actor.reads_cases:
            return models.Q()
        return models.Q(published_at__isnull=False) if actor.is_staff or actor.roles else NOBODY

    def __str__(self):
        return self.title

    title, text = by_language("title"), by_language("text")

    @property
    def theme_choices(self):
        """[(its place, its name in the page's language)]"""
        english = get_language() == "en"
        return [(str(place), (en if english and en else ko)) for place, (ko, en) in enumerate(self.themes)]

    def is_open(self, at=None):
        at = at or clock.now()
        return self.published_at is not None and self.opens_at <= at < self.closes_at

    @property
    def state(self):
        """draft, coming, open, closed, judging, judged or concluded."""
        if self.published_at is None:
            return "draft"
        for name, moment in (("concluded", self.concluded_at), ("judged", self.judged_at), ("judging", self.judging_at)):
            if moment:
                return name
        if self.is_open():
            return "open"
        return "coming" if clock.now() < self.opens_at else "closed"

    @property
    def state_word(self):
        return STATES[self.state]


STATES = {"draft": _("draft"), "coming": _("not yet open"), "open": _("open for nominations"), "closed": _("nominations are in"),
          "judging": _("being judged"), "judged": _("judged, to be decided"), "concluded": _("cases are selected")}


class CaseCriterion(TenantModel):
    """What judges give points for, and how many at most."""

    ownership = Ownership.PUBLISHED
    part_of = "call"

    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    name_ko = models.CharField(_("criterion in Korean"), max_length=80)
    name_en = models.CharField(_("criterion in English"), max_length=120, blank=True)
    points = models.PositiveSmallIntegerField(_("points"))

    class Meta:
        verbose_name = _("criterion of a call")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "call", "position"], name="a_criterion_has_its_place"),
            models.CheckConstraint(condition=models.Q(points__gt=0), name="a_criterion_gives_points"),
        ]

    def __str__(self):
        return self.name

    name = by_language("name")


class CaseInvitation(TenantModel):
    """Central's word to one agency that a call is open. The agency's own job tells and reminds its people."""

    ownership = Ownership.SHARED
    owners = ("agency", "invited")
    grants = "SELECT, INSERT, UPDATE"
    ladder = (-14, -3, 0)                       # days before the last day on which its people are reminded

    invited = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="+")
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(_("last day of judging"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people
    answered_at = models.DateTimeField(null=True, editable=False)            # its first nomination is in: nobody is reminded any more

    class Meta:
        verbose_name = _("invitation to nominate cases")
        verbose_name_plural = _("invitations to nominate cases")
        ordering = ["-due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "call", "invited"], name="invited_to_a_call_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return self.title

    title = by_language("title")
