"""The access log (접속기록): who saw whose data, when, from where, doing what."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantRow


class AccessEntry(TenantRow):
    """The five facts that the Personal Information Protection Act's security standard asks for, kept two years."""

    class Kind(models.TextChoices):
        READ = "read", _("read")
        CHANGE = "change", _("change")
        DOWNLOAD = "download", _("download")
        EXPORT = "export", _("export")
        REFUSED = "refused", _("refused")

    append_only = True

    at = models.DateTimeField()                     # the real clock, never a travelled one
    user_id = models.BigIntegerField()
    user_label = models.CharField(max_length=200)
    ip = models.GenericIPAddressField(null=True)
    kind = models.CharField(max_length=10, choices=Kind)
    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    subject_label = models.CharField(max_length=200)
    work = models.CharField(max_length=100)         # what was being done: "provider.read", or the refused address's name
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("access log entry")
        verbose_name_plural = _("access log")
        indexes = [models.Index(fields=["agency", "at"], name="access_by_time")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.may_audit else NOBODY

    def __str__(self):
        return f"{self.kind} {self.work} #{self.pk}"
