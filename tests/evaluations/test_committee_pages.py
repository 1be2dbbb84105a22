"""The committee member's pages: meetings, agenda, the case on one page, the vote and every reason not to."""
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core import clock
from core.models import AccessEntry
from core.signing import make_keys
from core.tenancy import within
from evaluations import workflow
from evaluations.tasks import make_minutes
from panels import workflow as panels
from panels.models import Ballot, OpenChoice, RollEntry
from tests import factories as f
from tests.evaluations import batch
from tests.evaluations.test_committee import sitting, vote

pytestmark = pytest.mark.django_db
HOME = "/busan/committee/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def sit_down(client):
    def signed_in(user):
        client.force_login(user)
        return client
    return signed_in


def words_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.fixture
def room(busan):
    """A case in session; everybody is there and has declared."""
    path = batch.ready(busan)
    return sitting(busan, path)


def item_address(path):
    return f"{HOME}items/{path.item.public_id}/?lang=en"


def open_ballot(path):
    with within(path.place.agency):
        path.ballot = panels.open_ballot(path.item, actor=path.officer)
    return f"{HOME}ballots/{path.ballot.public_id}/vote/?lang=en"


def votes(path):
    with within(path.place.agency):
        return list(OpenChoice.everything.filter(entry__ballot=path.ballot).values_list("choice", flat=True))


# ---- meetings and agenda

def test_a_member_sees_the_meetings_of_their_committee_and_what_is_still_to_declare(busan, sit_down):
    path = batch.ready(busan)
    with within(busan.agency):
        meeting = f.MeetingFactory(title="CNRY-busan-first", stage="planned", opened_at=None)
        f.SeatFactory(body=meeting.body, user=busan.committee)
        f.MeetingFactory(title="CNRY-busan-elsewhere")
        workflow.put_on_agenda(path.application, meeting, actor=path.officer)
    page = words_of(sit_down(busan.committee).get(f"{HOME}?lang=en"))
    assert "CNRY-busan-first" in page
    assert "1 declaration to give" in page
    assert "elsewhere" not in page


@pytest.mark.parametrize("who", ["assessor", "officer", "director", "owner", "observer"])
def test_nobody_else_opens_these_pages(who, busan, sit_down, room):
    client = sit_down(getattr(busan, who))
    assert client.get(HOME).status_code == 403
    assert client.get(item_address(room)).status_code == 403


def test_another_committees_meeting_and_item_are_unknown(busan, daegu, sit_down, room):
    with within(busan.agency):
        elsewhere = room.one_more("committee")
    client = sit_down(elsewhere)
    assert client.get(f"{HOME}meetings/{room.meeting.public_id}/").status_code == 404
    assert client.get(item_address(room)).status_code == 404
    assert client.get(f"{HOME}meetings/{room.meeting.public_id}/minutes.pdf").status_code == 404


def test_the_agenda_says_of_each_item_how_one_stands_to_it(busan, sit_down, room):
    second = batch.ready(busan, room.round, "second")
    third = batch.ready(busan, room.round, "third")
    with within(busan.agency):
        for path in (second, third):
            path.item = workflow.put_on_agenda(path.fresh(), room.meeting, actor=room.officer)
        third.declare(busan.committee, interest="친족이 일합니다.")
    page = sit_down(busan.committee).get(f"{HOME}meetings/{room.meeting.public_id}/?lang=en")
    assert "open to read" in words_of(page)
    assert "Declare first" in words_of(page)
    assert "You stand back from this case" in words_of(page)
    assert f"/committee/items/{room.item.public_id}/" in page.content.decode()
    assert "/assess/declarations/" in page.content.decode()
    assert f"/committee/items/{third.item.public_id}/" not in page.content.decode()


def test_lists_ask_as_often_for_three_rows_as_for_one(busan, sit_down, room):
    client = sit_down(busan.committee)

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))])

    agenda = f"{HOME}meetings/{room.meeting.public_id}/"
    asked(HOME)
    one = asked(HOME), asked(agenda)
    with within(busan.agency):
        f.MeetingFactory.create_batch(2, body=room.meeting.body)
        for _ in range(2):
            item = f.AgendaItemFactory(meeting=room.meeting)
            f.DeclarationFactory(user=busan.committee, matter=item.matter)
    assert (asked(HOME), asked(agenda)) == one


# ---- the case on one page

def test_the_case_is_shown_from_what_was_handed_in_and_the_reading_is_noted(busan, sit_down, room):
    with within(busan.agency):
        room.provider.__class__.everything.filter(pk=room.provider.pk).update(name="CNRY-busan-renamed-since")
    page = words_of(sit_down(busan.committee).get(item_address(room)))
    assert "3 of 3" in page
    assert room.application.provider_name in page
    assert "renamed-since" not in page
    assert "There is a quorum for this item." in page
    assert "3 may vote on this item" in page
    with within(busan.agency):
        assert AccessEntry.everything.get(work="case.read").subject_id == str(room.application.pk)


def test_an_unmet_indicator_stands_there_with_its_reason_and_certifying_is_not_offered(busan, sit_down):
    path = batch.ready(busan, unmet=["1.1.2"])
    sitting(busan, path)
    open_ballot(path)
    page = sit_down(busan.committee).get(item_address(path))
    assert batch.UNMET in words_of(page)
    assert "Certifying is not offered" in words_of(page)
    assert 'value="award"' not in page.content.decode()
    assert 'value="refuse"' in page.content.decode()


@pytest.mark.parametrize("state", ["not asked", "asked", "stands back"])
def test_no_papers_before_the_declaration_and_for_who_stands_back(state, busan, sit_down, room):
    second = batch.ready(busan, room.round, "second", unmet=["1.1.2"])
    with within(busan.agency):
        second.item = workflow.put_on_agenda(second.fresh(), room.meeting, actor=room.officer)
        user = busan.committee
        if state == "not asked":
            user = room.one_more("committee")
            f.SeatFactory(body=room.meeting.body, user=user)
        elif state == "stands back":
            second.declare(user, interest="친족이 일합니다.")
    page = words_of(sit_down(user).get(item_address(second)))
    assert batch.UNMET not in page
    assert {"not asked": "not been asked", "asked": "Please declare first", "stands back": "You stand back from this case"}[state] in page


def test_what_was_taken_off_the_agenda_is_gone(busan, sit_down, room):
    with within(busan.agency):
        panels.take_off_agenda(room.item, reason="다음 회의에서 다룹니다.", actor=room.officer)
    assert sit_down(busan.committee).get(item_address(room)).status_code == 404


# ---- the vote

def test_a_member_votes_once_and_hears_it_when_voting_again(busan, sit_down, room):
    to, client = open_ballot(room), sit_down(busan.committee)
    assert "vote now" in words_of(client.get(f"{HOME}meetings/{room.meeting.public_id}/?lang=en"))
    assert "Your vote is counted" in words_of(client.post(to, {"choice": "award"}, follow=True))
    again = client.post(to, {"choice": "refuse"}, follow=True, headers={"referer": f"http://testserver{item_address(room)}"})
    assert "You have voted already." in words_of(again)
    assert votes(room) == ["award"]
    page = words_of(client.get(item_address(room)))
    assert "1 have voted" in page
    assert "Your vote: certified" in page


@pytest.mark.parametrize("choice", ["", "revoke"])
def test_a_vote_without_a_choice_or_for_what_is_not_offered_is_asked_again(choice, busan, sit_down, room):
    page = words_of(sit_down(busan.committee).post(open_ballot(room), {"choice": choice}))
    assert "required" in page or "not one of the available choices" in page
    assert votes(room) == []


def refused_with(client, path, to):
    page = client.post(to, {"choice": "award"}, follow=True, headers={"referer": f"http://testserver{HOME}?lang=en"})
    assert votes(path) == []
    return words_of(page)


def test_who_stands_back_has_no_vote(busan, sit_down, room):
    with within(busan.agency):
        room.declare(busan.committee, interest="친족이 일합니다.")
    assert "You stand back from this case and do not vote on it." in refused_with(sit_down(busan.committee), room, open_ballot(room))


def test_an_assessor_of_the_case_has_no_vote(busan, sit_down, room):
    to = open_ballot(room)
    with within(busan.agency):
        f.InvolvementFactory(person=busan.committee.person, matter=room.application.matter)
    client = sit_down(busan.committee)
    assert "You have assessed this case and do not vote on it." in refused_with(client, room, to)
    assert "You have assessed this case and do not vote on it." in words_of(client.get(item_address(room)))


def test_who_is_not_there_has_no_vote(busan, sit_down, room):
    to = open_ballot(room)
    with within(busan.agency):
        panels.note_attendance(room.meeting, room.seats[0], present=False, actor=room.officer)
    assert "not marked as present" in refused_with(sit_down(busan.committee), room, to)


def test_below_the_quorum_no_ballot_is_opened_and_the_page_says_so(busan, sit_down, room):
    with within(busan.agency):
        for seat in room.seats[1:]:
            panels.note_attendance(room.meeting, seat, present=False, actor=room.officer)
    page = words_of(sit_down(busan.committee).get(item_address(room)))
    assert "There is no quorum for this item yet." in page
    assert "2 must be present, 1 are" in page


def test_a_vote_on_a_void_or_closed_ballot_is_not_counted_into_the_next(busan, sit_down, room):
    to = open_ballot(room)
    with within(busan.agency):
        panels.void_ballot(room.ballot, reason="다시 투표합니다.", actor=room.officer)
    open_ballot(room)
    assert "This ballot is not open." in refused_with(sit_down(busan.committee), room, to)
    with within(busan.agency):
        assert not RollEntry.everything.exists()


def test_the_result_is_shown_with_its_figures_once_it_is_closed(busan, sit_down, room):
    client = sit_down(busan.committee)
    vote(room, room, "award")
    page = words_of(client.get(item_address(room)))
    assert "3 of the 3 present agree" in page
    assert "3 votes" in page
    with within(busan.agency):
        assert Ballot.everything.get().result == "award"


def test_the_minutes_are_there_for_the_members_once_made(busan, sit_down, room, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["busan"])
    address, client = f"{HOME}meetings/{room.meeting.public_id}/", sit_down(busan.committee)
    assert client.get(f"{address}minutes.pdf").status_code == 404
    vote(room, room, "award")
    with within(busan.agency):
        workflow.close_committee(room.meeting, actor=room.officer)
    assert "They are being made." in words_of(client.get(f"{address}?lang=en"))
    with within(busan.agency):
        make_minutes(meeting_id=room.meeting.pk)
    assert "minutes.pdf" in client.get(address).content.decode()
    assert b"".join(client.get(f"{address}minutes.pdf").streaming_content).startswith(b"%PDF")


def test_a_term_that_has_ended_opens_nothing(busan, sit_down, room):
    with within(busan.agency):
        panels.end_seat(room.seats[0], to_on=clock.today() - timedelta(days=1), actor=room.officer)
    assert sit_down(busan.committee).get(item_address(room)).status_code == 404
