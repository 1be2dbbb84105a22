"""A batch of decisions told to all at once: drafted, released, approved, and at its minute announced."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from certification.models import Round
from core.tenancy import NOBODY, TenantModel, TenantRow
from correspondence.models import Letter
from evaluations.models.decision import Decision
from panels.models import Approval
from panels.stages import ApprovalStage

ASKING = Actor.system("what waits for the city")
SUBJECT, KIND = "evaluations.announcement", "announcement"              # as its approval names it


class Announcement(TenantModel):
    """Who drafted, released and approved it stands in `panels.Approval`."""

    grants = "SELECT, INSERT, UPDATE"

    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("round"))
    title = models.CharField(_("title"), max_length=120)
    planned_for = models.DateTimeField(_("to be announced at"))
    drafted_at = models.DateTimeField(_("drafted at"))
    announced_at = models.DateTimeField(_("announced at"), null=True)
    held_up_at = models.DateTimeField(_("held up at"), null=True)           # its minute came and the house said no: not tried again
    held_up_why = models.TextField(_("why it is held up"), blank=True)

    class Meta:
        verbose_name = _("announcement of results")
        verbose_name_plural = _("announcements of results")
        ordering = ["-drafted_at", "-pk"]
        indexes = [models.Index("agency", "planned_for", name="announcements_to_come", condition=models.Q(announced_at=None))]
        constraints = [
            models.CheckConstraint(condition=models.Q(held_up_at=None, held_up_why="")
                                   | models.Q(held_up_at__isnull=False, announced_at=None) & ~models.Q(held_up_why=""),
                                   name="held_up_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        return models.Q(announced_at__isnull=False) | cls.before_the_city() if actor.has(Role.OBSERVER) else NOBODY

    @staticmethod
    def before_the_city():
        """What the manager has released to it, where the agency has said that the city agrees first."""
        asked = Approval.objects.visible_to(ASKING).filter(subject_type=SUBJECT, subject=models.OuterRef("public_id"), kind=KIND)
        asked = asked.filter(needs_assent=True, stage__in=(ApprovalStage.RELEASED, ApprovalStage.APPROVED))
        return models.Q(models.Exists(asked))

    def __str__(self):
        return self.title


class AnnouncementDraft(TenantRow):
    """What stood in it when it was drafted or drafted anew: an approver sees what has changed since."""

    part_of = "announcement"
    append_only = True

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="drafts")
    content = models.JSONField()                                # see `content_of`
    digest = models.CharField(max_length=64)
    drafted_at = models.DateTimeField(_("drafted at"))

    class Meta:
        verbose_name = _("draft of an announcement")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.announcement_id} {self.drafted_at}"


class AnnouncementItem(TenantModel):
    """A decision in the batch; certificates are numbered in this order."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("place in the order"))
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("announced decision")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "decision"], name="a_decision_is_announced_once")]

    @classmethod
    def audience(cls, actor):
        """Who sees the announcement; the provider's people their own, once it is out."""
        out = models.Q(announcement__announced_at__isnull=False, decision__in=Decision.objects.visible_to(actor))
        return models.Q(announcement__in=Announcement.objects.visible_to(actor)) | out

    def __str__(self):
        return f"{self.position}, {self.announcement_id}"
