"""The pages of certification: the framework, rounds, the public register, the check of a code, a provider's certificates."""
from certification.views.briefing import (
    briefing_calendar,
    briefing_material,
    briefing_place,
    briefing_received,
    briefing_register,
)
from certification.views.certificate import portal_certificate, portal_certificate_document, portal_certificates
from certification.views.embed import badge_frame, badge_picture, embed_code, embedded_list, list_code
from certification.views.feeds import register_atom, register_csv, register_json
from certification.views.framework import framework, framework_difference, framework_paper, framework_told, framework_version
from certification.views.register import national_register, register, register_document, register_entry
from certification.views.round import round_attachment, round_page, round_press, rounds
from certification.views.verify import verify, verify_code
from certification.views.watch import watch, watch_asked, watch_confirm, watch_stop

__all__ = [
    "badge_frame", "badge_picture", "briefing_calendar", "briefing_material", "briefing_place", "briefing_received", "briefing_register",
    "embed_code", "embedded_list", "framework", "framework_difference", "framework_paper", "framework_told", "framework_version",
    "list_code", "national_register", "portal_certificate", "portal_certificate_document", "portal_certificates", "register",
    "register_atom", "register_csv", "register_document", "register_entry", "register_json", "round_attachment", "round_page",
    "round_press", "rounds", "verify", "verify_code", "watch", "watch_asked", "watch_confirm", "watch_stop",
]
