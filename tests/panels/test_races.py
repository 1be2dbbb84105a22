"""What must hold when two do something at the same moment, each on a connection of their own. FULL=1: the long form."""
import os
import threading
import time
from functools import wraps

import pytest
from django.db import IntegrityError, connection
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from panels import workflow
from panels.models import AgendaItem, Approval, Ballot, Involvement, OpenChoice, Recusal, RollEntry
from tests import factories as f
from tests.cast import people_of
from tests.panels.conftest import ballot_on, item_of, session_at, vote

ROUNDS = 200 if os.environ.get("FULL") else 5
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(place, *deeds):
    """Each deed in a thread of its own, all let go together; what each got: its answer, or the refusal's sentence."""
    ready, answers = threading.Barrier(len(deeds)), [None] * len(deeds)

    def one(position, deed):
        try:
            with within(place.agency), translation.override("en"):
                connection.ensure_connection()
                ready.wait(10)
                answers[position] = deed()
        except Refused as refusal:
            answers[position] = str(refusal)
        except Exception as failure:                        # noqa: BLE001  a deadlock, a trigger: whatever is no sentence
            answers[position] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    return answers


def many_times(test):
    """Chance decides who is first: once proves nothing."""

    @wraps(test)
    def rounds(room):
        for _ in range(ROUNDS):
            test(room)

    return rounds


@pytest.fixture
def room(transactional_db):
    return session_at(people_of("busan"))


def prepared(room, votes=0):
    """A fresh item with an open ballot, committed."""
    with within(room.place.agency):
        ballot = ballot_on(room, item_of(room, choices=["award", "refuse"]))
        for user in room.members[:votes]:
            vote(ballot, user)
    return ballot


def voting(ballot, user, choice="award"):
    return lambda: vote(Ballot.everything.get(pk=ballot.pk), user, choice)


@many_times
def test_of_two_closings_at_once_one_counts(room):
    ballot = prepared(room, votes=3)
    answers = at_once(room.place, *[lambda: workflow.close_ballot(ballot, actor=Actor.of(room.place.officer))] * 2)
    assert sorted(isinstance(answer, Ballot) for answer in answers) == [False, True]
    with within(room.place.agency):
        assert AgendaItem.everything.get(pk=ballot.item_id).result == "award"
        assert AuditEvent.everything.filter(verb="ballot.closed", subject_id=str(ballot.pk)).count() == 1


@many_times
def test_one_person_who_votes_twice_at_once_has_one_vote(room):
    ballot = prepared(room)
    answers = at_once(room.place, voting(ballot, room.members[0]), voting(ballot, room.members[0], "refuse"))
    assert sorted(isinstance(answer, RollEntry) for answer in answers) == [False, True]
    assert "You have voted already." in answers
    with within(room.place.agency):
        assert OpenChoice.everything.filter(entry__ballot=ballot).count() == 1


@many_times
def test_a_vote_into_a_closing_is_counted_or_refused(room):
    ballot = prepared(room, votes=2)
    answer, closed = at_once(room.place, voting(ballot, room.members[2]),
                             lambda: workflow.close_ballot(ballot, actor=Actor.of(room.place.officer)))
    counted = isinstance(answer, RollEntry)
    assert closed.result == ("award" if counted else "")
    with within(room.place.agency):
        assert RollEntry.everything.filter(ballot=ballot).count() == 2 + counted


@many_times
def test_a_vote_against_a_recusal_never_counts(room):
    ballot, user = prepared(room), room.members[0]
    answer, recusal = at_once(room.place, voting(ballot, user), lambda: workflow.recuse(
        user, subject_type="x.x", matter=ballot.item.matter, ground="detected", reason="사유", actor=Actor.of(room.place.officer)))
    assert isinstance(recusal, Recusal)
    with within(room.place.agency):
        is_void = Ballot.everything.get(pk=ballot.pk).voided_at is not None
    assert is_void == isinstance(answer, RollEntry)


@many_times
def test_nobody_assesses_and_votes_at_the_same_moment(room):
    ballot, user = prepared(room), room.members[0]
    answers = at_once(room.place, voting(ballot, user), lambda: workflow.note_involvement(
        user.person, subject_type="x.x", subject=ballot.item.matter, kind="assessed", matter=ballot.item.matter,
        actor=Actor.system("test")))
    assert sorted(isinstance(answer, str) for answer in answers) == [False, True]


@many_times
def test_past_the_workflow_the_two_triggers_wait_for_each_other(room):
    """Without the lock that both take, neither would see what the other has not committed yet."""
    ballot, user = prepared(room), room.members[0]

    def slowly(insert):
        """Each holds its transaction open for a moment."""
        try:
            insert()
            time.sleep(0.05)
        except IntegrityError as failure:
            raise Refused(str(failure)) from None

    answers = at_once(
        room.place,
        lambda: slowly(lambda: f.RollEntryFactory(ballot=ballot, seat=room.seats[0], person=user.person)),
        lambda: slowly(lambda: f.InvolvementFactory(person=user.person, matter=ballot.item.matter)))
    assert sorted(isinstance(answer, str) for answer in answers) == [False, True]
    with within(room.place.agency):
        assert (RollEntry.everything.filter(ballot=ballot).count()
                + Involvement.everything.filter(matter=ballot.item.matter).count()) == 1


@many_times
def test_nobody_approves_what_is_being_redrafted(room):
    place = room.place
    with within(place.agency):
        approval = f.ApprovalFactory(stage="released", drafted_by=place.officer, released_by=place.manager, released_at=clock.now())
    answers = at_once(place, lambda: workflow.approve(approval, "a" * 64, actor=Actor.of(place.director)),
                      lambda: workflow.redraft(approval, "b" * 64, actor=Actor.of(place.officer)))
    assert sorted(isinstance(answer, Approval) for answer in answers) == [False, True]
    with within(place.agency):
        after = Approval.everything.get(pk=approval.pk)
        assert (after.stage, after.digest) in {("approved", "a" * 64), ("drafted", "b" * 64)}
