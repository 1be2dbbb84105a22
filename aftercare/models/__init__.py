"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.sanction import Sanction
from aftercare.models.sanction_appeal import SanctionAppeal
from aftercare.models.sanction_parts import SanctionFile, SanctionHandler, SanctionStatement

__all__ = [
    "Duty", "DutyChange", "DutyKind", "DutyRule", "Sanction", "SanctionAppeal", "SanctionFile", "SanctionHandler", "SanctionStatement",
]
