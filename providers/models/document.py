"""What a provider has handed in about itself; a newer version takes the place of the older, which is kept."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel
from providers.models.provider import Provider


class ProviderDocument(TenantModel):
    class Kind(models.TextChoices):
        BUSINESS_REGISTRATION = "business_registration", _("Business registration certificate")
        PROVIDER_REGISTRATION = "provider_registration", _("Provider registration certificate")
        PAPER = "paper", _("Registration on paper, scanned")
        OTHER = "other", _("Other document")

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind of document"), max_length=30, choices=Kind)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    added_at = models.DateTimeField(_("received at"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(_("replaced at"), null=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "kind"], name="one_current_document",
                                               condition=models.Q(replaced_at=None) & ~models.Q(kind="other"))]

    def __str__(self):
        return self.name
