"""Three years of promise: duties and what fulfils them, help, changes, sanctions, complaints."""
from aftercare.models.complaint import Complaint, ComplaintFile, ComplaintIdentity
from aftercare.models.complaint_word import ComplaintFollow, ComplaintInquiry, ComplaintWord, InquiryFile
from aftercare.models.duty import Duty, DutyChange, DutyKind, DutyRule

__all__ = ["Complaint", "ComplaintFile", "ComplaintFollow", "ComplaintIdentity", "ComplaintInquiry", "ComplaintWord", "Duty", "DutyChange",
           "DutyKind", "DutyRule", "InquiryFile"]
