"""The picture of a plaque: drawn once from the signed PDF, for the page of its certificate."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import CertificateDocument
from core.models import StoredFile
from core.tenancy import TenantModel


class PlaquePicture(TenantModel):
    """Of one version of the plaque; the next version has its own."""

    part_of = "document"
    grants = "SELECT, INSERT"

    document = models.ForeignKey(CertificateDocument, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    width = models.PositiveSmallIntegerField()          # pixels
    height = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("picture of a plaque")
        constraints = [models.UniqueConstraint(fields=["agency", "document"], name="one_picture_of_a_plaque")]

    def __str__(self):
        return f"{self.document_id} {self.width}×{self.height}"
