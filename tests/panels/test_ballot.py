"""Quorum, votes, results, and what undoes them."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from accounts.models import Membership
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from panels import queries, workflow
from panels.models import AgendaItem, Ballot, Declaration
from panels.queries import Quorum
from tests import factories as f
from tests.panels.conftest import ballot_on, close, item_of, leave, vote


def recuse(room, number, ground="detected"):
    return workflow.recuse(room.members[number], subject_type="evaluations.application", matter=room.matter, ground=ground,
                           reason="친분이 있습니다.", actor=Actor.of(room.place.officer))


def assessed(room, number):
    """Past the workflow, which would ask the ballots first."""
    return f.InvolvementFactory(person=room.members[number].person, matter=room.matter)


# ---- quorum

@pytest.mark.parametrize(("base", "needed"), [(9, 5), (8, 5), (7, 4), (1, 1), (0, 1)])
def test_more_than_half_of_the_base_must_be_present(base, needed):
    assert Quorum(base, present=needed, recused=0).met
    assert not Quorum(base, present=needed - 1, recused=0).met
    assert Quorum(base, present=0, recused=0).needed == needed


def test_the_base_is_recomputed_for_each_case(nine):
    assert queries.quorum_of(nine.item) == Quorum(base=9, present=9, recused=0)
    recuse(nine, 1)
    assert queries.quorum_of(nine.item) == Quorum(base=8, present=8, recused=1)
    assessed(nine, 2)
    assessed(nine, 1)                                       # stands back already: counted out once
    assert queries.quorum_of(nine.item) == Quorum(base=7, present=7, recused=2)
    assert queries.quorum_of(item_of(nine)) == Quorum(base=9, present=9, recused=0)


def test_other_involvements_leave_the_base_alone(nine):
    f.InvolvementFactory(person=nine.members[1].person, matter=nine.matter, kind="decided")
    assert queries.quorum_of(nine.item).base == 9


def test_only_terms_that_run_on_the_day_of_the_meeting_count(nine):
    day = nine.meeting.day
    f.SeatFactory(body=nine.body, to_on=day - timedelta(1))
    f.SeatFactory(body=nine.body, from_on=day + timedelta(1))
    assert queries.quorum_of(nine.item).base == 9
    f.SeatFactory(body=nine.body, from_on=day, to_on=day)
    assert queries.quorum_of(nine.item).base == 10


def test_one_person_with_two_accounts_is_counted_once_and_stands_back_with_both(nine):
    double = f.UserFactory(person=nine.members[1].person)
    f.SeatFactory(body=nine.body, user=double)
    assert queries.quorum_of(nine.item).base == 9
    recuse(nine, 1)
    assert queries.quorum_of(nine.item) == Quorum(base=8, present=8, recused=2)


def test_the_quorum_says_its_figures(nine):
    recuse(nine, 1)
    leave(nine, 2, 3, 4, 5)
    quorum = queries.quorum_of(nine.item)
    assert quorum.sentence == "8 may vote on this item (1 do not take part), 5 must be present, 4 are."
    with pytest.raises(Refused, match="Too few are present. 8 may vote"):
        ballot_on(nine)


@pytest.mark.parametrize("many", [1, 3])
def test_the_quorums_of_an_agenda_are_as_many_queries_as_of_one_item(many, nine, django_assert_num_queries):
    items = [nine.item, *[item_of(nine) for _ in range(many - 1)]]
    recuse(nine, 1)
    with django_assert_num_queries(6):
        quorums = queries.quorums_of(nine.meeting)
    assert quorums == {item.pk: queries.quorum_of(item) for item in items}


# ---- voting

def refused_vote(room, ballot, number=0, choice="award"):
    with pytest.raises(Refused) as refusal:
        vote(ballot, room.members[number], choice)
    return str(refusal.value)


def test_a_vote_is_on_the_roll_and_the_trail_does_not_say_what_it_was(room):
    arrived = clock.now() - timedelta(seconds=3)
    entry = workflow.cast_vote(ballot_on(room), "award", actor=Actor.of(room.members[0]), arrived_at=arrived)
    assert (entry.voted_at, entry.person, entry.seat) == (arrived, room.members[0].person, room.seats[0])
    assert entry.open_choice.choice == "award"
    assert AuditEvent.everything.get(verb="ballot.voted").facts == {"seat": room.seats[0].pk}


def test_each_obstacle_has_its_sentence(room):
    ballot, actor = ballot_on(room), Actor.of(room.place.officer)
    workflow.note_attendance(room.meeting, room.seats[1], present=False, actor=actor)
    assert refused_vote(room, ballot, 1).startswith("You are not marked as present")
    Declaration.everything.filter(user=room.members[1]).update(answered_at=None, has_interest=None)
    assert refused_vote(room, ballot, 1).startswith("Please declare first")
    recuse(room, 2)
    assert refused_vote(room, ballot, 2).startswith("You stand back from this case")
    assessed(room, 3)
    assert refused_vote(room, ballot, 3).startswith("You have assessed this case")
    assert refused_vote(room, ballot, 0, "prolong").startswith("This choice is not offered")
    vote(ballot, room.members[0])
    assert refused_vote(room, ballot, 0).startswith("You have voted already")


def test_who_was_never_asked_does_not_vote(room):
    ballot = ballot_on(room)
    Declaration.everything.filter(user=room.members[0]).update(user=room.place.assessor)
    assert refused_vote(room, ballot).startswith("Please declare first")


def test_who_has_no_seat_on_the_day_does_not_vote(room):
    ballot = ballot_on(room)
    for user in (room.place.committee, room.place.officer, room.place.director):
        with pytest.raises(Refused, match="no seat in this body"):
            vote(ballot, user)
    with pytest.raises(PermissionDenied):
        workflow.cast_vote(ballot, "award", actor=Actor.public(), arrived_at=clock.now())
    room.seats[4].to_on = room.meeting.day - timedelta(1)
    room.seats[4].save()
    assert refused_vote(room, ballot, 4).startswith("You have no seat")


def test_an_account_without_a_person_does_not_vote(room):
    unnamed = f.UserFactory(person=None)
    f.SeatFactory(body=room.body, user=unnamed)
    with pytest.raises(Refused, match="enter your name"):
        vote(ballot_on(room), unnamed)


def test_a_second_account_of_the_same_person_has_no_second_vote(room):
    double, ballot = f.UserFactory(person=room.members[0].person), ballot_on(room)
    Membership.everything.create(user=double, role="committee", began_at=clock.now())
    f.AttendanceFactory(meeting=room.meeting, seat=f.SeatFactory(body=room.body, user=double))
    f.DeclarationFactory(user=double, matter=room.matter)
    vote(ballot, room.members[0])
    with pytest.raises(Refused, match="voted already"):
        vote(ballot, double)


def test_no_vote_before_the_meeting_and_none_after_the_ballot(room):
    ballot = ballot_on(room)
    for user in room.members[:4]:
        vote(ballot, user)
    close(room, ballot)
    assert refused_vote(room, ballot, 4) == "This ballot is not open."


def test_a_ballot_opens_in_session_on_what_waits_and_one_at_a_time(room):
    actor = Actor.of(room.place.officer)
    planned = f.AgendaItemFactory(meeting=f.MeetingFactory(body=room.body, stage="planned"))
    with pytest.raises(Refused, match="not in session"):
        workflow.open_ballot(planned, actor=actor)
    taken_off = workflow.take_off_agenda(item_of(room), reason="사유", actor=actor)
    with pytest.raises(Refused, match="taken off"):
        workflow.open_ballot(taken_off, actor=actor)
    ballot = ballot_on(room)
    with pytest.raises(Refused, match="open already"):
        ballot_on(room)
    with pytest.raises(IntegrityError, match="one_open_ballot"), transaction.atomic():
        f.BallotFactory(item=room.item)
    for user in room.members:
        vote(ballot, user)
    close(room, ballot)
    with pytest.raises(Refused, match="has been decided"):
        ballot_on(room)


# ---- results

def voted(room, *choices):
    ballot = ballot_on(room)
    for user, choice in zip(room.members, choices, strict=False):
        vote(ballot, user, choice)
    return ballot


@pytest.mark.parametrize(("choices", "result"), [
    (["award"] * 3 + ["refuse"] * 2, "award"), (["defer"] * 5, "defer"), (["award"] * 3, "award"),
    (["award"] * 2 + ["refuse"] * 2 + ["defer"], ""), (["award"] * 2, ""), ([], ""),
])
def test_the_result_is_what_more_than_half_of_those_present_chose(choices, result, room):
    ballot = close(room, voted(room, *choices))
    room.item.refresh_from_db()
    assert ballot.result == room.item.result == result
    assert bool(room.item.decided_at) == bool(result)
    assert (ballot.eligible, ballot.present) == (5, 5)


def test_half_is_not_more_than_half(busan, nine):
    leave(nine, 8)
    assert close(nine, voted(nine, *["award"] * 4, *["refuse"] * 4)).result == ""


def test_without_a_result_the_vote_is_called_again(room):
    first = close(room, voted(room, "award", "award"))
    assert queries.ballot_tally(first).sentence.startswith("No choice has more than half of the 5 present")
    second = close(room, voted(room, "award", "award", "award"))
    assert second.result == "award"
    assert queries.ballot_tally(second).sentence == "The ballot is closed: 3 of the 5 present agree."


def test_who_voted_and_then_went_is_still_counted(nine):
    """Else two choices could both have more than half of those who are left."""
    ballot = voted(nine, "award", "award", "award", "refuse", "refuse", "refuse")
    leave(nine, 0, 1, 2, 6, 7)
    assert close(nine, ballot).present == 7
    assert ballot.item.result == ""


def test_below_quorum_no_ballot_closes_and_the_secretary_breaks_it_off(room):
    actor, ballot = Actor.of(room.place.officer), voted(room, "award")
    leave(room, 1, 2, 3)
    with pytest.raises(Refused, match="Too few are present. 5 may vote on this item .0 do not take part., 3 must be present, 2 are."):
        close(room, ballot)
    with pytest.raises(Refused, match="reason"):
        workflow.void_ballot(ballot, reason=" ", actor=actor)
    workflow.void_ballot(ballot, reason="정족수 미달", actor=actor)
    with pytest.raises(Refused, match="not open"):
        workflow.void_ballot(ballot, reason="정족수 미달", actor=actor)
    with pytest.raises(Refused, match="not open"):
        close(room, ballot)
    workflow.take_off_agenda(room.item, reason="정족수 미달", actor=actor)
    assert workflow.close_meeting(room.meeting, actor=actor).closed_at


def test_until_it_is_closed_the_tally_says_only_how_many_have_voted(room):
    ballot = voted(room, "award", "refuse", "refuse")
    open_tally = queries.ballot_tally(ballot)
    assert (open_tally.voted, open_tally.counts, open_tally.needed, open_tally.sentence) == (
        3, {}, None, "The ballot is open: 3 have voted.")
    tally = queries.ballot_tally(close(room, ballot))
    assert (tally.counts, tally.needed) == ({"award": 1, "refuse": 2, "defer": 0}, 3)


def test_one_result_counts(room):
    close(room, voted(room, *["award"] * 5))
    with pytest.raises(IntegrityError, match="one_result_that_counts"), transaction.atomic():
        f.BallotFactory(item=room.item, closed_at=clock.now(), eligible=5, present=5, result="refuse")


# ---- what undoes a vote

def test_a_recusal_voids_the_open_ballot_in_which_the_person_has_voted(room):
    ballot = voted(room, "award", "award")
    recuse(room, 1)
    ballot.refresh_from_db()
    assert ballot.voided_at and ballot.void_reason
    assert AuditEvent.everything.filter(verb="ballot.voided").count() == 1
    assert ballot_on(room).item == room.item


def test_a_late_declaration_undoes_the_result_of_a_meeting_in_session(room):
    ballot = close(room, voted(room, *["award"] * 5))
    declaration = Declaration.everything.get(user=room.members[1], matter=room.matter)
    workflow.answer_declaration(declaration, has_interest=True, statement="사촌이 근무합니다.", actor=Actor.of(room.members[1]))
    room.item.refresh_from_db()
    assert (room.item.result, room.item.decided_at) == ("", None)
    ballot.refresh_from_db()
    assert ballot.voided_at and ballot.result == "award"
    again = ballot_on(room)
    for number in (0, 2, 3):
        vote(again, room.members[number])
    assert (close(room, again).eligible, again.item.matter) == (4, room.matter)
    room.item.refresh_from_db()
    assert room.item.result == "award"


def test_a_recusal_of_somebody_who_did_not_vote_leaves_the_ballot(room):
    ballot = voted(room, "award", "award")
    recuse(room, 4)
    ballot.refresh_from_db()
    assert ballot.is_open
    assert queries.quorum_of(room.item).base == 4


def test_a_recusal_after_the_meeting_leaves_what_was_decided(room):
    ballot = close(room, voted(room, *["award"] * 5))
    workflow.close_meeting(room.meeting, actor=Actor.of(room.place.officer))
    recuse(room, 1)
    ballot.refresh_from_db()
    assert ballot.voided_at is None
    assert AgendaItem.everything.get(pk=room.item.pk).result == "award"


def test_a_recusal_leaves_the_ballots_of_other_cases(room):
    other = voted(room, "award")
    room.matter = item_of(room).matter
    recuse(room, 0)
    assert Ballot.everything.get(pk=other.pk).is_open


def test_who_has_voted_assesses_the_case_no_more(room):
    ballot, actor = voted(room, "award"), Actor.system("test")

    def assess():
        return workflow.note_involvement(room.members[0].person, subject_type="providers.provider", subject=room.matter, kind="assessed",
                                         matter=room.matter, actor=actor)

    with pytest.raises(Refused, match="has voted on the case"):
        assess()
    workflow.void_ballot(ballot, reason="사유", actor=Actor.of(room.place.officer))
    assert assess()
