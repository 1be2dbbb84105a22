"""The pages of certification: the framework, rounds, the public register, the check of a code, a provider's certificates."""
from certification.views.briefing import (
    briefing_calendar,
    briefing_material,
    briefing_place,
    briefing_received,
    briefing_register,
)
from certification.views.certificate import portal_certificate, portal_certificate_document, portal_certificates
from certification.views.framework import framework, framework_difference, framework_paper, framework_told, framework_version
from certification.views.register import register_document, register_entry
from certification.views.register_list import national_register, national_statistics, register, register_statistics
from certification.views.round import round_attachment, round_page, round_press, rounds
from certification.views.verify import verify, verify_code

__all__ = [
    "briefing_calendar", "briefing_material", "briefing_place", "briefing_received", "briefing_register", "framework",
    "framework_difference", "framework_paper", "framework_told", "framework_version", "national_register", "national_statistics",
    "portal_certificate", "portal_certificate_document", "portal_certificates", "register", "register_document", "register_entry",
    "register_statistics", "round_attachment", "round_page", "round_press", "rounds", "verify", "verify_code",
]
