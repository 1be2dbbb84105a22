"""The framework, its editions with mapping and errata, rounds with announcements and briefings, certificates, the public register."""
from certification.models.announced import RoundAttachment, RoundDocument, RoundExtension, RoundQuestion
from certification.models.badge import Badge, BadgeKey, BadgeStatusList
from certification.models.briefing import Briefing, BriefingMaterial, BriefingPlace
from certification.models.ceremony import Ceremony, CeremonyGuest
from certification.models.certificate import Certificate, CertificateDocument, CertificateEvent
from certification.models.certificate_version import CertificateRevision, SurrenderRequest
from certification.models.early_notice import EarlyNotice
from certification.models.erratum import Erratum
from certification.models.framework import Area, Criterion, Framework, FrameworkVersion, Indicator, Issuer
from certification.models.framework_paper import FrameworkPaper
from certification.models.improvement import ImprovementProposal
from certification.models.late_access import RoundLateAccess
from certification.models.log import LogEntry, LogHead, LogWaiting, SignedHead
from certification.models.mapping import IndicatorMapping
from certification.models.picture import PlaquePicture
from certification.models.plaque_order import PlaqueOrder
from certification.models.print_batch import PrintBatch
from certification.models.register import RegisterEntry
from certification.models.register_change import RegisterChange
from certification.models.report import RegisterReport
from certification.models.requirement import Requirement, RoundRequirement
from certification.models.round import Phase, Round, RoundService
from certification.models.snapshot import RegisterSnapshot
from certification.models.watch import Watch

__all__ = [
    "Area", "Badge", "BadgeKey", "BadgeStatusList", "Briefing", "BriefingMaterial", "BriefingPlace", "Ceremony", "CeremonyGuest",
    "Certificate", "CertificateDocument", "CertificateEvent", "CertificateRevision", "Criterion", "EarlyNotice", "Erratum", "Framework",
    "FrameworkPaper", "FrameworkVersion", "ImprovementProposal", "Indicator", "IndicatorMapping", "Issuer", "LogEntry", "LogHead",
    "LogWaiting", "Phase", "PlaqueOrder", "PlaquePicture", "PrintBatch", "RegisterChange", "RegisterEntry", "RegisterReport",
    "RegisterSnapshot", "Requirement", "Round", "RoundAttachment", "RoundDocument", "RoundExtension", "RoundLateAccess", "RoundQuestion",
    "RoundRequirement", "RoundService", "SignedHead", "SurrenderRequest", "Watch",
]
