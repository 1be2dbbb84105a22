"""Duties as they stand after they were planned."""
from datetime import date

import factory

from aftercare.models import Duty, DutyRule
from aftercare.models.duty import LADDER
from core import clock
from tests.factories.base import TenantFactory
from tests.factories.certificates import CertificateFactory
from tests.factories.certification import FrameworkFactory


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
