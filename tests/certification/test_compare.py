"""Certificates side by side: up to four that are in force, the same for everybody, readable from an address."""
from datetime import date

import pytest

from accounts import directory
from certification import queries, workflow
from core import clock
from core.tenancy import within
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made, page, statements, words_of

TODAY = date(2026, 10, 14)


@pytest.fixture(autouse=True)
def today():
    queries.register_counts.cache_clear()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def address(*numbers, home="/busan"):
    return f"{home}/register/compare/?" + "&".join(f"n={number}" for number in numbers) + "&lang=en"


@pytest.fixture
def four(busan):
    return [made(busan, name) for name in ("가람", "나래", "다솜", "라온")]


def test_two_to_four_stand_side_by_side_in_the_order_asked_for(four, client):
    for count in (2, 3, 4):
        numbers = [one.number for one in four[::-1][:count]]
        text = page(client, address(*numbers))
        assert text.count('<th scope="col">') == count
        places = [text.index(f"register/{number}/") for number in numbers]
        assert places == sorted(places)
        words = words_of(text)
        for heading in ("State", "Price", "Opening hours", "District", "Service", "Telephone"):
            assert heading in words
        assert "indicators compliant" in words


def test_one_alone_is_said_and_offered_others(four, client):
    text = page(client, address(four[0].number))
    assert "One is chosen" in text and "<table" not in text
    assert f"?n={four[0].number}&amp;n={four[1].number}&amp;lang=en" in text


def test_none_and_unknown_ones_are_a_sentence(busan, client):
    assert "Nothing is chosen yet" in page(client, "/busan/register/compare/?lang=en")
    answer = client.get(address("BS-QC-2099-001", "%00", "x" * 500, "<script>"))
    words = answer.content.decode()
    assert answer.status_code == 200 and "There is no certificate BS-QC-2099-001 here." in words and "<script>" not in words


def test_of_five_the_fifth_is_left_out_by_name(four, busan, client):
    fifth = made(busan, "마루", provider_name_en="")
    text = page(client, address(*[one.number for one in [*four, fifth]]))
    assert text.count('<th scope="col">') == 4 and "Left out: 마루" in words_of(text)


@pytest.mark.parametrize(("deed", "word"), [("suspend", "suspended"), ("revoke", "revoked"), ("surrender", "surrendered")])
def test_what_is_not_in_force_says_why_it_is_not_compared(deed, word, four, busan, client):
    ended = four[3]
    with within(busan.agency):
        how = {"from_on": TODAY} if deed == "suspend" else {"on": TODAY}
        getattr(workflow, deed)(ended, **how, **({"reason": "x"} if deed != "surrender" else {}), actor=WORKER)
    directory.forget()
    text = page(client, address(*[one.number for one in four]))
    assert text.count('<th scope="col">') == 3 and f"it is {word}" in words_of(text)


def test_an_agency_compares_its_own_and_the_nation_all(four, daegu, client):
    other = made(daegu, "대구")
    assert "There is no certificate" in page(client, address(four[0].number, other.number))
    text = page(client, address(four[0].number, other.number, home=""))
    assert text.count('<th scope="col">') == 2 and f"/daegu/register/{other.number}/" in text


def test_the_same_number_twice_is_one(four, client):
    assert "One is chosen" in page(client, address(four[0].number, four[0].number))


def test_it_asks_as_often_for_four_as_for_two_and_is_kept(four, client):
    two = statements(client, address(*[one.number for one in four[:2]]))[1]
    whole = statements(client, address(*[one.number for one in four]))[1]
    assert len(whole) <= len(two) <= 3
    answer, again = statements(client, address(*[one.number for one in four]))
    assert again == [] and "csrf" not in answer.content.decode() and "Set-Cookie" not in answer.headers


def test_the_certificates_page_leads_there(four, client):
    assert f"/busan/register/compare/?n={four[0].number}" in page(client, f"/busan/register/{four[0].number}/")
