"""Which rungs of a deadline's ladder were sent: each once, whatever becomes of beat or the due day."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantRow
from correspondence.models.deadlines import Deadline


class Reminder(TenantRow):
    part_of = "deadline"
    append_only = True

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="reminders")
    rung = models.SmallIntegerField(_("days from the last day"))
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("reminder")
        ordering = ["sent_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "deadline", "rung"], name="a_rung_once_per_deadline")]

    def __str__(self):
        return f"{self.deadline_id} {self.rung:+}"
