"""A published edition of the criteria as a document: to print, to hand round, to read without a screen."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.framework import FrameworkVersion
from core.models import StoredFile
from core.tenancy import Ownership, TenantModel


class FrameworkPaper(TenantModel):
    """In one language, made by the worker; an erratum has it made anew. The file is empty until the first one is there."""

    ownership = Ownership.PUBLISHED
    part_of = "version"
    grants = "SELECT, INSERT, UPDATE"

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="papers")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    errata = models.PositiveIntegerField(default=0)                          # how many stand in it: an older one overwrites no newer
    made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("criteria as a document")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "version", "language"], name="one_paper_of_an_edition_and_language")]

    def __str__(self):
        return f"{self.version_id} {self.language}"
