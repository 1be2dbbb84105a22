"""The evidence library: what a provider has given as proof, once, for as many indicators and rounds as it fits."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel
from providers.models.provider import Provider


class Evidence(TenantModel):
    """A file of the provider's own library. Taken out of use, never deleted: what was sealed keeps pointing at its bytes."""

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    covers_from = models.DateField(_("covers from"), null=True, blank=True)
    covers_to = models.DateField(_("covers to"), null=True, blank=True)
    added_at = models.DateTimeField(_("received at"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("evidence document")
        verbose_name_plural = _("evidence documents")
        ordering = ["-added_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "file"], condition=models.Q(removed_at=None),
                                               name="a_file_once_in_the_library")]

    def __str__(self):
        return self.name
