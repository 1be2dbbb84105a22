"""Who may judge, who may not and why; bodies that sit, what they vote on and how; what was approved by whom."""
from panels.models.approval import Approval, ApprovalStep
from panels.models.ballot import Ballot, OpenChoice, RollEntry
from panels.models.body import Body, Seat
from panels.models.declaration import Declaration, Recusal
from panels.models.involvement import Involvement
from panels.models.meeting import AgendaItem, Attendance, Meeting
from panels.models.overruling import Overruling
from panels.models.pool import (
    Absence,
    Employment,
    PoolDistrict,
    PoolMember,
    PoolService,
    Qualification,
    YearlyPledge,
)
from panels.models.sealed_choice import SecretCount, Urn

__all__ = [
    "Absence", "AgendaItem", "Approval", "ApprovalStep", "Attendance", "Ballot", "Body", "Declaration", "Employment", "Involvement",
    "Meeting", "OpenChoice", "Overruling", "PoolDistrict", "PoolMember", "PoolService", "Qualification", "Recusal", "RollEntry", "Seat",
    "SecretCount", "Urn", "YearlyPledge",
]
