"""What becomes of a proposal at its keeper: the answer that is drafted and released, the task it turns into, what everybody reads."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import IndicatorSet
from agencies.models.proposal import IndicatorProposal, of_keeper
from agencies.stages import ProposalStage
from certification.models import FrameworkVersion
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel

OUTCOMES = [(ProposalStage.ACCEPTED, ProposalStage.ACCEPTED.label), (ProposalStage.REJECTED, ProposalStage.REJECTED.label)]


class ProposalAnswer(TenantModel):
    """The keeper's own until it is released: the proposer never reads a draft of it. Released by another than who drafted it."""

    parents_owner = {"proposal": "proposed_at"}
    grants = "SELECT, INSERT, UPDATE"

    proposed_at = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", editable=False)
    proposal = models.ForeignKey(IndicatorProposal, models.PROTECT, related_name="+")
    outcome = models.CharField(_("answer"), max_length=9, choices=OUTCOMES)
    words = models.TextField(_("reason"), max_length=2000)
    is_shown = models.BooleanField(_("shown at the indicator's card"), default=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted at"))
    back_reason = models.TextField(_("why it was sent back"), max_length=1000, blank=True, editable=False)
    sent_back_at = models.DateTimeField(null=True, editable=False)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("released by"))
    released_at = models.DateTimeField(_("released at"), null=True, editable=False)

    class Meta:
        verbose_name = _("answer to a proposal")
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "proposal"], name="one_answer_to_a_proposal"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_proposal_is_answered_with_a_reason"),
            models.CheckConstraint(condition=models.Q(released_by=None) | ~models.Q(released_by=models.F("drafted_by")),
                                   name="an_answer_is_released_by_another"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if of_keeper(actor) else NOBODY

    def __str__(self):
        return self.get_outcome_display()

    @property
    def waits(self):
        """For its release."""
        return self.released_at is None and self.sent_back_at is None


class ProposalTask(TenantModel):
    """An accepted change, to be worked into the next version. Worked into a draft it is done once that is out; what a version leaves
    out is carried over to the one after, and says so."""

    parents_owner = {"proposal": "proposed_at"}
    grants = "SELECT, INSERT, UPDATE"

    proposed_at = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", editable=False)
    proposal = models.ForeignKey(IndicatorProposal, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    worked_set = models.ForeignKey(IndicatorSet, models.SET_NULL, null=True, related_name="+")
    worked_version = models.ForeignKey(FrameworkVersion, models.SET_NULL, null=True, related_name="+")
    code = models.CharField(_("code in the new version"), max_length=12, blank=True)        # of what is dropped, the old one
    words = models.TextField(_("what was changed"), max_length=2000, blank=True)
    worked_at = models.DateTimeField(_("worked in at"), null=True)
    worked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("worked in by"))
    done_at = models.DateTimeField(_("in force since"), null=True, editable=False)
    past_set = models.ForeignKey(IndicatorSet, models.SET_NULL, null=True, related_name="+")       # the draft that leaves it out
    past_version = models.ForeignKey(FrameworkVersion, models.SET_NULL, null=True, related_name="+")
    past_reason = models.CharField(_("why it is carried over"), max_length=500, blank=True)
    carried = models.PositiveSmallIntegerField(default=0, editable=False)    # past how many published versions

    class Meta:
        verbose_name = _("accepted change to work in")
        ordering = ["proposal__code", "made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "proposal"], name="one_task_of_a_proposal"),
            models.CheckConstraint(condition=models.Q(worked_at=None) | ~models.Q(words=""), name="worked_in_with_what_was_changed"),
            models.CheckConstraint(condition=models.Q(done_at=None) | models.Q(worked_at__isnull=False), name="done_once_it_is_worked_in"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if of_keeper(actor) else NOBODY

    def __str__(self):
        return str(self.proposal)

    def worked_into(self, draft):
        return self.worked_at is not None and draft.pk in (self.worked_set_id, self.worked_version_id)

    def left_out_of(self, draft):
        return draft.pk in (self.past_set_id, self.past_version_id)


class PublishedProposal(TenantModel):
    """What everybody reads at the card: a proposal with its answer, without a name. Its version is added once it is in force."""

    ownership = Ownership.PUBLISHED
    parents_owner = {"proposal": "proposed_at"}
    grants = "SELECT, INSERT, UPDATE"

    proposed_at = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", editable=False)
    proposal = models.ForeignKey(IndicatorProposal, models.PROTECT, related_name="+")
    is_management = models.BooleanField()
    code = models.CharField(max_length=12, blank=True)
    subject_ko = models.CharField(max_length=200)
    subject_en = models.CharField(max_length=200, blank=True)
    edition_ko = models.CharField(max_length=120)
    edition_en = models.CharField(max_length=180, blank=True)
    change = models.CharField(max_length=11, choices=IndicatorProposal.Change)
    source = models.CharField(max_length=8, choices=IndicatorProposal.Source)
    wanted = models.TextField(blank=True)
    reason = models.TextField()
    outcome = models.CharField(max_length=9, choices=OUTCOMES)
    answer = models.TextField()
    published_at = models.DateTimeField(null=True)
    in_set = models.ForeignKey(IndicatorSet, models.PROTECT, null=True, related_name="+")            # in force in it
    in_version = models.ForeignKey(FrameworkVersion, models.PROTECT, null=True, related_name="+")
    in_code = models.CharField(max_length=12, blank=True)
    became = models.TextField(blank=True)

    class Meta:
        verbose_name = _("published proposal")
        ordering = ["-published_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "proposal"], name="a_proposal_is_published_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q(published_at__isnull=False)

    def __str__(self):
        return f"{self.code} {self.subject}".strip()

    subject, edition = by_language("subject"), by_language("edition")
