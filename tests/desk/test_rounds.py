"""Rounds at the desk: drafted, changed, announced, prolonged."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.models import Round
from core import clock
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS

ROUNDS = "/busan/admin/rounds/"


def local(moment):
    return f"{clock.seoul(moment):%Y-%m-%dT%H:%M}"


@pytest.fixture
def typed(busan):
    """What the officer types for a round that can be announced."""
    with within(busan.agency):
        version = f.published_version()
    return {"name_ko": "2027년 품질인증 공고", "name_en": "Round of 2027", "year": 2027, "kind": "new", "version": version.pk, "quota": "",
            "opens_at": local(clock.now() + timedelta(days=1)), "closes_at": local(clock.now() + timedelta(days=30)),
            "document_review_until": "", "site_visits_until": "", "final_evaluation_on": "", "results_on": "",
            "services": [ServiceType.objects.get(code="dementia-prevention").pk]}


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_rounds_and_only_case_workers_draft(who, busan, sit_down, words_of):
    with within(busan.agency):
        round = f.RoundFactory(name_en="CNRY-round", published_at=None)
    client = sit_down(getattr(busan, who))
    assert "CNRY-round" in words_of(client.get(f"{ROUNDS}?lang=en"))
    assert client.get(f"{ROUNDS}{round.public_id}/").status_code == 200
    allowed = 200 if who in ("officer", "manager") else 403
    assert client.get(f"{ROUNDS}new/").status_code == client.get(f"{ROUNDS}{round.public_id}/change/").status_code == allowed


@pytest.mark.parametrize("who", OTHERS)
def test_others_see_none(who, busan, sit_down):
    assert sit_down(getattr(busan, who)).get(ROUNDS).status_code == 403


def test_a_round_is_drafted_changed_announced_and_prolonged(busan, typed, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "The round is drafted." in words_of(client.post(f"{ROUNDS}new/?lang=en", typed, follow=True))
    with within(busan.agency):
        round = Round.everything.get()
        assert round.services.count() == 1
    address = f"{ROUNDS}{round.public_id}/"
    form = client.get(f"{address}change/").content.decode()
    assert typed["opens_at"] in form
    assert "checked" in form
    assert "The draft is changed." in words_of(client.post(f"{address}change/?lang=en", typed | {"quota": 30}, follow=True))
    assert client.post(f"{address}announce/").status_code == 403
    client = sit_down(busan.manager)
    assert "The round is announced" in words_of(client.post(f"{address}announce/?lang=en", follow=True))
    assert client.post(f"{address}change/", typed | {"name_en": "Another"}, follow=True).status_code == 200
    page = client.post(f"{address}extend/?lang=en", {"extend-closes_at": typed["opens_at"], "extend-reason": "The server stood still."})
    assert "can only become longer" in words_of(page)
    assert "The server stood still.</textarea>" in page.content.decode()
    longer = {"extend-closes_at": local(clock.now() + timedelta(days=40)), "extend-reason": "The server stood still."}
    assert "is longer now" in words_of(client.post(f"{address}extend/?lang=en", longer, follow=True))
    with within(busan.agency):
        round = Round.everything.get()
    assert (local(round.closes_at), round.name_en, round.quota) == (longer["extend-closes_at"], "Round of 2027", 30)


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"closes_at": "2020-01-01T00:00"}, "has to end after it began"), ({"name_ko": ""}, "required"), ({"version": 999_999}, "valid choice"),
])
def test_what_cannot_be_is_said_beside_its_field_and_the_rest_stays(wrong, sentence, busan, typed, sit_down, words_of):
    page = sit_down(busan.officer).post(f"{ROUNDS}new/?lang=en", typed | wrong)
    assert sentence in words_of(page)
    assert 'value="Round of 2027"' in page.content.decode()
    with within(busan.agency):
        assert not Round.everything.exists()


def test_another_agencys_round_and_edition_are_none_of_ours(busan, daegu, typed, sit_down, words_of):
    with within(daegu.agency):
        round = f.RoundFactory()
    client = sit_down(busan.manager)
    assert client.get(f"{ROUNDS}{round.public_id}/").status_code == 404
    assert client.post(f"{ROUNDS}{round.public_id}/extend/", {}).status_code == 404
    assert "valid choice" in words_of(client.post(f"{ROUNDS}new/?lang=en", typed | {"version": round.version_id}))


def test_it_asks_as_often_for_three_rows_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(ROUNDS)
        return len(asked)

    with within(busan.agency):
        f.RoundFactory()
    queries()
    one = queries()
    with within(busan.agency):
        f.RoundFactory.create_batch(2)
    assert queries() == one
