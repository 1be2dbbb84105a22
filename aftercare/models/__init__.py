"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule

__all__ = ["Duty", "DutyChange", "DutyKind", "DutyRule"]
