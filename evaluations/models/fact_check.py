"""The fact check (사실 확인): the draft report without the result, what its provider says to its facts, what the team answers to that."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from certification.models import Indicator
from core import clock
from core.models import StoredFile
from core.tenancy import TenantModel, TenantRow
from correspondence.models import Deadline
from evaluations.models.application import Application, RequiredIndicator
from evaluations.stages import FACT_MOVES, RUNNING_FACTS, FactStage
from providers.models import Evidence
from visits.models import Amendment

ASKING = Actor.system("whose a fact check is")        # whom it shows them to is decided here


def evaluated(actor):
    """Cases whose comments this actor may read: staff who read cases, the team, the committee after the declaration. No observer does."""
    rows = Application.objects.visible_to(ASKING).filter(Application.evaluated_by(actor))
    return rows if actor.reads_cases or actor.has(Role.ASSESSOR, Role.COMMITTEE) else rows.none()


def written(actor):
    return Application.objects.visible_to(ASKING).filter(Application.written_by(actor))


class FactCheck(TenantModel):
    """The n-th round of a case: after a second visit, or when a manager reopens the stage, another report is read and this one kept."""

    Stage = FactStage
    MOVES = FACT_MOVES
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("round"))
    stage = models.CharField(_("state"), max_length=10, choices=FactStage, default=FactStage.OPEN, editable=False)
    begun_at = models.DateTimeField(_("begun at"))
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    answer_deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")          # the draft report as PDF
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    handed_in_at = models.DateTimeField(_("comments handed in at"), null=True)                 # when they arrived
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("fact check")
        verbose_name_plural = _("fact checks")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "application", "number"], name="one_fact_check_of_a_number"),
            models.UniqueConstraint(fields=["agency", "application"], condition=models.Q(stage__in=RUNNING_FACTS),
                                    name="one_running_fact_check"),
            models.CheckConstraint(condition=~models.Q(stage__in=["handed_in", "answered"]) | models.Q(
                handed_in_at__isnull=False, handed_in_by__isnull=False), name="commented_by_somebody"),
        ]

    @classmethod
    def audience(cls, actor):
        """The provider's people, and whoever evaluates the case."""
        return models.Q(application__in=written(actor)) | models.Q(application__in=evaluated(actor))

    def __str__(self):
        return f"{self.application}, {self.number}"

    def is_open(self, at=None):
        """Whether comments that arrive at this moment are taken."""
        return self.stage == FactStage.OPEN and self.deadline is not None and (at or clock.now()) < self.deadline.due_at

    @property
    def stands(self):
        """Its state as the dates have it."""
        over = self.stage == FactStage.OPEN and self.deadline is not None and self.deadline.is_over
        return FactStage.CLOSED if over else FactStage(self.stage)

    @property
    def is_silent(self):
        """Ended without a word of the provider."""
        return self.confirmed_at is None and self.handed_in_at is None


class ReportFact(TenantModel):
    """One indicator of a draft report, as it was given to the provider: what was seen, never how it was judged."""

    part_of = "check_of"
    append_only = True

    check_of = models.ForeignKey(FactCheck, models.PROTECT, related_name="facts")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    seen = models.TextField(_("what was seen"), blank=True)

    class Meta:
        verbose_name = _("fact of a draft report")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "check_of", "required"], name="one_fact_of_an_indicator")]

    def __str__(self):
        return f"{self.check_of_id} {self.code}"


class FactComment(TenantModel):
    """What the provider says to one fact. A draft until all are handed in; without words it is none."""

    class Kind(models.TextChoices):
        WRONG = "wrong", _("This fact is wrong")
        INCOMPLETE = "incomplete", _("This fact is incomplete")

    grants = "SELECT, INSERT, UPDATE"

    fact = models.ForeignKey(ReportFact, models.PROTECT, related_name="+")
    kind = models.CharField(_("what is the matter"), max_length=10, choices=Kind, blank=True)
    text = models.TextField(_("your comment"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("comment on a fact")
        constraints = [
            models.UniqueConstraint(fields=["agency", "fact"], name="one_comment_on_a_fact"),
            models.CheckConstraint(condition=models.Q(handed_in_at=None) | ~models.Q(kind="") & ~models.Q(text=""),
                                   name="handed_in_with_words"),
        ]

    @classmethod
    def audience(cls, actor):
        """Its provider's people; once it is handed in, whoever evaluates the case."""
        return models.Q(fact__check_of__application__in=written(actor)) | models.Q(
            fact__check_of__application__in=evaluated(actor), handed_in_at__isnull=False)

    def __str__(self):
        return f"{self.fact_id}"

    @property
    def is_written(self):
        return bool(self.text.strip())


class FactEvidence(TenantModel):
    """A document of the library that goes with a comment while it is written."""

    part_of = "comment"

    comment = models.ForeignKey(FactComment, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a comment")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "comment", "evidence"], name="evidence_once_per_comment")]

    @classmethod
    def audience(cls, actor):
        """The library is the provider's own; what was handed in others read as it was sealed then."""
        return models.Q(comment__fact__check_of__application__in=written(actor))

    def __str__(self):
        return f"{self.comment_id} {self.evidence_id}"


class CommentFile(TenantModel):
    """The very bytes that were handed in with a comment."""

    part_of = "comment"
    append_only = True

    comment = models.ForeignKey(FactComment, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("file of a comment")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class FactAnswer(TenantRow):
    """What the lead answers to a comment, once. `seen`: the fact as it stands from then on, if the comment was accepted."""

    part_of = "comment"
    append_only = True

    comment = models.OneToOneField(FactComment, models.PROTECT, related_name="answer")
    is_accepted = models.BooleanField(_("accepted"))
    reason = models.TextField(_("reason"), max_length=4000)
    seen = models.TextField(_("what was seen"), blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("answer to a comment")
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="answered_with_a_reason")]

    def __str__(self):
        return f"{self.comment_id}"


class AmendmentInCase(TenantRow):
    """What an amendment of a visit means to the case: taken over, or kept as evidence only since the case had gone on."""

    append_only = True

    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="+")
    is_taken = models.BooleanField()
    seen = models.TextField(blank=True)                         # the fact as the provider reads it
    is_shown = models.BooleanField(default=False)               # the provider reads it: it differs from what the report says
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("amendment in the case")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "amendment"], name="an_amendment_once_in_its_case")]

    @classmethod
    def audience(cls, actor):
        """Those who evaluate; of what was taken over after the report the provider's people too, who read the fact and no judgement."""
        return models.Q(required__application__in=evaluated(actor)) | models.Q(required__application__in=written(actor), is_shown=True)

    def __str__(self):
        return f"{self.amendment_id}"
