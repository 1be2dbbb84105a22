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


APPROVAL_MOVES = {
    ApprovalStage.DRAFTED: {ApprovalStage.RELEASED},
    ApprovalStage.RELEASED: {ApprovalStage.APPROVED, ApprovalStage.SENT_BACK, ApprovalStage.DRAFTED},
    ApprovalStage.SENT_BACK: {ApprovalStage.DRAFTED},
    ApprovalStage.APPROVED: set(),
}
