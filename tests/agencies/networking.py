"""What the tests of the network share."""
import factory

from agencies.models import Contact
from core import clock
from tests.factories.base import TenantFactory


class ContactFactory(TenantFactory):
    """A line in the book since now; of its people the tests say whose they are."""

    class Meta:
        model = Contact

    function = "training"
    duty_ko = "교육과정 운영"
    name = factory.Sequence(lambda n: f"연락인{n}")
    phone = "0510000001"
    published_at = factory.LazyFunction(clock.now)
    changed_at = factory.LazyFunction(clock.now)
