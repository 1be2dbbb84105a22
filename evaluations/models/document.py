"""The documents to bring: which files of the library an application gives for each document of its round."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models import RoundDocument
from core.tenancy import TenantModel
from evaluations.models.application import Application
from providers.models import Evidence


class GivenDocument(TenantModel):
    """A file given for a document of the round; read by its people while they write, by everybody else in the sealed copy."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    document = models.ForeignKey(RoundDocument, models.PROTECT, related_name="+")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("document of an application")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "application", "document", "evidence"], name="a_file_once_per_document")]

    @classmethod
    def audience(cls, actor):
        return models.Q(application__in=Application.everything.filter(Application.written_by(actor)))

    def __str__(self):
        return f"{self.application_id} {self.document_id}"
