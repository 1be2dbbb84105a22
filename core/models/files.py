"""A file that somebody gave us: where its bytes are, and proof of what they were."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel


class Scanned:
    """What is known of malware in it stands in `scan_state`."""

    scan_state: str

    @property
    def is_held_back(self):
        """Nobody but its giver gets it now: a scan is still to come, or has found something."""
        return self.scan_state in ("waiting", "infected")


class StoredFile(Scanned, TenantModel):
    """Content-addressed on its owner's shelf. Seen by nobody: a file is served only by a view of the row that points at it."""

    grants = "SELECT, INSERT"

    class Text(models.TextChoices):
        """How far the text inside was looked into for resident registration numbers, when the file came."""

        READ = "read", _("looked into")
        PARTLY = "partly", _("looked into in part")
        UNREAD = "unread", _("not looked into")

    shelf = models.UUIDField()                      # the owner's public id; never shared between owners
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    mime = models.CharField(max_length=100)
    extension = models.CharField(max_length=10)
    text = models.CharField(_("text inside"), max_length=6, choices=Text, blank=True)      # empty: our own, or from before anybody looked
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "shelf", "sha256"], name="one_file_per_shelf_and_content")]

    @classmethod
    def audience(cls, actor):
        return NOBODY

    def __str__(self):
        return self.sha256[:12]

    @property
    def scan_state(self):
        """What is known of malware in it; what was never asked is not scanned. Reads `scan`: select it along for lists."""
        scan = getattr(self, "scan", None)
        return scan.state if scan else "not_scanned"
