"""The framework and its versions, rounds with their announcements and briefings, certificates, and the public register."""
from certification.models.announced import RoundAttachment, RoundDocument, RoundExtension, RoundQuestion
from certification.models.briefing import Briefing, BriefingMaterial, BriefingPlace
from certification.models.certificate import Certificate, CertificateDocument, CertificateEvent
from certification.models.framework import Area, Criterion, Framework, FrameworkVersion, Indicator, Issuer
from certification.models.late_access import RoundLateAccess
from certification.models.register import RegisterEntry
from certification.models.requirement import Requirement, RoundRequirement
from certification.models.round import Phase, Round, RoundService

__all__ = [
    "Area", "Briefing", "BriefingMaterial", "BriefingPlace", "Certificate", "CertificateDocument", "CertificateEvent", "Criterion",
    "Framework", "FrameworkVersion", "Indicator", "Issuer", "Phase", "RegisterEntry", "Requirement", "Round", "RoundAttachment",
    "RoundDocument", "RoundExtension", "RoundLateAccess", "RoundQuestion", "RoundRequirement", "RoundService",
]
