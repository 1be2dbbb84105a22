"""Duties by certificate and by day."""
from aftercare.queries.duty import duties_of, open_duty, rules_of, unplanned_certificates

__all__ = ["duties_of", "open_duty", "rules_of", "unplanned_certificates"]
