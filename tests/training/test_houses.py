"""Who sees what of training: the Central institute's runs everybody who works here, an agency's its own, enrolments both houses."""
import pytest

from accounts.actors import Actor
from core.tenancy import within
from tests.factories.training import CourseFactory, enrolled, run_with_classes, teaches
from training.models import ClassSession, Course, Enrolment, Run
from training.stages import EnrolmentStage

pytestmark = pytest.mark.django_db


def seen(place, who, model):
    with within(place.agency):
        return set(model.objects.visible_to(Actor.of(who)).values_list("pk", flat=True))


def test_courses_of_the_central_institute_are_for_all_and_an_agencys_for_its_own(busan, daegu, central):
    with within(central.agency):
        run = run_with_classes()
        draft = CourseFactory(stage="draft", published_at=None)
    with within(busan.agency):
        own = run_with_classes()
    assert seen(busan, busan.officer, Course) == {run.course_id, own.course_id}
    assert seen(daegu, daegu.officer, Run) == {run.pk} and len(seen(daegu, daegu.officer, ClassSession)) == 2
    assert seen(busan, busan.owner, Course) == set()                        # a provider's people learn elsewhere
    assert draft.pk in seen(central, central.officer, Course) and draft.pk not in seen(busan, busan.officer, Course)


def test_an_enrolment_is_read_by_the_person_their_house_and_once_handed_in_by_the_host(busan, daegu, central):
    with within(central.agency):
        run = run_with_classes()
    here = enrolled(busan, busan.assessor, run)
    requested = enrolled(busan, busan.officer, run, stage=EnrolmentStage.REQUESTED, asked_at=None, placed_at=None)
    assert seen(busan, busan.assessor, Enrolment) == {here.pk}
    assert seen(busan, busan.trainer, Enrolment) == {here.pk, requested.pk}
    assert seen(central, central.officer, Enrolment) == {here.pk}
    assert seen(daegu, daegu.officer, Enrolment) == set()


def test_a_trainer_sees_who_takes_part_in_the_runs_they_teach_and_nobody_else(busan, central):
    with within(central.agency):
        run, other = run_with_classes(), run_with_classes()
        teaches(ClassSession.everything.filter(run=run).first(), central.assessor)
    one, another = enrolled(busan, busan.officer, run), enrolled(busan, busan.officer, other)
    assert seen(central, central.assessor, Enrolment) == {one.pk}
    assert another.pk not in seen(central, central.assessor, Enrolment)
