"""An appeal when several press at the same moment: handed in once, answered or withdrawn, never both."""
from copy import copy
from datetime import timedelta

import pytest

from accounts.actors import Actor
from accounts.models import Province
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline, Letter
from evaluations import workflow
from evaluations.models import AppealHandler
from evaluations.workflow.appeal_answer import digest_of
from tests.cast import people_of
from tests.evaluations.appealing import appeal_of, appealed, begun, drafted, proposed, refused, released, write
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 6


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def sentences(answers):
    return [answer for answer in answers if isinstance(answer, str)]


def test_handed_in_many_times_at_once_it_is_once(busan):
    path = refused(busan)
    begun(path)
    write(path)
    with within(busan.agency):
        appeal = appeal_of(path)
    moment = clock.now()
    came = at_once(busan, *[lambda one=one: workflow.hand_in_appeal(one, actor=Actor.of(path.owner), arrived_at=moment)
                            for one in [copy(appeal) for _ in range(MANY)]])
    assert len(sentences(came)) == MANY - 1 and all("was handed in on" in one for one in sentences(came))
    with within(busan.agency):
        assert AuditEvent.everything.filter(verb="appeal.handed_in").count() == 1
        assert Deadline.everything.filter(kind="appeal.answer").count() == Letter.everything.filter(kind="appeal.receipt").count() == 1


def test_who_arrived_in_time_is_in_time_however_long_a_lock_was_waited_for(busan):
    path = refused(busan)
    begun(path)
    write(path)
    with within(busan.agency):
        appeal = appeal_of(path)
    late, last = appeal.due_at, appeal.due_at - timedelta(microseconds=1)
    came = at_once(busan, lambda: workflow.hand_in_appeal(copy(appeal), actor=Actor.of(path.owner), arrived_at=late),
                   lambda: workflow.hand_in_appeal(copy(appeal), actor=Actor.of(path.owner), arrived_at=last))
    assert isinstance(came[0], str) and not isinstance(came[1], str)


def test_an_approval_and_a_withdrawal_at_once_are_one_of_them(busan):
    path = appealed(refused(busan))
    drafted(proposed(path))
    released(path)
    with within(busan.agency):
        appeal = appeal_of(path)
        seen = digest_of(appeal)
    came = at_once(busan, lambda: workflow.approve_answer(copy(appeal), seen, actor=Actor.of(busan.director)),
                   lambda: workflow.withdraw_appeal(copy(appeal), reason="", actor=Actor.of(path.owner)))
    assert len(sentences(came)) == 1
    with within(busan.agency):
        stood = appeal_of(path)
        assert (stood.stage == "upheld") == (path.fresh().stage == "final_evaluation") == (stood.letter_id is not None)
        assert Deadline.everything.get(kind="appeal.answer").outcome == stood.stage


def test_two_officers_name_handlers_at_once_and_nobody_is_named_twice(busan):
    path = appealed(refused(busan))
    with within(busan.agency):
        appeal = appeal_of(path)
    both = [busan.assessor, busan.committee]
    at_once(busan, *[lambda one=one: workflow.name_handlers(one, both, lead=busan.assessor, actor=Actor.of(busan.officer))
                     for one in [copy(appeal), copy(appeal)]])
    with within(busan.agency):
        assert AppealHandler.everything.count() == 2
