"""Providers at the desk: the list, one provider, the decision."""
import unicodedata
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import District
from core.models import AccessEntry
from core.tenancy import within
from correspondence.workflow import open_deadline
from providers.models import Provider
from providers.stages import Stage
from tests import factories as f
from tests.providers.test_workflow import stage_of, told

OF_EVERY_PAGE = 5                                   # agency, session, account, person, memberships
LIST = "/busan/admin/providers/"
READERS = ["officer", "manager", "director", "auditor"]
OTHERS = ["trainer", "admin", "observer", "employee", "consultant", "assessor", "committee", "owner", "neighbour"]


def address(place, *parts):
    return LIST + "".join(f"{part}/" for part in (place.provider.public_id, *parts)) + "?lang=en"


def stage_now(place):
    with within(place.agency):
        return Provider.everything.get(pk=place.provider.pk).stage


# ---- the list

@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_list(who, busan, daegu, sit_down, words_of):
    page = words_of(sit_down(getattr(busan, who)).get(f"{LIST}?lang=en"))
    assert "CNRY-busan-provider" in page
    assert "2 providers" in page
    assert "daegu" not in page


@pytest.mark.parametrize("who", OTHERS)
def test_others_do_not_open_the_list(who, busan, sit_down):
    assert sit_down(getattr(busan, who)).get(LIST).status_code == 403


def test_strangers_do_not_open_the_list(busan, daegu, sit_down):
    assert sit_down(daegu.officer).get(LIST).status_code == 403


@pytest.fixture
def raon(busan):
    with within(busan.agency):
        return f.ProviderFactory(name="라온아동상담센터", business_number=f.number(810000), district=District.objects.get(code="26110"))


@pytest.mark.parametrize("words", ["라온아동", unicodedata.normalize("NFD", "라온아동"), "000-81", "  라온아동상담센터 ", "０００－８１"])
def test_it_is_found_by_name_or_number_however_it_is_composed(words, busan, raon, sit_down, words_of):
    page = words_of(sit_down(busan.officer).get(LIST, {"q": words, "lang": "en"}))
    assert "1 provider" in page
    assert raon.name_en in page


@pytest.mark.parametrize(("asked", "count"), [
    ({"stage": "registered"}, 3), ({"stage": "confirmed"}, 0), ({"q": "there is none"}, 0),
    ({"stage": "no such stage"}, 3), ({"district": "abc"}, 3), ({"sort": "head_name"}, 3), ({"page": "99"}, 3), ({"page": "-1"}, 3),
])
def test_it_is_narrowed_by_state_and_what_makes_no_sense_is_left_out(asked, count, busan, raon, sit_down, words_of):
    page = words_of(sit_down(busan.officer).get(LIST, asked | {"lang": "en"}))
    assert f"{count} provider" in page


def test_it_is_narrowed_by_district(busan, raon, sit_down, words_of):
    page = words_of(sit_down(busan.officer).get(LIST, {"district": raon.district.pk, "lang": "en"}))
    assert "1 provider " in page


def test_it_is_sorted_both_ways(busan, raon, sit_down):
    client = sit_down(busan.officer)
    up, down = (client.get(LIST, {"sort": sort}).content.decode() for sort in ("name", "-name"))
    assert (up.index(raon.name) > up.index("CNRY-busan-provider")) and (down.index(raon.name) < down.index("CNRY-busan-provider"))


def test_it_asks_as_often_for_three_rows_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        plumbing = ("SAVEPOINT", "RELEASE", "SELECT set_config")
        return [query["sql"] for query in asked if not query["sql"].startswith(plumbing)]

    with within(busan.agency):
        Provider.everything.filter(pk=busan.neighbours.pk).update(stage=Stage.CONFIRMED)
    queries()                                   # the session notes its first page
    one = queries()
    with within(busan.agency):
        f.ProviderFactory.create_batch(2)
    three = queries()
    assert len(three) == len(one), three
    assert len(three) <= OF_EVERY_PAGE + 8, three


# ---- one provider

@pytest.mark.parametrize("who", READERS)
def test_the_page_shows_everything_and_the_reading_is_noted(who, busan, sit_down, words_of):
    page = words_of(sit_down(getattr(busan, who)).get(address(busan)))
    for there in ("CNRY-busan-provider-head", "CNRY-busan-provider-site", "CNRY-busan-provider-document.pdf", "CNRY-busan-owner",
                  "owner@provider.busan.example", "Who waits for whom"):
        assert there in page
    with within(busan.agency):
        entry = AccessEntry.everything.get()
    assert (entry.work, entry.subject_id, entry.kind) == ("provider.read", str(busan.provider.pk), "read")


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_see_no_decision_and_post_none(who, busan, sit_down):
    client = sit_down(getattr(busan, who))
    page = client.get(address(busan)).content.decode()
    assert "/confirm/" not in page
    assert "/refuse/" not in page
    for step in ("confirm", "refuse", "close"):
        assert client.post(address(busan, step), {"refuse-reason": "a", "close-reason": "a"}).status_code == 403
    assert stage_now(busan) == Stage.REGISTERED


@pytest.mark.parametrize("step", ["confirm", "refuse", "close"])
@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_decides(who, step, busan, sit_down):
    assert sit_down(getattr(busan, who)).post(address(busan, step), {"refuse-reason": "a"}).status_code == 403
    assert stage_now(busan) == Stage.REGISTERED


@pytest.mark.parametrize("parts", [(), ("confirm",), ("refuse",), ("close",)])
def test_another_agencys_provider_is_unknown_here(parts, busan, daegu, sit_down):
    client = sit_down(busan.officer)
    ask = client.post if parts else client.get
    for unknown in (daegu.provider.public_id, uuid.uuid4()):
        assert ask(LIST + "".join(f"{part}/" for part in (unknown, *parts))).status_code == 404


def test_a_refused_reading_is_noted_too(busan, daegu, sit_down):
    sit_down(busan.officer).get(f"{LIST}{daegu.provider.public_id}/")
    with within(busan.agency):
        assert AccessEntry.everything.get().kind == "refused"


def test_decisions_are_never_made_by_get(busan, sit_down):
    client = sit_down(busan.officer)
    assert [client.get(address(busan, step)).status_code for step in ("confirm", "refuse", "close")] == [405, 405, 405]


def test_the_officer_confirms_and_then_ends_it(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "is confirmed" in words_of(client.post(address(busan, "confirm"), follow=True))
    assert "has ended" in words_of(client.post(address(busan, "close"), {"close-reason": "It has closed."}, follow=True))
    with within(busan.agency):
        assert told() == ["provider.confirmed", "provider.closed"]
    assert stage_now(busan) == Stage.CLOSED


def test_a_refusal_without_a_reason_is_asked_for_it(busan, sit_down, words_of):
    page = sit_down(busan.manager).post(address(busan, "refuse"), {"refuse-reason": "  "})
    assert "required" in words_of(page)
    assert stage_now(busan) == Stage.REGISTERED


def test_a_reason_with_something_invisible_stays_written(busan, sit_down, words_of):
    page = sit_down(busan.manager).post(address(busan, "refuse"), {"refuse-reason": "The address\u202e differs"})
    assert "U+202E" in words_of(page)
    assert "differs</textarea>" in page.content.decode()


def test_a_refusal_is_shown_to_the_provider_word_for_word(busan, sit_down, words_of):
    sit_down(busan.manager).post(address(busan, "refuse"), {"refuse-reason": "First line\nSecond line"})
    page = sit_down(busan.owner).get(f"/busan/portal/{busan.provider.public_id}/?lang=en")
    assert "First line<br>Second line" in page.content.decode()


def test_a_second_decision_hears_that_it_was_made(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    client.post(address(busan, "confirm"))
    page = words_of(client.post(address(busan, "refuse"), {"refuse-reason": "Too late"}, follow=True,
                                headers={"referer": f"http://testserver{address(busan)}"}))
    assert "decided already" in page
    assert stage_now(busan) == Stage.CONFIRMED


def test_the_page_names_the_last_day(busan, sit_down, words_of):
    with within(busan.agency):
        open_deadline(busan.provider, kind="provider.confirm", event_on=date(2026, 11, 20), actor=Actor.system("test"))
    assert "27 November 2026" in words_of(sit_down(busan.officer).get(address(busan)))


def test_an_ended_registration_offers_nothing(busan, sit_down):
    with within(busan.agency):
        stage_of(busan.provider, Stage.CLOSED)
    page = sit_down(busan.officer).get(address(busan)).content.decode()
    assert "/confirm/" not in page
    assert "/close/" not in page
