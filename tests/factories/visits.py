"""Visits with their team, items, judgements and photos."""
import uuid

import factory

from core import clock
from tests.factories.base import TenantFactory
from tests.factories.files import StoredFileFactory
from tests.factories.people import UserFactory
from visits.models import Amendment, Entry, Finding, Operation, Photo, PhotoPart, RecorderKey, Visit, VisitItem, VisitMember


class VisitFactory(TenantFactory):
    class Meta:
        model = Visit

    subject_type = "evaluations.application"
    subject = factory.LazyFunction(uuid.uuid4)
    subject_label = "라온아동상담센터"
    purpose = "certification"
    place_name = "라온아동상담센터 본점"
    address = "부산광역시 사상구 광장로 00"
    starts_at = factory.LazyFunction(clock.now)
    planned_at = factory.LazyFunction(clock.now)
    stage = "underway"


class VisitMemberFactory(TenantFactory):
    class Meta:
        model = VisitMember

    visit = factory.SubFactory(VisitFactory)
    user = factory.SubFactory(UserFactory)
    is_lead = False
    since_at = factory.LazyFunction(clock.now)


class VisitItemFactory(TenantFactory):
    class Meta:
        model = VisitItem

    visit = factory.SubFactory(VisitFactory)
    position = factory.Sequence(lambda n: n + 1)
    code = factory.LazyAttribute(lambda item: f"1.1.{item.position}")
    area_code = "1"
    area_ko = "기관 운영 및 서비스 제공 체계"
    area_en = "Organisation and service delivery system"
    title_ko = "운영규정과 서비스 운영방침의 수립·공개"
    title_en = "Operating rules and service policy adopted and disclosed"
    look_ko = "게시된 가격·서비스와 실제 운영을 대조하고, 직원 1명 이상에게 규정 숙지 여부를 묻는다."
    look_en = "Compare posted prices and services with practice; ask at least one staff member about the rules."
    note = "가격표는 어디에 게시되어 있나요?"


class FindingFactory(TenantFactory):
    class Meta:
        model = Finding

    item = factory.SubFactory(VisitItemFactory)
    author = factory.SubFactory(UserFactory)
    judgement = "compliant"
    version = 1
    recorded_at = factory.LazyFunction(clock.now)


class PhotoFactory(TenantFactory):
    class Meta:
        model = Photo

    item = factory.SubFactory(VisitItemFactory)
    author = factory.SubFactory(UserFactory)
    file = factory.LazyAttribute(lambda p: StoredFileFactory(shelf=p.item.visit.public_id, mime="image/jpeg", extension="jpg"))
    name = "비상구.jpg"
    received_at = factory.LazyFunction(clock.now)


class EntryFactory(TenantFactory):
    class Meta:
        model = Entry

    item = factory.SubFactory(VisitItemFactory)
    author = factory.SubFactory(UserFactory)
    kind = "interview"
    source = "사회복지사"
    text = "상담 기록을 매주 남긴다고 함"
    recorded_at = factory.LazyFunction(clock.now)


class RecorderKeyFactory(TenantFactory):
    class Meta:
        model = RecorderKey

    visit = factory.SubFactory(VisitFactory)
    user = factory.SubFactory(UserFactory)
    taken_at = factory.LazyFunction(clock.now)


class OperationFactory(TenantFactory):
    """One that came too late and is kept aside."""

    class Meta:
        model = Operation

    visit = factory.SubFactory(VisitFactory)
    author = factory.SubFactory(UserFactory)
    kind = "finding"
    payload = factory.LazyFunction(lambda: {"judgement": "compliant", "reason_code": "", "text": "뒤늦게 도착"})
    outcome = "kept"
    why = "ended"
    received_at = factory.LazyFunction(clock.now)


class PhotoPartFactory(TenantFactory):
    class Meta:
        model = PhotoPart

    visit = factory.SubFactory(VisitFactory)
    author = factory.SubFactory(UserFactory)
    operation = factory.LazyFunction(uuid.uuid4)
    begins = 0
    content = b"x"
    received_at = factory.LazyFunction(clock.now)


class AmendmentFactory(TenantFactory):
    """A remark: an amendment itself says what stood."""

    class Meta:
        model = Amendment

    item = factory.SubFactory(VisitItemFactory)
    number = factory.Sequence(lambda n: n + 1)
    kind = "remark"
    text = "사진의 날짜는 2026년 3월 2일입니다."
    reason = "사진에 날짜가 빠져 있었습니다."
    ground = "own"
    author = factory.SubFactory(UserFactory)
    made_at = factory.LazyFunction(clock.now)
