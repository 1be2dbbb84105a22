"""The framework, its versions with mapping, errata and early notices, rounds, certificates and their events, the public register."""
from certification.models.certificate import Certificate, CertificateDocument, CertificateEvent
from certification.models.early_notice import EarlyNotice
from certification.models.erratum import Erratum
from certification.models.framework import Area, Criterion, Framework, FrameworkVersion, Indicator, Issuer
from certification.models.mapping import IndicatorMapping
from certification.models.register import RegisterEntry
from certification.models.round import Phase, Round, RoundService

__all__ = [
    "Area", "Certificate", "CertificateDocument", "CertificateEvent", "Criterion", "EarlyNotice", "Erratum", "Framework",
    "FrameworkVersion", "Indicator", "IndicatorMapping", "Issuer", "Phase", "RegisterEntry", "Round", "RoundService",
]
