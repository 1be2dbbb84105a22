"""A provider's private look at itself (자체진단): the same indicators, answered for nobody but its own people. It binds nobody."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.models import FrameworkVersion, Indicator
from core.tenancy import NOBODY, TenantModel
from evaluations.models.answer import Rating
from evaluations.models.application import WHOSE
from providers.models import Provider, ProviderMember


class Diagnosis(TenantModel):
    """Seen by the people of the provider alone: neither staff nor auditors, whatever their role. What its owner deletes is gone: nothing
    was decided by it and nobody else has read it. That is why this table and its part have the DELETE grant."""

    grants = "SELECT, INSERT, UPDATE, DELETE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("begun at"))
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("self-diagnosis")
        verbose_name_plural = _("self-diagnoses")
        indexes = [models.Index(fields=["agency", "provider", "started_at"], name="diagnoses_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        if not actor.user:
            return NOBODY
        mine = ProviderMember.objects.visible_to(WHOSE).filter(user=actor.user, left_at=None)
        return models.Q(provider__in=mine.values("provider"))

    def __str__(self):
        """All that the audit trail is told beside who acted."""
        return _now("self-diagnosis")


class DiagnosisAnswer(TenantModel):
    """What they think of themselves at one indicator. Its fields are an answer's, so that it can become one."""

    part_of = "diagnosis"
    grants = "SELECT, INSERT, UPDATE, DELETE"               # deleted with the whole

    diagnosis = models.ForeignKey(Diagnosis, models.PROTECT, related_name="answers")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating, blank=True)
    explanation = models.TextField(_("note"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)                        # counts each saving: an older page never overwrites a newer
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("answer of a self-diagnosis")
        constraints = [models.UniqueConstraint(fields=["agency", "diagnosis", "indicator"], name="one_diagnosis_per_indicator")]

    def __str__(self):
        return f"{self.diagnosis_id} {self.indicator_id}"
