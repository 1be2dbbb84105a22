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
from certification.views.printing import portal_mark_kit, portal_print
from certification.views.register import national_register, register, register_document, register_entry
from certification.views.round import round_attachment, round_page, round_press, rounds
from certification.views.verify import verify, verify_code

__all__ = [
    "briefing_calendar", "briefing_material", "briefing_place", "briefing_received", "briefing_register", "framework",
    "framework_difference", "framework_paper", "framework_told", "framework_version", "national_register", "portal_certificate",
    "portal_certificate_document", "portal_certificates", "portal_mark_kit", "portal_print", "register", "register_document",
    "register_entry", "round_attachment", "round_page", "round_press", "rounds", "verify", "verify_code",
]
