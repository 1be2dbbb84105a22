"""Applications past the workflow, for lists and counts; whole cases come from `tests.evaluations.path`."""
import factory

from core import clock
from evaluations.models import Application
from tests.factories.base import TenantFactory
from tests.factories.certification import RoundFactory
from tests.factories.people import UserFactory
from tests.factories.providers import OfferingFactory


class ApplicationFactory(TenantFactory):
    """Received."""

    class Meta:
        model = Application

    round = factory.SubFactory(RoundFactory)
    offering = factory.SubFactory(OfferingFactory)
    provider = factory.SelfAttribute("offering.site.provider")
    service_type = factory.SelfAttribute("offering.service_type")
    stage = "submitted"
    stage_since = factory.LazyFunction(clock.now)
    number = factory.Sequence(lambda n: f"2026-{n + 500:03}")
    provider_name = factory.SelfAttribute("offering.site.provider.name")
    site_name = factory.SelfAttribute("offering.site.name")
    started_at = factory.LazyFunction(clock.now)
    started_by = factory.SubFactory(UserFactory)
    submitted_at = factory.LazyFunction(clock.now)
