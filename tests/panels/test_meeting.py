"""A meeting from its calling to its minutes."""
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from panels import queries, workflow
from panels.models import AgendaItem, Declaration
from panels.stages import MeetingStage
from tests import factories as f
from tests.panels.conftest import ballot_on, close, vote
from tests.panels.test_declaration import told

CASE = {"subject_type": "evaluations.application", "label": "온누리센터, 방문목욕", "choices": ["award", "refuse", "defer"]}


def called(room, who="officer"):
    return workflow.call_meeting(room.body, title="제2차 위원회", meets_at=clock.now() + timedelta(days=7), place="회의실",
                                 actor=Actor.of(getattr(room.place, who)))


def listed(room, meeting=None, matter=None):
    return workflow.put_on_agenda(meeting or room.meeting, matter=matter or uuid.uuid4(), actor=Actor.of(room.place.officer), **CASE)


def decided(room, item=None, choice="award"):
    ballot = ballot_on(room, item)
    for user in room.members:
        vote(ballot, user, choice)
    return close(room, ballot)


# ---- calling

@pytest.mark.parametrize("who", ["officer", "manager"])
def test_a_meeting_is_called_by_its_secretary_and_the_seat_holders_are_told(who, room, here):
    f.SeatFactory(body=room.body, to_on="2021-01-01")
    meeting = called(room, who)
    assert (meeting.stage, meeting.called_by) == (MeetingStage.PLANNED, getattr(here, who))
    assert told() == ["meeting.called"]
    assert set(queries.seat_holders_of(meeting)) == set(room.members)


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "committee", "assessor", "owner"])
def test_nobody_else_conducts_a_meeting(who, room, here):
    actor, planned = Actor.of(getattr(here, who)), f.MeetingFactory(body=room.body, stage="planned")
    for conduct in (
        lambda: workflow.call_meeting(room.body, title="x", meets_at=clock.now(), place="x", actor=actor),
        lambda: workflow.put_on_agenda(room.meeting, matter=uuid.uuid4(), actor=actor, **CASE),
        lambda: workflow.take_off_agenda(room.item, reason="사유", actor=actor),
        lambda: workflow.open_meeting(planned, actor=actor),
        lambda: workflow.note_attendance(room.meeting, room.seats[0], present=False, actor=actor),
        lambda: workflow.close_meeting(room.meeting, actor=actor),
        lambda: workflow.cancel_meeting(planned, reason="사유", actor=actor),
        lambda: workflow.keep_minutes(room.meeting, f.StoredFileFactory(), actor=actor),
        lambda: workflow.open_ballot(room.item, actor=actor),
        lambda: workflow.close_ballot(f.BallotFactory(item=f.AgendaItemFactory(meeting=room.meeting)), actor=actor),
        lambda: workflow.void_ballot(f.BallotFactory(item=f.AgendaItemFactory(meeting=room.meeting)), reason="사유", actor=actor),
    ):
        with pytest.raises(PermissionDenied):
            conduct()


def test_not_even_the_chair_conducts_without_the_role(room):
    with pytest.raises(PermissionDenied):
        workflow.open_ballot(room.item, actor=Actor.of(room.members[0]))


# ---- the agenda

def test_whoever_has_a_seat_is_asked_about_a_new_item(room):
    item = listed(room)
    assert item.position == 2
    asked = Declaration.everything.filter(matter=item.matter, answered_at=None)
    assert {declaration.user for declaration in asked} == set(room.members)
    assert told() == ["declaration.asked"] * 5


def test_a_case_is_on_one_agenda_at_a_time(room):
    other = called(room)
    with pytest.raises(Refused, match="on the agenda of a meeting"):
        listed(room, other, room.matter)
    decided(room, choice="defer")
    with pytest.raises(Refused, match="on the agenda of a meeting"):
        listed(room, other, room.matter)                    # a late declaration may still undo the result
    workflow.close_meeting(room.meeting, actor=Actor.of(room.place.officer))
    assert listed(room, other, room.matter)
    with pytest.raises(IntegrityError, match="one_open_item_per_matter"), transaction.atomic():
        f.AgendaItemFactory(meeting=f.MeetingFactory(body=room.body), matter=room.matter)


def test_what_is_taken_off_may_come_before_another_meeting(room):
    actor = Actor.of(room.place.officer)
    with pytest.raises(Refused, match="reason"):
        workflow.take_off_agenda(room.item, reason=" ", actor=actor)
    item = workflow.take_off_agenda(room.item, reason="자료 보완", actor=actor)
    assert item.withdrawn_at and item.withdrawal_reason == "자료 보완"
    assert list(queries.agenda_of(actor, room.meeting)) == []
    assert listed(room, called(room), room.matter)
    with pytest.raises(Refused, match="already"):
        workflow.take_off_agenda(item, reason="사유", actor=actor)


def test_what_is_being_voted_on_or_decided_stays_on_the_agenda(room):
    actor, ballot = Actor.of(room.place.officer), ballot_on(room)
    with pytest.raises(Refused, match="A ballot is open"):
        workflow.take_off_agenda(room.item, reason="사유", actor=actor)
    for user in room.members:
        vote(ballot, user)
    close(room, ballot)
    with pytest.raises(Refused, match="has been decided"):
        workflow.take_off_agenda(room.item, reason="사유", actor=actor)


@pytest.mark.parametrize("choices", [[], ["award"], ["award", "award"], ["award", "Nein!"], ["award", ""]])
def test_choices_are_two_or_more_codes(choices, room):
    with pytest.raises(ValueError, match="choices"):
        workflow.put_on_agenda(room.meeting, matter=uuid.uuid4(), actor=Actor.of(room.place.officer), **CASE | {"choices": choices})


@pytest.mark.parametrize("many", [1, 3])
def test_the_agenda_is_one_query_in_its_order(many, room, django_assert_num_queries):
    for _ in range(many - 1):
        listed(room)
    ballot_on(room)
    actor = Actor.of(room.members[0])
    with django_assert_num_queries(1):
        items = list(queries.agenda_of(actor, room.meeting))
    assert [item.position for item in items] == list(range(1, many + 1))
    assert [item.has_open_ballot for item in items] == [True] + [False] * (many - 1)


@pytest.mark.parametrize("many", [1, 3])
def test_meetings_are_one_query_the_latest_first(many, room, django_assert_num_queries):
    for days in range(1, many):
        f.MeetingFactory(body=room.body, meets_at=clock.now() + timedelta(days=days))
    f.MeetingFactory()
    actor = Actor.of(room.members[0])
    with django_assert_num_queries(1):
        meetings = [(meeting, str(meeting.body), str(meeting.called_by)) for meeting in queries.meetings_of(actor)]
    assert len(meetings) == many
    assert meetings[-1][0] == room.meeting


# ---- in session

def test_it_opens_once_and_notes_who_comes_and_goes(room):
    actor, meeting = Actor.of(room.place.officer), called(room)
    seat = room.seats[0]
    with pytest.raises(Refused, match="not in session"):
        workflow.note_attendance(meeting, seat, present=True, actor=actor)
    assert workflow.open_meeting(meeting, actor=actor).opened_at
    with pytest.raises(Refused, match="can no longer become"):
        workflow.open_meeting(meeting, actor=actor)
    first = workflow.note_attendance(meeting, seat, present=True, actor=actor)
    assert workflow.note_attendance(meeting, seat, present=True, actor=actor) == first
    assert workflow.note_attendance(meeting, seat, present=False, actor=actor).left_at
    assert workflow.note_attendance(meeting, seat, present=False, actor=actor) is None
    assert workflow.note_attendance(meeting, seat, present=True, actor=actor) != first
    assert meeting.attendances.count() == 2
    assert queries.present_seats(meeting) == {seat.pk}
    with pytest.raises(IntegrityError, match="in_the_room_once"), transaction.atomic():
        f.AttendanceFactory(meeting=meeting, seat=seat)


def test_only_a_seat_of_the_day_comes_into_the_room(room):
    actor = Actor.of(room.place.officer)
    for seat in (f.SeatFactory(), f.SeatFactory(body=room.body, to_on=room.meeting.day - timedelta(1))):
        with pytest.raises(Refused, match="does not belong to the meeting"):
            workflow.note_attendance(room.meeting, seat, present=True, actor=actor)


def test_it_closes_when_every_item_has_a_result(room):
    actor = Actor.of(room.place.officer)
    with pytest.raises(Refused, match=f"Not decided yet: {room.item.subject_label}"):
        workflow.close_meeting(room.meeting, actor=actor)
    ballot = ballot_on(room)
    with pytest.raises(Refused, match="A ballot is open"):
        workflow.close_meeting(room.meeting, actor=actor)
    for user in room.members:
        vote(ballot, user, "defer")
    close(room, ballot)
    assert workflow.close_meeting(room.meeting, actor=actor).closed_at
    for late in (lambda: listed(room), lambda: workflow.take_off_agenda(room.item, reason="사유", actor=actor),
                 lambda: workflow.note_attendance(room.meeting, room.seats[0], present=False, actor=actor),
                 lambda: workflow.open_ballot(room.item, actor=actor), lambda: workflow.close_meeting(room.meeting, actor=actor)):
        with pytest.raises(Refused):
            late()


def test_minutes_are_kept_once_it_is_closed(room):
    actor, file = Actor.of(room.place.officer), f.StoredFileFactory(shelf=room.meeting.public_id)
    with pytest.raises(Refused, match="once the meeting is closed"):
        workflow.keep_minutes(room.meeting, file, actor=actor)
    decided(room)
    workflow.close_meeting(room.meeting, actor=actor)
    assert workflow.keep_minutes(room.meeting, file, actor=Actor.system("minutes")).minutes == file


def test_a_cancelled_meeting_frees_its_items_and_tells_the_seat_holders(room):
    actor, meeting, matter = Actor.of(room.place.officer), called(room), uuid.uuid4()
    listed(room, meeting, matter)
    with pytest.raises(Refused, match="reason"):
        workflow.cancel_meeting(meeting, reason="", actor=actor)
    workflow.cancel_meeting(meeting, reason="정족수 미달 예상", actor=actor)
    assert told()[-1] == "meeting.cancelled"
    assert AgendaItem.everything.get(matter=matter).withdrawn_at
    assert listed(room, matter=matter)
    with pytest.raises(Refused, match="has not begun"):
        workflow.cancel_meeting(room.meeting, reason="사유", actor=actor)


def test_every_step_of_a_meeting_is_on_the_trail(room):
    decided(room)
    workflow.close_meeting(room.meeting, actor=Actor.of(room.place.officer))
    verbs = list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["ballot.opened", *["ballot.voted"] * 5, "ballot.closed", "meeting.closed"]
