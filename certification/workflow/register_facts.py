"""What a row of the register says: made of the certificate, what happened to it, and what its provider says of itself."""
from django.utils import translation

from certification.models import CertificateDocument, PlaquePicture
from certification.models.certificate import Certificate, Ended, Validity
from certification.models.register import number_key
from certification.workflow.register_notes import notes_of
from certification.workflow.register_terms import terms_of
from core.wording import seoul_day
from providers.models import Offering
from providers.names import name_key

SAME = ("number", "number_shown", "code", "provider_name", "provider_name_en", "site_name", "address", "latitude", "longitude",
        "district_id", "service_type_id", *(field.name for field in Validity._meta.local_fields))
PRICE = ("price_low", "price_high", "price_per")
NO_PRICE = {"price_low": None, "price_high": None, "price_per": ""}


def facts_of(certificate):
    """{field of the RegisterEntry: what must stand there now}, all but when it was renewed."""
    framework, version = certificate.framework, certificate.version
    return {name: getattr(certificate, name) for name in SAME} | _said_by_provider(certificate) | {
        "provider": certificate.provider.public_id,
        "head_name": certificate.head_name if certificate.shows_head_name else "",
        "scheme_ko": framework.name_ko, "scheme_en": framework.name_en,
        "edition_ko": version.label_ko if version else "", "edition_en": version.label_en if version else "",
        "is_sample": bool(version and version.is_sample),
        "areas": certificate.area_findings, "history": _history_of(certificate), "documents": _documents_of(certificate),
        "picture": _picture_of(certificate), "terms": terms_of(certificate, _words_of(certificate)),
        "known_as": _known_as(certificate), "notes": notes_of(certificate),
    }


def _said_by_provider(certificate):
    """Telephone, hours and price as they are now. Where it is not known what was certified, the telephone that was printed."""
    offerings = list(Offering.everything.filter(site__provider=certificate.provider_id).select_related("site", "service_type")
                     .order_by("site__added_at", "site", "service_type__position", "pk"))
    own = next((offering for offering in offerings if offering.pk == certificate.offering_id), None)
    price = {name: getattr(own, name) for name in PRICE} if own and own.is_active else NO_PRICE
    return {
        "offering": own and own.public_id, "phone": own.site.phone if own else certificate.phone,
        "opening_hours": own.site.opening_hours if own else "", **price,
        "places": [_place(offering) for offering in offerings if offering.is_active],
    }


def _place(offering):
    site, service = offering.site, offering.service_type
    return {"offering": str(offering.public_id), "site": site.name, "address": site.address, "service_ko": service.name_ko,
            "service_en": service.name_en} | {name: getattr(offering, name) for name in PRICE}


def _words_of(certificate):
    """What somebody may look for: names, place and service in both languages, the number."""
    with translation.override("ko"):
        korean = [str(certificate.district.province), str(certificate.district), str(certificate.service_type)]
    with translation.override("en"):
        english = [str(certificate.district), str(certificate.service_type)]
    return [certificate.provider_name, certificate.provider_name_en, certificate.site_name, *korean, *english, certificate.number_shown,
            certificate.number]


def _known_as(certificate):
    """What a list from elsewhere may call it, as it is compared: its names, and year and serial of its number."""
    names = {name_key(certificate.provider_name), name_key(certificate.provider_name_en)} - {""}
    return [*sorted(names), number_key(certificate.year, certificate.serial)]


def _history_of(certificate):
    """An end that was wished for a later day, and that a revocation came before, never was."""
    events = certificate.events.order_by("effective_on", "pk")
    if certificate.ended_as == Ended.REVOKED:
        events = events.exclude(kind=Ended.SURRENDERED, effective_on__gt=certificate.ended_on)
    return [{"kind": event.kind, "on": event.effective_on.isoformat(), "until": event.until_on and event.until_on.isoformat(),
             "reason": event.reason} for event in events]


def _documents_of(certificate):
    """The certificate as it was issued here, each language: its hash once it is made. A scan of an older paper proves nothing."""
    if certificate.origin == Certificate.Origin.IMPORTED:
        return []
    documents = certificate.documents.filter(kind=CertificateDocument.Kind.CERTIFICATE, replaced_at=None).order_by("-language")
    return [{"language": document.language, "version": document.version, "sha256": document.sha256,
             "made_on": document.made_at and seoul_day(document.made_at).isoformat()} for document in documents]


def _picture_of(certificate):
    """The plaque names the representative, so it is shown with the provider's consent only."""
    if not certificate.shows_head_name:
        return {}
    plaque = PlaquePicture.everything.filter(document__certificate=certificate.pk, document__replaced_at=None)
    picture = plaque.select_related("file").order_by("-made_at", "-pk").first()
    return {"sha256": picture.file.sha256, "width": picture.width, "height": picture.height} if picture else {}
