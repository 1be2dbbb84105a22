"""Document review (서면심사): each assessor's own sheet, seen by nobody else until all are in, then one consolidated result."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from core.tenancy import NOBODY, TenantModel
from evaluations.models.application import Application, Assignment, RequiredIndicator

ASKING = Actor.system("whether every assessor of a case has handed in")
TEAM_AT_LEAST = 2               # one alone is no team: a single review that is in stays unseen until the second is


class Verdict(models.TextChoices):
    OK = "ok", _("met")
    SUPPLEMENT = "supplement", _("supplement needed")
    ONSITE = "onsite", _("to be seen on site")
    FAIL = "fail", _("not met")


def evaluated(actor):
    return Application.objects.visible_to(ASKING).filter(Application.evaluated_by(actor))


def all_in():
    """Cases on which at least two assessors work and every one of them has handed in, as a subquery."""
    working = Assignment.objects.visible_to(ASKING).filter(ended_at=None).order_by()
    handed_in = Sheet.objects.visible_to(ASKING).filter(submitted_at__isnull=False)
    teams = working.values("application").annotate(members=models.Count("pk")).filter(members__gte=TEAM_AT_LEAST)
    return teams.exclude(application__in=working.exclude(pk__in=handed_in.values("assignment")).values("application")).values("application")


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
        seen = models.Q(user=actor.user) | models.Q(application__in=all_in())
        return models.Q(application__in=evaluated(actor), assignment__ended_at=None) & seen

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
    """What the team found together in the documents; where they differed, why. Unseen again while somebody new has still to hand in."""

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
        return models.Q(application__in=evaluated(actor)) & models.Q(application__in=all_in())

    def __str__(self):
        return f"{self.application_id} {self.required_id}"

    @property
    def is_settled(self):
        """A judgement, and where they differed the reason."""
        return bool(self.verdict) and not (self.differed and not self.reason)
