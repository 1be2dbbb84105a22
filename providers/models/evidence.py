"""The evidence library: what a provider has given as proof, once, for as many indicators and rounds as it fits."""
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel
from providers.models.provider import Provider


class Evidence(TenantModel):
    """A file of the provider's own library. Replaced by a newer version or taken out of use, never deleted: what was sealed keeps
    pointing at its bytes."""

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    lineage = models.UUIDField(default=uuid.uuid4, editable=False)          # the same for every version of one document
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    covers_from = models.DateField(_("covers from"), null=True, blank=True)
    covers_to = models.DateField(_("covers to"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    added_at = models.DateTimeField(_("received at"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)                           # when a newer version came
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("evidence document")
        verbose_name_plural = _("evidence documents")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "provider", "file"], condition=models.Q(removed_at=None),
                                    name="a_file_once_in_the_library"),
            models.UniqueConstraint(fields=["agency", "lineage", "version"], name="one_evidence_of_a_version"),
            models.UniqueConstraint(fields=["agency", "lineage"], condition=models.Q(replaced_at=None), name="one_newest_evidence"),
            models.CheckConstraint(condition=models.Q(covers_from=None) | models.Q(covers_to=None)
                                   | models.Q(covers_from__lte=models.F("covers_to")), name="covers_forwards"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_in_use(self):
        """Offered for new answers: the newest version, and not taken out."""
        return self.replaced_at is None and self.removed_at is None
