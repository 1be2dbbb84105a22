"""A meeting of a body: when and where, what is on its agenda, who was there."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.models import StoredFile
from core.tenancy import Ownership, TenantModel, TenantRow
from panels.models.body import Body, Seat
from panels.stages import MEETING_MOVES, MeetingStage


class Meeting(TenantModel):
    """Once it is closed nothing of it changes, except that its minutes are added."""

    Stage = MeetingStage
    MOVES = MEETING_MOVES
    ownership = Ownership.PUBLISHED
    part_of = "body"
    grants = "SELECT, INSERT, UPDATE"

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    title = models.CharField(_("title"), max_length=120)
    meets_at = models.DateTimeField(_("time of the meeting"))
    place = models.CharField(_("place"), max_length=120)
    link = models.URLField(_("address of the video meeting"), blank=True, default="", db_default="")
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("secretary"))
    stage = models.CharField(_("state of the meeting"), max_length=10, choices=MeetingStage, default=MeetingStage.PLANNED, editable=False)
    opened_at = models.DateTimeField(_("opened at"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    cancel_reason = models.TextField(_("reason of the cancellation"), blank=True, editable=False)
    minutes = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("minutes"))

    class Meta:
        verbose_name = _("meeting")
        indexes = [models.Index(fields=["agency", "-meets_at"], name="meetings_by_day")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(stage="cancelled") | ~models.Q(cancel_reason=""), name="cancelled_with_a_reason"),
            models.CheckConstraint(condition=models.Q(minutes=None) | models.Q(stage="closed"), name="minutes_of_what_was_held"),
        ]

    def __str__(self):
        return self.title

    @property
    def day(self):
        """The day in Seoul: who has a seat on it is counted."""
        return clock.seoul(self.meets_at).date()

    @property
    def is_open(self):
        return self.stage == MeetingStage.OPEN


class AgendaItem(TenantModel):
    """One case before a meeting, and what may be decided about it. Taken off the agenda, it stays on record as withdrawn."""

    ownership = Ownership.PUBLISHED
    part_of = "meeting"
    grants = "SELECT, INSERT, UPDATE"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    subject_type = models.CharField(max_length=60)
    matter = models.UUIDField()
    subject_label = models.CharField(_("case"), max_length=200)
    choices = models.JSONField()                                # stable codes, given by the app above: ["award", "refuse", "defer"]
    result = models.CharField(_("result"), max_length=30, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True)
    discussion = models.TextField(_("what was discussed"), blank=True)
    discussion_version = models.PositiveIntegerField(default=0, db_default=0)       # two secretaries: who saw an older one is told

    class Meta:
        verbose_name = _("agenda item")
        constraints = [
            models.UniqueConstraint(fields=["agency", "meeting", "position"], name="one_agenda_item_at_a_position"),
            models.UniqueConstraint(fields=["agency", "matter"], condition=models.Q(result="", withdrawn_at=None),
                                    name="one_open_item_per_matter"),
            models.CheckConstraint(condition=models.Q(result="", decided_at=None)
                                   | ~models.Q(result="") & models.Q(decided_at__isnull=False),
                                   name="a_result_has_its_moment"),
            models.CheckConstraint(condition=models.Q(withdrawn_at=None, withdrawal_reason="")
                                   | models.Q(withdrawn_at__isnull=False, result="") & ~models.Q(withdrawal_reason=""),
                                   name="withdrawn_undecided_with_a_reason"),
        ]

    def __str__(self):
        return self.subject_label

    @property
    def is_open(self):
        return not self.result and self.withdrawn_at is None


class Attendance(TenantRow):
    """Somebody in the room; whoever comes back has a second row."""

    part_of = "meeting"
    grants = "SELECT, INSERT, UPDATE"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    came_at = models.DateTimeField(_("came at"))
    left_at = models.DateTimeField(_("left at"), null=True)

    class Meta:
        verbose_name = _("attendance")
        constraints = [models.UniqueConstraint(fields=["agency", "meeting", "seat"], condition=models.Q(left_at=None),
                                               name="in_the_room_once")]

    def __str__(self):
        return str(self.seat)
