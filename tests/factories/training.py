"""Courses, runs with classes, enrolments: as they stand, without their way there."""
from datetime import timedelta

import factory

from accounts.models import Agency
from core import clock
from core.tenancy import current_agency, within
from tests.factories.base import TenantFactory
from tests.factories.people import UserFactory
from training.models import ClassSession, ClassTrainer, Course, Enrolment, Run, Trainer
from training.stages import CourseStage, EnrolmentStage, RunStage


class CourseFactory(TenantFactory):
    """In the catalogue. `stage="draft", published_at=None`: a draft."""

    class Meta:
        model = Course

    code = factory.Sequence(lambda n: f"C-{n:03}")
    stage = CourseStage.OFFERED
    category = "common"
    name_ko = factory.Sequence(lambda n: f"신규직원 기본과정 {n}")
    name_en = factory.Sequence(lambda n: f"Induction {n}")
    aims_ko, content_ko, target_ko = "기관의 업무를 이해한다.", "조직과 업무", "신규직원"
    minutes = 360
    published_at = factory.LazyFunction(clock.now)
    written_at = factory.LazyFunction(clock.now)
    written_by = factory.SubFactory(UserFactory)


class RunFactory(TenantFactory):
    """Announced, enrolling from yesterday for ten days; two classes of three hours in twenty days come with `with_classes`."""

    class Meta:
        model = Run

    course = factory.SubFactory(CourseFactory)
    year = factory.LazyFunction(lambda: clock.today().year)
    number = factory.Sequence(lambda n: n + 1)
    stage = RunStage.OPEN
    place = "교육장 1"
    seats = 30
    enrol_from_at = factory.LazyFunction(lambda: clock.now() - timedelta(days=1))
    enrol_until_at = factory.LazyFunction(lambda: clock.now() + timedelta(days=10))
    published_at = factory.LazyFunction(clock.now)
    made_at = factory.LazyFunction(clock.now)
    made_by = factory.SubFactory(UserFactory)


class ClassFactory(TenantFactory):
    class Meta:
        model = ClassSession

    run = factory.SubFactory(RunFactory)
    number = 1
    title = "첫째 시간"
    starts_at = factory.LazyFunction(lambda: clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=20))
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=3))


class TrainerFactory(TenantFactory):
    class Meta:
        model = Trainer

    name = factory.Sequence(lambda n: f"강사{n}")
    added_at = factory.LazyFunction(clock.now)


class EnrolmentFactory(TenantFactory):
    """Of somebody in the current house, with a seat, in a run of `host` (else the current house's)."""

    class Meta:
        model = Enrolment

    host = factory.LazyFunction(current_agency)
    run = factory.SubFactory(RunFactory)
    user = factory.SubFactory(UserFactory)
    name = factory.LazyAttribute(lambda row: str(row.user))
    house = factory.LazyFunction(lambda: current_agency().name)
    stage = EnrolmentStage.ENROLLED
    begun_at = factory.LazyFunction(clock.now)
    begun_by = factory.SelfAttribute("user")
    asked_at = factory.LazyFunction(clock.now)
    placed_at = factory.LazyFunction(clock.now)


def run_with_classes(**fields):
    """A run of the current house with two classes of three hours."""
    run = RunFactory(**fields)
    first = ClassFactory(run=run)
    ClassFactory(run=run, number=2, title="둘째 시간", starts_at=first.ends_at + timedelta(hours=1))
    return run


def teaches(class_session, user):
    """This account is the trainer of the class, in the pool of its house."""
    trainer = TrainerFactory(name=str(user), user=user)
    return ClassTrainer.everything.create(run=class_session.run, class_session=class_session, trainer=trainer, user=user, name=trainer.name)


def enrolled(place, user, run, **fields):
    """In the house of `place` (a cast's place or an Agency), in a run of any house."""
    agency = place if isinstance(place, Agency) else place.agency
    with within(agency):
        return EnrolmentFactory(user=user, run=run, host_id=run.agency_id, **fields)
