"""Named reads about applications: one's own, cases at the desk, what assessors and the committee may read, who is told."""
from evaluations.queries.announcement import (
    announced_letter,
    announcements_of,
    certificates_of_announcement,
    changes_in,
    decisions_to_announce,
    items_of_announcement,
    places_of,
    rounds_to_announce,
)
from evaluations.queries.applications import (
    answers_of,
    application_of_matter,
    applications_of,
    case_counts,
    cases_found,
    drafts_on_paper,
    latest_seal,
    offerings_for,
    offerings_on_paper,
    places_of_answers,
)
from evaluations.queries.case import (
    agenda_item_of,
    agreed_indicators_of,
    announcement_item_of,
    certificate_of_case,
    checks_of,
    decision_of,
    decision_on,
    earlier_checks_of,
    sealed_answers_of,
    standing_of,
    team_of_case,
)
from evaluations.queries.committee import papers_at_desk, papers_of, ready_for_committee, to_be_grounded
from evaluations.queries.conflict import candidates_for, conflicts_in, conflicts_on_agenda, fits_in
from evaluations.queries.declaration import declarations_to_answer, is_assigned, meeting_about
from evaluations.queries.desk import announcements_to_decide, running_cases, waiting_at_desk
from evaluations.queries.eligibility import findings_for, findings_of
from evaluations.queries.fact_check import (
    amended_of,
    answerer_of,
    checks_to_answer,
    comment_to_answer,
    documents_of_comment,
    facts_amended,
    latest_check_of,
    may_answer_for,
    own_comments,
    people_who_answer,
    readers_but_the_answerer,
    rounds_of,
    running_check_of,
)
from evaluations.queries.hand_over import cases_in_hand, examine, stays
from evaluations.queries.library import (
    documents_asked_of,
    evidence_of,
    given_of,
    half_uploads_of,
    library_found,
    library_of,
    library_offered,
    uses_of,
    versions_of,
)
from evaluations.queries.linked import linked_applications
from evaluations.queries.pack import cases_in, pack_of, packed_for
from evaluations.queries.people import (
    account_of_member,
    assessor_challenged,
    desk_of,
    lead_of,
    managers_of,
    named,
    people_and_team_of,
    people_before_visit,
    people_of,
    people_of_part,
    readers_of,
    team_let_go,
    team_of,
)
from evaluations.queries.pool import cases_of_assessor, work_of
from evaluations.queries.portal import (
    answer_supported_by,
    certificate_of,
    deadlines_of_applications,
    final_reasons,
    handed_in,
    own_answers,
    own_applications,
    own_evidence,
    own_libraries,
    own_submissions,
    providers_written_for,
    read_with_role,
    report_of,
    submission_of,
    submission_with,
    with_documents,
)
from evaluations.queries.review import (
    all_are_in,
    assignments_of,
    case_to_assess,
    consolidated_of,
    due_of,
    judgements_of,
    judgements_on,
    my_assignments,
    my_cases,
    own_judgement,
    own_judgements,
    progress_of,
    review_due,
    row_to_settle,
    sealed_answer,
    sealed_documents,
    sealed_files,
    settlements_of,
    sheet_of,
    team_progress,
)
from evaluations.queries.summary import summary_of
from evaluations.queries.supplement import (
    documents_of_reply,
    found_by_the_team,
    may_be_proposed,
    open_supplement_of,
    open_supplements_of,
    own_replies,
    own_supplement,
    people_to_ask,
    proposed_by,
    replies_of,
    sent_requests_of,
    supplement_draft_of,
    supplement_items_of,
    supplemented,
    supplements_of,
    targets_of,
)
from evaluations.queries.team import (
    assessor_to_challenge,
    challenges_of,
    open_challenges,
    running_notice,
    told_team,
    turns_of,
    unreplaced,
    why_not_challenged,
    why_the_review_waits,
)
from evaluations.queries.teams import cases_with_teams, changed_since, latest_proposal, pairs_of, pool_rows, vacancies_of
from evaluations.queries.visit import against, dates_of, team_days

__all__ = [
    "account_of_member", "against", "agenda_item_of", "agreed_indicators_of", "all_are_in", "amended_of", "announced_letter",
    "announcement_item_of", "announcements_of", "announcements_to_decide", "answer_supported_by", "answerer_of", "answers_of",
    "application_of_matter", "applications_of", "assessor_challenged", "assessor_to_challenge", "assignments_of", "candidates_for",
    "case_counts", "case_to_assess", "cases_found", "cases_in", "cases_in_hand", "cases_of_assessor", "cases_with_teams",
    "certificate_of", "certificate_of_case", "certificates_of_announcement", "challenges_of", "changed_since", "changes_in", "checks_of",
    "checks_to_answer", "comment_to_answer", "conflicts_in", "conflicts_on_agenda", "consolidated_of", "dates_of",
    "deadlines_of_applications", "decision_of", "decision_on", "decisions_to_announce", "declarations_to_answer", "desk_of",
    "documents_asked_of", "documents_of_comment", "documents_of_reply", "drafts_on_paper", "due_of", "earlier_checks_of", "evidence_of",
    "examine", "facts_amended", "final_reasons", "findings_for", "findings_of", "fits_in", "found_by_the_team", "given_of",
    "half_uploads_of", "handed_in", "is_assigned", "items_of_announcement", "judgements_of", "judgements_on", "latest_check_of",
    "latest_proposal", "latest_seal", "lead_of", "library_found", "library_of", "library_offered", "linked_applications", "managers_of",
    "may_answer_for", "may_be_proposed", "meeting_about", "my_assignments", "my_cases", "named", "offerings_for", "offerings_on_paper",
    "open_challenges", "open_supplement_of", "open_supplements_of", "own_answers", "own_applications", "own_comments", "own_evidence",
    "own_judgement", "own_judgements", "own_libraries", "own_replies", "own_submissions", "own_supplement", "pack_of", "packed_for",
    "pairs_of", "papers_at_desk", "papers_of", "people_and_team_of", "people_before_visit", "people_of", "people_of_part",
    "people_to_ask", "people_who_answer", "places_of", "places_of_answers", "pool_rows", "progress_of", "proposed_by",
    "providers_written_for", "read_with_role", "readers_but_the_answerer", "readers_of", "ready_for_committee", "replies_of", "report_of",
    "review_due", "rounds_of", "rounds_to_announce", "row_to_settle", "running_cases", "running_check_of", "running_notice",
    "sealed_answer", "sealed_answers_of", "sealed_documents", "sealed_files", "sent_requests_of", "settlements_of", "sheet_of",
    "standing_of", "stays", "submission_of", "submission_with", "summary_of", "supplement_draft_of", "supplement_items_of",
    "supplemented", "supplements_of", "targets_of", "team_days", "team_let_go", "team_of", "team_of_case", "team_progress",
    "to_be_grounded", "told_team", "turns_of", "unreplaced", "uses_of", "vacancies_of", "versions_of", "waiting_at_desk",
    "why_not_challenged", "why_the_review_waits", "with_documents", "work_of",
]
