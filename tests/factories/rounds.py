"""What belongs to a round: documents, files, questions, briefings, registrations, late access."""
from datetime import timedelta

import factory

from certification.models import (
    Briefing,
    BriefingMaterial,
    BriefingPlace,
    RoundAttachment,
    RoundDocument,
    RoundLateAccess,
    RoundQuestion,
)
from core import clock
from tests.factories.base import TenantFactory
from tests.factories.certification import RoundFactory
from tests.factories.files import StoredFileFactory
from tests.factories.people import UserFactory
from tests.factories.providers import ProviderFactory


class RoundDocumentFactory(TenantFactory):
    class Meta:
        model = RoundDocument

    round = factory.SubFactory(RoundFactory)
    position = factory.Sequence(lambda n: n + 1)
    code = factory.Sequence(lambda n: f"d{n}")
    name_ko = "운영규정"
    name_en = "Operating rules"


class RoundAttachmentFactory(TenantFactory):
    class Meta:
        model = RoundAttachment

    round = factory.SubFactory(RoundFactory)
    name = "신청 안내서.pdf"
    file = factory.LazyAttribute(lambda row: StoredFileFactory(shelf=row.round.public_id))
    added_at = factory.LazyFunction(clock.now)


class RoundQuestionFactory(TenantFactory):
    class Meta:
        model = RoundQuestion

    round = factory.SubFactory(RoundFactory)
    question_ko = "여러 사업장을 한 번에 신청할 수 있습니까?"
    answer_ko = "사업장마다 신청합니다."
    is_shown = True
    written_at = factory.LazyFunction(clock.now)


class BriefingFactory(TenantFactory):
    """In a week, in an announced round that is open; thirty seats."""

    class Meta:
        model = Briefing

    round = factory.SubFactory(RoundFactory)
    name_ko = "사업설명회"
    name_en = "Briefing"
    starts_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda briefing: briefing.starts_at + timedelta(hours=2))
    register_until = factory.LazyAttribute(lambda briefing: briefing.starts_at - timedelta(days=1))
    place_ko = "시청 대강당"
    place_en = "City hall"
    seats = 30


class BriefingMaterialFactory(TenantFactory):
    class Meta:
        model = BriefingMaterial

    briefing = factory.SubFactory(BriefingFactory)
    name = "설명회 자료.pdf"
    file = factory.LazyAttribute(lambda row: StoredFileFactory(shelf=row.briefing.public_id))
    added_at = factory.LazyFunction(clock.now)


class BriefingPlaceFactory(TenantFactory):
    """A seat; `seated_at=None` waits."""

    class Meta:
        model = BriefingPlace

    briefing = factory.SubFactory(BriefingFactory)
    name = "김하늘"
    organisation = "햇살센터"
    phone = "0510000000"
    email = factory.Sequence(lambda n: f"guest{n}@guest.example")
    arrived_at = factory.LazyFunction(clock.now)
    seated_at = factory.LazyAttribute(lambda place: place.arrived_at)


class RoundLateAccessFactory(TenantFactory):
    class Meta:
        model = RoundLateAccess

    round = factory.SubFactory(RoundFactory)
    provider = factory.SubFactory(ProviderFactory)
    until = factory.LazyAttribute(lambda access: access.round.closes_at + timedelta(days=3))
    reason = "서버 점검으로 접수하지 못함"
    granted_at = factory.LazyFunction(clock.now)
    granted_by = factory.SubFactory(UserFactory)
