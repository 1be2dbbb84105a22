"""Briefings at the desk: set up, changed, called off; the list, who came, materials."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.models import Briefing, BriefingMaterial, BriefingPlace
from core import clock
from core.models import AccessEntry
from core.tenancy import within
from tests import factories as f
from tests.certification.briefing_messages import kinds
from tests.desk.test_rounds import ROUNDS, local
from tests.files import hwpx, upload

BRIEFINGS = "/busan/admin/briefings/"


@pytest.fixture
def briefing(busan):
    with within(busan.agency):
        briefing = f.BriefingFactory(seats=2)
        f.BriefingPlaceFactory(briefing=briefing, name="CNRY-seated")
        return briefing


def at(briefing, end=""):
    return f"{BRIEFINGS}{briefing.public_id}/{end}"


def typed(**other):
    starts = clock.now() + timedelta(days=5)
    return {"name_ko": "사업설명회", "name_en": "Briefing", "starts_at": local(starts), "ends_at": local(starts + timedelta(hours=2)),
            "place_ko": "시청", "place_en": "City hall", "link": "", "seats": 30,
            "register_until": local(starts - timedelta(days=1))} | other


def again(row):
    return row.__class__.everything.get(pk=row.pk)


def test_a_briefing_is_added_and_what_cannot_be_is_said_beside_its_field(busan, sit_down, words_of):
    with within(busan.agency):
        round = f.RoundFactory(published_at=None)
    client, address = sit_down(busan.officer), f"{ROUNDS}{round.public_id}/briefings/?lang=en"
    wrong = {"ends_at": local(clock.now()), "register_until": local(clock.now() + timedelta(days=9)), "place_ko": "", "seats": 0}
    page = client.post(address, typed(**wrong))
    words = words_of(page)
    for sentence in ("has to end after it began", "before the briefing begins", "Write a place", "greater than or equal to 1"):
        assert sentence in words, sentence
    assert "The briefing is added." in words_of(client.post(address, typed(), follow=True))
    with within(busan.agency):
        briefing = Briefing.everything.get()
    assert "The briefing is changed." in words_of(client.post(f"{at(briefing, 'change/')}?lang=en", typed(seats=20), follow=True))
    client.post(at(briefing, "remove/"))
    with within(busan.agency):
        assert not Briefing.everything.exists()


def test_an_announced_one_changes_with_a_reason_and_is_called_off_with_one(busan, briefing, sit_down, words_of):
    client = sit_down(busan.officer)
    page = client.post(f"{at(briefing, 'change/')}?lang=en", typed(place_ko="구청"))
    assert "required" in words_of(page) and 'value="구청"' in page.content.decode()
    client.post(at(briefing, "change/"), typed(place_ko="구청", reason="강당 공사"))
    client.post(at(briefing, "call-off/"), {"off-reason": ""})
    assert "is called off" in words_of(client.post(f"{at(briefing, 'call-off/')}?lang=en", {"off-reason": "태풍"}, follow=True))
    with within(busan.agency):
        assert kinds() == ["changed", "called_off"] and again(briefing).call_off_reason == "태풍"


def test_the_list_shows_who_registered_and_that_it_was_looked_at_is_on_record(busan, briefing, sit_down, words_of):
    with within(busan.agency):
        f.BriefingPlaceFactory(briefing=briefing, name="CNRY-waiting", seated_at=None, mail_error="550")
        f.BriefingPlaceFactory(briefing=briefing, name="CNRY-gone", cancelled_at=clock.now())
    client = sit_down(busan.auditor)
    words = words_of(client.get(f"{at(briefing)}?lang=en"))
    assert "CNRY-seated" in words and "CNRY-waiting" in words and "please call" in words and "CNRY-gone" not in words
    sheet = words_of(client.get(f"{at(briefing, 'sheet/')}?lang=en"))
    assert "Signature" in sheet and "CNRY-waiting" in sheet and "guest.example" not in sheet
    with within(busan.agency):
        assert list(AccessEntry.everything.order_by("pk").values_list("work", "kind")) == [
            ("briefing.read", "read"), ("briefing.read", "export")]


def test_who_came_is_one_tap_and_who_calls_is_taken_off(busan, briefing, sit_down, words_of):
    client = sit_down(busan.officer)
    with within(busan.agency):
        place, waiting = BriefingPlace.everything.get(), f.BriefingPlaceFactory(briefing=briefing, seated_at=None)
        Briefing.everything.filter(pk=briefing.pk).update(seats=1)
    came = f"{BRIEFINGS}places/{place.public_id}/came/"
    assert came not in client.get(at(briefing)).content.decode()
    client.post(f"{BRIEFINGS}places/{place.public_id}/cancel/")
    with within(busan.agency):
        assert again(place).cancelled_at and again(waiting).seated_at
    with clock.travel(briefing.starts_at):
        came = f"{BRIEFINGS}places/{waiting.public_id}/came/"
        client.force_login(busan.officer)
        assert came in client.get(at(briefing)).content.decode()
        client.post(came, {"came": "1"})
        with within(busan.agency):
            assert again(waiting).came_at
        client.post(came, {"came": "0"})
    with within(busan.agency):
        assert again(waiting).came_at is None


def test_materials_are_added_and_whoever_registered_is_told(busan, briefing, sit_down, words_of):
    client = sit_down(busan.officer)
    client.post(at(briefing, "materials/"), {"attachment-file": upload(hwpx(), "자료.hwpx")})
    assert "required" in words_of(client.post(f"{at(briefing, 'materials/')}?lang=en", {}))
    with within(busan.agency):
        assert BriefingMaterial.everything.get().name == "자료.hwpx"
    assert "1 person is being told" in words_of(client.post(f"{at(briefing, 'materials/tell/')}?lang=en", follow=True))


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_those_who_only_read_change_nothing(who, busan, briefing, sit_down):
    client = sit_down(getattr(busan, who))
    assert 'method="post"' not in client.get(at(briefing)).content.decode().partition("<main")[2]
    for end in ("change/", "call-off/", "remove/", "materials/", "materials/tell/"):
        assert client.post(at(briefing, end)).status_code == 403


@pytest.mark.parametrize("end", ["", "sheet/"])
def test_the_list_asks_as_often_for_three_rows_as_for_one(end, busan, briefing, sit_down):
    client = sit_down(busan.officer)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(briefing, end)).status_code == 200
        return len(queries)

    asked()
    one = asked()
    with within(busan.agency):
        f.BriefingPlaceFactory.create_batch(2, briefing=briefing)
    assert asked() == one
