"""The pool, declarations, bodies with seats, meetings with ballots, approvals."""
import uuid
from datetime import date

import factory

from core import clock
from panels.models import (
    Absence,
    AgendaItem,
    Approval,
    Attendance,
    Ballot,
    Body,
    Declaration,
    Employment,
    Involvement,
    Meeting,
    OpenChoice,
    Overruling,
    PoolMember,
    Qualification,
    Recusal,
    RollEntry,
    Seat,
    YearlyPledge,
)
from tests.factories.base import TenantFactory
from tests.factories.people import PersonFactory, UserFactory


class PoolMemberFactory(TenantFactory):
    class Meta:
        model = PoolMember

    user = factory.SubFactory(UserFactory)
    joined_at = factory.LazyFunction(clock.now)


class EmploymentFactory(TenantFactory):
    class Meta:
        model = Employment

    member = factory.SubFactory(PoolMemberFactory)
    name = "가온대학교"


class QualificationFactory(TenantFactory):
    class Meta:
        model = Qualification

    member = factory.SubFactory(PoolMemberFactory)
    kind = "전문 심사위원 양성과정 이수"
    number = factory.Sequence(lambda n: f"2026-{n:03}")


class YearlyPledgeFactory(TenantFactory):
    class Meta:
        model = YearlyPledge

    member = factory.SubFactory(PoolMemberFactory)
    version = "2026-1"
    words = "서약"
    signed_on = factory.LazyFunction(clock.today)
    signed_at = factory.LazyFunction(clock.now)


class AbsenceFactory(TenantFactory):
    class Meta:
        model = Absence

    member = factory.SubFactory(PoolMemberFactory)
    from_on = factory.LazyFunction(clock.today)
    to_on = factory.LazyFunction(clock.today)


class OverrulingFactory(TenantFactory):
    class Meta:
        model = Overruling

    subject_type = "evaluations.application"
    matter = factory.LazyFunction(uuid.uuid4)
    user = factory.SubFactory(UserFactory)
    person = factory.SelfAttribute("user.person")
    kinds = factory.LazyFunction(lambda: ["competitor"])
    sentences = factory.LazyFunction(lambda: ["경쟁 기관에 근무합니다."])
    reason = "해당 분야의 다른 심사위원이 없습니다."
    overruled_at = factory.LazyFunction(clock.now)
    overruled_by = factory.SubFactory(UserFactory)


class InvolvementFactory(TenantFactory):
    class Meta:
        model = Involvement

    person = factory.SubFactory(PersonFactory)
    subject_type = "providers.provider"
    subject = factory.LazyFunction(uuid.uuid4)
    kind = "assessed"
    matter = factory.LazyFunction(uuid.uuid4)
    noted_at = factory.LazyFunction(clock.now)


class DeclarationFactory(TenantFactory):
    """Asked, and answered “none”; with `answered_at=None, has_interest=None` asked only."""

    class Meta:
        model = Declaration

    subject_type = "evaluations.application"
    matter = factory.LazyFunction(uuid.uuid4)
    subject_label = factory.Sequence(lambda n: f"햇살아동상담센터{n}, 치매예방서비스")
    user = factory.SubFactory(UserFactory)
    asked_at = factory.LazyFunction(clock.now)
    answered_at = factory.LazyFunction(clock.now)
    has_interest = False


class RecusalFactory(TenantFactory):
    class Meta:
        model = Recusal

    subject_type = "evaluations.application"
    matter = factory.LazyFunction(uuid.uuid4)
    user = factory.SubFactory(UserFactory)
    person = factory.SelfAttribute("user.person")
    ground = "own_will"
    reason = "친분이 있습니다."
    recused_at = factory.LazyFunction(clock.now)


class BodyFactory(TenantFactory):
    class Meta:
        model = Body

    name_ko = factory.Sequence(lambda n: f"품질인증위원회{n}")
    name_en = factory.Sequence(lambda n: f"Quality certification committee {n}")
    founded_at = factory.LazyFunction(clock.now)


class SeatFactory(TenantFactory):
    class Meta:
        model = Seat

    body = factory.SubFactory(BodyFactory)
    user = factory.SubFactory(UserFactory)
    office = "member"
    from_on = date(2020, 1, 1)


class MeetingFactory(TenantFactory):
    """In session."""

    class Meta:
        model = Meeting

    body = factory.SubFactory(BodyFactory)
    title = factory.Sequence(lambda n: f"제{n}차 품질인증위원회")
    meets_at = factory.LazyFunction(clock.now)
    place = "대회의실"
    called_by = factory.SubFactory(UserFactory)
    stage = "open"
    opened_at = factory.LazyFunction(clock.now)


class AgendaItemFactory(TenantFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda n: 100 + n % 30_000)
    subject_type = "evaluations.application"
    matter = factory.LazyFunction(uuid.uuid4)
    subject_label = factory.Sequence(lambda n: f"햇살아동상담센터{n}, 치매예방서비스")
    choices = factory.LazyFunction(lambda: ["award", "refuse", "defer"])


class AttendanceFactory(TenantFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    seat = factory.SubFactory(SeatFactory, body=factory.SelfAttribute("..meeting.body"))
    came_at = factory.LazyFunction(clock.now)


class BallotFactory(TenantFactory):
    class Meta:
        model = Ballot

    item = factory.SubFactory(AgendaItemFactory)
    opened_at = factory.LazyFunction(clock.now)
    opened_by = factory.SubFactory(UserFactory)


class RollEntryFactory(TenantFactory):
    class Meta:
        model = RollEntry

    ballot = factory.SubFactory(BallotFactory)
    seat = factory.SubFactory(SeatFactory, body=factory.SelfAttribute("..ballot.item.meeting.body"))
    person = factory.SelfAttribute("seat.user.person")
    voted_at = factory.LazyFunction(clock.now)


class OpenChoiceFactory(TenantFactory):
    class Meta:
        model = OpenChoice

    entry = factory.SubFactory(RollEntryFactory)
    choice = "award"


class ApprovalFactory(TenantFactory):
    class Meta:
        model = Approval

    subject_type = "evaluations.announcement"
    subject = factory.LazyFunction(uuid.uuid4)
    subject_label = "2026년 품질인증 결과 공고"
    kind = "announcement"
    digest = "a" * 64
    drafted_by = factory.SubFactory(UserFactory)
    drafted_at = factory.LazyFunction(clock.now)
