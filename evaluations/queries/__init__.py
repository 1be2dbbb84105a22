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
from evaluations.queries.case import (
    agenda_item_of,
    agreed_indicators_of,
    announcement_item_of,
    certificate_of_case,
    checks_of,
    decision_of,
    sealed_answers_of,
    standing_of,
    team_of_case,
)
from evaluations.queries.desk import announcements_to_decide, waiting_at_desk
from evaluations.queries.people import desk_of, lead_of, people_of, team_of
from evaluations.queries.review import assignments_of, consolidated_of, judgements_of, my_assignments, progress_of, sheet_of

__all__ = [
    "agenda_item_of", "agreed_indicators_of", "announced_letter", "announcement_item_of", "announcements_of", "announcements_to_decide",
    "answers_of", "application_of_matter", "applications_of", "assignments_of", "case_counts", "cases_found", "certificate_of_case",
    "checks_of", "consolidated_of", "decision_of", "decisions_to_announce", "desk_of", "evidence_of", "items_of_announcement",
    "judgements_of", "latest_seal", "lead_of", "library_of", "my_assignments", "offerings_for", "people_of", "progress_of",
    "sealed_answers_of", "sheet_of", "standing_of", "team_of", "team_of_case", "waiting_at_desk",
]
