"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.change import ChangedCertificate, ChangeEvidence, ChangeFile, ChangeReport
from aftercare.models.complaint import Complaint, ComplaintFile, ComplaintIdentity
from aftercare.models.complaint_word import ComplaintFollow, ComplaintInquiry, ComplaintWord, InquiryFile
from aftercare.models.consultant import Consultant, ConsultantDistrict, ConsultantService
from aftercare.models.consultation import ConsultantAsking, Consultation, SharedCopy
from aftercare.models.consultation_report import ConsultationRating, ConsultationReport, ConsultationVisit
from aftercare.models.correction import CorrectionAnswer, CorrectionEvidence, CorrectionFile, CorrectionSubmission, CorrectiveAction
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.duty_feed import DutyFeed
from aftercare.models.incentive import Grant, Nomination, NominationFile
from aftercare.models.inspection import Change, Inspection, InspectionEvidence, InspectionFile, InspectionRow, InspectionSeal, SealedRow
from aftercare.models.monitoring import Monitoring, MonitoringFinding, MonitoringMember
from aftercare.models.sanction import Sanction
from aftercare.models.sanction_appeal import SanctionAppeal
from aftercare.models.sanction_basis import SanctionBasis
from aftercare.models.sanction_parts import SanctionFile, SanctionHandler, SanctionStatement

__all__ = [
    "Change", "ChangeEvidence", "ChangeFile", "ChangeReport", "ChangedCertificate", "Complaint", "ComplaintFile", "ComplaintFollow",
    "ComplaintIdentity", "ComplaintInquiry", "ComplaintWord", "Consultant", "ConsultantAsking", "ConsultantDistrict", "ConsultantService",
    "Consultation", "ConsultationRating", "ConsultationReport", "ConsultationVisit", "CorrectionAnswer", "CorrectionEvidence",
    "CorrectionFile", "CorrectionSubmission", "CorrectiveAction", "Duty", "DutyChange", "DutyFeed", "DutyKind", "DutyRule", "Grant",
    "InquiryFile", "Inspection", "InspectionEvidence", "InspectionFile", "InspectionRow", "InspectionSeal", "Monitoring",
    "MonitoringFinding", "MonitoringMember", "Nomination", "NominationFile", "Sanction", "SanctionAppeal", "SanctionBasis", "SanctionFile",
    "SanctionHandler", "SanctionStatement", "SealedRow", "SharedCopy",
]
