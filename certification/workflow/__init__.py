"""Every write about certificates and the public register."""
from certification.workflow.certificate import import_certificate, issue_certificate
from certification.workflow.certificate_documents import keep_document
from certification.workflow.certificate_events import prolong, reinstate, revoke, supersede, surrender, suspend
from certification.workflow.register import rebuild_register, write_entry

__all__ = [
    "import_certificate", "issue_certificate", "keep_document", "prolong", "rebuild_register", "reinstate", "revoke", "supersede",
    "surrender", "suspend", "write_entry",
]
