"""A workbook of the self-assessment that was handed in again and not carried out yet: what was read from it, until it is or expires."""
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.tenancy import NOBODY, TenantModel
from evaluations.models.application import Application

KEPT = timedelta(hours=24)


class WorkbookRun(TenantModel):
    """Of one application and seen by whoever handed it in. Kept is what was read and not the file; carried out, dropped or expired it
    is deleted, since nothing points at it: hence the DELETE grant."""

    grants = "SELECT, INSERT, UPDATE, DELETE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    rows = models.JSONField(default=dict)       # {code: {row, rating, explanation, version}} of what was changed in the workbook
    left_out = models.JSONField(default=list)   # codes that the workbook has no row for
    uploaded_at = models.DateTimeField(_("handed in at"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(_("kept until"))

    class Meta:
        verbose_name = _("workbook handed in")
        constraints = [models.UniqueConstraint(fields=["agency", "application", "uploaded_by"], name="one_workbook_at_a_time")]

    @classmethod
    def audience(cls, actor):
        """Whoever handed it in, as long as they belong to those who write there."""
        if not actor.user:
            return NOBODY
        return models.Q(uploaded_by=actor.user, application__in=Application.everything.filter(Application.written_by(actor)))

    def __str__(self):
        return self.name

    @property
    def is_over(self):
        return self.expires_at <= clock.now()
