"""Duties by certificate and by day."""
from aftercare.queries.change import (
    change_counts,
    changes_found,
    changes_waiting,
    in_language,
    own_reports,
    reports_about,
    reports_naming,
    sanctions_following,
    touched_by,
)
from aftercare.queries.consultant import areas_now
from aftercare.queries.consultation import (
    IS_OPEN,
    TELLING,
    advice_in,
    askings_of,
    consultants_found,
    consultation_counts,
    consultations_found,
    copies_of,
    my_consultations,
    nominations_waiting,
    open_of,
    own_consultations,
    own_entry,
    rating_of,
    report_of,
    satisfaction,
    steps_in,
    visits_of,
    was_objected,
)
from aftercare.queries.duty import duties_of, open_duty, rules_of, unplanned_certificates
from aftercare.queries.incentive import (
    certificates_that_hold,
    grants_found,
    grants_in_all,
    nominations_found,
    own_grants,
    own_nominations,
    providers_of,
)
from aftercare.queries.lapse import certificates_to_lapse, certificates_to_revive
from aftercare.queries.matching import fits_for, loads_of
from aftercare.queries.monitoring import (
    Would,
    against_day,
    candidates_to_go,
    indicators_of,
    monitoring_declared,
    monitoring_of_duty,
    monitorings_to_declare,
    offering_of,
    proposed_sample,
    reason_in_words,
    sample_of,
    speaks_against,
    team_going,
    team_of,
    to_assess,
)
from aftercare.queries.risk import holders_by_risk, risk_in_words
from aftercare.queries.sharing import pieces_of, topics_for
from aftercare.queries.watching import (
    corrections_found,
    findings_of,
    inspection_of,
    inspections_found,
    last_seal_of,
    monitorings_found,
    own_corrections,
    own_inspection_duty,
    own_monitoring,
    own_rows,
    receipt_of,
    rows_of,
    sealed_rows_of,
    seals_of,
    stood_before,
    submissions_of,
    to_do_of,
    visits_to_plan,
    waiting_to_watch,
    watched_of,
)

__all__ = [
    "IS_OPEN", "TELLING", "Would", "advice_in", "against_day", "areas_now", "askings_of", "candidates_to_go", "certificates_that_hold",
    "certificates_to_lapse", "certificates_to_revive",
    "change_counts", "changes_found", "changes_waiting", "consultants_found", "consultation_counts",
    "consultations_found", "copies_of", "corrections_found", "duties_of", "findings_of", "fits_for", "grants_found", "grants_in_all",
    "holders_by_risk", "in_language",
    "indicators_of", "inspection_of", "inspections_found", "last_seal_of", "loads_of", "monitoring_declared",
    "monitoring_of_duty", "monitorings_found", "monitorings_to_declare", "my_consultations", "nominations_found", "nominations_waiting",
    "offering_of", "open_duty", "open_of", "own_consultations", "own_corrections", "own_entry", "own_grants", "own_inspection_duty",
    "own_monitoring", "own_nominations", "own_reports", "own_rows", "pieces_of", "proposed_sample", "rating_of", "reason_in_words",
    "providers_of", "receipt_of", "report_of", "reports_about", "reports_naming", "risk_in_words", "rows_of", "rules_of", "sample_of",
    "sanctions_following", "satisfaction", "sealed_rows_of", "seals_of", "speaks_against", "steps_in", "stood_before", "submissions_of",
    "team_going", "team_of", "to_assess", "to_do_of", "topics_for", "touched_by", "unplanned_certificates", "visits_of", "visits_to_plan",
    "waiting_to_watch", "was_objected", "watched_of",
]
