"""Named reads about frameworks, rounds, certificates and the public register."""
from certification.queries.certificate import (
    certificates_of,
    certificates_of_framework,
    documents_of,
    facts_of,
    live_certificate_of,
    live_certificates_of,
    shown_document,
    verify_address,
)
from certification.queries.framework import current_version, framework_of, indicators_for, tree_of, versions_of
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
from certification.queries.round import open_rounds, requirements_of, rounds_of, rounds_of_the_day, services_of

__all__ = [
    "LISTED", "MOST", "PAGE", "SORTS", "STATUSES", "certificates_of", "certificates_of_framework",
    "counted", "current_version", "documents_of", "entries_of_number",
    "entries_of_provider", "entry_by_code", "entry_by_number", "facts_of", "framework_of", "indicators_for", "live_certificate_of",
    "live_certificates_of", "open_rounds", "register_counts", "register_found", "requirements_of", "rounds_of", "rounds_of_the_day",
    "services_of", "shown_document", "tree_of", "verify_address", "versions_of",
]
