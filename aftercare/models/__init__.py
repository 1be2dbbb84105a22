"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.complaint import Complaint, ComplaintFile, ComplaintIdentity
from aftercare.models.complaint_word import ComplaintFollow, ComplaintInquiry, ComplaintWord, InquiryFile
from aftercare.models.correction import CorrectionAnswer, CorrectionEvidence, CorrectionFile, CorrectionSubmission, CorrectiveAction
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule
from aftercare.models.duty_feed import DutyFeed
from aftercare.models.inspection import Change, Inspection, InspectionEvidence, InspectionFile, InspectionRow, InspectionSeal, SealedRow
from aftercare.models.monitoring import Monitoring, MonitoringFinding, MonitoringMember

__all__ = [
    "Change", "Complaint", "ComplaintFile", "ComplaintFollow", "ComplaintIdentity", "ComplaintInquiry", "ComplaintWord",
    "CorrectionAnswer", "CorrectionEvidence", "CorrectionFile", "CorrectionSubmission", "CorrectiveAction", "Duty", "DutyChange",
    "DutyFeed", "DutyKind", "DutyRule", "InquiryFile", "Inspection", "InspectionEvidence", "InspectionFile", "InspectionRow",
    "InspectionSeal", "Monitoring", "MonitoringFinding", "MonitoringMember", "SealedRow",
]
