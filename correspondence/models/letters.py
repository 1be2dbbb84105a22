"""A letter in the agency's name (공문): numbered without gaps, kept as it was written, its PDF signed once."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel


class Letter(TenantModel):
    """Written in the transaction of what it tells; the paper is made by the worker. Others reach it through the row that points at it."""

    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    kind = models.CharField(_("kind"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("serial"))
    number = models.CharField(_("document number"), max_length=60)
    language = models.CharField(_("language"), max_length=2, default="ko")
    addressee = models.CharField(_("to"), max_length=120)
    title = models.CharField(_("title"), max_length=200)
    blocks = models.JSONField(default=list)                 # what the sheet says: see core/sheets.py
    written_at = models.DateTimeField(_("written at"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(_("made at"), null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "year", "serial"], name="one_letter_of_a_number")]
        indexes = [models.Index(fields=["agency", "subject_type", "subject_id"], name="letters_by_subject")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.number} {self.title}"
