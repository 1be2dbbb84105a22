"""Practice cases (연습 사례): anonymised copies of closed cases on which assessors practise, kept apart from the case they came from."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from certification.models import Indicator
from core.tenancy import NOBODY, TenantModel
from evaluations.models.answer import Rating
from evaluations.models.application import Application
from providers.models import ServiceType
from visits.models import Judgement
from visits.models.finding import Reason


class PracticeCase(TenantModel):
    """Drafted, read through text by text, published, and at some time closed. It does not know the case it came from."""

    grants = "SELECT, INSERT, UPDATE"

    title = models.CharField(_("title"), max_length=80)
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(_("published at"), null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("closed at"), null=True)

    class Meta:
        verbose_name = _("practice case")
        verbose_name_plural = _("practice cases")
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "title"], name="one_practice_case_of_a_title")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases; assessors what is published, and what they have judged themselves."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user or not actor.has(Role.ASSESSOR):
            return NOBODY
        own = PracticeSheet.everything.filter(user=actor.user)
        return models.Q(published_at__isnull=False, closed_at=None) | models.Q(pk__in=own.values("practice"))

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        return self.published_at is not None and self.closed_at is None


class PracticeOrigin(TenantModel):
    """Of which case it is a copy: so that none is copied twice and its names stay out. No assessor reads it."""

    part_of = "practice"
    append_only = True

    practice = models.OneToOneField(PracticeCase, models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("origin of a practice case")
        constraints = [models.UniqueConstraint(fields=["agency", "application"], name="one_practice_case_of_a_case")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"#{self.pk}"


class PracticeItem(TenantModel):
    """One indicator: what the provider said of itself and what was seen, without names. Confirmed by whoever has read it."""

    part_of = "practice"
    grants = "SELECT, INSERT, UPDATE"

    practice = models.ForeignKey(PracticeCase, models.PROTECT, related_name="items")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating, blank=True)
    explanation = models.TextField(_("explanation"), max_length=4000, blank=True)
    seen = models.TextField(_("what was seen"), max_length=4000, blank=True)
    confirmed_at = models.DateTimeField(_("read and confirmed at"), null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("indicator of a practice case")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "practice", "code"], name="one_practice_item_of_a_code")]

    def __str__(self):
        return f"{self.practice_id} {self.code}"


class PracticeResult(TenantModel):
    """What the team had agreed on. For assessors only once they have handed in their own."""

    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.OneToOneField(PracticeItem, models.PROTECT, related_name="+")
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("result of a practice case")

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        if not actor.user or not actor.has(Role.ASSESSOR):
            return NOBODY
        over = PracticeSheet.everything.filter(user=actor.user, handed_in_at__isnull=False)
        return models.Q(item__practice__in=over.values("practice"))

    def __str__(self):
        return f"#{self.pk}"


class PracticeSheet(TenantModel):
    """One assessor's practice. `figures`: how often it is what was agreed, worked out by the worker."""

    grants = "SELECT, INSERT, UPDATE"

    practice = models.ForeignKey(PracticeCase, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    begun_at = models.DateTimeField(_("begun at"))
    handed_in_at = models.DateTimeField(_("handed in at"), null=True)
    figures = models.JSONField(null=True)

    class Meta:
        verbose_name = _("practice sheet")
        constraints = [models.UniqueConstraint(fields=["agency", "practice", "user"], name="one_practice_sheet_of_a_person")]

    @classmethod
    def audience(cls, actor):
        """Managers what was handed in, and everybody their own."""
        own = models.Q(user=actor.user) if actor.user and actor.has(Role.ASSESSOR) else NOBODY
        return own | models.Q(handed_in_at__isnull=False) if actor.has(Role.MANAGER) else own

    def __str__(self):
        return f"#{self.pk}"


class PracticeJudgement(TenantModel):
    part_of = "sheet"
    grants = "SELECT, INSERT, UPDATE"

    sheet = models.ForeignKey(PracticeSheet, models.PROTECT, related_name="judgements")
    item = models.ForeignKey(PracticeItem, models.PROTECT, related_name="+")
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement, blank=True)
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("grounds"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("practice judgement")
        constraints = [models.UniqueConstraint(fields=["agency", "sheet", "item"], name="one_practice_judgement_of_an_item")]

    def __str__(self):
        return f"#{self.pk}"

    @property
    def is_complete(self):
        """A judgement, and what is not compliant with its kind of reason and its grounds."""
        grounded = bool(self.reason_code and self.text.strip())
        return bool(self.judgement) and (self.judgement == Judgement.COMPLIANT or grounded)
