"""Meetings at the desk: bodies and seats, calling, conducting, closing, the minutes."""
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core import clock
from core.signing import make_keys
from core.tenancy import within
from evaluations.models import Decision
from evaluations.stages import Stage
from evaluations.tasks import make_minutes
from panels import workflow as panels
from panels.models import AgendaItem, Attendance, Ballot, Body, Declaration, Meeting, Seat
from tests import factories as f
from tests.evaluations import batch
from tests.evaluations.test_committee import sitting, vote

pytestmark = pytest.mark.django_db
DESK = "/busan/admin/"
READERS = ["officer", "manager", "director", "auditor"]
OTHERS = ["trainer", "admin", "observer", "employee", "consultant", "assessor", "committee", "owner"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def at(path, *parts):
    return f"{DESK}meetings/{path.meeting.public_id}/" + "".join(f"{part}/" for part in parts) + "?lang=en"


@pytest.fixture
def room(busan):
    return sitting(busan, batch.ready(busan))


def came_from(address):
    return {"referer": f"http://testserver{address}"}


# ---- who

@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_meetings_and_bodies(who, busan, room, sit_down, words_of):
    client = sit_down(getattr(busan, who))
    assert "CNRY-busan-meeting" in words_of(client.get(f"{DESK}meetings/?lang=en"))
    assert room.application.provider_name in words_of(client.get(at(room)))
    assert "CNRY-busan-body-en" in words_of(client.get(f"{DESK}bodies/?lang=en"))
    with within(busan.agency):
        body = Body.everything.get()
    assert "CNRY-busan-committee" in words_of(client.get(f"{DESK}bodies/{body.public_id}/?lang=en"))


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_them(who, busan, room, sit_down):
    client = sit_down(getattr(busan, who))
    for address in (f"{DESK}meetings/", at(room), f"{DESK}bodies/", f"{DESK}meetings/call/"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_see_no_button_and_post_nothing(who, busan, room, sit_down):
    client = sit_down(getattr(busan, who))
    page = client.get(at(room)).content.decode()
    assert "/ballot/" not in page
    assert "/close/" not in page
    for address in (at(room, "open"), at(room, "close"), at(room, "cancel"), at(room, "agenda"), at(room, "attendance"),
                    f"{DESK}agenda/{room.item.public_id}/ballot/", f"{DESK}agenda/{room.item.public_id}/off/",
                    f"{DESK}seats/{room.seats[0].public_id}/end/"):
        assert client.post(address, {"reason": "x"}).status_code == 403
    assert client.post(f"{DESK}bodies/", {"name_ko": "가", "name_en": "x"}).status_code == 403
    with within(busan.agency):
        seat = {"user": busan.committee.pk, "office": "member", "from_on": "2026-01-01"}
        body = f.BodyFactory()
    assert client.post(f"{DESK}bodies/{body.public_id}/", seat).status_code == 403


def test_another_agencys_meeting_is_unknown(busan, daegu, room, sit_down):
    client = sit_down(daegu.officer)
    for meeting in (room.meeting.public_id, uuid.uuid4()):
        assert client.get(f"/daegu/admin/meetings/{meeting}/").status_code == 404
        assert client.post(f"/daegu/admin/meetings/{meeting}/close/").status_code == 404


def test_the_list_asks_as_often_for_three_rows_as_for_one(busan, room, sit_down):
    client = sit_down(busan.officer)

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))])

    addresses = (f"{DESK}meetings/", f"{DESK}bodies/", at(room))
    asked(addresses[0])
    one = [asked(address) for address in addresses]
    with within(busan.agency):
        f.MeetingFactory.create_batch(2)
        f.AgendaItemFactory.create_batch(2, meeting=room.meeting)
    assert [asked(address) for address in addresses] == one


# ---- bodies and seats

def test_the_officer_founds_a_body_and_gives_and_ends_seats(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    page = client.post(f"{DESK}bodies/?lang=en", {"name_ko": "CNRY-busan-위원회", "name_en": "CNRY-busan-new"}, follow=True)
    assert "The body is founded" in words_of(page)
    with within(busan.agency):
        body = Body.everything.get(name_en="CNRY-busan-new")
    address = f"{DESK}bodies/{body.public_id}/?lang=en"
    given = {"user": busan.committee.pk, "office": "chair", "from_on": "2026-01-01"}
    assert "The seat is given" in words_of(client.post(address, given, follow=True))
    assert "has a seat in this body already" in words_of(client.post(address, given))
    with within(busan.agency):
        seat = Seat.everything.get()
    page = client.post(f"{DESK}seats/{seat.public_id}/end/?lang=en", {"to_on": "2025-01-01"}, follow=True, headers=came_from(address))
    assert "cannot end before it began" in words_of(page)
    page = client.post(f"{DESK}seats/{seat.public_id}/end/?lang=en", {"to_on": ""}, follow=True, headers=came_from(address))
    assert "give the last day" in words_of(page)
    client.post(f"{DESK}seats/{seat.public_id}/end/", {"to_on": "2026-12-31"})
    with within(busan.agency):
        assert str(Seat.everything.get().to_on) == "2026-12-31"


def test_two_bodies_have_no_one_name(busan, sit_down, words_of):
    with within(busan.agency):
        f.BodyFactory(name_ko="위원회")
    page = sit_down(busan.officer).post(f"{DESK}bodies/?lang=en", {"name_ko": "위원회", "name_en": "x"})
    assert "already a body of this name" in words_of(page)


def test_only_committee_members_are_offered_a_seat(busan, daegu, sit_down):
    with within(busan.agency):
        body = f.BodyFactory()
    address = f"{DESK}bodies/{body.public_id}/"
    client = sit_down(busan.officer)
    page = client.get(address).content.decode()
    assert f'value="{busan.committee.pk}"' in page
    for other in (busan.officer, busan.owner, daegu.committee):
        assert f'value="{other.pk}"' not in page
        client.post(address, {"user": other.pk, "office": "member", "from_on": "2026-01-01"})
    with within(busan.agency):
        assert not Seat.everything.exists()


# ---- a meeting from its calling to its minutes

def test_the_officer_calls_a_meeting_and_puts_ready_cases_on_its_agenda(busan, sit_down, words_of):
    path = batch.ready(busan)
    with within(busan.agency):
        body = f.BodyFactory()
        f.SeatFactory(body=body, user=busan.committee)
    client = sit_down(busan.officer)
    page = client.post(f"{DESK}meetings/call/?lang=en", {
        "body": body.pk, "title": "CNRY-busan-third", "meets_at": "2026-12-01T14:00", "place": "회의실"}, follow=True)
    assert "The meeting is called" in words_of(page)
    assert path.application.provider_name in words_of(page)
    with within(busan.agency):
        path.meeting = Meeting.everything.get()
        assert clock.seoul(path.meeting.meets_at).isoformat() == "2026-12-01T14:00:00+09:00"
    page = client.post(at(path, "agenda"), {"case": [str(path.application.public_id), "nonsense"]}, follow=True)
    assert "1 case is on the agenda" in words_of(page)
    with within(busan.agency):
        assert AgendaItem.everything.get().matter == path.application.matter
        assert Declaration.everything.get(user=busan.committee, matter=path.application.matter).answered_at is None
    assert client.post(at(path, "agenda"), {"case": [str(uuid.uuid4())]}).status_code == 404


def test_of_several_cases_all_come_on_the_agenda_or_none(busan, room, sit_down, words_of):
    second = batch.ready(busan, room.round, "second")
    cases = [str(second.application.public_id), str(room.application.public_id)]
    page = sit_down(busan.officer).post(at(room, "agenda"), {"case": cases}, follow=True, headers=came_from(at(room)))
    assert "on the agenda of a meeting that is not closed yet" in words_of(page)
    with within(busan.agency):
        assert AgendaItem.everything.count() == 1


def test_attendance_is_one_click_and_the_quorum_follows(busan, room, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "2 must be present, 3 are" in words_of(client.get(at(room)))
    for seat in room.seats[:2]:
        client.post(at(room, "attendance"), {"seat": seat.public_id, "present": "0"})
    assert "2 must be present, 1 are" in words_of(client.get(at(room)))
    page = client.post(f"{DESK}agenda/{room.item.public_id}/ballot/?lang=en", follow=True, headers=came_from(at(room)))
    assert "Too few are present." in words_of(page)
    client.post(at(room, "attendance"), {"seat": room.seats[0].public_id, "present": "1"})
    with within(busan.agency):
        assert Attendance.everything.filter(left_at=None).count() == 2


def test_the_secretary_leads_a_meeting_to_its_decision_and_its_minutes(busan, sit_down, words_of, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["busan"])
    path = batch.ready(busan)
    room, client = sitting(busan, path), sit_down(busan.manager)
    assert "The ballot is open." in words_of(client.post(f"{DESK}agenda/{path.item.public_id}/ballot/?lang=en", follow=True))
    with within(busan.agency):
        ballot = Ballot.everything.get()
    void = f"{DESK}ballots/{ballot.public_id}/void/?lang=en"
    assert "required" in words_of(client.post(void, {"reason": " "}, follow=True, headers=came_from(at(room))))
    assert "The ballot is void." in words_of(client.post(void, {"reason": "다시 투표합니다."}, follow=True))
    client.post(f"{DESK}agenda/{path.item.public_id}/ballot/")
    with within(busan.agency):
        ballot = Ballot.everything.get(voided_at=None)
        for user in room.members:
            panels.cast_vote(ballot, "defer", actor=path.as_(user), arrived_at=clock.now())
    client.post(f"{DESK}ballots/{ballot.public_id}/close/")
    page = client.get(at(path))
    assert "3 of the 3 present agree" in words_of(page)
    assert f'name="grounds_{path.item.position}"' in page.content.decode()
    page = client.post(at(path, "close"), {f"grounds_{path.item.position}": "CNRY-busan-why"}, follow=True)
    assert "its decisions stand" in words_of(page)
    with within(busan.agency):
        assert Decision.everything.get().grounds == "CNRY-busan-why"
        assert path.fresh().stage == Stage.DECIDED
    assert client.get(f"{DESK}meetings/{path.meeting.public_id}/minutes.pdf").status_code == 404
    with within(busan.agency):
        make_minutes(meeting_id=path.meeting.pk)
    assert b"".join(client.get(f"{DESK}meetings/{path.meeting.public_id}/minutes.pdf").streaming_content).startswith(b"%PDF")


def test_closing_without_the_grounds_that_are_needed_asks_for_them(busan, room, sit_down, words_of):
    vote(room, room, "refuse")
    page = sit_down(busan.officer).post(at(room, "close"), {f"grounds_{room.item.position}": " "})
    assert "required" in words_of(page)
    with within(busan.agency):
        assert not Decision.everything.exists()
        assert Meeting.everything.get(pk=room.meeting.pk).is_open


def test_a_case_is_taken_off_with_a_reason(busan, room, sit_down, words_of):
    client = sit_down(busan.officer)
    address = f"{DESK}agenda/{room.item.public_id}/off/?lang=en"
    client.post(address, {"reason": ""})
    with within(busan.agency):
        assert AgendaItem.everything.get().withdrawn_at is None
    assert "taken off the agenda" in words_of(client.post(address, {"reason": "다음에 다룹니다."}, follow=True))
    assert "다음에 다룹니다." in words_of(client.get(at(room)))


def test_a_meeting_that_has_not_begun_is_opened_or_cancelled(busan, sit_down, words_of):
    with within(busan.agency):
        first, second = f.MeetingFactory.create_batch(2, stage="planned", opened_at=None, meets_at=clock.now() + timedelta(days=2))
    client = sit_down(busan.officer)
    page = client.post(f"{DESK}meetings/{first.public_id}/cancel/?lang=en", {"reason": "정족수가 모자랍니다."}, follow=True)
    assert "The meeting is cancelled" in words_of(page)
    assert "정족수가 모자랍니다." in words_of(page)
    assert "in session" in words_of(client.post(f"{DESK}meetings/{second.public_id}/open/?lang=en", follow=True))
    page = client.post(f"{DESK}meetings/{second.public_id}/cancel/?lang=en", {"reason": "x"}, follow=True,
                       headers=came_from(f"{DESK}meetings/{second.public_id}/?lang=en"))
    assert "Only a meeting that has not begun" in words_of(page)


def test_nothing_is_decided_by_get(busan, room, sit_down):
    client = sit_down(busan.officer)
    for address in (at(room, "open"), at(room, "close"), at(room, "cancel"), at(room, "agenda"), at(room, "attendance"),
                    f"{DESK}agenda/{room.item.public_id}/ballot/", f"{DESK}agenda/{room.item.public_id}/off/"):
        assert client.get(address).status_code == 405
