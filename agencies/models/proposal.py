"""A proposed change of an indicator: by an agency, an assessor or a provider, toward whoever keeps the set or the framework."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from agencies.models.indicator_set import IndicatorSet, ManagementIndicator
from agencies.models.shared_file import SharedFile
from agencies.stages import OPEN_PROPOSALS, PROPOSAL_MOVES, ProposalStage
from certification.models import FrameworkVersion, Indicator
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from providers.models import Provider, ProviderMember

ASKING = Actor.system("whose proposal it is")
STAFF_WHO_PROPOSE = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.TRAINER, Role.ADMIN)


def called(version):
    """What an indicator set or an edition of the criteria is called: (Korean, English)."""
    if isinstance(version, IndicatorSet):
        return f"{version.year}년 경영평가 지표", f"Management evaluation {version.year}"
    return f"{version.framework.name_ko} {version.label_ko}", f"{version.framework.name_en} {version.label_en}"


def of_keeper(actor):
    """Who reads at the keeper what was handed in there."""
    return actor.reads_cases or actor.may_administer


class IndicatorProposal(TenantModel):
    """Written where its author belongs, read by the keeper once it is handed in. Handed in, its words stay (a trigger).

    Either an indicator set of the management evaluation or a version of the certification framework; without an indicator it
    proposes a new one. `told_at` and `received_at` are emptied by who changes it: the other side's job tells its people.
    """

    class Change(models.TextChoices):
        WORDING = "wording", _("wording or definition")
        POINTS = "points", _("points or weight")
        MEASUREMENT = "measurement", _("how it is measured")
        EVIDENCE = "evidence", _("evidence asked for")
        DROP = "drop", _("drop the indicator")
        NEW = "new", _("a new indicator")

    class Source(models.TextChoices):
        STAFF = "staff", _("agency")
        ASSESSOR = "assessor", _("assessor")
        PROVIDER = "provider", _("provider")

    class Advice(models.TextChoices):
        RECOMMENDED = "recommend", _("recommended")
        NOT_RECOMMENDED = "advise_against", _("not recommended")
        DEFERRED = "postpone", _("deferred")

    Stage = ProposalStage
    MOVES = PROPOSAL_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "keeper")
    parents_owner = dict.fromkeys(("indicator_set", "management_indicator", "version", "indicator"), "keeper")
    grants = "SELECT, INSERT, UPDATE"

    keeper = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", editable=False)
    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, null=True, related_name="+")
    management_indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, null=True, related_name="+")
    version = models.ForeignKey(FrameworkVersion, models.PROTECT, null=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")
    code = models.CharField(_("code"), max_length=12, blank=True)
    subject_ko = models.CharField(max_length=200)                            # the indicator's name, or of the new one
    subject_en = models.CharField(max_length=200, blank=True)
    edition_ko = models.CharField(max_length=120)                            # what the version is called
    edition_en = models.CharField(max_length=180, blank=True)
    change = models.CharField(_("what is to change"), max_length=11, choices=Change)
    wanted = models.TextField(_("proposed text"), max_length=4000, blank=True)
    reason = models.TextField(_("reason"), max_length=4000)
    stage = models.CharField(_("state of the proposal"), max_length=9, choices=ProposalStage, default=ProposalStage.DRAFT, editable=False)
    source = models.CharField(_("proposed by"), max_length=8, choices=Source)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+")
    house_ko = models.CharField(max_length=120)                              # who proposes, as the keeper reads it
    house_en = models.CharField(max_length=160, blank=True)
    begun_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0, editable=False)        # an older page never overwrites a newer
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    advice = models.CharField(_("the body's advice"), max_length=14, choices=Advice, blank=True, editable=False)
    advised_on = models.DateField(null=True, editable=False)
    body_name = models.CharField(max_length=100, blank=True, editable=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    became = models.TextField(_("what was changed"), max_length=2000, blank=True, editable=False)
    became_in = models.CharField(max_length=120, blank=True, editable=False)  # the version in which it is in force
    received_at = models.DateTimeField(null=True, editable=False)            # the keeper's own job has told its people
    told_at = models.DateTimeField(null=True, editable=False)                # the proposer's own job has told theirs

    class Meta:
        verbose_name = _("proposed change of an indicator")
        verbose_name_plural = _("proposed changes of indicators")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "author", "management_indicator"],
                                    condition=models.Q(stage__in=OPEN_PROPOSALS), name="one_open_proposal_on_a_management_indicator"),
            models.UniqueConstraint(fields=["agency", "author", "indicator"],
                                    condition=models.Q(stage__in=OPEN_PROPOSALS), name="one_open_proposal_on_an_indicator"),
            models.CheckConstraint(condition=models.Q(indicator_set__isnull=False, version=None, indicator=None)
                                   | models.Q(indicator_set=None, version__isnull=False, management_indicator=None),
                                   name="a_proposal_is_of_one_kind"),
            models.CheckConstraint(condition=models.Q(change="new", management_indicator=None, indicator=None)
                                   | ~models.Q(change="new") & (models.Q(management_indicator__isnull=False)
                                                                | models.Q(indicator__isnull=False)),
                                   name="a_proposal_names_its_indicator"),
            models.CheckConstraint(condition=models.Q(source="provider", provider__isnull=False)
                                   | ~models.Q(source="provider") & models.Q(provider=None), name="a_providers_proposal_names_it"),
            models.CheckConstraint(condition=~models.Q(stage__in=("accepted", "rejected", "in_force"))
                                   | ~models.Q(answer="") & models.Q(answered_at__isnull=False), name="a_proposal_is_answered_in_words"),
            models.CheckConstraint(condition=models.Q(stage__in=("draft", "withdrawn")) | models.Q(handed_in_at__isnull=False),
                                   name="answered_once_it_is_handed_in"),
        ]

    @classmethod
    def own_side(cls, actor):
        """Of its author's organisation, drafts too: an agency's staff, an assessor, a provider's people."""
        here, seen = current_agency_id(), NOBODY
        if actor.user:
            mine = ProviderMember.objects.visible_to(ASKING).filter(user=actor.user, left_at=None).values("provider")
            seen |= models.Q(agency=here, source="provider", provider__in=mine)
            seen |= models.Q(agency=here, source="assessor", author=actor.user)
        return seen | models.Q(agency=here, source="staff") if actor.has(*STAFF_WHO_PROPOSE) or actor.reads_cases else seen

    @classmethod
    def audience(cls, actor):
        """The keeper reads it once it is handed in; a draft nobody but its own side."""
        own = cls.own_side(actor)
        return own | models.Q(keeper=current_agency_id(), handed_in_at__isnull=False) if of_keeper(actor) else own

    def __str__(self):
        return f"{self.code} {self.subject}".strip()

    subject, edition, house = by_language("subject"), by_language("edition"), by_language("house")

    @property
    def is_management(self):
        return self.indicator_set_id is not None

    @property
    def is_draft(self):
        return self.stage == ProposalStage.DRAFT

    @property
    def is_open(self):
        return self.stage in OPEN_PROPOSALS

    @property
    def about(self):
        """The indicator's row, or None of a new one."""
        return self.management_indicator if self.is_management else self.indicator


class ProposalFile(SharedFile):
    """Evidence; `central` is whoever keeps the set or framework."""

    part_of = "proposal"

    proposal = models.ForeignKey(IndicatorProposal, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("file of a proposal")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "proposal", "file"], name="a_file_once_per_proposal")]
