"""Named reads about certificates and the public register."""
from certification.queries.certificate import certificates_of, documents_of, facts_of, shown_document, verify_address
from certification.queries.register import (
    LISTED,
    MOST,
    PAGE,
    SORTS,
    STATUSES,
    counted,
    entries_of_number,
    entries_of_provider,
    entry_by_code,
    entry_by_number,
    register_counts,
    register_found,
)

__all__ = [
    "LISTED", "MOST", "PAGE", "SORTS", "STATUSES", "certificates_of", "counted", "documents_of", "entries_of_number", "entries_of_provider",
    "entry_by_code", "entry_by_number", "facts_of", "register_counts", "register_found", "shown_document", "verify_address",
]
