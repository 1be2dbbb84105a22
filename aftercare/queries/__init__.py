"""Duties by certificate and by day."""
from aftercare.queries.duty import certificates_to_lapse, duties_of, open_duty, rules_of, unplanned_certificates

__all__ = ["certificates_to_lapse", "duties_of", "open_duty", "rules_of", "unplanned_certificates"]
