"""Certificates begin: issued with the next number, or entered from the papers of before the system."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Certificate, CertificateDocument, CertificateEvent
from certification.permissions import can_import, can_issue
from certification.queries import certificates_in_the_way
from certification.workflow.log import log_event
from certification.workflow.register import write_entry
from core import clock
from core.calendar import years_less_a_day
from core.codes import new_code
from core.files import store_upload
from core.numbers import next_number, start_after
from core.workflow import enqueue, lock, record, refuse_if, require

Kind, DocumentKind = CertificateEvent.Kind, CertificateDocument.Kind
DOCUMENTS = ((DocumentKind.CERTIFICATE, "ko"), (DocumentKind.CERTIFICATE, "en"), (DocumentKind.PLAQUE, "ko"))
HOLDER = ("provider_name", "provider_name_en", "head_name", "shows_head_name", "site_name", "address", "district", "phone",
          "service_type", "latitude", "longitude")


@transaction.atomic
def issue_certificate(*, version, provider, offering, facts, valid_from, area_findings, matter, actor):
    """Number, date and publish a certificate, in the transaction of the caller; its documents are made afterwards.

    `facts` are the HOLDER's as they are to be printed, `area_findings` what citizens read of the areas, `matter` the case's public id
    or None: what it is given for is handed in, never looked up. Renewals end the old one first (`supersede`).
    """
    require(can_issue(actor))
    offering, framework = lock(offering), version.framework
    refuse_if(offering.site.provider_id != provider.pk, _("This service is not offered by this provider."))
    refuse_if(version.published_at is None, _("This version of the framework is not published yet."))
    valid_to = years_less_a_day(valid_from, framework.validity_years)
    _refuse_another_at(offering, valid_from, valid_to)
    certificate = Certificate(
        framework=framework, version=version, provider=provider, offering=offering, matter=matter, valid_from=valid_from, valid_to=valid_to,
        area_findings=area_findings, issued_at=clock.now(), **{name: facts[name] for name in HOLDER})
    _number(certificate, valid_from.year, next_number(series_of(framework), valid_from.year))
    _begin(certificate, Kind.ISSUED)
    documents = [CertificateDocument.everything.create(certificate=certificate, kind=kind, language=language, asked_at=clock.now())
                 for kind, language in DOCUMENTS]
    record("certificate.issued", certificate, actor=actor, number=certificate.number, provider=provider.pk, matter=matter)
    write_entry(certificate)
    for document in documents:
        enqueue("certification.tasks.make_document", document_id=document.pk)
    return certificate


@transaction.atomic
def import_certificate(facts, *, actor):
    """Enter a certificate that was issued before the system, with its own number and dates; the counter continues after it.

    `facts`: the HOLDER's, framework, provider, year, serial, number_shown (as it is printed), valid_from, valid_to; where they are known
    version, offering, area_findings and `scan`, an upload of the paper.
    """
    require(can_import(actor))
    facts = dict(facts)
    scan, framework, serial = facts.pop("scan", None), facts["framework"], facts["serial"]
    refuse_if(facts["valid_to"] < facts["valid_from"], _("The last day lies before the first."), field="valid_to")
    taken = Certificate.everything.filter(framework=framework, year=facts["year"], serial=serial).exists()
    refuse_if(taken, _("There is a certificate of this year and serial number already."), field="serial")
    if facts.get("offering"):
        facts["offering"] = lock(facts["offering"])
        _refuse_another_at(facts["offering"], facts["valid_from"], facts["valid_to"])
    start_after(series_of(framework), facts["year"], serial)
    certificate = Certificate(origin=Certificate.Origin.IMPORTED, issued_at=clock.day_start(facts["valid_from"]), **facts)
    _number(certificate, facts["year"], serial, shown=facts["number_shown"])
    _begin(certificate, Kind.IMPORTED)
    record("certificate.imported", certificate, actor=actor, number=certificate.number, provider=certificate.provider_id)
    if scan:
        _keep_scan(certificate, scan, actor)
    write_entry(certificate)
    return certificate


def series_of(framework):
    return f"certificate:{framework.public_id}"


def _number(certificate, year, serial, shown=None):
    framework = certificate.framework
    certificate.year, certificate.serial = year, serial
    certificate.number = framework.number(framework.number_key, year, serial)
    certificate.number_shown = shown or framework.number(framework.number_shown, year, serial)


def _begin(certificate, kind):
    certificate.code = new_code("certificate", certificate.public_id)
    certificate.save()
    CertificateEvent.everything.create(certificate=certificate, kind=kind, at=clock.now(), effective_on=certificate.valid_from)
    log_event(certificate, kind, effective_on=certificate.valid_from)


def _refuse_another_at(offering, valid_from, valid_to):
    """The database says so as well: one_live_certificate_per_offering."""
    other = certificates_in_the_way([offering.pk], valid_from, valid_to).get(offering.pk)
    refuse_if(other, _("This service holds the certificate %(number)s for that time."), number=other and other.number_shown)


def _keep_scan(certificate, scan, actor):
    stored, _name = store_upload(scan, shelf=certificate.public_id, actor=actor)
    CertificateDocument.everything.create(certificate=certificate, kind=DocumentKind.CERTIFICATE, language="ko", file=stored,
                                          sha256=stored.sha256, asked_at=clock.now(), made_at=clock.now())
