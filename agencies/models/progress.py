"""Checks of an improvement plan: days set by Central, what the agency reports of each item, Central's remarks and the end of an item."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.improvement import ImprovementItem, ImprovementPlan
from agencies.models.result import of_either_house
from agencies.models.shared_file import SharedFile
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class ProgressCheck(TenantModel):
    """Central's: a day until which the agency reports. Moved, it is told anew (`noticed_at` is emptied); what was reminded of stays so."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    parents_owner = {"plan": "assessed"}
    grants = "SELECT, INSERT, UPDATE"
    ladder = (-14, -3, 0, 3)

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    plan = models.ForeignKey(ImprovementPlan, models.PROTECT, related_name="+")
    due_on = models.DateField(_("progress reported by"))
    set_at = models.DateTimeField(_("set at"))
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("set by"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("progress check")
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "plan", "due_on"], name="one_progress_check_a_day")]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return str(self.plan)

    @property
    def is_over(self):
        """Nobody is reminded of a plan that is closed."""
        return self.plan.is_over


class Progress(TenantModel):
    """What the agency says of one item at one check. Central reads it once it is sent; sent, it stays (a trigger)."""

    class State(models.TextChoices):
        DONE = "done", _("done")
        UNDER_WAY = "under_way", _("being worked on")
        NOT_BEGUN = "not_begun", _("not begun")

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"check_of": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    check_of = models.ForeignKey(ProgressCheck, models.PROTECT, related_name="+")
    item = models.ForeignKey(ImprovementItem, models.PROTECT, related_name="+")
    state = models.CharField(_("state of the item"), max_length=9, choices=State, blank=True)
    text = models.TextField(_("what was done"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("last written by"))
    written_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people

    class Meta:
        verbose_name = _("progress report")
        ordering = ["item__indicator__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "check_of", "item"], name="one_progress_report_per_item"),
            models.CheckConstraint(condition=models.Q(sent_at=None) | ~models.Q(state="") & ~models.Q(text=""),
                                   name="a_progress_report_says_something"),
        ]

    @classmethod
    def audience(cls, actor):
        if not actor.reads_cases:
            return NOBODY
        return models.Q(agency=current_agency_id()) | models.Q(central=current_agency_id(), sent_at__isnull=False)

    def __str__(self):
        return str(self.item)

    @property
    def is_complete(self):
        return bool(self.state and self.text)


class ProgressFile(SharedFile):
    """Evidence of one item at one check."""

    part_of = "progress"

    progress = models.ForeignKey(Progress, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("file of a progress report")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "progress", "file"], name="a_file_once_per_progress_report")]


class ItemRemark(TenantModel):
    """Central's word on an item; `closes`: with it the item is over."""

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    parents_owner = {"item": "assessed"}
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    item = models.ForeignKey(ImprovementItem, models.PROTECT, related_name="+")
    text = models.TextField(_("words of the remark"), max_length=2000)
    closes = models.BooleanField(_("closes the item"), default=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    noticed_at = models.DateTimeField(null=True, editable=False)             # the agency's own job has told its people

    class Meta:
        verbose_name = _("remark on an item")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "item"], condition=models.Q(closes=True), name="an_item_is_closed_once"),
                       models.CheckConstraint(condition=~models.Q(text=""), name="a_remark_on_an_item_says_something")]

    @classmethod
    def audience(cls, actor):
        return of_either_house(actor)

    def __str__(self):
        return self.text[:60]
