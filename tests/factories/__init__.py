"""Rows for tests, one module a noun: `from tests import factories as f`, `f.ProviderFactory(name=…)`."""
from tests.factories.base import TenantFactory
from tests.factories.certificates import CertificateDocumentFactory, CertificateFactory, RegisterEntryFactory
from tests.factories.certification import (
    AreaFactory,
    CriterionFactory,
    FrameworkFactory,
    FrameworkVersionFactory,
    IndicatorFactory,
    IssuerFactory,
    RoundFactory,
    published_version,
)
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

__all__ = [
    "AgencyFactory", "AreaFactory", "CertificateDocumentFactory", "CertificateFactory", "CriterionFactory", "FrameworkFactory",
    "FrameworkVersionFactory", "IndicatorFactory", "IssuerFactory", "MembershipFactory", "OfferingFactory", "PersonFactory",
    "ProviderDocumentFactory", "ProviderFactory", "ProviderMemberFactory", "RegisterEntryFactory", "RoundFactory", "SiteFactory",
    "StoredFileFactory", "TenantFactory", "UserFactory", "number", "published_version",
]
