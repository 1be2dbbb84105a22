"""How far a meeting and an approval are, and where they can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingStage(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("In session")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


MEETING_MOVES = {
    MeetingStage.PLANNED: {MeetingStage.OPEN, MeetingStage.CANCELLED},
    MeetingStage.OPEN: {MeetingStage.CLOSED},
    MeetingStage.CLOSED: set(),
    MeetingStage.CANCELLED: set(),
}


class ApprovalStage(TextChoices):
    DRAFTED = "drafted", _("Drafted")
    RELEASED = "released", _("Released")
    APPROVED = "approved", _("Approved")
    SENT_BACK = "sent_back", _("Sent back")
    DROPPED = "dropped", _("No longer needed")


APPROVAL_MOVES = {
    ApprovalStage.DRAFTED: {ApprovalStage.RELEASED, ApprovalStage.DROPPED},
    ApprovalStage.RELEASED: {ApprovalStage.APPROVED, ApprovalStage.SENT_BACK, ApprovalStage.DRAFTED, ApprovalStage.DROPPED},
    ApprovalStage.SENT_BACK: {ApprovalStage.DRAFTED, ApprovalStage.DROPPED},
    ApprovalStage.DROPPED: set(),
    ApprovalStage.APPROVED: {ApprovalStage.SENT_BACK},      # taken back, while what it allows has not happened: the app above asks
}
