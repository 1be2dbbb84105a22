"""By when something is due: one clock for supplements, fact checks, appeals, duties, tasks."""
from datetime import timedelta

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core import clock
from core.tenancy import NOBODY, TenantModel
from correspondence.events import find_kind


class Deadline(TenantModel):
    """Names its subject without a foreign key; closed by the workflow that owns the subject. In time means before `due_at`."""

    class Rule(models.TextChoices):
        CALENDAR = "calendar", _("calendar days")
        WORKING = "working", _("working days")

    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    subject_label = models.CharField(_("subject"), max_length=200)
    kind = models.CharField(_("kind"), max_length=100)
    event_on = models.DateField(_("counted from"))                  # that day itself does not count
    days = models.PositiveSmallIntegerField(_("days"))
    rule = models.CharField(_("days counted"), max_length=8, choices=Rule)
    due_at = models.DateTimeField(_("due"))                         # 24:00 in Seoul of the last day, which no longer belongs to it
    ladder = models.JSONField(default=list)                         # as its kind had it when it was opened
    remind_on = models.DateField(null=True)                         # the day of the next rung that was not sent; None when none is left
    opened_at = models.DateTimeField(_("opened at"))
    closed_at = models.DateTimeField(_("closed at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["due_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "subject_type", "subject_id", "kind"], name="one_open_deadline",
                                               condition=models.Q(closed_at=None))]
        indexes = [models.Index("agency", "due_at", name="open_deadlines", condition=models.Q(closed_at=None)),
                   models.Index("agency", "remind_on", "id", name="deadlines_to_remind",
                                condition=models.Q(closed_at=None, remind_on__isnull=False))]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.is_staff else NOBODY

    def __str__(self):
        return f"{self.label}, {self.subject_label}"

    @property
    def label(self):
        try:
            return find_kind(self.kind).label("en" if get_language() == "en" else "ko")
        except LookupError:
            return self.kind                    # of a kind that the house no longer sets

    @property
    def last_day(self):
        """The last day that still belongs to it, in Seoul."""
        return clock.seoul(self.due_at).date() - timedelta(days=1)

    @property
    def is_over(self):
        return clock.now() >= self.due_at
