"""At the desk: why an item was decided as it was, the note on the discussion, papers typed in, substitutes, seats, the rule for a tie."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.queries import decision_of
from panels import workflow as panels
from panels.models import AgendaItem, Ballot, Body, Involvement, RollEntry, Seat
from tests import factories as f
from tests.desk.test_meeting import DESK, OTHERS, READERS, at, came_from
from tests.evaluations import batch
from tests.evaluations.test_committee import sitting, vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.DEMO = True
    with translation.override("en"):
        yield


@pytest.fixture
def room(busan):
    return sitting(busan, batch.ready(busan, unmet=["1.1.2"]))


def item_page(path, *parts):
    return f"{DESK}agenda/{path.item.public_id}/" + "".join(f"{part}/" for part in parts) + "?lang=en"


def opened(path, is_secret=False):
    with within(path.place.agency):
        path.ballot = panels.open_ballot(AgendaItem.everything.get(pk=path.item.pk), is_secret=is_secret, actor=path.officer)
    return f"{DESK}ballots/{path.ballot.public_id}/papers/?lang=en"


def body_of(path):
    with within(path.place.agency):
        return Body.everything.get(pk=path.meeting.body_id).public_id


# ---- why

@pytest.mark.parametrize("who", READERS)
def test_from_the_case_one_click_leads_to_grounds_votes_and_discussion(who, busan, room, sit_down, words_of):
    with within(busan.agency):
        panels.keep_discussion(room.item, "CNRY-busan-discussed", base=0, actor=room.officer)
    vote(room, room, "refuse")
    with within(busan.agency):
        workflow.close_committee(room.meeting, actor=room.officer, grounds={room.item.pk: "CNRY-busan-grounds"})
        assert decision_of(room.officer, room.fresh()).item_id == room.item.pk
    client = sit_down(getattr(busan, who))
    case = client.get(f"{DESK}cases/{room.application.public_id}/?lang=en").content.decode()
    assert f"/admin/agenda/{room.item.public_id}/" in case
    page = words_of(client.get(item_page(room)))
    for there in ("CNRY-busan-grounds", batch.UNMET, "CNRY-busan-discussed", "3 of the 3 present agree", str(room.members[1])):
        assert there in page


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_item_papers_or_seat(who, busan, room, sit_down):
    client, papers = sit_down(getattr(busan, who)), opened(room)
    for address in (item_page(room), papers, f"{DESK}seats/{room.seats[0].public_id}/"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_read_and_change_nothing(who, busan, room, sit_down):
    client, papers = sit_down(getattr(busan, who)), opened(room)
    seat = room.seats[0].public_id
    assert "Keep the note" not in client.get(item_page(room)).content.decode()
    for address in (item_page(room, "discussion"), papers, f"{DESK}seats/{seat}/renew/", f"{DESK}seats/{seat}/",
                    f"{DESK}seats/{seat}/substitute/", f"{DESK}seats/{seat}/holder/",
                    f"{DESK}bodies/{body_of(room)}/casting/"):
        assert client.post(address, {"tie-kind": "related", "tie-business_number": room.provider.business_number}).status_code == 403


def test_the_item_asks_as_often_for_three_ballots_as_for_one(busan, room, sit_down):
    client = sit_down(busan.officer)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(item_page(room)).status_code == 200
        return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))])

    with within(busan.agency):
        f.BallotFactory(item=room.item, opened_by=busan.officer, voided_at=clock.now(), void_reason="x")
    asked()
    one = asked()
    with within(busan.agency):
        f.BallotFactory.create_batch(2, item=room.item, opened_by=busan.officer, voided_at=clock.now(), void_reason="x")
    assert asked() == one


# ---- the discussion

def test_two_secretaries_see_each_others_words_and_lose_none(busan, room, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "The note is kept" in words_of(client.post(item_page(room, "discussion"), {"base": 0, "discussion": "first words"}, follow=True))
    page = client.post(item_page(room, "discussion"), {"base": 0, "discussion": "second words"})
    said = words_of(page)
    assert "Somebody has changed this note" in said
    assert "first words" in said
    assert "second words" in page.content.decode()
    assert 'name="base" value="1"' in page.content.decode()
    client.post(item_page(room, "discussion"), {"base": 1, "discussion": "both"})
    with within(busan.agency):
        assert AgendaItem.everything.get().discussion == "both"


# ---- papers

def test_papers_of_an_open_vote_on_their_page(busan, room, sit_down, words_of):
    client, address = sit_down(busan.officer), opened(room)
    fields = {f"seat_{seat.pk}": "refuse" for seat in room.seats[:2]}
    page = client.post(address, fields | {f"seat_{room.seats[2].pk}": "burn"})
    assert "not one of the available choices" in words_of(page)
    assert page.content.decode().count('value="refuse" selected') == 2           # nothing typed is lost
    assert "The papers are counted" in words_of(client.post(address, fields, follow=True))
    with within(busan.agency):
        assert RollEntry.everything.filter(on_paper=True).count() == 2
    assert f"seat_{room.seats[0].pk}" not in client.get(address).content.decode()


def test_papers_of_a_secret_ballot_must_be_as_many_as_people(busan, room, sit_down, words_of):
    client, address = sit_down(busan.officer), opened(room, is_secret=True)
    handed_in = {f"seat_{seat.pk}": "on" for seat in room.seats}
    page = client.post(address, handed_in | {"count_refuse": 1, "count_defer": 1})
    assert "3 have handed in a paper, but 2 papers are counted" in words_of(page)
    assert page.content.decode().count(" checked") == 3
    assert "The papers are counted" in words_of(client.post(address, handed_in | {"count_refuse": 2, "count_defer": 1}, follow=True))
    client.post(f"{DESK}ballots/{room.ballot.public_id}/close/")
    with within(busan.agency):
        assert Ballot.everything.get().result == "refuse"
    assert "secret" in words_of(client.get(at(room)))


def test_the_button_opens_a_secret_ballot(busan, room, sit_down):
    sit_down(busan.officer).post(item_page(room, "ballot"), {"secret": "1"})
    with within(busan.agency):
        assert Ballot.everything.get().is_secret


# ---- substitutes, seats, the rule

def test_a_substitute_is_named_and_the_holder_comes_after_all(busan, room, sit_down, words_of):
    client, holder = sit_down(busan.officer), room.seats[2]
    with within(busan.agency):
        deputy = room.one_more("committee")
        panels.note_attendance(room.meeting, holder, present=False, actor=room.officer)
    where, meeting = f"{DESK}seats/{holder.public_id}/substitute/?lang=en", room.meeting.public_id
    page = client.post(where, {"user": "", "meeting": meeting}, follow=True, headers=came_from(at(room)))
    assert "required" in words_of(page)
    assert f"for {holder.user}" in words_of(client.post(where, {"user": deputy.pk, "meeting": meeting}, follow=True))
    with within(busan.agency):
        seat = Seat.everything.get(stands_for=holder)
    back = f"{DESK}seats/{seat.public_id}/holder/?lang=en"
    assert "The holder of the seat sits again" in words_of(client.post(back, {"meeting": meeting}, follow=True))
    with within(busan.agency):
        elsewhere = f.MeetingFactory().public_id
    for another in ({}, {"meeting": elsewhere}, {"meeting": "nonsense"}):
        assert client.post(where, {"user": deputy.pk, **another}).status_code == 404


def test_a_seat_with_its_term_and_ties(busan, room, sit_down, words_of):
    client, today = sit_down(busan.officer), clock.today()
    with within(busan.agency):
        Seat.everything.filter(pk=room.seats[1].pk).update(to_on=today + timedelta(20))
    address = f"{DESK}seats/{room.seats[1].public_id}/?lang=en"
    assert "ends soon" in words_of(client.get(f"{DESK}bodies/{body_of(room)}/?lang=en"))
    assert "The term ends on" in words_of(client.get(address))
    page = client.post(address, {"tie-kind": "related", "tie-business_number": room.provider.business_number}, follow=True)
    assert room.provider.name in words_of(page)
    assert "ground of exclusion" in words_of(client.get(at(room)))
    client.post(f"{DESK}seats/{room.seats[1].public_id}/renew/", {"to_on": str(today + timedelta(400))})
    with within(busan.agency):
        assert Involvement.everything.get(kind="related").person == room.members[1].person
        assert Seat.everything.filter(user=room.members[1]).count() == 2


def test_the_rule_for_a_tie_is_chosen_at_the_body_and_shown_to_the_members(busan, room, sit_down, words_of):
    client = sit_down(busan.officer)
    address = f"{DESK}bodies/{body_of(room)}/"
    assert "The rule is kept" in words_of(client.post(f"{address}casting/?lang=en", {"casting": "chair"}, follow=True))
    page = client.post(f"{address}casting/?lang=en", {"casting": "dice"}, follow=True, headers=came_from(address))
    assert "not one of the available choices" in words_of(page)
    with within(busan.agency):
        assert Body.everything.get().casting == "chair"
    page = words_of(sit_down(busan.committee).get(f"/busan/committee/items/{room.item.public_id}/?lang=en"))
    assert "the chair's vote decides" in page.replace("&#x27;", "'")
