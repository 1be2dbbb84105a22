"""What a row of the register is found by."""
from certification.models.register import narrowed_by, number_key
from core.search import term, terms


def terms_of(certificate, words):
    """Pieces of its words, and what narrows a list: its agency, district and service; year and serial as one term."""
    narrowing = [narrowed_by("agency", certificate.agency_id), narrowed_by("district", certificate.district_id),
                 narrowed_by("service_type", certificate.service_type_id)]
    return sorted({*terms(*words), *narrowing, term(number_key(certificate.year, certificate.serial))})
