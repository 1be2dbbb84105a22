"""Every write about frameworks, rounds, certificates and the public register that a person would name."""
from certification.workflow.badge import ask_for_badge, keep_badge, keep_status_list, note_badge_key
from certification.workflow.briefing import (
    add_briefing,
    add_material,
    call_off_briefing,
    change_briefing,
    remove_briefing,
    tell_about_materials,
)
from certification.workflow.briefing_place import (
    erase_places,
    give_back,
    note_came,
    note_mail_error,
    register_for_briefing,
    remind_of_briefing,
)
from certification.workflow.ceremony import (
    add_guest,
    answer_invitation,
    ask_for_prints,
    call_off_ceremony,
    change_ceremony,
    change_guest,
    erase_guests,
    invite_guests,
    note_guest_came,
    plan_ceremony,
    remove_guest,
)
from certification.workflow.certificate import import_certificate, issue_certificate
from certification.workflow.certificate_documents import keep_document
from certification.workflow.certificate_events import (
    go_on_suspended,
    prolong,
    reinstate,
    restore,
    revoke,
    supersede,
    surrender,
    suspend,
    suspend_instead,
)
from certification.workflow.certificate_expiry import hold_end, note_expired
from certification.workflow.certificate_surrender import ask_surrender, confirm_surrender, decline_surrender, withdraw_surrender
from certification.workflow.certificate_versions import (
    approve_correction,
    draft_correction,
    drop_correction,
    reissue,
    release_correction,
    send_back_correction,
)
from certification.workflow.early_notice import consult_providers, note_as_read, remind_unread, tell_providers
from certification.workflow.edition_rows import Saved, add_row, move_row, remove_row, renumber, save_row
from certification.workflow.erratum import note_erratum
from certification.workflow.framework import (
    change_labels,
    copy_version,
    discard_version,
    draft_version,
    found_framework,
    publish_version,
    redraft_version,
)
from certification.workflow.framework_paper import keep_paper
from certification.workflow.improvement import answer_improvement, propose_improvement
from certification.workflow.late_access import grant_late_access
from certification.workflow.log import link_log, log_event, sign_log_head
from certification.workflow.look import change_look
from certification.workflow.mapping import propose_mapping, settle_mapping
from certification.workflow.picture import keep_picture
from certification.workflow.plaque_order import (
    approve_proof,
    cancel_plaque,
    hand_over_plaque,
    note_made,
    note_returned,
    object_to_proof,
    order_plaque,
    send_to_maker,
)
from certification.workflow.print_batch import make_batch
from certification.workflow.printed import note_edit
from certification.workflow.register import check_register, follow_provider, rebuild_register, write_entry
from certification.workflow.report import close_report, erase_reports, report_entry, take_up_report
from certification.workflow.requirement import draft_requirements, set_requirements
from certification.workflow.round import announce_round, change_round, draft_round, extend_round
from certification.workflow.round_clone import clone_round
from certification.workflow.round_parts import add_attachment, add_question, change_question, remove_attachment, set_documents
from certification.workflow.snapshot import make_snapshots
from certification.workflow.watch import ask_to_watch, confirm_watches, erase_watches, readers_with_news, stop_watches, tell_reader

__all__ = [
    "Saved", "add_attachment", "add_briefing", "add_guest", "add_material", "add_question", "add_row", "announce_round",
    "answer_improvement", "answer_invitation", "approve_correction", "approve_proof", "ask_for_badge", "ask_for_prints",
    "ask_surrender", "ask_to_watch", "call_off_briefing", "call_off_ceremony", "cancel_plaque", "change_briefing", "change_ceremony",
    "change_guest", "change_labels", "change_look", "change_question", "change_round", "check_register", "clone_round", "close_report",
    "confirm_surrender", "confirm_watches", "consult_providers", "copy_version", "decline_surrender", "discard_version",
    "draft_correction", "draft_requirements", "draft_round", "draft_version", "drop_correction", "erase_guests", "erase_places",
    "erase_reports", "erase_watches", "extend_round", "follow_provider", "found_framework", "give_back", "go_on_suspended",
    "grant_late_access", "hand_over_plaque", "hold_end", "import_certificate", "invite_guests", "issue_certificate", "keep_badge",
    "keep_document", "keep_paper", "keep_picture", "keep_status_list", "link_log", "log_event", "make_batch", "make_snapshots",
    "move_row", "note_as_read", "note_badge_key", "note_came", "note_edit", "note_erratum", "note_expired", "note_guest_came", "note_made",
    "note_mail_error", "note_returned", "object_to_proof", "order_plaque", "plan_ceremony", "prolong", "propose_improvement",
    "propose_mapping", "publish_version", "readers_with_news", "rebuild_register", "redraft_version", "register_for_briefing",
    "reinstate", "reissue", "release_correction", "remind_of_briefing", "remind_unread", "remove_attachment", "remove_briefing",
    "remove_guest", "remove_row", "renumber", "report_entry", "restore", "revoke", "save_row", "send_back_correction", "send_to_maker",
    "set_documents", "set_requirements", "settle_mapping", "sign_log_head", "stop_watches", "supersede", "surrender", "suspend",
    "suspend_instead",
    "take_up_report", "tell_about_materials", "tell_providers", "tell_reader", "withdraw_surrender", "write_entry",
]
