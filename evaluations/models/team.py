"""The team of a case as its provider learns of it, and a challenge of one of its assessors (기피 신청)."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import clock
from core.tenancy import TenantModel
from correspondence.models import Deadline
from evaluations.models.application import WHOSE, Application, Assignment
from evaluations.stages import CHALLENGE_MOVES, ChallengeStage


class PartOfACase(TenantModel):
    """Called in messages by the case."""

    class Meta:
        abstract = True

    @property
    def number(self):
        return self.application.number

    @property
    def provider_name(self):
        return self.application.provider_name


class TeamNotice(PartOfACase):
    """The provider was told who assesses: the whole team at first, later each replacement. From then its three days run."""

    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    told_at = models.DateTimeField(_("told at"))
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("notice of the team")
        ordering = ["told_at", "pk"]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, and the people of its own provider; never assessors or the committee."""
        if actor.reads_cases:
            return models.Q()
        return models.Q(application__in=Application.everything.filter(Application.written_by(actor)))

    def __str__(self):
        return str(self.application)

    def is_open(self, at=None):
        """Whether a challenge that arrives at this moment is taken."""
        return self.deadline.closed_at is None and (at or clock.now()) < self.deadline.due_at

    @property
    def due(self):
        return self.deadline.last_day

    @property
    def assessors(self):
        """Those it names, the lead first, as the message lists them."""
        rows = Assignment.objects.visible_to(WHOSE).filter(notice=self).select_related("user__person")
        lead = gettext("lead")
        return "\n".join(f"- {row.user} ({lead})" if row.is_lead else f"- {row.user}"
                         for row in rows.order_by("-is_lead", "assigned_at", "pk"))


class Challenge(PartOfACase):
    """What a provider says against one assessor, once; the manager grants or rejects it with a reason."""

    Stage = ChallengeStage
    MOVES = CHALLENGE_MOVES
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    stage = models.CharField(_("state"), max_length=10, choices=ChallengeStage, default=ChallengeStage.OPEN, editable=False)
    reason = models.TextField(_("reason"), max_length=2000)
    arrived_at = models.DateTimeField(_("arrived at"))
    challenged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("handed in by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by"))
    decision = models.TextField(_("reason of the decision"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("challenge of an assessor")
        verbose_name_plural = _("challenges of assessors")
        ordering = ["arrived_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "assignment"], name="challenged_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="challenged_with_a_reason"),
            models.CheckConstraint(condition=~models.Q(stage__in=["granted", "rejected"]) | models.Q(
                decided_at__isnull=False, decided_by__isnull=False) & ~models.Q(decision=""), name="challenge_decided_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, and the people of its own provider; never assessors or the committee."""
        if actor.reads_cases:
            return models.Q()
        return models.Q(application__in=Application.everything.filter(Application.written_by(actor)))

    def __str__(self):
        return str(self.application)

    @property
    def assessor(self):
        """By name, as the messages call them."""
        return str(self.assignment.user)
