"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.change import ChangedCertificate, ChangeEvidence, ChangeFile, ChangeReport
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule

__all__ = ["ChangeEvidence", "ChangeFile", "ChangeReport", "ChangedCertificate", "Duty", "DutyChange", "DutyKind", "DutyRule"]
