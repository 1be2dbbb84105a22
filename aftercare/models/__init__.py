"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.consultant import Consultant, ConsultantDistrict, ConsultantService
from aftercare.models.consultation import ConsultantAsking, Consultation, SharedCopy
from aftercare.models.consultation_report import ConsultationRating, ConsultationReport, ConsultationVisit
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.incentive import Grant, Nomination, NominationFile

__all__ = [
    "Consultant", "ConsultantAsking", "ConsultantDistrict", "ConsultantService", "Consultation", "ConsultationRating",
    "ConsultationReport", "ConsultationVisit", "Duty", "DutyChange", "DutyKind", "DutyRule", "Grant", "Nomination", "NominationFile",
    "SharedCopy"]
