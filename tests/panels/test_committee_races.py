"""Two at the same moment in a secret ballot, with papers, with substitutes, with the note. FULL=1: the long form."""
import time

import pytest

from accounts.actors import Actor
from accounts.models import Membership
from core import clock
from core.tenancy import within
from panels import queries, workflow
from panels.models import AgendaItem, Ballot, RollEntry, Seat, SecretCount
from tests import factories as f
from tests.cast import people_of
from tests.panels.conftest import item_of, leave, session_at, vote
from tests.panels.test_races import at_once, many_times

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room(transactional_db):
    return session_at(people_of("busan"))


def officer(room):
    return Actor.of(room.place.officer)


def prepared(room, votes=0, is_secret=True):
    """A fresh item with an open ballot, committed."""
    with within(room.place.agency):
        ballot = workflow.open_ballot(item_of(room, choices=["award", "refuse"]), is_secret=is_secret, actor=officer(room))
        for user in room.members[:votes]:
            vote(ballot, user)
    return ballot


def voting(ballot, user, choice="award"):
    return lambda: vote(Ballot.everything.get(pk=ballot.pk), user, choice)


def figures(room, ballot):
    with within(room.place.agency):
        ballot = Ballot.everything.get(pk=ballot.pk)
        if ballot.is_open:
            ballot = workflow.close_ballot(ballot, actor=officer(room))
        return {choice: many for choice, many in queries.ballot_tally(ballot).counts.items() if many}


@many_times
def test_of_votes_at_once_none_is_lost_from_the_urn(room):
    ballot = prepared(room)
    answers = at_once(room.place, *[voting(ballot, user, "refuse" if number else "award") for number, user in enumerate(room.members[:3])])
    assert all(isinstance(answer, RollEntry) for answer in answers)
    assert figures(room, ballot) == {"award": 1, "refuse": 2}


@many_times
def test_a_secret_vote_into_a_closing_is_counted_or_refused(room):
    ballot = prepared(room, votes=2)
    answer, _closed = at_once(room.place, voting(ballot, room.members[2]), lambda: workflow.close_ballot(ballot, actor=officer(room)))
    counted = isinstance(answer, RollEntry)
    assert figures(room, ballot) == {"award": 2 + counted}


@many_times
def test_a_secret_vote_against_a_recusal_leaves_a_void_ballot_or_no_vote(room):
    ballot, user = prepared(room), room.members[0]
    answer, _recusal = at_once(room.place, voting(ballot, user), lambda: workflow.recuse(
        user, subject_type="x.x", matter=ballot.item.matter, ground="detected", reason="사유", actor=officer(room)))
    with within(room.place.agency):
        is_void = Ballot.everything.get(pk=ballot.pk).voided_at is not None
        assert not SecretCount.everything.filter(ballot=ballot).exists()
    assert is_void == isinstance(answer, RollEntry)


@many_times
def test_a_paper_and_a_vote_of_one_person_at_once_are_one(room):
    ballot, user = prepared(room, is_secret=False), room.members[0]
    at_once(room.place, voting(ballot, user), lambda: workflow.enter_open_papers(
        Ballot.everything.get(pk=ballot.pk), {room.seats[0]: "refuse"}, actor=officer(room), arrived_at=clock.now()))
    with within(room.place.agency):
        assert RollEntry.everything.filter(ballot=ballot).count() == 1


@many_times
def test_of_two_who_write_the_note_at_once_one_is_told(room):
    with within(room.place.agency):
        item = item_of(room)
    answers = at_once(room.place, *[
        lambda words=words: workflow.keep_discussion(AgendaItem.everything.get(pk=item.pk), words, base=0, actor=officer(room))
        for words in ("한 사람", "다른 사람")])
    assert sorted(isinstance(answer, AgendaItem) for answer in answers) == [False, True]


@many_times
def test_a_vote_of_the_holder_and_a_substitute_at_once_leave_one_of_them(room):
    """The holder has gone out of the room for a moment and comes back while somebody is named in their place."""
    with within(room.place.agency):
        deputy = f.UserFactory()
        Membership.everything.create(user=deputy, role="committee", began_at=clock.now())
    ballot = prepared(room, is_secret=False)

    def held(word):
        """Each holds its transaction open for a moment."""
        answer = word()
        time.sleep(0.03)
        return answer

    def named():
        leave(room, 4)
        return workflow.name_substitute(room.meeting, room.seats[4], deputy, actor=officer(room))

    entry, seat = at_once(room.place, lambda: held(voting(ballot, room.members[4])), lambda: held(named))
    assert isinstance(entry, RollEntry) != isinstance(seat, Seat)
    with within(room.place.agency):
        if isinstance(seat, Seat):
            workflow.call_off_substitute(room.meeting, seat, actor=officer(room))
        else:
            leave(room, 4)
        workflow.note_attendance(room.meeting, room.seats[4], present=True, actor=officer(room))
