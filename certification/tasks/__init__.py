"""Jobs of certification, by noun; an errand names them by this package."""
from certification.tasks.briefing import erase_briefing_places, remind_at, remind_of_briefings, send_briefing_mail
from certification.tasks.certificate import erase_ceremony_guests, follow_at, follow_certificates
from certification.tasks.documents import (
    draw_picture,
    make_badge,
    make_document,
    make_framework_paper,
    make_print_batch,
    renew_badges,
    renew_badges_at,
)
from certification.tasks.log import check_logs, link_logs, sign_log_heads
from certification.tasks.register import check_registers, erase_reports, follow_provider, make_snapshots, note_edit
from certification.tasks.watch import deliver_to, erase_watches, send_watch_confirmation, send_watch_digest, tell_at, tell_watchers

__all__ = [
    "check_logs", "check_registers", "deliver_to", "draw_picture", "erase_briefing_places", "erase_ceremony_guests",
    "erase_reports", "erase_watches", "follow_at", "follow_certificates", "follow_provider", "link_logs", "make_badge", "make_document",
    "make_framework_paper", "make_print_batch", "make_snapshots", "note_edit", "remind_at", "remind_of_briefings", "renew_badges",
    "renew_badges_at", "send_briefing_mail", "send_watch_confirmation", "send_watch_digest", "sign_log_heads", "tell_at", "tell_watchers",
]
