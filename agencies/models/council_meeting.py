"""What a body's meeting leaves behind: words to the members, papers, minutes, resolutions."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.models import ServedCopy
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from panels.models import AgendaItem, Meeting
from panels.models.body import Seat, opens_on


class MeetingWord(TenantModel):
    """What Central tells the members whom one agency sends: a row for each agency, which its own job turns into messages."""

    class Kind(models.TextChoices):
        CALLED = "called", _("called")
        CANCELLED = "cancelled", _("cancelled")
        MINUTES = "minutes", _("minutes sent")

    ownership = Ownership.SHARED
    owners = ("agency", "member")
    grants = "SELECT, INSERT, UPDATE"

    member = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    said_at = models.DateTimeField()
    noticed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("word about a meeting")
        ordering = ["pk"]

    @classmethod
    def audience(cls, actor):
        return NOBODY

    def __str__(self):
        return str(self.meeting)


class AgendaText(TenantModel):
    """What an item of the agenda is about, for all members: the words of a proposal, or what the secretary wrote."""

    ownership = Ownership.PUBLISHED
    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="+")
    text = models.TextField(_("text"), max_length=4000, blank=True)
    proposed_by = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("proposed by"))

    class Meta:
        verbose_name = _("text of an agenda item")
        constraints = [models.UniqueConstraint(fields=["agency", "item"], name="one_text_of_an_agenda_item")]

    def __str__(self):
        return self.text[:60]


class AgendaPaper(ServedCopy):
    """A paper of a proposal as the members of all agencies read it: who gave the file is another agency."""

    ownership = Ownership.PUBLISHED
    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="+")
    extension = models.CharField(max_length=10, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("paper of an agenda item")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "item", "sha256"], name="a_paper_once_per_item")]


class Minutes(TenantModel):
    """Written by the secretary, `published_at`: sent to the members, approved by a later meeting; then nothing of it changes (a trigger).
    What that meeting corrects stands in its remark."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    text = models.TextField(_("minutes"), max_length=20000)
    version = models.PositiveIntegerField(default=1, editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(_("written at"))
    published_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    approved_in = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by"))
    remark = models.TextField(_("remark of the approving meeting"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("minutes of a body")
        constraints = [
            models.UniqueConstraint(fields=["agency", "meeting"], name="one_set_of_minutes"),
            models.CheckConstraint(condition=models.Q(approved_at=None, approved_in=None, remark="")
                                   | models.Q(approved_at__isnull=False, approved_in__isnull=False, published_at__isnull=False)
                                   & ~models.Q(approved_in=models.F("meeting")), name="minutes_are_approved_by_another_meeting"),
        ]

    @classmethod
    def audience(cls, actor):
        """Central's staff at once; members once they are sent."""
        if not actor.user:
            return NOBODY
        seats = Seat.everything.filter(opens_on(clock.today()), user=actor.user).values("body")
        sent = models.Q(published_at__isnull=False, meeting__body__in=seats)
        return sent | models.Q(agency=current_agency_id()) if actor.reads_cases else sent

    def __str__(self):
        return str(self.meeting)


class Resolution(TenantModel):
    """What a meeting resolved about an item, with how many were there: below the quorum there is none."""

    ownership = Ownership.PUBLISHED
    part_of = "item"
    grants = "SELECT, INSERT"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("resolution"), max_length=2000)
    present = models.PositiveSmallIntegerField(_("present"))
    needed = models.PositiveSmallIntegerField(_("needed"))
    resolved_at = models.DateTimeField(_("resolved at"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))

    class Meta:
        verbose_name = _("resolution")
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "meeting", "number"], name="one_resolution_of_a_number"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_resolution_says_something"),
            models.CheckConstraint(condition=models.Q(present__gte=models.F("needed")), name="resolved_with_the_quorum"),
        ]

    def __str__(self):
        return self.text[:80]
