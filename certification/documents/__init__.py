"""What a certified provider is handed and hangs on its wall: the certificate (A4) and the plaque (A3), as PDF without signature;
and the criteria themselves."""
from certification.documents.certificate import certificate_pdf
from certification.documents.criteria import criteria_pdf
from certification.documents.facts import CertificateFacts, Issuer
from certification.documents.plaque import plaque_pdf

__all__ = ["CertificateFacts", "Issuer", "certificate_pdf", "criteria_pdf", "plaque_pdf"]
