"""The framework and its versions, rounds, certificates with what happened to them, and the public register."""
from certification.models.certificate import Certificate, CertificateDocument, CertificateEvent
from certification.models.framework import Area, Criterion, Framework, FrameworkVersion, Indicator, Issuer
from certification.models.register import RegisterEntry
from certification.models.requirement import Requirement, RoundRequirement
from certification.models.round import Phase, Round, RoundService

__all__ = [
    "Area", "Certificate", "CertificateDocument", "CertificateEvent", "Criterion", "Framework", "FrameworkVersion", "Indicator", "Issuer",
    "Phase", "RegisterEntry", "Requirement", "Round", "RoundRequirement", "RoundService",
]
