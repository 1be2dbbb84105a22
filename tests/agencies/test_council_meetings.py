"""Meetings of the network's bodies: called, told, resolved with the quorum, minuted; tasks that follow; members' proposals."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from accounts.models import Membership
from agencies.models import (
    MeetingWord,
    Minutes,
    Naming,
    Resolution,
)
from agencies.queries import council as queries
from agencies.queries.council_quorum import quorum_at
from agencies.workflow import council_agenda, council_meeting, council_minutes, council_task, naming
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Notice
from panels import workflow as panels
from panels.models import AgendaItem
from tests.agencies.councils import (
    a_task,
    called,
    closed,
    follow,
    founded,
    fresh,
    given,
    handed_in,
    in_session,
    minuted,
    resolved,
    told,
    topic,
)
from tests.factories.people import MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
PAGES = "network/bodies/"


# ---- calling

def test_every_member_is_told_at_their_own_agency_once(busan, daegu, central, work_off):
    meeting = called(central, founded(central, busan, daegu))
    for _ in range(2):
        follow(busan, daegu, central)
    for place in (busan, daegu):
        work_off(place)
        assert told(place, "council.meeting_called") == {place.director}
        with within(place.agency):
            word = MeetingWord.everything.get(member=place.agency)
            assert council_meeting.notice_word(word, actor=Actor.system("twice")) is False
            assert Notice.everything.get(event="council.meeting_called").link.endswith(f"/{PAGES}meetings/{meeting.public_id}/")
    work_off(central)
    assert told(central, "council.meeting_called") == set()


def test_who_works_at_two_agencies_is_told_by_the_one_that_sends_them(busan, daegu, central, work_off):
    called(central, founded(central, busan, daegu))
    with within(busan.agency):
        MembershipFactory(user=daegu.director, role="manager")
    follow(busan, daegu, central)
    for place in (busan, daegu):
        work_off(place)
        assert told(place, "council.meeting_called") == {place.director}


def test_a_call_says_where_and_lies_ahead_and_calls_somebody(busan, daegu, central):
    made = founded(central, busan)
    with pytest.raises(Refused, match="Say where"):
        called(central, made, place="")
    with pytest.raises(Refused, match="has passed"):
        called(central, made, days=-1)
    with pytest.raises(Refused, match="nobody to call"):
        called(central, founded(central, name_ko="빈 협의체"))
    with within(central.agency), pytest.raises(PermissionDenied):
        council_meeting.call_council(made, title="x", meets_at=clock.now() + timedelta(days=1), place="x", link="",
                                     actor=Actor.of(central.director))
    assert called(central, made, place="", link="https://meet.example/1").link


def test_a_cancelled_meeting_is_told_and_frees_what_was_proposed(busan, daegu, central, work_off):
    made = founded(central, busan, daegu)
    meeting, row = called(central, made), handed_in(busan, made)
    with within(central.agency):
        with pytest.raises(PermissionDenied):
            council_meeting.cancel_council(meeting, reason="태풍", actor=Actor.of(central.director))
        council_meeting.take_onto_agenda(row, meeting, actor=Actor.of(central.officer))
        with pytest.raises(Refused, match="write the reason"):
            council_meeting.cancel_council(meeting, reason=" ", actor=Actor.of(central.officer))
        council_meeting.cancel_council(meeting, reason="태풍", actor=Actor.of(central.officer))
    follow(busan)
    work_off(busan)
    assert told(busan, "council.meeting_cancelled") == {busan.director}
    assert fresh(row, busan).stage == "handed_in" and fresh(row, busan).item_id is None


def test_the_calendar_file_is_for_members_at_their_own_agency(busan, daegu, central, sit_down):
    meeting = called(central, founded(central, busan), place="", link="https://meet.example/1")
    address = f"{PAGES}meetings/{meeting.public_id}/calendar.ics"
    answer = sit_down(busan.director).get(f"/busan/{address}")
    assert answer["Content-Type"].startswith("text/calendar") and b"https://meet.example/1" in answer.content
    for place, who in ((busan, busan.officer), (daegu, daegu.director)):
        assert sit_down(who).get(f"/{place.agency.slug}/{address}").status_code == 404


# ---- the meeting

def test_below_the_quorum_nothing_is_resolved(busan, daegu, central, sit_down):
    made = founded(central, busan, daegu)
    meeting = in_session(central, called(central, made), busan.director)
    item = topic(central, meeting)
    with pytest.raises(Refused, match="Below the quorum nothing is resolved: 2 of 2 must be there, 1 are"):
        resolved(central, item)
    page = sit_down(central.officer).post(f"/central/{PAGES}items/{item.public_id}/resolve/?lang=en", {"resolution-text": "결의"})
    assert "Below the quorum" in page.content.decode() and "결의" in page.content.decode()
    with within(central.agency), pytest.raises(IntegrityError), transaction.atomic():
        Resolution.everything.create(item=item, meeting=meeting, number=1, text="x", present=1, needed=2, resolved_at=clock.now(),
                                     noted_by=central.officer)


@pytest.mark.parametrize(("rule", "needed"), [("half", 2), ("two_thirds", 2), ("third", 1)])
def test_the_quorum_follows_the_rule_of_the_body(rule, needed, busan, daegu, daejeon, central):
    made = founded(central, busan, daegu, daejeon, rule=rule)
    meeting = called(central, made)
    with within(central.agency):
        assert (quorum_at(meeting).base, quorum_at(meeting).needed) == (3, needed)
    assert [made.needed(base) for base in (0, 4, 10)] == {"half": [1, 3, 6], "two_thirds": [1, 3, 7], "third": [1, 2, 4]}[rule]


def test_a_resolution_is_written_in_session_by_central_and_stays(busan, central):
    made = founded(central, busan)
    meeting = called(central, made)
    item = topic(central, meeting)
    with pytest.raises(Refused, match="not in session"):
        resolved(central, item)
    in_session(central, meeting, busan.director)
    with within(central.agency), pytest.raises(PermissionDenied):
        council_meeting.resolve(item, text="x", actor=Actor.of(central.director))
    with pytest.raises(Refused, match="write the resolution"):
        resolved(central, item, " ")
    first, second = resolved(central, item), resolved(central, item, "하나 더")
    assert (first.number, second.number, fresh(item, central).result) == (1, 2, "resolved")
    with within(central.agency), pytest.raises(Exception, match="permission denied|stays"), transaction.atomic():
        Resolution.everything.filter(pk=first.pk).update(text="anders")
    noted = topic(central, meeting, "둘째")
    with within(central.agency):
        with pytest.raises(PermissionDenied):
            council_meeting.settle_item(noted, "noted", actor=Actor.of(central.director))
        council_meeting.settle_item(noted, "noted", actor=Actor.of(central.officer))
    with pytest.raises(Refused, match="has been decided"):
        resolved(central, noted)


def test_open_tasks_and_the_last_minutes_stand_first_on_the_next_agenda(busan, daegu, central):
    world = a_task(central, busan, daegu)
    minuted(central, closed(central, world.meeting))
    later = called(central, world.council, days=30, title="제2차 회의")
    topic(central, later)
    with within(central.agency):
        rows = queries.agenda_in(Actor.of(central.officer), later)
        assert [row[0].subject_type for row in rows] == [council_agenda.TASKS, council_agenda.MINUTES, council_agenda.TOPIC]
        assert world.task.text in rows[0][1].text
    in_session(central, later)
    with within(central.agency):
        assert AgendaItem.everything.filter(meeting=later).count() == 3         # begun, nothing comes twice


def test_of_two_meetings_called_at_once_each_has_the_open_tasks(busan, daegu, central):
    world = a_task(central, busan, daegu)
    meetings = [called(central, world.council, days=days, title=f"회의 {days}") for days in (20, 50)]
    with within(central.agency):
        for one in meetings:
            assert world.task.text in queries.agenda_in(Actor.of(central.officer), one)[0][1].text


def test_what_is_done_before_the_meeting_begins_stands_there_no_more_and_what_came_stands_there(busan, daegu, central):
    world = a_task(central, busan, daegu)
    later = called(central, world.council, days=20, title="제2차 회의")
    given(central, resolved(central, topic(central, world.meeting, "둘째")), daegu.director, text="새로 생긴 일")
    with within(busan.agency):
        report = council_task.report_task(world.task, text="마쳤습니다.", actor=Actor.of(busan.director))
    with within(central.agency):
        council_task.answer_report(report, taken=True, answer="", actor=Actor.of(central.officer))
    in_session(central, later)
    with within(central.agency):
        words = queries.agenda_in(Actor.of(central.officer), later)[0][1].text
    assert "새로 생긴 일" in words and world.task.text not in words


def test_minutes_that_a_meeting_below_the_quorum_did_not_approve_come_next_with_its_own(busan, daegu, central):
    made = founded(central, busan, daegu)
    minuted(central, closed(central, called(central, made), busan.director, daegu.director), "첫째")
    sparse = in_session(central, called(central, made, days=10, title="제2차 회의"), busan.director)
    with within(central.agency):
        council_meeting.settle_item(AgendaItem.everything.get(meeting=sparse), "deferred", actor=Actor.of(central.officer))
    minuted(central, closed(central, sparse), "둘째")
    later = in_session(central, called(central, made, days=20, title="제3차 회의"), busan.director, daegu.director)
    with within(central.agency):
        items = [row[0] for row in queries.agenda_in(Actor.of(central.officer), later)]
        for item in items:
            council_minutes.approve_minutes(item, remark="", actor=Actor.of(central.officer))
        assert len(items) == 2 and not Minutes.everything.filter(approved_at=None).exists()


# ---- minutes

def test_minutes_are_read_once_sent_and_stay_once_the_next_meeting_approves_them(busan, daegu, central, work_off):
    made = founded(central, busan, daegu)
    meeting = closed(central, called(central, made), busan.director, daegu.director)
    row = minuted(central, meeting, sent=False)
    with within(busan.agency):
        assert queries.minutes_of(Actor.of(busan.director), meeting) is None and not Minutes.everything.exists()
    with within(central.agency):
        council_minutes.send_minutes(row, actor=Actor.of(central.officer))
    follow(busan)
    work_off(busan)
    assert told(busan, "council.minutes_sent") == {busan.director}
    with within(busan.agency):
        assert queries.minutes_of(Actor.of(busan.director), meeting).text == "논의한 내용"
        assert queries.minutes_of(Actor.of(busan.officer), meeting) is None
    later = in_session(central, called(central, made, days=30), busan.director)
    with within(central.agency):
        item = AgendaItem.everything.get(meeting=later)
        with pytest.raises(Refused, match="no minutes are approved"):
            council_minutes.approve_minutes(item, remark="", actor=Actor.of(central.officer))
        panels.note_attendance(later, later.body.seats.get(user=daegu.director), present=True, actor=Actor.of(central.officer))
        with pytest.raises(PermissionDenied):
            council_minutes.approve_minutes(item, remark="", actor=Actor.of(central.director))
        with pytest.raises(Refused, match="Minutes are approved, with a remark"):
            council_meeting.resolve(item, text="x", actor=Actor.of(central.officer))
        row = council_minutes.approve_minutes(item, remark="2쪽의 날짜를 바로잡는다.", actor=Actor.of(central.officer))
        with pytest.raises(Refused, match="stay as they are"):
            council_minutes.write_minutes(meeting, text="anders", base_version=1, actor=Actor.of(central.officer))
        for change in ({"text": "anders"}, {"remark": ""}, {"approved_at": None, "approved_in": None, "remark": ""}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Minutes.everything.filter(pk=row.pk).update(**change)
    assert fresh(row, central).approved_in_id == later.pk


def test_minutes_are_told_to_who_holds_the_place_and_not_to_the_substitute_of_the_day_nor_to_who_left(busan, daegu, central, work_off):
    made = founded(central, busan, daegu)
    meeting = called(central, made)
    with within(busan.agency):
        own = Naming.everything.get(place__member=busan.agency)
        naming.name_substitute(own, meeting, busan.manager, actor=Actor.of(busan.officer))
    follow(central)
    with within(daegu.agency):
        Membership.everything.filter(user=daegu.director).update(ended_at=clock.now())
    with clock.travel(meeting.meets_at):
        meeting = closed(central, meeting, busan.manager, daegu.director)
        minuted(central, meeting)
        for place, people in ((busan, {busan.director}), (daegu, set())):
            follow(place)
            work_off(place)
            assert told(place, "council.minutes_sent") == people
    assert told(daegu, "council.meeting_called") == set()


def test_minutes_are_written_of_what_was_held_by_central_and_not_over_newer_ones(busan, central):
    meeting = called(central, founded(central, busan))
    with within(central.agency), pytest.raises(Refused, match="once the meeting is closed"):
        council_minutes.write_minutes(meeting, text="x", base_version=0, actor=Actor.of(central.officer))
    meeting = closed(central, meeting, busan.director)
    with within(central.agency):
        assert str(busan.director) in council_minutes.first_words(meeting)
        with pytest.raises(PermissionDenied):
            council_minutes.write_minutes(meeting, text="x", base_version=0, actor=Actor.of(central.director))
        with pytest.raises(Refused, match="write the minutes"):
            council_minutes.write_minutes(meeting, text=" ", base_version=0, actor=Actor.of(central.officer))
        row = council_minutes.write_minutes(meeting, text="하나", base_version=0, actor=Actor.of(central.officer))
        with pytest.raises(Refused, match="Somebody else has saved"):
            council_minutes.write_minutes(meeting, text="둘", base_version=0, actor=Actor.of(central.officer))
        with pytest.raises(PermissionDenied):
            council_minutes.send_minutes(row, actor=Actor.of(central.director))
        council_minutes.send_minutes(row, actor=Actor.of(central.officer))
        with pytest.raises(Refused, match="sent already"):
            council_minutes.send_minutes(row, actor=Actor.of(central.officer))
        assert MeetingWord.everything.filter(kind="minutes").count() == 1
