"""The test of a run: an order for each person, drafts, attempts, points from keys that no other house has."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from tests.factories.training import enrolled
from tests.training.attending import course_with_test, examined, held_class
from training import models
from training.queries import test as queries
from training.tasks.test import follow_tests
from training.workflow import test as workflow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def begun(place, enrolment, who=None):
    with within(place.agency):
        return workflow.begin_attempt(enrolment, actor=Actor.of(who or enrolment.user))


def kept(place, attempt, answers, who=None):
    with within(place.agency):
        return workflow.keep_answers(attempt, answers, actor=Actor.of(who or attempt.enrolment.user))


def handed(place, attempt, answers, who=None):
    with within(place.agency):
        return workflow.hand_in(attempt, answers, actor=Actor.of(who or attempt.enrolment.user))


def told(place):
    with within(place.agency):
        return [errand.arguments["facts"]["points"] for errand in Errand.everything.filter(task="correspondence.tasks.announce")
                if errand.arguments["event"] == "training.test_graded"]


@pytest.fixture
def run(central):
    return course_with_test(central)


def test_questions_and_answers_come_in_an_order_of_the_person(run, busan):
    questions = examined(run, 12)
    one, other = enrolled(busan, busan.employee, run), enrolled(busan, busan.officer, run)
    attempt, another = begun(busan, one), begun(busan, other)
    assert attempt.order != another.order
    assert sorted(question for question, _places in attempt.order) == [row.pk for row in questions]
    assert all(sorted(places) == [0, 1, 2, 3] for _question, places in attempt.order)
    assert begun(busan, one).pk == attempt.pk                                 # the open one, in the order it has
    with within(busan.agency):
        asked = queries.asked_in(Actor.of(busan.employee), attempt)
    assert [question.pk for question, _choices in asked] == [question for question, _places in attempt.order]
    assert [words for _place, words in asked[0][1]] == [f"보기 {place}" for place in attempt.order[0][1]]


def test_a_draft_is_kept_and_what_does_not_fit_is_left_out(run, busan):
    first, second, third = examined(run)
    attempt = begun(busan, enrolled(busan, busan.employee, run))
    attempt = kept(busan, attempt, {first.pk: [1, 1, 7], second.pk: [], 999: [1]})
    assert attempt.answers == {str(first.pk): [1]}
    with pytest.raises(Refused, match="Not answered yet: question"):
        handed(busan, attempt, {first.pk: [1], second.pk: [0]})
    with within(busan.agency):
        attempt.refresh_from_db()
    assert attempt.handed_in_at is None
    assert handed(busan, attempt, {first.pk: [1], second.pk: [0], third.pk: [1]}).handed_in_at


def test_in_another_house_it_is_graded_there_and_told_here(run, busan, central):
    first, second, third = examined(run)
    enrolment = enrolled(busan, busan.employee, run)
    attempt = handed(busan, begun(busan, enrolment), {first.pk: [1], second.pk: [0, 1], third.pk: [1]})
    assert attempt.graded_at is None and follow_tests(busan.agency) == 0
    with within(busan.agency):
        assert not models.TestKey.everything.exists()                         # the keys never come here
        with pytest.raises(PermissionDenied):
            workflow.grade_attempt(attempt, actor=Actor.of(busan.employee))
        assert workflow.grade_attempt(attempt, actor=Actor.system("wrong house")) is False
    assert follow_tests(central.agency) == 1 and follow_tests(central.agency) == 0
    with within(central.agency):
        assert workflow.grade_attempt(attempt, actor=Actor.system("twice")) is False
        assert workflow.tell_score(attempt, actor=Actor.system("wrong house")) is False
    assert told(busan) == told(central) == []
    assert follow_tests(busan.agency) == 1 and follow_tests(busan.agency) == 0
    assert told(busan) == [66] and told(central) == []
    for place, by in ((busan, "employee"), (central, "trainer")):
        with within(place.agency):
            assert queries.best_scores(Actor.of(getattr(place, by)), run) == {enrolment.pk: 66}
            with pytest.raises(PermissionDenied):
                workflow.tell_score(attempt, actor=Actor.of(getattr(place, by)))


def test_in_the_own_house_it_is_graded_and_told_at_once(busan):
    run = course_with_test(busan)
    rows = examined(run)
    attempt = handed(busan, begun(busan, enrolled(busan, busan.employee, run)), {row.pk: [1] for row in rows})
    assert attempt.score == 100 and told(busan) == [100] and follow_tests(busan.agency) == 0


def test_attempts_are_limited_and_the_best_counts(busan):
    run = course_with_test(busan)
    rows, enrolment = examined(run), enrolled(busan, busan.employee, run)
    for right in (2, 1):
        handed(busan, begun(busan, enrolment), {row.pk: [1 if place < right else 0] for place, row in enumerate(rows)})
    with pytest.raises(Refused, match="All 2 attempts are used. The best"):
        begun(busan, enrolment)
    with within(busan.agency):
        assert queries.best_scores(Actor.of(busan.trainer), run) == {enrolment.pk: 66}


def test_each_refusal_of_a_test_has_its_sentence(run, busan, central):
    enrolment = enrolled(busan, busan.employee, run)
    with pytest.raises(Refused, match="not ready yet"):
        begun(busan, enrolment)
    rows = examined(run)
    lesson = models.ClassSession.everything
    with within(central.agency):
        ends = lesson.get(run=run).ends_at
    with clock.travel(ends - timedelta(minutes=61)), pytest.raises(Refused, match="last hour"):
        begun(busan, enrolment)
    attempt = begun(busan, enrolment)
    with clock.travel(ends - timedelta(minutes=61)), pytest.raises(Refused, match="last hour"):
        kept(busan, attempt, {})
    attempt = handed(busan, attempt, {row.pk: [1] for row in rows})
    with pytest.raises(Refused, match="handed in already"):
        kept(busan, attempt, {})
    without = held_class(busan, begins=-90, run=None)
    with pytest.raises(Refused, match="has no test"):
        begun(busan, enrolled(busan, busan.employee, without.run))
    with within(central.agency):
        models.Run.everything.filter(pk=run.pk).update(stage="finished")
        run.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        begun(busan, enrolled(busan, busan.officer, run))


def test_nobody_takes_the_test_for_somebody_else(run, busan):
    examined(run)
    enrolment = enrolled(busan, busan.employee, run)
    attempt = begun(busan, enrolment)
    for who in (busan.trainer, busan.manager):
        with pytest.raises(PermissionDenied):
            begun(busan, enrolment, who)
        for work in (kept, handed):
            with pytest.raises(PermissionDenied):
                work(busan, attempt, {}, who)


def test_a_question_without_a_key_does_not_count(busan):
    run = course_with_test(busan)
    rows, enrolment = examined(run), enrolled(busan, busan.employee, run)
    with within(busan.agency):
        models.TestKey.everything.filter(question=rows[0]).delete()
    assert handed(busan, begun(busan, enrolment), {row.pk: [1 if row != rows[2] else 0] for row in rows}).score == 50


def test_keys_are_read_by_the_house_of_the_course_alone(run, busan, central):
    examined(run)
    for place, by, count in ((central, "trainer", 3), (central, "employee", 0), (busan, "director", 0)):
        with within(place.agency):
            assert models.TestKey.objects.visible_to(Actor.of(getattr(place, by))).count() == count
            assert models.TestQuestion.objects.visible_to(Actor.of(getattr(place, by))).count() == 3
