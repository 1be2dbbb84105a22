"""What a renewal starts with: the answers of the last cycle, beside the new ones until each was looked at."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantRow
from evaluations.models.answer import Answer, Rating


class EarlierAnswer(TenantRow):
    """What was handed in and judged for this indicator when the certificate was given, as it was sealed then."""

    part_of = "answer"
    append_only = True

    answer = models.OneToOneField(Answer, models.PROTECT, related_name="earlier")
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating)
    explanation = models.TextField(_("explanation"))
    handed_in_at = models.DateTimeField(_("handed in at"))
    is_reworded = models.BooleanField(_("the indicator was reworded since"), default=False)

    class Meta:
        verbose_name = _("answer of the last cycle")

    def __str__(self):
        return f"{self.answer_id}"

    def is_repeated_by(self, answer):
        """Whether this answer says word for word what was said then."""
        return (self.rating, self.explanation.strip()) == (answer.rating, answer.explanation.strip())
