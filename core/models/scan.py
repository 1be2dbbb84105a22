"""What the malware scanner said of a stored file; kept beside it, since the file itself never changes."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.files import StoredFile
from core.tenancy import TenantRow


class FileScan(TenantRow):
    class State(models.TextChoices):
        NOT_SCANNED = "not_scanned", _("not scanned for malware")
        CLEAN = "clean", _("scanned, no malware found")
        WAITING = "waiting", _("waiting for the malware scan")
        INFECTED = "infected", _("malware found, blocked")

    part_of = "file"
    grants = "SELECT, INSERT, UPDATE"

    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="scan")
    state = models.CharField(max_length=11, choices=State)
    scanned_at = models.DateTimeField(null=True)            # when the daemon last gave an answer
    tried_at = models.DateTimeField(null=True)              # when it was last asked
    signature = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "state"], name="scans_by_state")]

    def __str__(self):
        return f"{self.file_id} {self.state}"
