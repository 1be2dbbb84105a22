"""A file that one house gives and others read: what they need to be served stands beside the row that points at it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.files import Scanned, StoredFile
from core.tenancy import TenantModel


class ServedCopy(Scanned, TenantModel):
    """Others cannot see the giver's file row: what they need to be served the bytes stands here too."""

    name = models.CharField(_("name of the file"), max_length=200)
    path = models.CharField(max_length=200, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    mime = models.CharField(max_length=100, editable=False)
    scan = models.CharField(max_length=12, blank=True, editable=False)       # what was known of malware when it was handed in, or since

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def scan_state(self):
        """For whoever cannot ask the giver's row."""
        return self.scan or "not_scanned"


class FileCopy(ServedCopy):
    """With the giver's own row, for the giver."""

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    extension = models.CharField(max_length=10, blank=True, default="", editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added at"))

    class Meta:
        abstract = True
