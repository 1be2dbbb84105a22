"""Document review (서면심사): each assessor's own sheet, seen by nobody else until all are in, then one consolidated result."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from evaluations.models.application import Application, Assignment, RequiredIndicator


class Verdict(models.TextChoices):
    OK = "ok", _("met")
    SUPPLEMENT = "supplement", _("supplement needed")
    ONSITE = "onsite", _("to be seen on site")
    FAIL = "fail", _("not met")


def evaluated(actor):
    return Application.everything.filter(Application.evaluated_by(actor))


class Sheet(TenantModel):
    """One assessor's review of one case."""

    grants = "SELECT, INSERT, UPDATE"

    assignment = models.OneToOneField(Assignment, models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    begun_at = models.DateTimeField(_("begun at"))
    submitted_at = models.DateTimeField(_("handed in at"), null=True)

    part_of = "assignment"

    class Meta:
        verbose_name = _("review sheet")
        verbose_name_plural = _("review sheets")

    @classmethod
    def audience(cls, actor):
        """One's own while one may open the case; others' when every current assessor's is in. A replaced assessor's stays unseen."""
        if not actor.user:
            return NOBODY
        in_force = Assignment.everything.filter(ended_at=None)
        handed_in = cls.everything.filter(submitted_at__isnull=False).values("assignment")
        waited_for = in_force.exclude(pk__in=handed_in).values("application")
        all_in = models.Q(assignment__ended_at=None) & ~models.Q(application__in=waited_for)
        return models.Q(application__in=evaluated(actor)) & (models.Q(user=actor.user, assignment__ended_at=None) | all_in)

    def __str__(self):
        return f"{self.user}, {self.application_id}"


class Judgement(TenantModel):
    part_of = "sheet"
    grants = "SELECT, INSERT, UPDATE"

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="judgements")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    verdict = models.CharField(_("judgement"), max_length=10, choices=Verdict, blank=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)

    class Meta:
        verbose_name = _("judgement")
        constraints = [models.UniqueConstraint(fields=["agency", "sheet", "required"], name="one_judgement_per_indicator")]

    def __str__(self):
        return f"{self.sheet_id} {self.required_id}"

    @property
    def is_complete(self):
        """Whatever is not met needs its reason."""
        return bool(self.verdict) and (self.verdict == Verdict.OK or bool(self.reason.strip()))


class ConsolidatedJudgement(TenantModel):
    """What the team found together in the documents; where they differed, why."""

    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    verdict = models.CharField(_("judgement"), max_length=10, choices=Verdict, blank=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    differed = models.BooleanField(_("the assessors differed"), default=False)
    version = models.PositiveIntegerField(default=0)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("consolidated judgement")
        constraints = [models.UniqueConstraint(fields=["agency", "required"], name="one_consolidated_judgement")]

    @classmethod
    def audience(cls, actor):
        return models.Q(application__in=evaluated(actor))

    def __str__(self):
        return f"{self.application_id} {self.required_id}"
