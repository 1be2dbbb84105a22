"""The public register: each row is made of a certificate and what happened to it, and by nothing else."""
from django.db import transaction
from django.utils import translation

from accounts.workflow import renew_public_pages
from certification.models import Certificate, CertificateDocument, RegisterEntry
from certification.models.certificate import Validity
from certification.permissions import can_import
from certification.workflow.register_terms import terms_of
from core import clock
from core.tenancy import current_agency
from core.wording import seoul_day
from core.workflow import record, require

SAME = ("number", "number_shown", "code", "provider_name", "provider_name_en", "site_name", "address", "phone", "latitude", "longitude",
        "district", "service_type", *(field.name for field in Validity._meta.local_fields))


def write_entry(certificate):
    """The certificate's row as it must be now, and the agency's pages made anew: the last part of a deed, in its transaction."""
    entry = _write(certificate)
    renew_public_pages(current_agency())
    return entry


@transaction.atomic
def rebuild_register(*, actor):
    """Every row of this agency again, from certificates and events alone. Returns how many."""
    require(can_import(actor))
    parts = ("framework", "version", "provider", "district", "service_type", "offering")
    certificates = Certificate.everything.select_related(*parts).order_by("pk")
    count = 0
    for certificate in certificates:
        _write(certificate)
        count += 1
    record("register.rebuilt", current_agency(), actor=actor, count=count)
    renew_public_pages(current_agency())
    return count


def _write(certificate):
    entry, _created = RegisterEntry.everything.update_or_create(certificate=certificate, defaults=_facts_of(certificate))
    return entry


def _facts_of(certificate):
    framework, version = certificate.framework, certificate.version
    return {name: getattr(certificate, name) for name in SAME} | {
        "provider": certificate.provider.public_id,
        "head_name": certificate.head_name if certificate.shows_head_name else "",
        "scheme_ko": framework.name_ko, "scheme_en": framework.name_en,
        "edition_ko": version.label_ko if version else "", "edition_en": version.label_en if version else "",
        "is_sample": bool(version and version.is_sample),
        "areas": certificate.area_findings, "history": _history_of(certificate), "documents": _documents_of(certificate),
        "terms": terms_of(certificate, _words_of(certificate)), "renewed_at": clock.now(), **_price_of(certificate.offering),
    }


def _price_of(offering):
    """As the provider says it now, where it is known what was certified and it is still offered."""
    if offering is None or not offering.is_active:
        return {"price_low": None, "price_high": None, "price_per": ""}
    return {name: getattr(offering, name) for name in ("price_low", "price_high", "price_per")}


def _words_of(certificate):
    """What somebody may look for: names, place and service in both languages, the number."""
    with translation.override("ko"):
        korean = [str(certificate.district.province), str(certificate.district), str(certificate.service_type)]
    with translation.override("en"):
        english = [str(certificate.district), str(certificate.service_type)]
    return [certificate.provider_name, certificate.provider_name_en, certificate.site_name, *korean, *english, certificate.number_shown,
            certificate.number]


def _history_of(certificate):
    return [{"kind": event.kind, "on": event.effective_on.isoformat(), "until": event.until_on and event.until_on.isoformat(),
             "reason": event.reason} for event in certificate.events.order_by("effective_on", "pk")]


def _documents_of(certificate):
    """The certificate as it was issued here, each language: its hash once it is made. A scan of an older paper proves nothing."""
    if certificate.origin == Certificate.Origin.IMPORTED:
        return []
    documents = certificate.documents.filter(kind=CertificateDocument.Kind.CERTIFICATE, replaced_at=None).order_by("-language")
    return [{"language": document.language, "version": document.version, "sha256": document.sha256,
             "made_on": document.made_at and seoul_day(document.made_at).isoformat()} for document in documents]
