"""Every write about frameworks, rounds, certificates and the public register that a person would name."""
from certification.workflow.certificate import import_certificate, issue_certificate
from certification.workflow.certificate_documents import keep_document
from certification.workflow.certificate_events import prolong, reinstate, revoke, supersede, surrender, suspend
from certification.workflow.early_notice import consult_providers, note_as_read, remind_unread, tell_providers
from certification.workflow.edition_rows import Saved, add_row, move_row, remove_row, renumber, save_row
from certification.workflow.erratum import note_erratum
from certification.workflow.framework import (
    change_labels,
    copy_version,
    draft_version,
    found_framework,
    publish_version,
    redraft_version,
)
from certification.workflow.mapping import propose_mapping, settle_mapping
from certification.workflow.register import rebuild_register, write_entry
from certification.workflow.round import announce_round, change_round, draft_round, extend_round

__all__ = [
    "Saved", "add_row", "announce_round", "change_labels", "change_round", "consult_providers", "copy_version", "draft_round",
    "draft_version", "extend_round", "found_framework", "import_certificate", "issue_certificate", "keep_document", "move_row",
    "note_as_read", "note_erratum", "prolong", "propose_mapping", "publish_version", "rebuild_register", "redraft_version", "reinstate",
    "remind_unread", "remove_row", "renumber", "revoke", "save_row", "settle_mapping", "supersede", "surrender", "suspend",
    "tell_providers", "write_entry",
]
