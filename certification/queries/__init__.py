"""Named reads about frameworks, rounds, certificates and the public register."""
from certification.queries.badge import badge_keys, badge_of, entries_without_badge, places_to_set, status_list, status_lists_to_make
from certification.queries.briefing import briefings_counted, briefings_of, has_seats_left, place_by, place_link, places_of, waiting_before
from certification.queries.bulk import verdicts_of
from certification.queries.certificate import (
    certificates_in_the_way,
    certificates_of,
    certificates_of_framework,
    documents_of,
    live_certificate_of,
    live_certificates_of,
    shown_document,
    shown_picture,
    verify_address,
)
from certification.queries.compare import comparable, to_compare
from certification.queries.early_notice import early_notices_of, people_to_remind, read_counts, told_counts, unread_members
from certification.queries.edition import affected_by, content_of, editions_of, missing_in, rows_of
from certification.queries.erratum import errata_of, errata_shown, with_errata
from certification.queries.framework import current_version, framework_of, indicators_for, paper_of, rows_in, tree_of, versions_of
from certification.queries.improvement import improvements_for, improvements_of, is_others_to_answer, open_improvements
from certification.queries.log import (
    document_by_hash,
    files_of_log,
    log_entries,
    log_head,
    log_lines,
    log_place,
    published_head,
    signed_heads,
)
from certification.queries.log_check import log_differences
from certification.queries.mapping import mapping_of, one_to_one, pairs_between, pairs_of
from certification.queries.misread import entries_like_number, entries_of_number, found_elsewhere, number_typed
from certification.queries.open_data import (
    A_PAGE,
    LAST_PAGE,
    MOST_IN_FILE,
    certificates_found,
    district_of_code,
    entries_for_frame,
    published_version,
    published_versions,
    register_rows,
    service_codes,
    snapshot_of,
    snapshots,
    titles_of,
)
from certification.queries.printing import SAMPLES, SIZES, facts_of, issuers_of, preview_facts, print_pdf
from certification.queries.register import CITIZEN, LISTED, MOST, PAGE, SORTS, STATUSES, entries_of_provider, entry_by_code, entry_by_number
from certification.queries.register_change import changes_since, cursor_of, is_known, latest_changes, latest_place, place_in, place_of
from certification.queries.register_list import (
    Price,
    counted,
    narrowed,
    page_found,
    page_listed,
    providers_ever,
    register_counts,
    register_found,
    register_given,
    register_tally,
)
from certification.queries.report import reports_of
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
from certification.queries.watch import changed_numbers, confirm_link, news_between, news_for, reader_in, reader_of, stop_link, watches_of

__all__ = [
    "A_PAGE", "CITIZEN", "LAST_PAGE", "LISTED", "MOST", "MOST_IN_FILE", "PAGE", "Price", "SAMPLES", "SIZES", "SORTS", "STATUSES",
    "affected_by", "announced_parts", "badge_keys", "badge_of", "briefings_counted", "briefings_of", "certificates_found",
    "certificates_in_the_way", "certificates_of", "certificates_of_framework", "changed_numbers", "changes_since",
    "comparable", "confirm_link", "content_of", "counted", "current_version", "cursor_of", "district_of_code", "document_by_hash",
    "documents_of", "early_notices_of", "editions_of", "entries_for_frame", "entries_like_number", "entries_of_number",
    "entries_of_provider", "entries_without_badge", "entry_by_code", "entry_by_number", "errata_of", "errata_shown", "facts_of",
    "files_of_log", "found_elsewhere", "framework_of", "has_seats_left", "improvements_for", "improvements_of", "indicators_for",
    "is_known", "is_others_to_answer", "issuers_of", "late_accesses_of", "latest_changes", "latest_place", "live_certificate_of",
    "live_certificates_of", "log_differences", "log_entries", "log_head", "log_lines", "log_place", "mapping_of", "missing_in",
    "narrowed", "news_between", "news_for", "number_typed", "one_to_one", "open_improvements", "open_rounds", "page_found", "page_listed",
    "pairs_between", "pairs_of", "paper_of", "people_of_late_access", "people_to_remind", "place_by", "place_in", "place_link",
    "place_of", "places_of", "places_to_set", "preview_facts", "print_pdf", "providers_ever", "published_head", "published_version",
    "published_versions", "read_counts", "reader_in", "reader_of", "register_counts", "register_found", "register_given", "register_rows",
    "register_tally", "reports_of", "requirements_of", "rounds_for_paper", "rounds_of", "rounds_of_the_day", "rows_in", "rows_of",
    "service_codes", "services_of", "shown_document", "shown_picture", "signed_heads", "snapshot_of", "snapshots", "status_list",
    "status_lists_to_make", "stop_link", "titles_of", "to_compare", "told_counts", "tree_of", "unread_members", "verdicts_of",
    "verify_address", "versions_of", "waiting_before", "watches_of", "with_errata",
]
