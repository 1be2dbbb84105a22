"""Named reads about frameworks, rounds, certificates and the public register."""
from certification.queries.briefing import briefings_counted, briefings_of, has_seats_left, place_by, place_link, places_of, waiting_before
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
from certification.queries.early_notice import early_notices_of, people_to_remind, read_counts, told_counts, unread_members
from certification.queries.edition import affected_by, content_of, editions_of, missing_in, rows_of
from certification.queries.erratum import errata_of, errata_shown, with_errata
from certification.queries.framework import current_version, framework_of, indicators_for, paper_of, rows_in, tree_of, versions_of
from certification.queries.improvement import improvements_for, improvements_of, open_improvements
from certification.queries.mapping import mapping_of, one_to_one, pairs_between, pairs_of
from certification.queries.misread import entries_like_number, entries_of_number, found_elsewhere, number_typed
from certification.queries.register import (
    LISTED,
    MOST,
    PAGE,
    SORTS,
    STATUSES,
    entries_of_provider,
    entry_by_code,
    entry_by_number,
)
from certification.queries.register_list import (
    Price,
    counted,
    page_found,
    providers_ever,
    register_counts,
    register_found,
    register_given,
    register_tally,
)
from certification.queries.round import (
    announced_parts,
    late_accesses_of,
    open_rounds,
    people_of_late_access,
    requirements_of,
    rounds_for_paper,
    rounds_of,
    rounds_of_the_day,
    services_of,
)

__all__ = [
    "LISTED", "MOST", "PAGE", "SORTS", "STATUSES", "Price", "affected_by", "announced_parts", "briefings_counted", "briefings_of",
    "certificates_of", "certificates_of_framework", "content_of", "counted", "current_version", "documents_of", "early_notices_of",
    "editions_of", "entries_like_number", "entries_of_number", "entries_of_provider", "entry_by_code", "entry_by_number", "errata_of",
    "errata_shown", "facts_of", "found_elsewhere", "framework_of", "has_seats_left", "improvements_for", "improvements_of",
    "indicators_for", "late_accesses_of", "live_certificate_of", "live_certificates_of", "mapping_of", "missing_in", "number_typed",
    "one_to_one", "open_improvements", "open_rounds", "page_found", "pairs_between", "pairs_of", "paper_of", "people_of_late_access",
    "people_to_remind", "place_by", "place_link", "places_of", "providers_ever", "read_counts", "register_counts", "register_found",
    "register_given", "register_tally", "requirements_of", "rounds_for_paper", "rounds_of", "rounds_of_the_day", "rows_in", "rows_of",
    "services_of", "shown_document", "told_counts", "tree_of", "unread_members", "verify_address", "versions_of", "waiting_before",
    "with_errata",
]
