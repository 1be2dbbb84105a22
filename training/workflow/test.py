"""A participant takes the test of a run: begun, kept while writing, handed in; graded where the keys are, told where the person is."""
import random

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from training.completion_rule import may_still_answer
from training.models import TestAttempt
from training.permissions import can_follow_training, is_participant
from training.presence import last_hour_of
from training.queries.attendance import classes_in
from training.queries.test import attempts_of, keys_of, questions_of_test

GRADING = Actor.system("keys of a test")


@transaction.atomic
def begin_attempt(enrolment, *, actor):
    """The open attempt if there is one, else a new one with the questions and their answers in an order of its own."""
    enrolment = lock(enrolment)
    require(is_participant(actor, enrolment))
    refuse_test_closed(enrolment, actor)
    before = list(attempts_of(actor, enrolment))
    if before and before[-1].handed_in_at is None:
        return before[-1]
    questions, allowed = list(questions_of_test(actor, enrolment.run)), enrolment.run.attempts
    refuse_if(not questions, _("The questions of this test are not ready yet."))
    refuse_if(len(before) >= allowed, _("All %(count)d attempts are used. The best of them counts."), count=allowed)
    attempt = TestAttempt.objects.create(
        host_id=enrolment.host_id, enrolment=enrolment, number=len(before) + 1, begun_at=clock.now(),
        order=order_for(questions, f"{enrolment.public_id}:{len(before) + 1}"))
    record("training.test_begun", attempt, actor=actor, number=attempt.number)
    return attempt


def order_for(questions, seed):
    """[[question pk, places of its answers]]: the same for the same seed."""
    mixed = random.Random(seed)                         # noqa: S311 - an order, no secret
    order = [[one.pk, mixed.sample(range(len(one.choices)), len(one.choices))] for one in questions]
    mixed.shuffle(order)
    return order


def refuse_test_closed(enrolment, actor):
    """It opens as the survey does and is open until the run is finished."""
    refuse_if(not enrolment.run.asks_test, _("This run has no test."))
    refuse_if(not may_still_answer(enrolment), _("The test of this run is closed."))
    opens_at = last_hour_of(classes_in(actor, enrolment.run))
    refuse_if(opens_at is None or clock.now() < opens_at, _("The test opens in the last hour of the last class."))


@transaction.atomic
def keep_answers(attempt, answers, *, actor):
    """{question pk: [places]}: a draft, as often as one likes. What fits no question of the attempt is left out."""
    attempt = lock(attempt)
    require(is_participant(actor, attempt.enrolment))
    refuse_if(attempt.handed_in_at, _("This attempt is handed in already."))
    refuse_test_closed(attempt.enrolment, actor)
    places = {str(question): set(mixed) for question, mixed in attempt.order}
    kept = {str(question): sorted(set(chosen) & places.get(str(question), set())) for question, chosen in answers.items()}
    attempt.answers = {question: chosen for question, chosen in kept.items() if chosen}
    attempt.save(update_fields=["answers"])
    return attempt


@transaction.atomic
def hand_in(attempt, answers, *, actor):
    """For good. Graded at once where the keys are in this house, else within a minute by the other house's job."""
    attempt = keep_answers(attempt, answers, actor=actor)
    open_ones = [str(place) for place, (question, _places) in enumerate(attempt.order, 1) if str(question) not in attempt.answers]
    refuse_if(open_ones, _("Not answered yet: question %(numbers)s. What you chose is kept."), numbers=", ".join(open_ones))
    attempt.handed_in_at = clock.now()
    attempt.save(update_fields=["handed_in_at"])
    record("training.test_handed_in", attempt, actor=actor, number=attempt.number)
    if attempt.host_id == current_agency_id():
        _grade(attempt, actor)
        _tell(attempt, actor)
    return attempt


@transaction.atomic
def grade_attempt(attempt, *, actor):
    """By the job of the house that holds the run; elsewhere there are no keys. Twice is once."""
    attempt = lock(attempt)
    require(can_follow_training(actor))
    return attempt.graded_at is None and _grade(attempt, actor)


def _grade(attempt, actor):
    """Points of 100, rounded down. A question is right or wrong as a whole; one without a key does not count."""
    keys = keys_of(GRADING, [question for question, _places in attempt.order])
    if not keys:
        return False
    right = sum(sorted(places) == attempt.answers.get(str(question)) for question, places in keys.items())
    attempt.score, attempt.graded_at = 100 * right // len(keys), clock.now()
    attempt.save(update_fields=["score", "graded_at"])
    record("training.test_graded", attempt, actor=actor, score=attempt.score)
    return True


@transaction.atomic
def tell_score(attempt, *, actor):
    """By the job of the participant's house. Twice is once."""
    attempt = lock(attempt)
    require(can_follow_training(actor))
    return attempt.agency_id == current_agency_id() and attempt.told_at is None and _tell(attempt, actor)


def _tell(attempt, actor):
    if attempt.graded_at is None:
        return False
    run = attempt.enrolment.run
    notify("training.test_graded", attempt, actor=actor, link=("training_test", run.public_id), course=run.course.name_ko,
           number=attempt.number, points=attempt.score)
    attempt.told_at = clock.now()
    attempt.save(update_fields=["told_at"])
    return True
