"""Staff tables of certification: looked into at the desk, written by workflow."""
from certification.admin.certificate import CertificateAdmin
from certification.admin.framework import FrameworkAdmin, FrameworkVersionAdmin, RoundAdmin

__all__ = ["CertificateAdmin", "FrameworkAdmin", "FrameworkVersionAdmin", "RoundAdmin"]
