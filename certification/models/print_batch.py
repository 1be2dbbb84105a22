"""Pages for a printer: the stored plaques or certificates of several holders as one PDF, made by the worker."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.ceremony import Ceremony
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel


class PrintBatch(TenantModel):
    """A print copy: merged pages carry no signature. Which documents, the worker asks when it makes it."""

    class Kind(models.TextChoices):
        PLAQUES = "plaques", _("plaques")
        CERTIFICATES = "certificates", _("certificates")

    grants = "SELECT, INSERT, UPDATE"

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    ceremony = models.ForeignKey(Ceremony, models.PROTECT, null=True, related_name="+")     # whose certificates
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    asked_at = models.DateTimeField(_("asked for at"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField(_("number of documents"), default=0)
    left_out = models.JSONField(default=list)                               # numbers of certificates whose document was not made yet
    made_at = models.DateTimeField(_("made at"), null=True)

    class Meta:
        verbose_name = _("print batch")
        ordering = ["-asked_at", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(made_at=None, file=None) | models.Q(made_at__isnull=False),
                                              name="batch_made_before_it_has_a_file")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.get_kind_display()} #{self.pk}"
