"""What becomes of a resolution: a task with an owner at an agency and a day, and what is reported of it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.council import house_or_own
from agencies.models.council_meeting import Resolution
from core import clock
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class CouncilTask(TenantModel):
    """Given by Central; its agency's own job tells the owner and counts the days."""

    ownership = Ownership.SHARED
    owners = ("agency", "responsible")
    grants = "SELECT, INSERT, UPDATE"
    ladder = (-7, -1, 0, 3)

    responsible = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="+")
    body_key = models.UUIDField()                                       # the body's public id: its agency counts by it
    body_ko = models.CharField(max_length=60)
    body_en = models.CharField(max_length=100, blank=True)
    text = models.CharField(_("task"), max_length=300)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person in charge"))
    due_on = models.DateField(_("to be done by"))
    given_at = models.DateTimeField(_("given at"))
    owner_gone_at = models.DateTimeField(_("owner gone since"), null=True, editable=False)
    gone_noticed_at = models.DateTimeField(null=True, editable=False)   # Central's own job has told its people that the owner is gone
    done_at = models.DateTimeField(_("done at"), null=True, editable=False)
    noticed_at = models.DateTimeField(null=True, editable=False)        # the agency's own job has told the owner and counts the days
    counted_at = models.DateTimeField(null=True, editable=False)        # Central's own job counts the days as well
    closed_at = models.DateTimeField(null=True, editable=False)         # the agency's own job counts no more

    class Meta:
        verbose_name = _("task of a body")
        ordering = ["due_on", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="a_task_of_a_body_says_something")]

    @classmethod
    def audience(cls, actor):
        """Central's staff; at the agency its owner and who reads cases."""
        here = models.Q(responsible=current_agency_id())
        return house_or_own(actor, at_member=here if actor.reads_cases else here & models.Q(owner=actor.user))

    def __str__(self):
        return self.text[:200]

    body_name = by_language("body")

    @property
    def in_full(self):
        return f"{self.body_name}, {self.text}"

    @property
    def is_over(self):
        return self.done_at is not None

    @property
    def is_late(self):
        return not self.is_over and self.due_on < clock.today()


class TaskReport(TenantModel):
    """The owner's word on a task, sent with its writing; Central takes it or asks again. Once answered it stays (a trigger)."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"task": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    task = models.ForeignKey(CouncilTask, models.PROTECT, related_name="+")
    text = models.TextField(_("what was done"), max_length=4000)
    reported_at = models.DateTimeField(_("reported at"))
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reported by"))
    received_at = models.DateTimeField(null=True, editable=False)       # Central's own job has told its people
    is_taken = models.BooleanField(_("accepted"), null=True, editable=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)           # the agency's own job has told the owner

    class Meta:
        verbose_name = _("report of a task")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "task"], condition=models.Q(answered_at=None), name="one_report_waits"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_task_report_says_something"),
            models.CheckConstraint(condition=models.Q(answered_at=None, is_taken=None, answer="")
                                   | models.Q(answered_at__isnull=False, is_taken=True)
                                   | models.Q(answered_at__isnull=False, is_taken=False) & ~models.Q(answer=""),
                                   name="task_asked_again_with_words"),
        ]

    @classmethod
    def audience(cls, actor):
        """Whoever sees the task."""
        return models.Q(task__in=CouncilTask.objects.visible_to(actor)) if actor.user else NOBODY

    def __str__(self):
        return self.text[:60]
