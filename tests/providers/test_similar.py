"""Providers that may be the same one: by what is left of their names, and by road and number."""
import unicodedata

import pytest

from core.tenancy import within
from providers import queries
from providers.models import Provider
from providers.names import address_key, name_key, own_part
from tests import factories as f
from tests.providers.test_portal import address, words_of
from tests.providers.test_workflow import stage_of


@pytest.mark.parametrize("written", [
    "(주)햇살 아동발달센터", "㈜햇살아동발달센터", "주식회사 햇살아동발달센터", "햇살아동발달센터(주)", "사회복지법인 햇살 아동 발달 센터",
    "햇살·아동발달센터", unicodedata.normalize("NFD", "햇살아동발달센터"), "사회적 협동조합 햇살아동발달센터"])
def test_a_name_is_the_same_without_legal_form_spaces_and_marks(written):
    assert name_key(written) == name_key("햇살아동발달센터")


def test_a_name_of_a_legal_form_alone_is_still_a_name():
    assert name_key("협동조합") != ""
    assert name_key("햇살센터") != name_key("햇빛센터")


@pytest.mark.parametrize(("name", "own"), [
    ("햇살 아동발달센터", "햇살"), ("(주)햇살심리언어발달쎈터", "햇살"), ("온누리재가노인복지센터", "온누리"),
    ("해오름 사회적협동조합", "해오름"),
    ("온누리마음", "온누리마음"), ("아동발달센터", "아동"), ("늘봄종합사회복지관", "늘봄")])
def test_the_own_part_of_a_name_is_what_no_other_place_of_the_kind_is_called(name, own):
    assert unicodedata.normalize("NFC", own_part(name)) == own


@pytest.mark.parametrize(("there", "name", "found"), [
    ("햇살아동발달센터", "햇빛아동발달센터", False), ("다온심리상담센터", "라온심리상담센터", False),
    ("가람사회적협동조합", "나루사회적협동조합", False), ("온누리재가노인복지센터", "해오름재가노인복지센터", False),
    ("부산행복아동발달센터", "부산사랑아동발달센터", False), ("행복노인복지센터", "행복아동발달센터", False),
    ("햇살아동발달센터", "햇살 아동발달쎈타", True), ("햇살아동발달센터", "햇살아동청소년발달센터", True),
    ("해운대햇살아동발달센터", "햇살아동발달센터", True), ("온누리재가노인복지센터", "온누리 재가노인복지센타", True),
    ("해오름심리상담센터", "해오름심리상담소", True), ("가람사회적협동조합", "(사)가람", True)])
def test_what_places_of_a_kind_are_called_makes_nobody_similar_and_near_twins_are(busan, there, name, found):
    with within(busan.agency):
        provider = stage_of(f.ProviderFactory(name=there, address_base="부산 사상구 나눔로 1"), "confirmed")
        shown = queries.similar_confirmed(name=name, district=provider.district, address_base="부산 사상구 딴길 9", number="")
        assert [one for one, _where in shown] == ([there] if found else [])


@pytest.mark.parametrize(("one", "other", "same"), [
    ("부산광역시 사상구 광장로 12", "부산 사상구 광장로12, 3층", True),
    ("부산광역시 사상구 광장로12번길 7", "부산 광장로12번길 7", True),
    ("부산광역시 사상구 광장로 12", "부산광역시 사상구 광장로 121", False),
    ("부산광역시 사상구 광장로 12", "부산광역시 사상구 광장로 12-1", False),
])
def test_an_address_is_the_same_by_road_and_number(one, other, same):
    assert (address_key(1, one) == address_key(1, other)) is same
    assert address_key(1, one) != address_key(2, one)


def test_the_keys_follow_name_and_address(busan):
    with within(busan.agency):
        provider = f.ProviderFactory(name="(주)라온", address_base="부산광역시 사상구 광장로 12")
        provider.name = "라온 주식회사 둘"
        provider.save(update_fields=["name"])
        assert Provider.everything.get(pk=provider.pk).name_key == name_key("라온둘")


@pytest.fixture
def raon(busan):
    with within(busan.agency):
        provider = f.ProviderFactory(name="주식회사 라온아동상담센터", business_number=f.number(1), address_base="부산 사상구 나눔로 1")
        return stage_of(provider, "confirmed")


@pytest.mark.parametrize(("name", "where", "found"), [
    ("라온 아동상담센터", "부산 사상구 딴길 9", True), ("라온아동상담쎈터", "부산 사상구 딴길 9", True),
    ("온누리마음돌봄", "부산 사상구 나눔로 1", True), ("온누리마음돌봄", "부산 사상구 딴길 9", False),
    ("햇살언어치료실", "부산 사상구 딴길 9", False)])
def test_the_applicant_is_shown_confirmed_ones_of_a_similar_name_or_the_same_address(busan, raon, name, where, found):
    with within(busan.agency):
        shown = queries.similar_confirmed(name=name, district=raon.district, address_base=where, number="")
        assert shown == ([("주식회사 라온아동상담센터", str(raon.district))] if found else [])


def test_who_waits_or_is_of_another_agency_or_has_the_same_number_is_not_shown(busan, daegu, raon):
    asked = {"name": raon.name, "district": raon.district, "address_base": raon.address_base}
    with within(busan.agency):
        assert queries.similar_confirmed(**asked, number=raon.business_number) == []
        stage_of(raon, "registered")
        assert queries.similar_confirmed(**asked, number="") == []
    with within(daegu.agency):
        assert queries.similar_confirmed(**asked, number="") == []


def test_before_it_is_handed_in_the_applicant_says_that_none_is_theirs(busan, raon, client, typed, certificate):
    client.force_login(busan.owner)
    answers = typed(name="라온아동상담센터", address_base="부산 사상구 딴길 9")
    page = client.post(address("register"), answers | {"certificate": certificate()})
    words = words_of(page)
    assert f"주식회사 라온아동상담센터, {raon.district}" in words
    assert "is one of them yours?" in words
    for hidden in (raon.head_name, raon.number, raon.email, raon.address_base):
        assert hidden not in words
    assert "Raon Child Counselling" in page.content.decode()                # nothing typed is lost
    with within(busan.agency):
        assert Provider.everything.filter(name="라온아동상담센터").count() == 0
    page = client.post(address("register"), answers | {"certificate": certificate(), "not_ours": "on"}, follow=True)
    assert "The registration has arrived" in words_of(page)


def test_while_one_types_only_what_is_similar_comes_back_and_nothing_is_handed_in(busan, raon, client):
    client.force_login(busan.owner)
    asked = {"name": raon.name, "district": raon.district_id, "address_base": "부산 사상구 딴길 9", "lang": "en"}
    part = client.get("/busan/portal/register/", asked, headers={"HX-Request": "true"})
    assert "주식회사 라온아동상담센터" in words_of(part)
    assert "<html" not in part.content.decode()
    assert 'role="alert"' not in part.content.decode()


def test_the_officer_sees_similar_ones_with_links_and_why(busan, raon, client):
    with within(busan.agency):
        second = f.ProviderFactory(name="라온아동상담센터", address_base="부산 사상구 딴길 9")
        third = f.ProviderFactory(name="온누리마음돌봄", address_base="부산광역시 사상구 나눔로 1, 2층")
    client.force_login(busan.officer)
    page = client.get(f"/busan/admin/providers/{raon.public_id}/?lang=en")
    words = words_of(page)
    assert "similar name" in words
    assert "same address" in words
    assert all(str(other.public_id) in page.content.decode() for other in (second, third))
    assert str(busan.neighbours.public_id) not in page.content.decode()
