"""The demonstration's courses and runs: the published figures, what is enrolling, Busan's own."""
import pytest

from core import clock
from core.tenancy import within
from desk.demonstration.training_courses import build_training_courses, published_year
from training.models import Course, Run, TrainingPlan

pytestmark = pytest.mark.django_db


def test_the_runs_behind_the_published_figures_are_held_and_others_come(busan, central):
    held = build_training_courses()
    with within(central.agency):
        for is_job, runs, persons in ((True, 14, 320), (False, 9, 125)):
            found = [(run, count) for run, count in held.published if run.course.is_job == is_job]
            planned = [plan for plan in TrainingPlan.everything.all() if (plan.category in ("common", "individual")) == is_job]
            assert (len(found), sum(count for _run, count in found)) == (runs, persons)
            assert (sum(plan.runs for plan in planned), sum(plan.persons for plan in planned)) == (runs, persons)
        assert {run.year for run, _count in held.published} == {published_year()}
        assert all(one.ends_at < clock.now() for run, _count in held.published for one in run.classes.all())
        assert all(run.is_enrolling(clock.now()) for run in held.coming)
        assert Course.everything.filter(qualifies=True).count() == 2
    with within(busan.agency):
        assert sorted(Run.everything.filter(agency=busan.agency).values_list("stage", flat=True)) == ["cancelled", "draft", "open", "open"]
