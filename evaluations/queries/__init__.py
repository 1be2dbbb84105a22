"""Named reads about applications: one's own, cases at the desk, what assessors and the committee may read, who is told."""
from evaluations.queries.announcement import announced_letter, announcements_of, decisions_to_announce, items_of_announcement
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
from evaluations.queries.people import desk_of, lead_of, people_of, team_of
from evaluations.queries.portal import (
    certificate_of,
    deadlines_of_applications,
    final_reasons,
    handed_in,
    own_answers,
    own_applications,
    own_evidence,
    providers_written_for,
    report_of,
    submission_of,
)
from evaluations.queries.review import assignments_of, consolidated_of, judgements_of, my_assignments, progress_of, sheet_of

__all__ = [
    "announced_letter", "announcements_of", "answers_of", "application_of_matter", "applications_of", "assignments_of", "case_counts",
    "cases_found", "certificate_of", "consolidated_of", "deadlines_of_applications", "decisions_to_announce", "desk_of", "evidence_of",
    "final_reasons", "handed_in", "items_of_announcement", "judgements_of", "latest_seal", "lead_of", "library_of", "my_assignments",
    "offerings_for", "own_answers", "own_applications", "own_evidence", "people_of", "progress_of", "providers_written_for", "report_of",
    "sheet_of", "submission_of", "team_of",
]
