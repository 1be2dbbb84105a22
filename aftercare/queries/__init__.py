"""Duties by certificate and by day."""
from aftercare.queries.duty import certificates_to_lapse, duties_of, open_duty, rules_of, unplanned_certificates
from aftercare.queries.monitoring import (
    Would,
    candidates_to_go,
    indicators_of,
    monitoring_declared,
    monitoring_of_duty,
    monitorings_to_declare,
    offering_of,
    proposed_sample,
    reason_in_words,
    sample_of,
    team_going,
    team_of,
    to_assess,
)
from aftercare.queries.risk import holders_by_risk, risk_in_words
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
    "Would", "candidates_to_go", "certificates_to_lapse", "corrections_found", "duties_of", "findings_of", "holders_by_risk",
    "indicators_of", "inspection_of", "inspections_found", "last_seal_of", "monitoring_declared", "monitoring_of_duty",
    "monitorings_found", "monitorings_to_declare", "offering_of", "open_duty", "own_corrections", "own_inspection_duty", "own_monitoring",
    "own_rows", "proposed_sample", "reason_in_words", "risk_in_words", "rows_of", "rules_of", "sample_of", "sealed_rows_of", "seals_of",
    "stood_before", "submissions_of", "team_going", "team_of", "to_assess", "to_do_of", "unplanned_certificates", "visits_to_plan",
    "waiting_to_watch", "watched_of",
]
