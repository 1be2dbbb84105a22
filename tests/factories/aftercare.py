"""Duties as they stand after they were planned."""
from datetime import date

import factory

from aftercare.models import Consultant, ConsultantDistrict, ConsultantService, Consultation, Duty, DutyRule, Grant, Nomination
from aftercare.models.duty import LADDER
from core import clock
from tests.factories.base import TenantFactory
from tests.factories.certificates import CertificateFactory
from tests.factories.certification import FrameworkFactory
from tests.factories.people import UserFactory


class DutyRuleFactory(TenantFactory):
    """The yearly self-inspection in May."""

    class Meta:
        model = DutyRule

    framework = factory.SubFactory(FrameworkFactory)
    kind = "self_inspection"
    years = factory.LazyFunction(lambda: [1, 2, 3])
    month_from = month_to = 5
    ladder = factory.LazyFunction(lambda: list(LADDER))


class DutyFactory(TenantFactory):
    """Demanded by the desk for May 2027, unless it is told otherwise."""

    class Meta:
        model = Duty

    certificate = factory.SubFactory(CertificateFactory)
    provider = factory.LazyAttribute(lambda duty: duty.certificate.provider)
    kind = "self_inspection"
    origin = factory.LazyAttribute(lambda duty: "plan" if getattr(duty, "rule", None) else "desk")
    reason = factory.LazyAttribute(lambda duty: "" if getattr(duty, "rule", None) else "확인이 필요함")
    rule = None
    year = factory.LazyAttribute(lambda duty: duty.due_on.year)
    ladder = factory.LazyFunction(lambda: list(LADDER))
    opens_on = date(2027, 5, 1)
    due_on = date(2027, 5, 31)
    planned_at = factory.LazyFunction(clock.now)


class ConsultantFactory(TenantFactory):
    """On the list, knows everything, goes nowhere."""

    class Meta:
        model = Consultant

    user = factory.SubFactory(UserFactory)
    weekdays = factory.LazyFunction(lambda: [0, 1, 2, 3, 4])
    added_at = factory.LazyFunction(clock.now)


class ConsultationFactory(TenantFactory):
    """Asked for, without a consultant."""

    class Meta:
        model = Consultation

    certificate = factory.SubFactory(CertificateFactory)
    provider = factory.LazyAttribute(lambda row: row.certificate.provider)
    number = factory.Sequence(lambda number: f"2025-K{number:03}")
    stage = "asked"
    origin = "request"
    provider_name = factory.LazyAttribute(lambda row: row.certificate.provider_name)
    site_name = factory.LazyAttribute(lambda row: row.certificate.site_name)
    address = factory.LazyAttribute(lambda row: row.certificate.address)
    service_type = factory.LazyAttribute(lambda row: row.certificate.service_type)
    district = factory.LazyAttribute(lambda row: row.certificate.district)
    topics = factory.LazyFunction(lambda: [{"code": "1.1.1", "ko": "서비스 제공계획", "en": "Service plan"}])
    words = "기록을 어떻게 남겨야 할지 어렵습니다."
    begun_at = factory.LazyFunction(clock.now)


class GrantFactory(TenantFactory):
    class Meta:
        model = Grant

    certificate = factory.SubFactory(CertificateFactory)
    provider = factory.LazyAttribute(lambda row: row.certificate.provider)
    kind = "equipment"
    given_on = factory.LazyFunction(clock.today)
    amount = 300_000
    words = "혈압계"
    decided_by = "지원 심의회"
    noted_at = factory.LazyFunction(clock.now)


class NominationFactory(TenantFactory):
    class Meta:
        model = Nomination

    certificate = factory.SubFactory(CertificateFactory)
    provider = factory.LazyAttribute(lambda row: row.certificate.provider)
    title = "안부 전화"
    words = "매일 아침 안부를 묻습니다."
    nominated_at = factory.LazyFunction(clock.now)


class ConsultantServiceFactory(TenantFactory):
    class Meta:
        model = ConsultantService

    consultant = factory.SubFactory(ConsultantFactory)


class ConsultantDistrictFactory(TenantFactory):
    class Meta:
        model = ConsultantDistrict

    consultant = factory.SubFactory(ConsultantFactory)
