"""The list of the register: what is typed, what narrows it, the map, no result that is an empty page, whatever stands in the address."""
import re
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.models import District
from certification import queries, workflow
from certification.forms.register import Wanted, number_of
from core import clock, frames, public_pages
from core.search import wanted_terms
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import LIST, NATION, forget_counts, made, page, statements, titles, words_of

HAEUNDAE, SUYEONG, GANGSEO = "26350", "26500", "26440"
TILES = "https://{s}.tiles.example/{z}/{x}/{y}.png"


@pytest.fixture(autouse=True)
def today():
    forget_counts()
    frames.forget_frames()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def at(code):
    return District.objects.get(code=code)


def priced(place, name, low, high, per="session", **fields):
    with within(place.agency):
        offering = f.OfferingFactory(price_low=low, price_high=high, price_per=per)
    return made(place, name, offering=offering, **fields)


# ---- words

@pytest.mark.parametrize("words", ["ㅎㅇㄷ", "해운ㄷ", "해 운 대", "다솜발달", "ㄷㅅ", "솜", "다솜 발달 해운대"])
def test_words_are_found_however_they_are_typed(words, busan, client):
    made(busan, "다솜 발달센터", district=at(HAEUNDAE))
    made(busan, "온누리", district=at(GANGSEO))
    assert titles(page(client, f"{LIST}?q={words}")) == ["다솜 발달센터"]


def test_a_search_among_more_than_are_paged_is_counted_and_sorted_to_the_limit(busan, client, monkeypatch):
    monkeypatch.setattr("certification.queries.register_list.MOST", 3)
    monkeypatch.setattr("certification.views.register_parts.MOST", 3)
    for name in ("다솜마", "다솜가", "다솜나", "다솜라", "다솜다"):
        made(busan, name)
    text = page(client, f"{LIST}?q=다솜")
    assert "1,000곳 이상" in words_of(text) and len(found := titles(text)) == 4 and found == sorted(found)


def test_the_whole_search_stands_in_the_address_and_its_links_keep_it(busan, client):
    priced(busan, "다솜", 40_000, 60_000, district=at(HAEUNDAE))
    asked = f"?q=다솜&district={HAEUNDAE}&year=2025&from=30000&to=90000&per=session&sort=newest"
    text = page(client, LIST + asked)
    assert titles(text) == ["다솜"] and 'value="30000"' in text and f'value="{HAEUNDAE}" selected' in text
    links = [link for link in re.findall(r'href="(\?[^"]*)"', text) if f"district={SUYEONG}" in link]
    assert links and all(part in links[0] for part in ("q=%EB", "year=2025", "from=30000", "to=90000", "per=session", "sort=newest"))
    assert "lang=en" in next(link for link in re.findall(r'href="(\?[^"]*)" lang="en"', text)) and "year=2025" in text


# ---- narrowed

def test_the_list_is_narrowed_to_a_year(busan, client):
    made(busan, "이른", valid_from=date(2024, 11, 28))
    made(busan, "늦은", valid_from=date(2025, 12, 9))
    assert titles(page(client, f"{LIST}?year=2024")) == ["이른"]
    assert titles(page(client, f"{LIST}?year=2023")) == [] and titles(page(client, f"{LIST}?year=x")) == ["늦은", "이른"]


@pytest.mark.parametrize(("asked", "found"), [
    ("from=50000", ["나 중간", "다 비싼"]), ("to=45000", ["가 싼", "라 월"]), ("from=70000&to=30000", ["가 싼", "나 중간", "라 월"]),
    ("per=month", ["라 월"]), ("per=session&to=45,000원", ["가 싼"]),
    ("from=abc&to=-1", ["가 싼", "나 중간", "다 비싼", "라 월", "마 모름"])])
def test_a_price_range_finds_what_overlaps_it_and_names_no_price_of_who_states_none(asked, found, busan, client):
    priced(busan, "가 싼", 30_000, 40_000)
    priced(busan, "나 중간", 50_000, 60_000)
    priced(busan, "다 비싼", 90_000, 120_000)
    priced(busan, "라 월", 45_000, 45_000, per="month")
    made(busan, "마 모름")
    assert titles(page(client, f"{LIST}?{asked}")) == found


def test_a_card_says_the_price_the_telephone_and_the_way(busan, client):
    priced(busan, "다솜", 40_000, 60_000)
    text = page(client, LIST)
    assert "40,000~60,000" in text and re.search(r'href="tel:\d+"', text) and 'href="https://map.kakao.com/link/search/' in text
    with override_settings(MAP_LINK_URL=""):
        public_pages.forget_pages()
        assert "map.kakao.com" not in page(client, LIST)


@pytest.mark.parametrize(("text", "number"), [
    ("60,000", 60000), ("60000원", 60000), (" 60 000 ", 60000), ("", None), ("-5", None), ("9" * 30, None), ("6e4", None), ("٦", None)])
def test_amounts_are_read_as_people_write_them(text, number):
    assert number_of(text, 0, 100_000_000) == number


# ---- where

def test_the_map_shows_each_district_with_its_count_and_the_table_says_the_same(busan, client):
    made(busan, "다솜", district=at(HAEUNDAE))
    text = page(client, LIST)
    cells = re.findall(r'<a href="\?district=(\d+)" data-level="(\d)"', text)
    assert len(cells) == 16 and dict(cells)[HAEUNDAE] == "1" and dict(cells)[GANGSEO] == "0"
    rows = re.findall(r'<th scope="row"><a href="\?district=(\d+)"[^>]*>[^<]+</a></th><td class="number">(\d+)</td>', text)
    assert len(rows) == 16 and dict(rows)[HAEUNDAE] == "1"


def test_the_nations_map_has_the_provinces_of_its_agencies(busan, daegu, client):
    made(busan, "부산센터")
    made(daegu, "대구센터", district=at("27110"))
    text = page(client, NATION)
    assert set(re.findall(r'<a href="\?agency=(\w+)" data-level="1"', text)) == {"busan", "daegu"} and ">부산</text>" in text


def test_without_an_address_of_tiles_nothing_of_a_map_is_loaded(busan, client):
    made(busan, "다솜", latitude="35.15", longitude="129.16")
    text = page(client, LIST)
    assert "leaflet" not in text and "data-at" not in text and "<script" not in text.split("<main", 1)[1]


@override_settings(MAP_TILE_URL=TILES, MAP_ATTRIBUTION="© tiles")
def test_with_one_the_places_of_the_page_are_on_a_map_that_needs_no_inline_script(busan, client):
    made(busan, "다솜", latitude="35.150000", longitude="129.160000")
    made(busan, "어딘가")
    text = page(client, LIST)
    assert text.count("data-at=") == 1 and 'data-at="35.150000,129.160000"' in text and f'data-tiles="{TILES}"' in text
    assert not re.search(r"<script(?![^>]*src=)", text) and "leaflet/leaflet.js" in text


def test_only_the_host_of_the_tiles_is_allowed_besides(monkeypatch):
    assert settings.TILE_HOSTS == [] and settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"][-1] == "data:"


# ---- nothing found

@pytest.mark.parametrize("typed", ["제2025-012호", "2025-12", "BS-QC-2O25-O12", "25-12", "2025012", "bs qc 2025 12", "２０２５－１２"])
def test_whoever_types_a_number_is_led_to_its_certificate(typed, busan, client):
    with within(busan.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
    certificate = made(busan, "다솜", version=version, serial=12)
    made(busan, "다른", version=version, serial=112)
    with within(busan.agency):
        workflow.surrender(certificate, on=date(2026, 10, 1), actor=WORKER)
    text = page(client, f"{LIST}?q={typed}")
    assert titles(text) == ["다솜"] and "입력하신 인증번호의 인증입니다" in text


@pytest.mark.parametrize("typed", ["2025-021", "2024-012", "2025-0122", "2025-102"])
def test_a_number_that_is_nearly_right_leads_there_too(typed, busan, client):
    with within(busan.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
    certificate = made(busan, "다솜", version=version, serial=12)
    text = page(client, f"{LIST}?q={typed}&lang=en")
    assert titles(text) == [] and "Was it one of these" in text and f'href="/busan/register/{certificate.number}/?lang=en"' in text


def test_the_code_of_a_plaque_leads_to_its_certificate(busan, client):
    certificate = made(busan, "다솜")
    assert f'href="/busan/register/{certificate.number}/"' in page(client, f"{LIST}?q={certificate.code}")


def test_nothing_here_names_the_neighbours_first_and_other_services(busan, client):
    made(busan, "다솜 이웃", district=at(SUYEONG))
    for number in range(2):
        made(busan, f"다솜 먼곳{number}", district=at(GANGSEO))
    text = page(client, f"{LIST}?q=다솜&district={HAEUNDAE}")
    assert titles(text) == [] and re.findall(r'<li><a href="\?q=[^"]*district=(\d+)">', text) == [SUYEONG, GANGSEO]
    other = page(client, f"{LIST}?q=다솜&service=nothing&lang=en")
    assert "Nothing was found" in other and "The same words without conditions" in other


def test_korean_typed_on_an_english_keyboard_is_understood(busan, client):
    made(busan, "다솜", district=at(HAEUNDAE))
    text = page(client, f"{LIST}?q=godnseo")
    assert titles(text) == [] and ">해운대</a>" in text and '/register/?q=godnseo"' in text


@pytest.mark.parametrize("query", ["?q=없는이름", "?q=2025-999", f"?q=없음&district={HAEUNDAE}", "?q=rkskek"])
def test_a_page_without_a_result_asks_three_times_at_most(query, busan, client):
    made(busan, "다솜")
    page(client, LIST)
    assert len(statements(client, LIST + query)[1]) <= 3


# ---- whatever stands in the address

@pytest.mark.parametrize("query", [
    "?page=-1", "?page=1000000000", "?sort=password", "?district=27110", f"?q={'가' * 5000}",
    f"?q={'x' * 10_000}", "?q=%ED%A0%80", "?q=\u202e다솜",
    "?year=-1", "?year=99999999999999999999", "?from=1e9&to=%00", "?per=year", "?district=26350&district=26500",
    f"?district={'9' * 5000}",
    "?status=valid&status=valid&status=x", "&".join(["?service=a"] + ["service=b"] * 500),
    "?q=" + "%20".join("가나다라마바사아자차카타파하" * 3)])
def test_it_is_answered_and_poisons_no_kept_page(query, busan, client):
    made(busan, "다솜")
    good = page(client, LIST)
    for place in (LIST, NATION):
        assert client.get(place + query).status_code == 200
    assert page(client, LIST) == good


def test_what_strangers_ask_for_is_kept_within_bounds(busan, client, monkeypatch):
    made(busan, "다솜")
    monkeypatch.setattr(public_pages, "ASKED_LIMIT", 5)
    for number in range(12):
        page(client, f"{LIST}?q=다솜{number}")
    assert len(public_pages._asked) <= 5 and len(frames._frames) == 1


@pytest.mark.parametrize("address", [LIST, NATION, f"{LIST}?q=다솜", f"{LIST}?q=없음", "/busan/register/statistics/",
                                     "/register/statistics/"])
def test_no_reader_is_given_a_cookie(address, busan, client):
    made(busan, "다솜")
    for _time in range(2):
        answer = client.get(address)
        assert answer.status_code == 200 and not answer.cookies and "Set-Cookie" not in answer.headers


def test_the_frame_is_drawn_once_for_all_searches_and_again_when_its_agency_changes(busan, client):
    made(busan, "다솜")
    pages = [page(client, f"{LIST}?q={words}&lang=en") for words in ("다솜", "<b>", "없음")]
    assert len(frames._frames) == 1 and all(text.count("<html") == text.count("</html>") == 1 for text in pages)
    assert 'href="?q=%3Cb%3E&amp;lang=ko"' in pages[1] and "<!-- slot" not in "".join(pages)
    busan.agency.name_en = "Renamed Agency"
    busan.agency.save()
    directory.forget()
    public_pages.forget_pages()
    assert "Renamed Agency" in page(client, f"{LIST}?lang=en")


@pytest.mark.parametrize("words", ["다솜", "없음", "ㅎㅇㄷ", "ㅎ", "2025-012"])
def test_the_index_of_terms_answers(words, busan):
    with within(busan.agency), connection.cursor() as cursor:
        rows = queries.register.entries().filter(terms__contains=wanted_terms(words)).values("pk")
        cursor.execute("SET LOCAL enable_seqscan = off")
        sql, parameters = rows.query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", parameters)
        assert any("register_by_terms" in line for (line,) in cursor.fetchall())


def test_one_question_finds_and_counts_a_page(busan):
    with within(busan.agency):
        for number in range(3):
            f.CertificateFactory(provider_name=f"다솜{number}")
        directory.agencies()                                    # what every page knows already
        with CaptureQueriesContext(connection) as asked:
            found, count = queries.page_found(queries.narrowed(busan.agency), "다솜", 1)
        assert (len(found), count, len(asked)) == (3, 3, 1)


def test_a_statement_that_is_kept_is_asked_for_the_day_that_it_is(busan, client):
    last = made(busan, "다솜").valid_to
    made(busan, "다솜 이후", valid_to=last + timedelta(days=100))
    for days, shown in ((0, ["다솜", "다솜 이후"]), (1, ["다솜 이후"]), (0, ["다솜", "다솜 이후"])):
        public_pages.forget_pages()
        with clock.travel(clock.day_start(last + timedelta(days=days))):
            for query in ("", "?q=다솜", "?per=session", "?year=2025"):
                assert titles(page(client, LIST + query)) == (shown if query != "?per=session" else [])


def test_an_address_says_only_what_differs_from_the_usual():
    assert Wanted().query() == "" and Wanted(sort="newest", page=3).query() == "?sort=newest&page=3"
    assert Wanted(by="agency", place="busan").query(agency="") == ""
