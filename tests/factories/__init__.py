"""Rows for tests, one module a noun: `from tests import factories as f`, `f.ProviderFactory(name=…)`."""
from tests.factories.aftercare import (
    ConsultantDistrictFactory,
    ConsultantFactory,
    ConsultantServiceFactory,
    ConsultationFactory,
    DutyFactory,
    DutyRuleFactory,
    GrantFactory,
    NominationFactory,
)
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
    AbsenceFactory,
    AgendaItemFactory,
    ApprovalFactory,
    AttendanceFactory,
    BallotFactory,
    BodyFactory,
    DeclarationFactory,
    EmploymentFactory,
    InvolvementFactory,
    MeetingFactory,
    OpenChoiceFactory,
    OverrulingFactory,
    PoolMemberFactory,
    QualificationFactory,
    RecusalFactory,
    RollEntryFactory,
    SeatFactory,
    YearlyPledgeFactory,
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
from tests.factories.visits import (
    AmendmentFactory,
    EntryFactory,
    FindingFactory,
    OperationFactory,
    PhotoFactory,
    PhotoPartFactory,
    RecorderKeyFactory,
    VisitFactory,
    VisitItemFactory,
    VisitMemberFactory,
)

__all__ = [
    "AbsenceFactory", "AgencyFactory", "AgendaItemFactory", "AmendmentFactory", "ApplicationFactory", "ApprovalFactory", "AreaFactory",
    "AttendanceFactory", "BallotFactory", "BodyFactory", "BriefingFactory", "BriefingMaterialFactory", "BriefingPlaceFactory",
    "CertificateDocumentFactory", "CertificateFactory", "CriterionFactory", "DeclarationFactory", "ConsultantDistrictFactory",
    "ConsultantFactory", "ConsultantServiceFactory", "ConsultationFactory", "DutyFactory", "DutyRuleFactory", "GrantFactory",
    "NominationFactory", "EarlyNoticeFactory", "EmploymentFactory", "EntryFactory", "FindingFactory", "FrameworkFactory",
    "FrameworkPaperFactory", "FrameworkVersionFactory", "IndicatorFactory", "InvolvementFactory", "IssuerFactory", "JoinRequestFactory",
    "MeetingFactory", "MembershipFactory", "NationalHolderFactory", "OfferingFactory", "OpenChoiceFactory", "OperationFactory",
    "OverrulingFactory", "PersonFactory", "PhotoFactory", "PhotoPartFactory", "PoolMemberFactory", "ProviderDocumentFactory",
    "ProviderFactory", "ProviderInvitationFactory", "ProviderMemberFactory", "QualificationFactory", "RecorderKeyFactory",
    "RecusalFactory", "RegisterEntryFactory", "RollEntryFactory", "RoundAttachmentFactory", "RoundDocumentFactory", "RoundFactory",
    "RoundLateAccessFactory", "RoundQuestionFactory", "SeatFactory", "SiteFactory", "StoredFileFactory", "TenantFactory", "UserFactory",
    "VisitFactory", "VisitItemFactory", "VisitMemberFactory", "YearlyPledgeFactory", "number", "published_version",
]
