"""A member's proposal for the agenda of a body, with papers. Until it is handed in nobody else sees it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.shared_file import SharedFile
from agencies.stages import AGENDA_PROPOSAL_MOVES, AgendaProposalStage
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from panels.models import AgendaItem, Body


class AgendaProposal(TenantModel):
    """Handed in it stays as it is (a trigger); Central takes it onto an agenda or answers with a reason."""

    Stage = AgendaProposalStage
    MOVES = AGENDA_PROPOSAL_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"body": "central", "item": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("what is proposed, and why"), max_length=4000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    version = models.PositiveIntegerField(default=1, editable=False)
    stage = models.CharField(_("state of the proposal"), max_length=9, choices=AgendaProposalStage,
                             default=AgendaProposalStage.DRAFT, editable=False)
    begun_at = models.DateTimeField(_("begun at"))
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)           # Central's own job has told its people
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+", editable=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)               # the agency's own job has told who proposed it

    class Meta:
        verbose_name = _("proposal for an agenda")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(stage="draft") | models.Q(handed_in_at__isnull=False), name="handed_in_at_a_moment"),
            models.CheckConstraint(condition=~models.Q(stage="declined") | ~models.Q(answer=""),
                                   name="a_proposal_is_declined_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """A draft: its author alone. Handed in: the agency's staff who read cases, and Central's."""
        if not actor.user:
            return NOBODY
        own = models.Q(agency=current_agency_id(), author=actor.user)
        return own | ~models.Q(stage=AgendaProposalStage.DRAFT) if actor.reads_cases else own

    def __str__(self):
        return self.title


class AgendaProposalFile(SharedFile):
    """A paper of a proposal."""

    part_of = "proposal"
    grants = "SELECT, INSERT, UPDATE, DELETE"

    proposal = models.ForeignKey(AgendaProposal, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("paper of a proposal")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "proposal", "file"], name="a_paper_once_per_proposal")]
