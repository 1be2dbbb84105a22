"""The pages of certification: the framework, rounds, the public register, the check of a code, a provider's certificates."""
from certification.views.badge import agency_did, badge_status, national_did, register_badge, register_badge_picture
from certification.views.briefing import briefing_calendar, briefing_material, briefing_place, briefing_received, briefing_register
from certification.views.bulk_check import register_check
from certification.views.certificate import portal_certificate, portal_certificate_document, portal_certificates
from certification.views.check_file import verify_file
from certification.views.compare import register_compare
from certification.views.embed import badge_frame, badge_picture, embed_code, embedded_list, list_code
from certification.views.feeds import register_atom, register_csv, register_json
from certification.views.framework import framework, framework_difference, framework_paper, framework_told, framework_version
from certification.views.log import log, log_head, log_lines, log_verifier, root_certificate
from certification.views.printing import portal_mark_kit, portal_print
from certification.views.register import register_document, register_entry
from certification.views.register_list import national_register, national_statistics, register, register_statistics
from certification.views.register_picture import register_picture
from certification.views.report import register_report, register_reported
from certification.views.round import round_attachment, round_page, round_press, rounds
from certification.views.verify import verify, verify_code
from certification.views.watch import watch, watch_asked, watch_confirm, watch_stop

__all__ = [
    "agency_did", "badge_frame", "badge_picture", "badge_status", "briefing_calendar", "briefing_material", "briefing_place",
    "briefing_received", "briefing_register", "embed_code", "embedded_list", "framework", "framework_difference", "framework_paper",
    "framework_told", "framework_version", "list_code", "log", "log_head", "log_lines", "log_verifier", "national_did",
    "national_register", "national_statistics", "portal_certificate", "portal_certificate_document", "portal_certificates",
    "portal_mark_kit", "portal_print", "register", "register_atom", "register_badge", "register_badge_picture", "register_check",
    "register_compare", "register_csv", "register_document", "register_entry", "register_json", "register_picture", "register_report",
    "register_reported", "register_statistics", "root_certificate", "round_attachment", "round_page", "round_press", "rounds", "verify",
    "verify_code", "verify_file", "watch", "watch_asked", "watch_confirm", "watch_stop",
]
