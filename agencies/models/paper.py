"""The library of papers (자료실): what an agency gives all others to read, edition by edition, found by what stands in it."""
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.contact import Contact
from agencies.stages import PAPER_MOVES, PaperStage
from core.bilingual import by_language
from core.models import FileCopy
from core.tenancy import NOBODY, Ownership, TenantModel


class Paper(TenantModel):
    """Its editions share a `series`. Until it is published only its own agency knows of it; withdrawn, it says why and gives nothing."""

    class Kind(models.TextChoices):
        GUIDELINE = "guideline", _("guideline")
        FORM = "form", _("form to fill in")
        REPORT = "report", _("report of work")
        COURSE = "course", _("training material")
        STUDY = "study", _("study")
        OTHER = "other", _("something else")

    Stage = PaperStage
    MOVES = PAPER_MOVES
    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    title_ko = models.CharField(_("heading in Korean"), max_length=120)
    title_en = models.CharField(_("heading in English"), max_length=160, blank=True)
    description_ko = models.TextField(_("description in Korean"), max_length=2000)
    description_en = models.TextField(_("description in English"), max_length=2000, blank=True)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    field_of_work = models.CharField(_("field of work"), max_length=13, choices=Contact.Function)
    stage = models.CharField(_("state"), max_length=9, choices=PaperStage, default=PaperStage.DRAFT, editable=False)
    series = models.UUIDField(default=uuid4, editable=False)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1, editable=False)
    change = models.CharField(_("what is new in this edition"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)            # two who write at once: the second is told
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(_("why it is withdrawn"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [
            models.UniqueConstraint(fields=["agency", "series", "edition"], name="one_paper_of_an_edition",
                                    condition=~models.Q(stage="discarded")),
            models.UniqueConstraint(fields=["agency", "series"], name="one_paper_in_force", condition=models.Q(stage="published")),
            models.UniqueConstraint(fields=["agency", "series"], name="one_paper_being_written", condition=models.Q(stage="draft")),
            models.CheckConstraint(condition=models.Q(stage__in=("draft", "discarded")) | models.Q(published_at__isnull=False),
                                   name="a_paper_in_the_library_is_out"),
            models.CheckConstraint(condition=~models.Q(stage="withdrawn") | ~models.Q(withdrawn_because=""),
                                   name="a_paper_is_withdrawn_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff of every agency; what is not out is in sight of its own alone."""
        return models.Q() if actor.is_staff else NOBODY

    title, description = by_language("title"), by_language("description")

    def __str__(self):
        return self.title

    @property
    def is_draft(self):
        return self.stage == PaperStage.DRAFT

    @property
    def is_withdrawn(self):
        return self.stage == PaperStage.WITHDRAWN


class PaperFile(FileCopy):
    """`words`: the text inside, as far as it could be read, for the lines around what was searched for."""

    ownership = Ownership.PUBLISHED
    part_of = "paper"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    words = models.TextField(blank=True, editable=False)

    class Meta:
        verbose_name = _("file of a paper")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "paper", "file"], name="a_file_once_per_paper")]


class PaperText(TenantModel):
    """What a paper in force is found by (see `core.search.searchable`). A table of its own that holds what is out and nothing else: its
    wall lets everybody read, so that the index of trigrams works; which papers somebody reads the door of Paper says."""

    ownership = Ownership.PUBLIC
    part_of = "paper"

    paper = models.OneToOneField(Paper, models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        verbose_name = _("text of a paper")
        indexes = [GinIndex(fields=["words"], name="papers_by_text", opclasses=["gin_trgm_ops"])]

    def __str__(self):
        return str(self.paper_id)
