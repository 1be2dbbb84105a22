"""The whole register as it stood on a day, as a file that never changes: for whoever quotes it or counts with it."""
from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterSnapshot(models.Model):
    """Of all agencies, one a month and form. The file is kept compressed here, so that it is in every backup with its row."""

    class Form(models.TextChoices):
        CSV = "csv", "CSV"
        JSON = "json", "JSON"

    month = models.CharField(_("month"), max_length=7)                      # 2026-11
    form = models.CharField(_("form"), max_length=4, choices=Form)
    taken_on = models.DateField(_("taken on"))
    made_at = models.DateTimeField(_("made at"))
    count = models.PositiveIntegerField(_("certificates"))
    size = models.PositiveBigIntegerField(_("size"))                        # bytes, uncompressed
    sha256 = models.CharField(max_length=64)                                # of the file as it is handed out
    packed = models.BinaryField()                                           # gzip

    class Meta:
        verbose_name = _("snapshot of the register")
        verbose_name_plural = _("snapshots of the register")
        ordering = ["-month", "form"]
        constraints = [models.UniqueConstraint(fields=["month", "form"], name="one_snapshot_a_month_and_form")]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return f"register-{self.month}.{self.form}"
