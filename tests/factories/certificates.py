"""Certificates as they stand after their issue, with event and row in the register."""
import uuid
from datetime import date

import factory

from accounts.models import District
from certification.models import Certificate, CertificateDocument, CertificateEvent
from certification.workflow import write_entry
from core import clock
from core.calendar import years_less_a_day
from core.codes import new_code
from tests.factories.base import TenantFactory
from tests.factories.certification import published_version
from tests.factories.providers import OfferingFactory

AREAS = [
    {"code": "1", "name_ko": "기관 운영 및 서비스 제공 체계", "name_en": "Organisation and service delivery",
     "plain_ko": "운영규정과 가격을 공개하고, 자격을 갖춘 인력과 등록기준에 맞는 시설을 갖추었습니다.",
     "plain_en": "It publishes its rules and prices, and has qualified staff and proper premises.",
     "indicators": [{"code": "1.1.1", "name_ko": "운영규정의 수립·공개", "name_en": "Rules of operation"},
                    {"code": "1.1.2", "name_ko": "제공인력의 자격", "name_en": "Qualification of staff"}]},
    {"code": "2", "name_ko": "이용자 중심 서비스 수행 수준", "name_en": "User-centred service",
     "plain_ko": "이용 전에 설명하고 계약하며, 한 사람 한 사람의 계획에 따라 제공하고 기록합니다.", "plain_en": "",
     "indicators": [{"code": "2.1.1", "name_ko": "서비스 정보 제공과 이용계약", "name_en": ""}]},
]


class CertificateFactory(TenantFactory):
    """In force since 2025-12-09, for an offering of its own unless one is given; past the workflow, but as it leaves it."""

    class Meta:
        model = Certificate
        skip_postgeneration_save = True

    version = factory.LazyFunction(published_version)
    framework = factory.LazyAttribute(lambda certificate: certificate.version.framework)
    offering = factory.SubFactory(OfferingFactory)
    provider = factory.LazyAttribute(lambda certificate: certificate.offering.site.provider)
    valid_from = date(2025, 12, 9)
    valid_to = factory.LazyAttribute(lambda certificate: years_less_a_day(certificate.valid_from, 3))
    year = factory.LazyAttribute(lambda certificate: certificate.valid_from.year)
    serial = factory.Sequence(lambda n: n + 1)
    number = factory.LazyAttribute(lambda c: c.framework.number(c.framework.number_key, c.year, c.serial))
    number_shown = factory.LazyAttribute(lambda c: c.framework.number(c.framework.number_shown, c.year, c.serial))
    code = factory.LazyAttribute(lambda certificate: new_code("certificate", certificate.public_id))
    public_id = factory.LazyFunction(uuid.uuid4)
    provider_name = factory.LazyAttribute(lambda certificate: certificate.provider.name)
    provider_name_en = factory.LazyAttribute(lambda certificate: certificate.provider.name_en)
    head_name = factory.LazyAttribute(lambda certificate: certificate.provider.head_name)
    site_name = factory.LazyAttribute(lambda certificate: certificate.offering.site.name)
    address = factory.LazyAttribute(lambda certificate: certificate.offering.site.address)
    phone = "0510000101"
    district = factory.LazyFunction(lambda: District.objects.get(code="26530"))
    service_type = factory.LazyAttribute(lambda certificate: certificate.offering.service_type)
    area_findings = factory.LazyFunction(lambda: AREAS)
    issued_at = factory.LazyFunction(clock.now)

    @factory.post_generation
    def entry(self, create, extracted, **kwargs):
        if create and extracted is not False:
            CertificateEvent.everything.create(certificate=self, kind="issued", at=self.issued_at, effective_on=self.valid_from)
            write_entry(self)


class CertificateDocumentFactory(TenantFactory):
    """Asked for and not yet made."""

    class Meta:
        model = CertificateDocument

    certificate = factory.SubFactory(CertificateFactory)
    kind = "certificate"
    asked_at = factory.LazyFunction(clock.now)


def RegisterEntryFactory(**fields):
    """The row that the certificate of these fields has."""
    return write_entry(CertificateFactory(entry=False, **fields))
