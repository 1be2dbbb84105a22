"""How nominated cases are judged: a sheet for each judge and case, and what the meeting of the judges chose."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.case_call import CaseCall, CaseCriterion
from core.tenancy import NOBODY, TenantModel


class JudgeSheet(TenantModel):
    """A judge's points for one case. Nobody but the judge reads it before the judging of the whole call has ended."""

    class Barred(models.TextChoices):
        NO = "", _("judges")
        AGENCY = "agency", _("belongs to the agency that nominated the case")
        PROVINCE = "province", _("belongs to the province of the agency")
        DECLARED = "declared", _("declared an interest")
        EXCUSED = "excused", _("excused by the institute")

    parents_owner = {"nomination": "from_agency"}
    grants = "SELECT, INSERT, UPDATE"

    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="+")
    nomination = models.ForeignKey("agencies.Nomination", models.PROTECT, related_name="+")
    from_agency = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("judge"))
    barred = models.CharField(_("why not judging"), max_length=8, choices=Barred, blank=True, default=Barred.NO)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    words = models.TextField(_("words on the case"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, editable=False)

    class Meta:
        verbose_name = _("sheet of a judge")
        verbose_name_plural = _("sheets of judges")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "nomination", "user"], name="a_judge_has_one_sheet_a_case"),
            models.CheckConstraint(condition=models.Q(barred="") | models.Q(handed_in_at=None), name="who_is_barred_hands_in_nothing"),
        ]

    @classmethod
    def audience(cls, actor):
        """One's own; all of a call to Central's staff and its judges once its judging has ended."""
        if not actor.user:
            return NOBODY
        mine, ended = models.Q(user=actor.user), models.Q(call__judged_at__isnull=False)
        judges = JudgeSheet.everything.filter(user=actor.user).values("call_id")
        return mine | ended if actor.reads_cases else mine | ended & models.Q(call__in=judges)

    def __str__(self):
        return f"{self.user_id} {self.nomination_id}"

    @property
    def is_open(self):
        return self.barred == "" and self.handed_in_at is None


class JudgePoints(TenantModel):
    part_of = "sheet"

    sheet = models.ForeignKey(JudgeSheet, models.PROTECT, related_name="points")
    criterion = models.ForeignKey(CaseCriterion, models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(_("points"))
    words = models.CharField(_("why"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("points of a judge")
        verbose_name_plural = _("points of judges")
        ordering = ["criterion__position"]
        constraints = [models.UniqueConstraint(fields=["agency", "sheet", "criterion"], name="points_once_for_a_criterion")]

    def __str__(self):
        return f"{self.points}"


class CaseChoice(TenantModel):
    """What the judges' meeting chose, as Central's officer wrote it down to be approved, with the words to the agency."""

    grants = "SELECT, INSERT, UPDATE"
    parents_owner = {"nomination": "from_agency"}

    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="+")
    nomination = models.ForeignKey("agencies.Nomination", models.PROTECT, related_name="+")
    from_agency = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    is_selected = models.BooleanField(_("selected"), default=False)
    words = models.TextField(_("words to the agency"), max_length=2000)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))

    class Meta:
        verbose_name = _("choice of a case")
        verbose_name_plural = _("choices of cases")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "nomination"], name="chosen_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.nomination_id}"
