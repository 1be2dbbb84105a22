"""What the tests of attendance, survey and test share: a class that runs now, people in it, questions."""
from datetime import timedelta

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from tests.factories.people import MembershipFactory
from tests.factories.training import ClassFactory, CourseFactory, RunFactory, enrolled
from training import models
from training.queries import attendance as queries
from training.workflow.scan import scan_class

KEY = {"ko": "맞음", "en": "right"}


def held_class(place, *, begins=-60, minutes=120, run=None, **fields):
    """A class of the place's house that began so many minutes ago, in a run of its own."""
    with within(place.agency):
        run = run or RunFactory(**fields)
        starts = clock.now().replace(second=0, microsecond=0) + timedelta(minutes=begins)
        return ClassFactory(run=run, starts_at=starts, ends_at=starts + timedelta(minutes=minutes), number=run_classes(run) + 1)


def run_classes(run):
    return models.ClassSession.everything.filter(run=run).count()


def scanned(place, enrolment, lesson, kind="coming", *, at=None, who=None):
    """The person themselves, in their house; the code was seen at that moment, else now."""
    with within(place.agency):
        actor = Actor.of(who or enrolment.user)
        return scan_class(enrolment, lesson, kind, seen_at=at or clock.now(), actor=actor)


def presence(place, who, enrolment, lesson):
    with within(place.agency):
        return queries.presence_in(Actor.of(who), lesson.run)[enrolment.pk][lesson.pk]


def several(place, run, count):
    """So many employees of this place with a seat."""
    with within(place.agency):
        people = [MembershipFactory(user__person__name=f"참여{number}", role="employee").user for number in range(count)]
    return [enrolled(place, user, run) for user in people]


def surveyed(run):
    """Two questions to agree with and one for words, at the course of the run."""
    with within(run.agency):
        facts = [("likert", "내용이 업무에 도움이 되었다"), ("likert", "강사의 설명이 분명하였다"), ("text", "바라는 점")]
        return [models.SurveyQuestion.everything.create(course=run.course, position=place, kind=kind, text_ko=text)
                for place, (kind, text) in enumerate(facts)]


def examined(run, count=3):
    """Questions with four answers each, of which the second is right."""
    with within(run.agency):
        rows = [models.TestQuestion.everything.create(course=run.course, position=place, text_ko=f"문제 {place}",
                                                      choices=[{"ko": f"보기 {number}"} for number in range(4)]) for place in range(count)]
        for row in rows:
            models.TestKey.everything.create(question=row, right=[1])
    return rows


def course_with_test(place, **fields):
    """A run with a test in its rule, whose last class is in its last hour."""
    with within(place.agency):
        run = RunFactory(course=CourseFactory(least_score=60), least_score=60, attempts=2, **fields)
    held_class(place, run=run, begins=-90, minutes=120)
    return run
