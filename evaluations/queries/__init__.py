"""Named reads about applications: one's own, cases at the desk, what assessors and the committee may read, who is told."""
from evaluations.queries.announcement import (
    announced_letter,
    announcements_of,
    certificates_of_announcement,
    decisions_to_announce,
    items_of_announcement,
    rounds_to_announce,
)
from evaluations.queries.applications import (
    answers_of,
    application_of_matter,
    applications_of,
    case_counts,
    cases_found,
    evidence_of,
    latest_seal,
    library_of,
    offerings_for,
)
from evaluations.queries.committee import papers_of, ready_for_committee, to_be_grounded
from evaluations.queries.people import desk_of, lead_of, people_of, team_of
from evaluations.queries.review import assignments_of, consolidated_of, judgements_of, my_assignments, progress_of, sheet_of

__all__ = [
    "announced_letter", "announcements_of", "answers_of", "application_of_matter", "applications_of", "assignments_of", "case_counts",
    "cases_found", "certificates_of_announcement", "consolidated_of", "decisions_to_announce", "desk_of", "evidence_of",
    "items_of_announcement", "judgements_of", "latest_seal", "lead_of", "library_of", "my_assignments", "offerings_for", "papers_of",
    "people_of", "progress_of", "ready_for_committee", "rounds_to_announce", "sheet_of", "team_of", "to_be_grounded",
]
