"""Document review (서면심사): each assessor's own sheet, seen by nobody else until all are in, then one consolidated result."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from core.tenancy import NOBODY, TenantModel, TenantRow
from evaluations.models.answer import Rating
from evaluations.models.application import Application, Assignment, RequiredIndicator
from evaluations.review_reasons import words_of

ASKING = Actor.system("whether every assessor of a case has handed in")
TEAM_AT_LEAST = 2               # one alone is no team: a single review that is in stays unseen until the second is


class Verdict(models.TextChoices):
    OK = "ok", _("met")
    SUPPLEMENT = "supplement", _("supplement needed")
    ONSITE = "onsite", _("to be seen on site")
    FAIL = "fail", _("not met")


LESS_THAN_MET = (Rating.PARTLY, Rating.NOT_YET)


def needs_reason(verdict, rating):
    """Whatever is not simply met, and “met” where the provider says less of itself."""
    return bool(verdict) and (verdict != Verdict.OK or rating in LESS_THAN_MET)


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
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating, blank=True)      # as it was sealed
    verdict = models.CharField(_("judgement"), max_length=10, choices=Verdict, blank=True)
    reason_code = models.CharField(_("kind of reason"), max_length=20, blank=True)                 # of the list in review_reasons.json
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    note = models.TextField(_("note for the visit"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)

    class Meta:
        verbose_name = _("judgement")
        constraints = [models.UniqueConstraint(fields=["agency", "sheet", "required"], name="one_judgement_per_indicator")]

    def __str__(self):
        return f"{self.sheet_id} {self.required_id}"

    @property
    def needs_reason(self):
        return needs_reason(self.verdict, self.rating)

    @property
    def is_complete(self):
        """A judgement, and where one is needed its reason: the kind and the words."""
        return bool(self.verdict) and (not self.needs_reason or bool(self.reason_code and self.reason.strip()))

    @property
    def reason_kind(self):
        return words_of(self.reason_code)


class ConsolidatedJudgement(TenantModel):
    """What the team found together in the documents; where they differed, why. Unseen again while somebody new has still to hand in."""

    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    verdict = models.CharField(_("judgement"), max_length=10, choices=Verdict, blank=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    note = models.TextField(_("note for the visit"), max_length=4000, blank=True)                  # the assessors' notes together
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


class Settlement(TenantRow):
    """What the lead wrote down of the team's agreement, each time: a later one takes its place and erases nothing."""

    part_of = "result"
    append_only = True

    result = models.ForeignKey(ConsolidatedJudgement, models.PROTECT, related_name="settlements")
    version = models.PositiveIntegerField()
    verdict = models.CharField(_("judgement"), max_length=10, choices=Verdict)
    reason = models.TextField(_("reason"), blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        verbose_name = _("settlement")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["agency", "result", "version"], name="one_settlement_of_a_version")]

    def __str__(self):
        return f"{self.result_id} {self.version}"
