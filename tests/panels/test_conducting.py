"""What the secretary does besides: the rule for a tie, papers typed in, the note on the discussion, who decided, substitutes, terms."""
from dataclasses import replace
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
from panels.models import AgendaItem, Body, Declaration, Involvement, OpenChoice, RollEntry, Seat
from tests import factories as f
from tests.panels.conftest import ballot_on, close, item_of, leave, vote
from tests.panels.test_secret_ballot import secret_on

NOBODY_ELSE = ["director", "auditor", "observer", "committee", "assessor", "owner", "trainer"]


def officer(room):
    return Actor.of(room.place.officer)


def tied(room, first, second, rule=Body.Casting.CHAIR):
    """Eight are there; the chair (in the first seat) votes with the first four."""
    workflow.choose_casting(room.body, rule, actor=officer(room))
    leave(room, 8)
    ballot = ballot_on(room, AgendaItem.everything.get(pk=room.item.pk))
    for user, choice in zip(room.members[:8], [first] * 4 + [second] * 4, strict=True):
        vote(ballot, user, choice)
    return close(room, ballot)


# ---- the rule for a tie

def test_at_a_tie_the_chairs_vote_decides_where_that_is_the_rule(nine):
    ballot = tied(nine, "refuse", "award")
    assert ballot.result == "refuse"
    tally = queries.ballot_tally(ballot)
    assert tally.by_casting
    assert tally.sentence == "The ballot is closed: two choices have 4 of the 8 present each, and the chair's vote decides."


def test_without_the_rule_a_tie_is_repeated(nine):
    assert tied(nine, "refuse", "award", rule=Body.Casting.NOBODY).result == ""


def test_a_chair_who_has_not_voted_or_stands_elsewhere_decides_nothing(nine):
    workflow.choose_casting(nine.body, Body.Casting.CHAIR, actor=officer(nine))
    leave(nine, 0)
    ballot = ballot_on(nine, AgendaItem.everything.get(pk=nine.item.pk))
    for user, choice in zip(nine.members[1:], ["award"] * 4 + ["refuse"] * 4, strict=True):
        vote(ballot, user, choice)
    assert close(nine, ballot).result == ""


def test_half_for_one_choice_is_no_tie_while_the_rest_is_divided(nine):
    workflow.choose_casting(nine.body, Body.Casting.CHAIR, actor=officer(nine))
    leave(nine, 8)
    ballot = ballot_on(nine, AgendaItem.everything.get(pk=nine.item.pk))
    for user, choice in zip(nine.members[:8], ["award"] * 4 + ["refuse"] * 2 + ["defer"] * 2, strict=True):
        vote(ballot, user, choice)
    assert close(nine, ballot).result == ""


def test_the_rule_is_chosen_between_ballots_and_a_ballot_keeps_its_own(room):
    ballot = ballot_on(room)
    with pytest.raises(Refused, match="A ballot is open"):
        workflow.choose_casting(room.body, Body.Casting.CHAIR, actor=officer(room))
    with pytest.raises(Refused, match="not offered"):
        workflow.choose_casting(room.body, "dice", actor=officer(room))
    with pytest.raises(IntegrityError, match="the rule it was opened with"), transaction.atomic():
        type(ballot).everything.filter(pk=ballot.pk).update(casting="chair")


@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_nobody_else_does_any_of_this(who, room):
    actor, ballot = Actor.of(getattr(room.place, who)), ballot_on(room)
    now = clock.now()
    for deed in (lambda: workflow.choose_casting(room.body, "chair", actor=actor),
                 lambda: workflow.keep_discussion(room.item, "말", base=0, actor=actor),
                 lambda: workflow.enter_open_papers(ballot, {room.seats[0]: "award"}, actor=actor, arrived_at=now),
                 lambda: workflow.enter_secret_papers(ballot, room.seats, {"award": 5}, actor=actor, arrived_at=now),
                 lambda: workflow.name_substitute(room.meeting, room.seats[0], room.place.committee, actor=actor),
                 lambda: workflow.call_off_substitute(room.meeting, room.seats[0], actor=actor),
                 lambda: workflow.renew_seat(room.seats[0], to_on=clock.today(), actor=actor),
                 lambda: workflow.note_interest(room.seats[0], kind="related", business_number="0001000015", actor=actor)):
        with pytest.raises(PermissionDenied):
            deed()


# ---- papers

def papers(room, ballot, chosen):
    workflow.enter_open_papers(ballot, chosen, actor=officer(room), arrived_at=clock.now())


def secret_papers(room, ballot, seats, counts):
    workflow.enter_secret_papers(ballot, seats, counts, actor=officer(room), arrived_at=clock.now())


def test_papers_of_an_open_vote_are_typed_in_person_by_person(room):
    ballot = ballot_on(room)
    vote(ballot, room.members[0])
    papers(room, ballot, {room.seats[1]: "award", room.seats[2]: "refuse", room.seats[3]: "award"})
    tally = queries.ballot_tally(close(room, ballot))
    assert (tally.counts, tally.on_paper, tally.result) == ({"award": 3, "refuse": 1, "defer": 0}, 3, "award")
    assert [paper for _seat, _choice, paper in queries.roll_of(ballot)].count(True) == 3
    assert RollEntry.everything.filter(on_paper=True, entered_by=room.place.officer).count() == 3
    assert AuditEvent.everything.filter(verb="ballot.voted", facts__on_paper=True).count() == 3


def test_papers_of_a_secret_ballot_are_counted_apart_from_who_handed_them_in(room):
    ballot = secret_on(room)
    vote(ballot, room.members[0], "refuse")
    secret_papers(room, ballot, room.seats[1:5], {"award": 3, "refuse": 1, "defer": 0})
    tally = queries.ballot_tally(close(room, ballot))
    assert (tally.counts, tally.on_paper) == ({"award": 3, "refuse": 2, "defer": 0}, 4)
    assert not OpenChoice.everything.exists()


@pytest.mark.parametrize(("counts", "sentence"), [
    ({"award": 1}, "2 have handed in a paper, but 1 papers are counted"), ({"award": 3}, "but 3 papers"), ({}, "but 0 papers"),
    ({"award": 3, "refuse": -1}, "not offered"), ({"award": 1, "burn": 1}, "not offered")])
def test_as_many_papers_as_people(counts, sentence, room):
    ballot = secret_on(room)
    with pytest.raises(Refused, match=sentence):
        secret_papers(room, ballot, room.seats[:2], counts)
    assert not RollEntry.everything.exists()


def test_each_obstacle_names_the_person_and_nothing_is_counted_by_half(room):
    ballot, actor = ballot_on(room), officer(room)
    vote(ballot, room.members[0])
    leave(room, 1)
    workflow.recuse(room.members[2], subject_type="x.x", matter=room.matter, ground="detected", reason="사유", actor=actor)
    Declaration.everything.filter(user=room.members[3]).update(answered_at=None, has_interest=None)
    for number, sentence in ((0, "has voted already"), (1, "not marked as present"), (2, "stands back"), (3, "has not declared yet")):
        seat = room.seats[number]
        with pytest.raises(Refused, match=f"{seat.user} .*{sentence}") as refusal, transaction.atomic():
            papers(room, ballot, {room.seats[4]: "award", seat: "award"})
        assert refusal.value.field == f"seat_{seat.pk}"
    assert RollEntry.everything.count() == 1
    f.InvolvementFactory(person=room.members[4].person, matter=room.matter)
    with pytest.raises(Refused, match="has assessed this case"):
        papers(room, ballot, {room.seats[4]: "award"})


def test_papers_go_into_the_right_kind_of_an_open_ballot(room):
    ballot = ballot_on(room)
    with pytest.raises(Refused, match="This ballot is open"):
        secret_papers(room, ballot, room.seats, {"award": 5})
    with pytest.raises(Refused, match="at least one"):
        papers(room, ballot, {})
    with pytest.raises(Refused, match="not offered"):
        papers(room, ballot, {room.seats[0]: "burn"})
    with pytest.raises(Refused, match="does not belong"):
        papers(room, ballot, {f.SeatFactory(): "award"})
    papers(room, ballot, dict.fromkeys(room.seats, "award"))
    close(room, ballot)
    with pytest.raises(Refused, match="not open"):
        papers(room, ballot, {room.seats[0]: "award"})
    room.item = item_of(room)
    ballot = secret_on(room)
    with pytest.raises(Refused, match="This ballot is secret"):
        papers(room, ballot, {room.seats[0]: "award"})
    with pytest.raises(Refused, match="at least one"):
        secret_papers(room, ballot, [], {"award": 0})
    with pytest.raises(IntegrityError, match="typed_in_by_somebody"), transaction.atomic():
        f.RollEntryFactory(ballot=ballot, seat=room.seats[0], person=room.members[0].person, on_paper=True)


# ---- the discussion

def test_the_discussion_is_kept_while_the_meeting_is_in_session_and_frozen_then(room):
    item = workflow.keep_discussion(room.item, "  현장 확인 결과를 논의함. ", base=0, actor=officer(room))
    assert (item.discussion, item.discussion_version) == ("현장 확인 결과를 논의함.", 1)
    workflow.keep_discussion(item, "현장 확인 결과를 논의함.", base=0, actor=officer(room))        # a second click
    with pytest.raises(Refused, match="shorten"):
        workflow.keep_discussion(item, "가" * 5001, base=1, actor=officer(room))
    ballot = ballot_on(room)
    for user in room.members:
        vote(ballot, user)
    close(room, ballot)
    workflow.close_meeting(room.meeting, actor=officer(room))
    with pytest.raises(Refused, match="not in session"):
        workflow.keep_discussion(item, "나중", base=1, actor=officer(room))
    with pytest.raises(IntegrityError, match="stays as it was"), transaction.atomic():
        AgendaItem.everything.filter(pk=item.pk).update(discussion="나중")


def test_two_secretaries_do_not_write_over_each_other(room):
    workflow.keep_discussion(room.item, "한 사람", base=0, actor=officer(room))
    with pytest.raises(Refused, match="Somebody has changed this note") as refusal:
        workflow.keep_discussion(room.item, "다른 사람", base=0, actor=Actor.of(room.place.manager))
    assert refusal.value.field == "discussion"
    assert workflow.keep_discussion(room.item, "둘 다", base=1, actor=Actor.of(room.place.manager)).discussion == "둘 다"
    workflow.take_off_agenda(room.item, reason="사유", actor=officer(room))
    with pytest.raises(Refused, match="taken off"):
        workflow.keep_discussion(room.item, "더", base=2, actor=officer(room))


# ---- who decided

@pytest.mark.parametrize("is_secret", [False, True])
def test_everybody_on_the_roll_of_the_ballot_that_counts_has_decided_once(is_secret, room):
    void = secret_on(room) if is_secret else ballot_on(room)
    for user in room.members:
        vote(void, user)
    close(room, void)
    workflow.recuse(room.members[4], subject_type="x.x", matter=room.matter, ground="detected", reason="사유", actor=officer(room))
    room.item.refresh_from_db()
    ballot = secret_on(room) if is_secret else ballot_on(room)
    for user in room.members[:3]:
        vote(ballot, user)
    close(room, ballot)
    about = {"subject_type": "providers.provider", "subject": room.matter, "actor": officer(room)}
    assert len(workflow.note_deciders(room.item, **about)) == 3
    assert workflow.note_deciders(room.item, **about) == []
    decided = Involvement.everything.filter(kind="decided", matter=room.matter)
    assert set(decided.values_list("person", flat=True)) == {user.person_id for user in room.members[:3]}


# ---- substitutes

@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


@pytest.fixture
def deputy(room):
    user = f.UserFactory()
    Membership.everything.create(user=user, role="committee", began_at=clock.now())
    return user


def name(room, user, number=4):
    leave(room, number)
    return workflow.name_substitute(room.meeting, room.seats[number], user, actor=officer(room))


def test_a_substitute_is_asked_counted_and_votes_and_the_holder_does_not(room, deputy):
    seat = name(room, deputy)
    assert seat.office == "member"
    assert Declaration.everything.get(user=deputy).matter == room.matter
    assert seat in queries.seats_on(room.body, room.meeting.day)
    assert room.seats[4] not in queries.seats_on(room.body, room.meeting.day)
    assert queries.quorum_of(room.item).base == 5
    ballot = ballot_on(room)
    with pytest.raises(Refused, match="no seat"):
        vote(ballot, room.members[4])
    Declaration.everything.filter(user=deputy).update(answered_at=clock.now(), has_interest=False)
    with pytest.raises(Refused, match="not marked as present"):
        vote(ballot, deputy)
    workflow.note_attendance(room.meeting, seat, present=True, actor=officer(room))
    assert vote(ballot, deputy).seat == seat
    with pytest.raises(Refused, match="does not belong"):
        workflow.note_attendance(room.meeting, room.seats[4], present=True, actor=officer(room))
    with pytest.raises(IntegrityError, match="never by both"), transaction.atomic():
        f.RollEntryFactory(ballot=ballot, seat=room.seats[4], person=room.members[4].person)


def test_a_substitute_sees_the_body_until_the_day_and_not_after(room, deputy):
    name(room, deputy)
    assert Body.objects.visible_to(Actor.of(deputy)).exists()
    Seat.everything.filter(user=deputy).update(from_on=clock.today() - timedelta(1), to_on=clock.today() - timedelta(1))
    assert not Body.objects.visible_to(Actor.of(deputy)).exists()
    Seat.everything.filter(user=deputy).update(from_on=clock.today() + timedelta(3), to_on=clock.today() + timedelta(3))
    assert Body.objects.visible_to(Actor.of(deputy)).exists()


def test_the_holder_comes_after_all(room, deputy):
    seat = name(room, deputy)
    workflow.call_off_substitute(room.meeting, seat, actor=officer(room))
    assert room.seats[4] in queries.seats_on(room.body, room.meeting.day)
    assert not Body.objects.visible_to(Actor.of(deputy)).exists()
    with pytest.raises(Refused, match="Nobody sits"):
        workflow.call_off_substitute(room.meeting, seat, actor=officer(room))
    assert name(room, deputy)


def test_who_may_be_a_substitute(room, deputy):
    actor = officer(room)
    with pytest.raises(Refused, match="marked as present"):
        workflow.name_substitute(room.meeting, room.seats[4], deputy, actor=actor)
    leave(room, 4)
    for user, sentence in ((room.place.assessor, "role of a committee member"), (room.members[1], "has a seat"),
                           (f.UserFactory(person=room.members[1].person), "role of a committee member")):
        with pytest.raises(Refused, match=sentence):
            workflow.name_substitute(room.meeting, room.seats[4], user, actor=actor)
    seat = workflow.name_substitute(room.meeting, room.seats[4], deputy, actor=actor)
    with pytest.raises(Refused, match="does not belong"):
        workflow.name_substitute(room.meeting, room.seats[4], deputy, actor=actor)
    with pytest.raises(Refused, match="one day only"):
        workflow.end_seat(seat, to_on=clock.today(), actor=actor)
    with pytest.raises(IntegrityError, match="one_substitute_a_day"), transaction.atomic():
        f.SeatFactory(body=room.body, stands_for=room.seats[4], from_on=room.meeting.day, to_on=room.meeting.day)


def test_nobody_is_replaced_who_has_voted(room, deputy):
    ballot = ballot_on(room)
    vote(ballot, room.members[4])
    leave(room, 4)
    with pytest.raises(Refused, match="has voted at this meeting"):
        workflow.name_substitute(room.meeting, room.seats[4], deputy, actor=officer(room))


# ---- terms and interests

def test_a_term_has_an_end_and_another_follows(here):
    body, actor, today = f.BodyFactory(), Actor.of(here.officer), clock.today()
    seat = workflow.give_seat(body, here.committee, "chair", from_on=today, to_on=today + timedelta(30), actor=actor)
    assert queries.ending_soon(seat)
    with pytest.raises(Refused, match="before the first"):
        workflow.give_seat(body, here.director, "member", from_on=today, to_on=today - timedelta(1), actor=actor)
    again = workflow.renew_seat(seat, to_on=today + timedelta(400), actor=actor)
    assert (again.from_on, again.office) == (today + timedelta(31), "chair")
    assert not queries.ending_soon(again)
    with pytest.raises(Refused, match="has a seat in this body already"):
        workflow.renew_seat(seat, to_on=today + timedelta(500), actor=actor)
    ended = workflow.end_seat(again, to_on=today + timedelta(200), actor=actor)
    assert ended.to_on == today + timedelta(200)
    with pytest.raises(Refused, match="nothing to prolong"):
        workflow.renew_seat(f.SeatFactory(body=body), to_on=today, actor=actor)


def test_the_agency_and_the_member_note_what_ties_them_and_the_member_takes_nothing_back(room):
    number, seat = room.place.provider.business_number, room.seats[1]
    own, agency = Actor.of(room.members[1]), officer(room)
    workflow.note_interest(seat, kind="related", business_number=number, actor=own)
    row = Involvement.everything.get(person=room.members[1].person, kind="related")
    assert row.subject == room.place.provider.public_id
    with pytest.raises(Refused, match="ask the agency"):
        workflow.note_interest(seat, kind="related", business_number=number, to_on=clock.today(), actor=own)
    workflow.note_interest(seat, kind="related", business_number=number, to_on=clock.today(), actor=agency)
    assert Involvement.everything.get(pk=row.pk).to_on == clock.today()
    with pytest.raises(PermissionDenied):
        workflow.note_interest(seat, kind="related", business_number=number, actor=Actor.of(room.members[2]))
    assert [name for _row, name in queries.own_ties(own)] == [room.place.provider.name]


def test_nobody_votes_while_acting_for_somebody_else(room):
    acting = replace(Actor.of(room.members[0]), acting_for=room.place.director)
    with pytest.raises(Refused, match="A seat is personal"):
        workflow.cast_vote(ballot_on(room), "award", actor=acting, arrived_at=clock.now())
