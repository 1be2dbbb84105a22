"""A challenge pressed twice, and decided by two at once."""
import pytest

from accounts.actors import Actor
from accounts.models import Province
from core import clock
from core.models import Errand
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Challenge
from panels.models import Recusal
from tests.cast import people_of
from tests.evaluations.challenging import WORDS, announced, assignment_of, challenge
from tests.evaluations.reviewing import team_at
from tests.evaluations.test_supplement_races import MANY, copies, sentences
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def path(transactional_db):
    path = team_at(people_of("busan", province=Province.objects.get(code="26")))
    announced(path)
    return path


def test_handed_in_twenty_times_at_once_a_challenge_is_one_and_decided_by_two_it_is_decided_once(path):
    busan, moment = path.place, clock.now()
    with within(busan.agency):
        assignment = assignment_of(path, path.assessors[1])
    answers = at_once(busan, *[lambda one=one: workflow.challenge_assessor(
        one, reason=WORDS, actor=Actor.of(busan.owner), arrived_at=moment) for one in copies(assignment, MANY)])
    assert len(sentences(answers)) == MANY - 1
    with within(busan.agency):
        row = Challenge.everything.get()
    answers = at_once(busan, *[lambda one=one, place=place: workflow.decide_challenge(
        one, is_granted=bool(place % 2), reason="확인하였습니다.", actor=Actor.of(busan.manager))
        for place, one in enumerate(copies(row, MANY))])
    assert len(sentences(answers)) == MANY - 1
    with within(busan.agency):
        decided = Challenge.everything.get()
        assert Recusal.everything.count() == (decided.stage == "granted")
        assert Errand.everything.filter(arguments__event__in=["challenge.granted", "challenge.rejected"]).count() == 1


def test_told_twenty_times_at_once_a_team_is_told_once(transactional_db):
    path = team_at(people_of("busan", province=Province.objects.get(code="26")))
    answers = at_once(path.place, *[lambda one=one: workflow.announce_team(one, actor=Actor.of(path.place.officer))
                                    for one in copies(path.application, MANY)])
    assert len(sentences(answers)) == MANY - 1


def test_granting_and_challenging_again_do_not_wait_for_each_other_for_ever(path):
    busan, moment = path.place, clock.now()
    row = challenge(path, path.assessors[1])
    with within(busan.agency):
        other = assignment_of(path, path.assessors[0])
    answers = at_once(busan, lambda: workflow.decide_challenge(row, is_granted=True, reason="확인", actor=Actor.of(busan.manager)),
                      lambda: workflow.challenge_assessor(other, reason=WORDS, actor=Actor.of(busan.owner), arrived_at=moment))
    assert not sentences(answers)
