"""A case that an agency nominates: what was the problem, what was done, what changed; with pictures, figures and whom to ask."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.case_call import CaseCall
from agencies.models.case_judging import JudgeSheet
from agencies.models.shared_file import SharedFile
from agencies.stages import HANDED_IN, NOMINATION_MOVES, NominationStage
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class CaseText(models.Model):
    """The words of a case, as they are nominated and as they are published."""

    title = models.CharField(_("title of the case"), max_length=120)
    theme_ko = models.CharField(_("field of the case"), max_length=60, blank=True)
    theme_en = models.CharField(max_length=80, blank=True)
    summary = models.TextField(_("summary"), max_length=600, blank=True)
    problem = models.TextField(_("what was the problem"), blank=True)
    done = models.TextField(_("what was done"), blank=True)
    changed = models.TextField(_("what changed by it"), blank=True)
    figures = models.JSONField(_("effect in figures"), default=list)         # [{name, before, after, unit}], as it was typed
    contact_name = models.CharField(_("person to ask"), max_length=60, blank=True)
    contact_at = models.CharField(_("how to reach them"), max_length=120, blank=True)

    class Meta:
        abstract = True

    theme = by_language("theme")


CASE_WORDS = ("title", "theme_ko", "theme_en", "summary", "problem", "done", "changed", "figures", "contact_name", "contact_at")


class Nomination(CaseText, TenantModel):
    """Written by the agency; Central sees it once the director has handed it in. `title_key`: the title without marks and spaces, so
    that a case is the same case however it is spelt. `news`: what is new where the case was nominated in an earlier call."""

    Stage = NominationStage
    MOVES = NOMINATION_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"call": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="+")
    stage = models.CharField(_("state of the nomination"), max_length=9, choices=NominationStage, default=NominationStage.DRAFT,
                             editable=False)
    title_key = models.CharField(max_length=500, editable=False)
    news = models.TextField(_("what is new since the earlier nomination"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(_("begun at"), editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("last written by"))
    written_at = models.DateTimeField()
    submitted_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)     # of what the director handed in
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people
    outcome = models.TextField(_("words to the agency"), blank=True, editable=False)
    outcome_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)                # the agency's own job has told its people

    class Meta:
        verbose_name = _("nomination of a case")
        verbose_name_plural = _("nominations of cases")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "call", "title_key"], condition=~models.Q(stage="withdrawn"),
                                    name="a_case_is_nominated_once"),
            models.CheckConstraint(condition=~models.Q(stage__in=("submitted", "selected", "passed"))
                                   | models.Q(submitted_at__isnull=False, sha256__regex=r"^[0-9a-f]{64}$"),
                                   name="a_nomination_is_sealed_handed_in"),
            models.CheckConstraint(condition=models.Q(outcome="", outcome_at=None) | models.Q(stage__in=("selected", "passed")),
                                   name="an_outcome_is_decided"),
        ]

    @classmethod
    def audience(cls, actor):
        """The agency's own staff always. At Central once it is handed in: staff who read cases, and who judges this one."""
        out = models.Q(central=current_agency_id(), stage__in=HANDED_IN)
        if actor.reads_cases:
            return models.Q(agency=current_agency_id()) | out
        if not actor.user:
            return NOBODY
        return out & models.Q(pk__in=JudgeSheet.everything.filter(user=actor.user, barred="").values("nomination_id"))

    def __str__(self):
        return self.title

    @property
    def texts(self):
        """What somebody else wrote, to be compared."""
        return [self.summary, self.problem, self.done, self.changed, self.contact_name, self.contact_at, self.news]

    @property
    def is_draft(self):
        return self.stage == NominationStage.DRAFT


class NominationPicture(SharedFile):
    """Made anew by us without what the camera wrote into it. `alternative`: what it shows, for those who do not see it."""

    part_of = "nomination"
    grants = "SELECT, INSERT, UPDATE, DELETE"

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="pictures")
    alternative = models.CharField(_("what the picture shows"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("picture of a case")
        verbose_name_plural = _("pictures of a case")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "nomination", "file"], name="a_picture_once_per_case")]
