"""The year's guide (지침) as a document: what directors get by 31 January, and everybody may read."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.indicator_set import IndicatorSet
from core.models import StoredFile
from core.tenancy import Ownership, TenantModel


class SetGuide(TenantModel):
    """Of a frozen set, in one language. Beside the set: a frozen row gets no file. Empty until the worker has drawn it."""

    ownership = Ownership.PUBLISHED
    part_of = "indicator_set"
    grants = "SELECT, INSERT, UPDATE"

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="guides")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("guide of the evaluation")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "indicator_set", "language"], name="one_guide_of_a_set_and_language")]

    def __str__(self):
        return f"{self.indicator_set_id} {self.language}"
