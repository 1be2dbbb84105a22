"""What a certified provider is handed and hangs on its wall: the certificate (A4), the plaque (A3) and the plate (200 mm square), as PDF
without signature; and the criteria themselves."""
from certification.documents.certificate import certificate_pdf
from certification.documents.criteria import criteria_pdf
from certification.documents.facts import CertificateFacts, Issuer, Picture
from certification.documents.mark_kit import mark_kit
from certification.documents.plaque import plaque_pdf
from certification.documents.plate import plate_pdf

__all__ = ["CertificateFacts", "Issuer", "Picture", "certificate_pdf", "criteria_pdf", "mark_kit", "plaque_pdf", "plate_pdf"]
