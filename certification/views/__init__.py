"""The pages of certification: the public register, the check of a code, a provider's certificates."""
from certification.views.certificate import portal_certificate, portal_certificate_document, portal_certificates
from certification.views.register import national_register, register, register_document, register_entry
from certification.views.verify import verify, verify_code

__all__ = [
    "national_register", "portal_certificate", "portal_certificate_document", "portal_certificates", "register", "register_document",
    "register_entry", "verify", "verify_code",
]
