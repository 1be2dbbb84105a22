"""Who may judge, who may not and why; bodies that sit, what they vote on and how; what was approved by whom."""
from panels.models.approval import Approval, ApprovalStep
from panels.models.ballot import Ballot, OpenChoice, RollEntry
from panels.models.body import Body, Seat
from panels.models.declaration import Declaration, Recusal
from panels.models.involvement import Involvement
from panels.models.meeting import AgendaItem, Attendance, Meeting
from panels.models.pool import PoolMember

__all__ = [
    "AgendaItem", "Approval", "ApprovalStep", "Attendance", "Ballot", "Body", "Declaration", "Involvement", "Meeting", "OpenChoice",
    "PoolMember", "Recusal", "RollEntry", "Seat",
]
