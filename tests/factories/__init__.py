"""Rows for tests, one module a noun: `from tests import factories as f`, `f.ProviderFactory(name=…)`."""
from tests.factories.base import TenantFactory
from tests.factories.files import StoredFileFactory
from tests.factories.people import AgencyFactory, MembershipFactory, PersonFactory, UserFactory
from tests.factories.providers import (
    OfferingFactory,
    ProviderDocumentFactory,
    ProviderFactory,
    ProviderMemberFactory,
    SiteFactory,
    number,
)
from tests.factories.visits import FindingFactory, PhotoFactory, VisitFactory, VisitItemFactory, VisitMemberFactory

__all__ = [
    "AgencyFactory", "FindingFactory", "MembershipFactory", "OfferingFactory", "PersonFactory", "PhotoFactory", "ProviderDocumentFactory",
    "ProviderFactory", "ProviderMemberFactory", "SiteFactory", "StoredFileFactory", "TenantFactory", "UserFactory", "VisitFactory",
    "VisitItemFactory", "VisitMemberFactory", "number",
]
