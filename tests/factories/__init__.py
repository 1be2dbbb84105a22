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
from tests.factories.editions import EarlyNoticeFactory, FrameworkPaperFactory
from tests.factories.evaluations import ApplicationFactory
from tests.factories.files import StoredFileFactory
from tests.factories.panels import (
    AgendaItemFactory,
    ApprovalFactory,
    AttendanceFactory,
    BallotFactory,
    BodyFactory,
    DeclarationFactory,
    InvolvementFactory,
    MeetingFactory,
    OpenChoiceFactory,
    PoolMemberFactory,
    RecusalFactory,
    RollEntryFactory,
    SeatFactory,
)
from tests.factories.people import AgencyFactory, MembershipFactory, PersonFactory, UserFactory
from tests.factories.providers import (
    JoinRequestFactory,
    NationalHolderFactory,
    OfferingFactory,
    ProviderDocumentFactory,
    ProviderFactory,
    ProviderInvitationFactory,
    ProviderMemberFactory,
    SiteFactory,
    number,
)
from tests.factories.rounds import (
    BriefingFactory,
    BriefingMaterialFactory,
    BriefingPlaceFactory,
    RoundAttachmentFactory,
    RoundDocumentFactory,
    RoundLateAccessFactory,
    RoundQuestionFactory,
)
from tests.factories.visits import FindingFactory, PhotoFactory, VisitFactory, VisitItemFactory, VisitMemberFactory

__all__ = [
    "AgencyFactory", "AgendaItemFactory", "ApplicationFactory", "ApprovalFactory", "AreaFactory", "AttendanceFactory", "BallotFactory",
    "BodyFactory", "BriefingFactory", "BriefingMaterialFactory", "BriefingPlaceFactory", "CertificateDocumentFactory",
    "CertificateFactory", "CriterionFactory", "DeclarationFactory", "EarlyNoticeFactory", "FindingFactory", "FrameworkFactory",
    "FrameworkPaperFactory", "FrameworkVersionFactory", "IndicatorFactory", "InvolvementFactory", "IssuerFactory", "JoinRequestFactory",
    "MeetingFactory", "MembershipFactory", "NationalHolderFactory", "OfferingFactory", "OpenChoiceFactory", "PersonFactory",
    "PhotoFactory", "PoolMemberFactory", "ProviderDocumentFactory", "ProviderFactory", "ProviderInvitationFactory",
    "ProviderMemberFactory", "RecusalFactory", "RegisterEntryFactory", "RollEntryFactory", "RoundAttachmentFactory",
    "RoundDocumentFactory", "RoundFactory", "RoundLateAccessFactory", "RoundQuestionFactory", "SeatFactory", "SiteFactory",
    "StoredFileFactory", "TenantFactory", "UserFactory", "VisitFactory", "VisitItemFactory", "VisitMemberFactory", "number",
    "published_version",
]
