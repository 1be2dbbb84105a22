"""What the provider says of itself, indicator by indicator, while it may still write; nobody else reads it before it is handed in."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models import Indicator
from core.tenancy import TenantModel
from evaluations.models.application import Application
from providers.models import Evidence


class Rating(models.TextChoices):
    MEETS = "meets", _("We meet it")
    PARTLY = "partly", _("We meet it in part")
    NOT_YET = "not_yet", _("We do not meet it yet")


class Answer(TenantModel):
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating, blank=True)
    explanation = models.TextField(_("explanation"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)                        # counts each saving: an older page never overwrites a newer
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("answer")
        constraints = [models.UniqueConstraint(fields=["agency", "application", "indicator"], name="one_answer_per_indicator")]

    @classmethod
    def audience(cls, actor):
        return models.Q(application__in=Application.everything.filter(Application.written_by(actor)))

    def __str__(self):
        return f"{self.application_id} {self.indicator_id}"

    @property
    def is_complete(self):
        """A rating and words; whether evidence is there is counted beside it."""
        return bool(self.rating and self.explanation.strip())


class AnswerEvidence(TenantModel):
    """A document of the library that supports an answer."""

    part_of = "answer"

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of an answer")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "answer", "evidence"], name="evidence_once_per_answer")]

    def __str__(self):
        return f"{self.answer_id} {self.evidence_id}"
