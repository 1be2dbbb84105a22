"""The survey after a run: questions of the course, and answers that belong to nobody."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel
from training.models.course import Course
from training.models.run import Run


class SurveyQuestion(TenantModel):
    """Once answered it is never changed: a new wording is a new question, and this one is retired."""

    class Kind(models.TextChoices):
        LIKERT = "likert", _("agreement from 1 to 5")
        TEXT = "text", _("in one's own words")

    ownership = Ownership.PUBLISHED
    part_of = "course"

    course = models.ForeignKey(Course, models.PROTECT, related_name="survey")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind of answer"), max_length=6, choices=Kind)
    text_ko = models.CharField(_("question in Korean"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    retired_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("question of a survey")
        ordering = ["position", "pk"]

    text = by_language("text")

    def __str__(self):
        return self.text


class SurveyAnswer(TenantModel):
    """Without a name, a moment or an enrolment. `sheet` is the same for what one person answered, and leads to nobody.

    Seen through `training.queries.survey` alone, from five sheets up.
    """

    ownership = Ownership.SHARED
    owners = ("agency", "host")
    parents_owner = {"run": "host", "question": "host"}
    append_only = True
    grants = "SELECT, INSERT"

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    run = models.ForeignKey(Run, models.PROTECT, related_name="+")
    question = models.ForeignKey(SurveyQuestion, models.PROTECT, related_name="+")
    sheet = models.UUIDField()
    score = models.PositiveSmallIntegerField(_("agreement"), null=True)
    text = models.TextField(_("answer"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("answer of a survey")
        ordering = ["sheet", "question"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "run", "sheet", "question"], name="one_answer_on_a_sheet"),
            models.CheckConstraint(condition=models.Q(score=None) | models.Q(score__range=(1, 5)), name="agreement_from_one_to_five"),
        ]

    @classmethod
    def audience(cls, actor):
        return NOBODY
