"""Every write about frameworks, rounds, certificates and the public register that a person would name."""
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
from certification.workflow.certificate import import_certificate, issue_certificate
from certification.workflow.certificate_documents import keep_document
from certification.workflow.certificate_events import prolong, reinstate, revoke, supersede, surrender, suspend
from certification.workflow.framework import draft_version, found_framework, publish_version, redraft_version
from certification.workflow.late_access import grant_late_access
from certification.workflow.register import rebuild_register, write_entry
from certification.workflow.requirement import copy_requirements, draft_requirements, set_requirements
from certification.workflow.round import announce_round, change_round, draft_round, extend_round
from certification.workflow.round_clone import clone_round
from certification.workflow.round_parts import add_attachment, add_question, change_question, remove_attachment, set_documents

__all__ = [
    "add_attachment", "add_briefing", "add_material", "add_question", "announce_round", "call_off_briefing", "change_briefing",
    "change_question", "change_round", "clone_round", "copy_requirements", "draft_requirements", "draft_round", "draft_version",
    "erase_places", "extend_round", "found_framework", "give_back", "grant_late_access", "import_certificate", "issue_certificate",
    "keep_document", "note_came", "note_mail_error", "prolong", "publish_version", "rebuild_register", "redraft_version",
    "register_for_briefing", "reinstate", "remind_of_briefing", "remove_attachment", "remove_briefing", "revoke", "set_documents",
    "set_requirements", "supersede", "surrender", "suspend", "tell_about_materials", "write_entry",
]
