"""Whom a member of the team spoke with and which records they looked at: by function, never by name."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from visits.models.finding import Finding
from visits.models.independence import seen_by
from visits.models.item import VisitItem


class Entry(TenantModel):
    """One line of the log of interviews and samples. Its `public_id` is the number of the operation that brought it. Never deleted."""

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("Interview")
        SAMPLE = "sample", _("Sample")

    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(VisitItem, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    source = models.CharField(_("with whom, or which record"), max_length=120)          # "사회복지사", "2026년 서비스 계약서 5건 중 2건"
    text = models.TextField(_("what was said or seen"))
    device_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("interview or sample")
        indexes = [models.Index(fields=["agency", "item", "recorded_at"], name="entries_of_an_item")]
        constraints = [models.CheckConstraint(condition=~models.Q(source="") & ~models.Q(text=""), name="entry_says_whom_and_what")]

    @classmethod
    def audience(cls, actor):
        """As the judgements: what somebody asks tells what they think."""
        return seen_by(actor, Finding.everything.all())

    def __str__(self):
        return f"#{self.pk}"
