"""What the tests of completion share: a run that is over, who was there, and finishing it."""
import uuid
from datetime import timedelta

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from tests.factories.training import ClassFactory, RunFactory, enrolled
from training.models import Attendance, ClassSession, Completion, Enrolment, SurveyAnswer, SurveyQuestion
from training.queries.attendance import presence_in
from training.queries.test import best_scores
from training.tasks.completion import follow_completions_at
from training.workflow import completion as workflow

SYSTEM = Actor.system("test")


def past_run(place, days=2, classes=2, **fields):
    """Announced by this place; its classes of three hours were over the day before yesterday."""
    with within(place.agency):
        run = RunFactory(**fields)
        begins = clock.day_start(clock.today() - timedelta(days=days))
        for number in range(1, classes + 1):
            ClassFactory(run=run, number=number, title=f"{number}교시", starts_at=begins + timedelta(hours=4 * number))
    return run


def took_part(house, user, run, *, minutes=(180, 180), survey=True, **fields):
    """Has a seat, was there so many minutes of each class, as the host noted, and answered the survey or not."""
    enrolment = enrolled(house, user, run, survey_at=clock.now() if survey else None, **fields)
    noted(run, enrolment, *minutes)
    return enrolment


def noted(run, enrolment, *minutes, source="list"):
    with within(run.agency):
        for one, number in zip(ClassSession.everything.filter(run=run).order_by("starts_at"), minutes, strict=True):
            Attendance.everything.create(
                house_id=enrolment.agency_id, enrolment=enrolment, class_session=one, minutes=number, of_minutes=one.minutes, source=source,
                reason="정정" if source == "correction" else "", noted_at=clock.now(), noted_by=run.made_by)


def finish(place, run, by="trainer"):
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return workflow.finish_run(run, presence=presence_in(actor, run), scores=best_scores(actor, run), actor=actor)


def anew(place, run, by="trainer"):
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return workflow.work_out_anew(run, presence=presence_in(actor, run), scores=best_scores(actor, run), actor=actor)


def by_hand(place, enrolment, outcome, by="trainer", reason="병가 증빙을 확인하였습니다.", **more):
    with within(place.agency):
        actor = Actor.of(getattr(place, by))
        return workflow.decide_by_hand(Enrolment.everything.get(pk=enrolment.pk), outcome=outcome, reason=reason, actor=actor, **more)


def current(place, enrolment):
    with within(place.agency):
        return Completion.everything.select_related("enrolment", "run").get(enrolment=enrolment, is_current=True)


def fresh(place, row):
    with within(place.agency):
        return type(row).everything.get(pk=row.pk)


def follow(*places):
    return sum(follow_completions_at(place.agency) for place in places)


def sheets(house, run, *scores):
    """One sheet of a survey for each score, from this house."""
    with within(run.agency):
        question, _is_new = SurveyQuestion.everything.get_or_create(
            course=run.course, position=1, defaults={"kind": "likert", "text_ko": "교육에 만족하십니까?"})
    with within(house.agency):
        for score in scores:
            SurveyAnswer.everything.create(host_id=run.agency_id, run=run, question=question, sheet=uuid.uuid4(), score=score)
