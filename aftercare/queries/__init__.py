"""Duties by certificate and by day; change reports by provider and by what waits."""
from aftercare.queries.change import (
    change_counts,
    changes_found,
    changes_waiting,
    own_reports,
    reports_about,
    reports_naming,
    sanctions_following,
    touched_by,
)
from aftercare.queries.duty import duties_of, open_duty, rules_of, unplanned_certificates

__all__ = [
    "change_counts", "changes_found", "changes_waiting", "duties_of", "open_duty", "own_reports", "reports_about", "reports_naming",
    "rules_of", "sanctions_following", "touched_by", "unplanned_certificates",
]
