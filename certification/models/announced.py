"""What stands on a round's announcement beside its dates: documents to bring, files, questions with answers, prolongations."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.round import Round
from core.bilingual import by_language
from core.models import StoredFile
from core.tenancy import Ownership, TenantModel


class RoundDocument(TenantModel):
    """A document that applicants hand in. Written while the round is a draft; announced, it stays (a trigger)."""

    class Need(models.TextChoices):
        REQUIRED = "required", _("required")
        CORPORATIONS = "corporations", _("corporations only")
        OPTIONAL = "optional", _("optional")

    ownership = Ownership.PUBLISHED
    part_of = "round"

    round = models.ForeignKey(Round, models.PROTECT, related_name="documents")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(_("code"), max_length=40)
    name_ko = models.CharField(_("document in Korean"), max_length=120)
    name_en = models.CharField(_("document in English"), max_length=160, blank=True)
    need = models.CharField(_("who hands it in"), max_length=12, choices=Need, default=Need.REQUIRED)
    note_ko = models.CharField(_("note in Korean"), max_length=200, blank=True)
    note_en = models.CharField(_("note in English"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("document to hand in")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "round", "code"], name="one_document_of_a_code_per_round")]

    def __str__(self):
        return self.name

    name = by_language("name")
    note = by_language("note")


class RoundAttachment(TenantModel):
    """A file of the announcement: forms, the manual. More may come after it; what was announced stays."""

    ownership = Ownership.PUBLISHED
    part_of = "round"

    round = models.ForeignKey(Round, models.PROTECT, related_name="attachments")
    name = models.CharField(_("name of the file"), max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added at"))

    class Meta:
        verbose_name = _("attachment")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "round", "file"], name="a_file_once_per_round")]

    def __str__(self):
        return self.name


class RoundQuestion(TenantModel):
    """Asked and answered; shown, it is for everybody and no longer changes."""

    ownership = Ownership.PUBLISHED
    part_of = "round"

    round = models.ForeignKey(Round, models.PROTECT, related_name="questions")
    question_ko = models.CharField(_("question in Korean"), max_length=300)
    question_en = models.CharField(_("question in English"), max_length=300, blank=True)
    answer_ko = models.TextField(_("answer in Korean"), max_length=2000)
    answer_en = models.TextField(_("answer in English"), max_length=2000, blank=True)
    is_shown = models.BooleanField(_("on the page"), default=False)
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("question")
        ordering = ["written_at", "pk"]

    @classmethod
    def audience(cls, actor):
        """With the round; what is not on the page yet only those who write it."""
        return super().audience(actor) & (models.Q() if actor.reads_cases else models.Q(is_shown=True))

    def __str__(self):
        return self.question

    question = by_language("question")
    answer = by_language("answer")


class RoundExtension(TenantModel):
    """More time for everybody, and why: it stands beside the period for as long as the page does."""

    ownership = Ownership.PUBLISHED
    part_of = "round"
    append_only = True

    round = models.ForeignKey(Round, models.PROTECT, related_name="extensions")
    closed_at = models.DateTimeField(_("until then"))                       # the first moment that had been too late
    closes_at = models.DateTimeField(_("applications until"))
    reason = models.CharField(_("reason"), max_length=1000)
    extended_at = models.DateTimeField(_("prolonged at"))

    class Meta:
        verbose_name = _("prolongation")
        ordering = ["extended_at", "pk"]

    def __str__(self):
        return self.reason
