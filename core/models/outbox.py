"""Something to do once the transaction has really happened, and the pulse of those who do it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel


class Errand(TenantModel):
    """The row is the truth, Celery only rings."""

    task = models.CharField(_("task"), max_length=200)
    arguments = models.JSONField(default=dict)
    asked_at = models.DateTimeField(_("asked for at"), auto_now_add=True)
    leased_until = models.DateTimeField(null=True)
    token = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("what went wrong"), max_length=500, blank=True)
    poisoned_at = models.DateTimeField(_("set aside at"), null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("errand")
        verbose_name_plural = _("errands")
        indexes = [models.Index("agency", "asked_at", name="undone_errands", condition=models.Q(done_at=None))]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.is_staff else NOBODY

    def __str__(self):
        return f"{self.task} #{self.pk}"


class Pulse(models.Model):
    """One row an agency, written by worker and sweeper, read by /healthz: numbers only, so it is national."""

    agency = models.OneToOneField(settings.TENANT_MODEL, models.PROTECT, primary_key=True, related_name="+")
    oldest_undone_at = models.DateTimeField(null=True)
    last_job_at = models.DateTimeField(null=True)
    poisoned = models.PositiveIntegerField(default=0)
    not_yet_linked = models.PositiveIntegerField(default=0)
    differences = models.PositiveIntegerField(default=0)            # what a nightly comparison found that should not be
    log_differences = models.PositiveIntegerField(default=0)        # the same of the public log
