"""What belongs to an edition beside its rows: early notices to providers."""
import factory

from certification.models import EarlyNotice
from core import clock
from tests.factories.base import TenantFactory


class EarlyNoticeFactory(TenantFactory):
    class Meta:
        model = EarlyNotice

    kind = "publication"
    sent_at = factory.LazyFunction(clock.now)
