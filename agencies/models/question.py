"""The question round: assessors propose, Central sends a bundle that names nobody, the agency answers once."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import ManagementIndicator
from agencies.models.participation import Participation
from agencies.models.rating import own_sheets
from agencies.models.shared_file import SharedFile
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id

LADDER = (-3, -1, 1)


def by_sheet(actor, path="participation"):
    """Assessors read what belongs to an agency that they rate; at that agency nobody has a sheet."""
    return models.Q(**{f"{path}__in": own_sheets(actor).order_by().values("participation")}) if actor.user else NOBODY


class QuestionBundle(TenantModel):
    """Questions that go out together, with one day for the answers. The agency's own job opens the deadline there."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"
    ladder = LADDER

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("round of questions"))
    sent_at = models.DateTimeField(_("sent at"), editable=False)
    due_on = models.DateField(_("to be answered by"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("round of questions")
        ordering = ["participation", "number"]
        constraints = [models.UniqueConstraint(fields=["agency", "participation", "number"], name="one_bundle_of_a_number")]

    @classmethod
    def audience(cls, actor):
        """Staff of both; at Central assessors who rate this agency."""
        return models.Q() if actor.reads_cases else by_sheet(actor)

    def __str__(self):
        return f"{self.participation} ({self.number})"


class Question(TenantModel):
    """Without the name of who asked."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    part_of = "bundle"
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    bundle = models.ForeignKey(QuestionBundle, models.PROTECT, related_name="questions")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    text = models.TextField(_("question"), max_length=2000)

    class Meta:
        verbose_name = _("question to an agency")
        ordering = ["bundle", "position"]
        constraints = [models.UniqueConstraint(fields=["agency", "bundle", "position"], name="one_question_at_a_position"),
                       models.CheckConstraint(condition=~models.Q(text=""), name="a_question_asks_something")]

    def __str__(self):
        return self.text[:60]


class ProposedQuestion(TenantModel):
    """What an assessor would like to know. Central's officer sends it, or leaves it out."""

    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    text = models.TextField(_("question"), max_length=2000)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    proposed_at = models.DateTimeField(editable=False)
    question = models.ForeignKey(Question, models.PROTECT, null=True, related_name="+", editable=False)         # once it was sent
    left_out_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("proposed question")
        ordering = ["participation", "indicator", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="a_proposal_asks_something"),
                       models.CheckConstraint(condition=models.Q(question=None) | models.Q(left_out_at=None), name="sent_or_left_out")]

    @classmethod
    def audience(cls, actor):
        """Central's staff; one's own."""
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) & by_sheet(actor) if actor.user else NOBODY

    def __str__(self):
        return self.text[:60]


class Answer(TenantModel):
    """Written by the agency; Central reads it once it is sent. Sent, it stays (a trigger)."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"question": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    text = models.TextField(_("answer"), max_length=8000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by"))
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    days_late = models.PositiveSmallIntegerField(_("days late"), default=0, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people

    class Meta:
        verbose_name = _("answer of an agency")
        constraints = [models.UniqueConstraint(fields=["agency", "question"], name="one_answer_to_a_question"),
                       models.CheckConstraint(condition=models.Q(sent_at=None) | ~models.Q(text=""), name="an_answer_says_something")]

    @classmethod
    def audience(cls, actor):
        """The agency's own staff always; Central's, and who rates the agency, once it is sent."""
        if actor.reads_cases:
            return models.Q(agency=current_agency_id()) | models.Q(central=current_agency_id(), sent_at__isnull=False)
        return models.Q(central=current_agency_id(), sent_at__isnull=False) & by_sheet(actor, "question__bundle__participation")

    def __str__(self):
        return f"{self.question_id}"


class AnswerFile(SharedFile):
    """What goes with an answer."""

    part_of = "answer"

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("file of an answer")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "answer", "file"], name="a_file_once_per_answer")]
