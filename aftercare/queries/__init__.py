"""Duties by certificate and by day; consultations and who could come; what the agency gave."""
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
)
from aftercare.queries.matching import fits_for, loads_of
from aftercare.queries.sharing import pieces_of, topics_for

__all__ = [
    "IS_OPEN", "TELLING", "advice_in", "areas_now", "askings_of", "certificates_that_hold", "consultants_found", "consultation_counts",
    "consultations_found", "copies_of", "duties_of", "fits_for", "grants_found", "grants_in_all", "loads_of", "my_consultations",
    "nominations_found", "nominations_waiting", "open_duty", "open_of", "own_consultations", "own_entry", "own_grants", "own_nominations",
    "pieces_of", "rating_of", "report_of", "rules_of", "satisfaction", "steps_in", "topics_for", "unplanned_certificates", "visits_of",
    "was_objected"]
