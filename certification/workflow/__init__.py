"""Every write about frameworks, rounds, certificates and the public register that a person would name."""
from certification.workflow.certificate import import_certificate, issue_certificate
from certification.workflow.certificate_documents import keep_document
from certification.workflow.certificate_events import prolong, reinstate, revoke, supersede, surrender, suspend
from certification.workflow.framework import draft_version, found_framework, publish_version, redraft_version
from certification.workflow.register import rebuild_register, write_entry
from certification.workflow.requirement import copy_requirements, draft_requirements, set_requirements
from certification.workflow.round import announce_round, change_round, draft_round, extend_round

__all__ = [
    "announce_round", "change_round", "copy_requirements", "draft_requirements", "draft_round", "draft_version", "extend_round",
    "found_framework", "import_certificate", "issue_certificate", "keep_document", "prolong", "publish_version", "rebuild_register",
    "redraft_version", "reinstate", "revoke", "set_requirements", "supersede", "surrender", "suspend", "write_entry",
]
