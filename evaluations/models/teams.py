"""A proposal of teams for a round (심사팀 배정안): who asked, what was found, which cases have no whole team and why, what became of it."""
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models import Round
from core import clock
from core.tenancy import NOBODY, TenantModel
from evaluations.models.application import Application
from evaluations.stages import LIVE_PROPOSAL, PROPOSAL_MOVES, ProposalStage
from evaluations.teams import SIZES

SLOW = timedelta(minutes=2)         # after which the page says that the worker does not answer


class TeamProposal(TenantModel):
    """One at a time for a round: a newer one replaces it. It assigns nobody by itself."""

    Stage = ProposalStage
    MOVES = PROPOSAL_MOVES
    grants = "SELECT, INSERT, UPDATE"

    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("round"))
    stage = models.CharField(_("state"), max_length=10, choices=ProposalStage, default=ProposalStage.ASKED, editable=False)
    size = models.PositiveSmallIntegerField(_("size of a team"))
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, default="ko")     # in which the one who accepts is told what was not possible
    solved_at = models.DateTimeField(_("worked out at"), null=True)
    is_best = models.BooleanField(_("proven to be the best"), default=True)
    vacancies = models.JSONField(default=list)          # [{case, missing, eligible, lacks_lead, against}]; case: its serial
    closed_at = models.DateTimeField(_("accepted or discarded at"), null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("proposal of teams")
        constraints = [
            models.UniqueConstraint(fields=["agency", "round"], condition=models.Q(stage__in=["asked", "ready", "accepting"]),
                                    name="one_live_proposal"),
            models.CheckConstraint(condition=models.Q(size__in=SIZES), name="a_team_has_two_or_three"),
        ]
        indexes = [models.Index(fields=["agency", "round", "asked_at"], name="proposals_of_a_round")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.round}, {self.asked_at:%Y-%m-%d}"

    @property
    def is_live(self):
        return self.stage in LIVE_PROPOSAL

    @property
    def is_slow(self):
        """Whether the worker should have answered by now."""
        since = {ProposalStage.ASKED: self.asked_at, ProposalStage.ACCEPTING: self.closed_at}.get(self.stage)
        return since is not None and since + SLOW < clock.now()

    @property
    def is_working(self):
        return self.stage in (ProposalStage.ASKED, ProposalStage.ACCEPTING)


class ProposedPair(TenantModel):
    """One assessor for one case, with what speaks for it; after the acceptance, what became of it."""

    class Outcome(models.TextChoices):
        OPEN = "", _("open")
        ASSIGNED = "assigned", _("assigned")
        LEFT_OUT = "left_out", _("struck out")
        REFUSED = "refused", _("not assigned")

    part_of = "proposal"
    grants = "SELECT, INSERT, UPDATE"

    proposal = models.ForeignKey(TeamProposal, models.PROTECT, related_name="pairs")
    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    is_lead = models.BooleanField(_("lead assessor"), default=False)
    reasons = models.JSONField(default=list)            # codes, see evaluations.teams.REASONS
    load = models.PositiveSmallIntegerField(_("cases with this proposal"), default=0)
    outcome = models.CharField(_("what became of it"), max_length=8, choices=Outcome, default="", blank=True)
    sentence = models.TextField(_("why not"), blank=True)

    class Meta:
        verbose_name = _("proposed assessor of a case")
        constraints = [
            models.UniqueConstraint(fields=["agency", "proposal", "application", "user"], name="proposed_once"),
            models.UniqueConstraint(fields=["agency", "proposal", "application"], condition=models.Q(is_lead=True),
                                    name="one_proposed_lead"),
        ]

    def __str__(self):
        return f"{self.user}, {self.application_id}"
