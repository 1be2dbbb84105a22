"""An appeal (이의신청) against an announced refusal: what the provider says to it, and by when it is answered."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from core import clock
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from correspondence.models import Deadline, Letter
from evaluations.models.application import Application, RequiredIndicator
from evaluations.models.decision import Decision
from evaluations.stages import APPEAL_MOVES, OPEN_APPEAL, AppealStage
from panels.queries import matters_open_to
from providers.models import Evidence

ASKING = Actor.system("whose an appeal is")              # whom it shows them to is decided here


def appealed_by(actor):
    """The people of its provider; officers and managers where it came on paper."""
    own = models.Q(application__in=Application.objects.visible_to(ASKING).filter(Application.of_own_provider(actor)))
    return own | models.Q(entered_by_proxy_at__isnull=False) if actor.has(Role.OFFICER, Role.MANAGER) else own


def handled_by(actor):
    """Whoever was named to handle it, once they have declared about this appeal that nothing ties them to it."""
    if not actor.user:
        return NOBODY
    named = models.Q(pk__in=AppealHandler.objects.visible_to(ASKING).filter(AppealHandler.at_work(), user=actor.user).values("appeal"))
    return named & models.Q(public_id__in=matters_open_to(actor))


class Appeal(TenantModel):
    """A draft is its provider's alone. `due_at`: until when it could be handed in, counted when it was begun."""

    class Follows(models.TextChoices):
        STANDS = "stands", _("The decision stands")
        REOPEN = "reopen", _("The case is decided anew by the committee")
        REPLACE = "replace", _("Another decision takes its place: certified")

    Stage = AppealStage
    MOVES = APPEAL_MOVES
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    stage = models.CharField(_("state"), max_length=10, choices=AppealStage, default=AppealStage.DRAFT, editable=False)
    number = models.CharField(_("number of the appeal"), max_length=12, blank=True)            # 2026-A003, given when it is handed in
    begun_at = models.DateTimeField(_("begun at"))
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_on = models.DateField(_("told on"))                                                   # that day itself does not count
    due_at = models.DateTimeField(_("may be handed in until"))
    entered_by_proxy_at = models.DateTimeField(_("entered from paper since"), null=True)
    entered_by_proxy_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    paper_arrived_at = models.DateTimeField(_("the paper arrived at"), null=True)
    arrived_at = models.DateTimeField(_("received at"), null=True)
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    canonical = models.TextField(blank=True)                # JSON as it was handed in; its UTF-8 bytes are what is hashed
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    receipt = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    answer_deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    extended_at = models.DateTimeField(_("prolonged at"), null=True)
    extension_reason = models.TextField(_("reason of the prolonging"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True)
    opinions_at = models.DateTimeField(_("all opinions in since"), null=True)
    proposed_at = models.DateTimeField(_("proposed at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=AppealStage, blank=True)    # as it is drafted, then as it was answered
    follows = models.CharField(_("what follows"), max_length=8, choices=Follows, blank=True)
    answer = models.TextField(_("answer as a whole"), max_length=4000, blank=True)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["-begun_at", "-pk"]
        indexes = [models.Index(fields=["agency", "stage"], name="appeals_by_stage")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "decision"], name="one_appeal_for_a_decision"),
            models.UniqueConstraint(fields=["agency", "number"], condition=~models.Q(number=""), name="one_appeal_of_a_number"),
            models.CheckConstraint(condition=models.Q(stage="draft") | models.Q(
                arrived_at__isnull=False, arrived_at__lt=models.F("due_at"), handed_in_by__isnull=False, sha256__regex=r"^[0-9a-f]{64}$"),
                name="an_appeal_came_in_time"),
            models.CheckConstraint(condition=~models.Q(stage__in=["upheld", "partly", "rejected", "dismissed"]) | models.Q(
                outcome=models.F("stage"), letter__isnull=False, answered_at__isnull=False), name="an_appeal_is_answered_by_letter"),
            models.CheckConstraint(condition=~models.Q(stage="upheld") | models.Q(follows__in=["reopen", "replace"]),
                                   name="something_follows_an_upheld_appeal"),
            models.CheckConstraint(condition=models.Q(paper_arrived_at=None, entered_by_proxy_at=None, entered_by_proxy_by=None) | models.Q(
                paper_arrived_at__isnull=False, entered_by_proxy_at__isnull=False, entered_by_proxy_by__isnull=False),
                name="an_appeal_on_paper_is_entered_by_somebody"),
        ]

    @classmethod
    def audience(cls, actor):
        """Its provider's people from the draft on; staff who read cases once it is handed in; whoever handles it. Never the assessors
        or the committee of the case."""
        handed_in = models.Q(arrived_at__isnull=False) if actor.reads_cases else NOBODY
        return appealed_by(actor) | handled_by(actor) | handed_in

    def __str__(self):
        return f"{self.number} {self.application.provider_name}".strip()

    @property
    def matter(self):
        """What declarations about it know it by: they are asked for anew, whatever was declared about the case."""
        return self.public_id

    @property
    def provider_name(self):
        return self.application.provider_name

    def is_open(self, at=None):
        """Whether what arrives at this moment is in time."""
        return self.stage == AppealStage.DRAFT and (at or clock.now()) < self.due_at

    @property
    def is_late(self):
        """Its answer is overdue."""
        return self.stage in (AppealStage.HANDED_IN, AppealStage.HANDLED) and self.answer_deadline.is_over


class AppealPoint(TenantModel):
    """What is said against one indicator's ground, or against the decision as a whole (`required` is empty). Without words it is none."""

    part_of = "appeal"
    grants = "SELECT, INSERT, UPDATE"

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="points")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    told = models.TextField(_("ground of the decision"), blank=True)                # in the words of the letter
    text = models.TextField(_("what you say to it"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("point of an appeal")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "appeal", "required"], nulls_distinct=False,
                                               name="one_point_of_an_indicator")]

    def __str__(self):
        return self.about

    @property
    def code(self):
        return self.required.code if self.required else ""

    @property
    def about(self):
        """2.2.3 Name of the indicator; or the decision as a whole."""
        return f"{self.required.code} {self.required.indicator.name}" if self.required else str(_("The decision as a whole"))

    @property
    def is_written(self):
        return bool(self.text.strip())


class AppealEvidence(TenantModel):
    """A document of the library that goes with a point while it is written."""

    part_of = "point"

    point = models.ForeignKey(AppealPoint, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a point")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "point", "evidence"], name="evidence_once_per_point")]

    @classmethod
    def audience(cls, actor):
        """The library is the provider's own; what was handed in others read as it was sealed then."""
        return models.Q(point__appeal__in=Appeal.everything.filter(appealed_by(actor)))

    def __str__(self):
        return f"{self.point_id} {self.evidence_id}"


class AppealFile(TenantModel):
    """The very bytes that were handed in with a point."""

    part_of = "point"
    append_only = True

    point = models.ForeignKey(AppealPoint, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("file of a point")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class AppealHandler(TenantModel):
    """Somebody who took no part in the decision and judges the appeal. The database refuses who assessed or decided the case."""

    grants = "SELECT, INSERT, UPDATE"

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    is_lead = models.BooleanField(_("writes the proposal"), default=False)
    named_at = models.DateTimeField(_("named at"))
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    handed_in_at = models.DateTimeField(_("opinion handed in at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("person who handles an appeal")
        ordering = ["-is_lead", "named_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "appeal", "person"], condition=models.Q(ended_at=None), name="handles_it_once"),
            models.UniqueConstraint(fields=["agency", "appeal"], condition=models.Q(ended_at=None, is_lead=True),
                                    name="one_lead_of_an_appeal"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, the person, the others who handle it; and the provider, who is told who handles its appeal."""
        if actor.reads_cases:
            return models.Q()
        told = models.Q(appeal__in=Appeal.everything.filter(appealed_by(actor) | handled_by(actor)))
        return models.Q(user=actor.user) | told if actor.user else NOBODY

    @staticmethod
    def at_work():
        """Who handles it while it waits, and afterwards who gave an opinion on it."""
        return models.Q(ended_at=None) & (models.Q(appeal__stage__in=OPEN_APPEAL) | models.Q(handed_in_at__isnull=False))

    @classmethod
    def cases_of(cls, actor):
        """The cases whose appeals they handle and may read, as a subquery: for the audience of the case."""
        named = cls.objects.visible_to(ASKING).filter(cls.at_work(), user=actor.user, appeal__public_id__in=matters_open_to(actor))
        return named.values("appeal__application")

    def __str__(self):
        return str(self.user)
