"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.duty_feed import DutyFeed

__all__ = ["Duty", "DutyChange", "DutyFeed", "DutyKind", "DutyRule"]
