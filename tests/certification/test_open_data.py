"""The register for programs: what is asked and answered, what a wrong question gets, files, news."""
import csv
import hashlib
import io
import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.models import District
from certification import queries, tasks, workflow
from certification.open_data import FIELDS, KEYS
from core import clock, public_pages
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made
from tests.desk.test_public import OF_EVERY_REQUEST

V1 = "/api/v1/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def today():
    for counts in (queries.register_counts, queries.register_given):
        counts.cache_clear()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def said(client, address, status=200):
    answer = client.get(f"{V1}{address}")
    assert answer.status_code == status, answer.content
    return answer.json()


def numbers(client, query=""):
    return [row["number"] for row in said(client, f"certificates?{query}")["certificates"]]


def revoke(place, certificate, on=date(2026, 10, 1)):
    with within(place.agency):
        workflow.revoke(certificate, on=on, reason="CNRY-reason", actor=WORKER)
    directory.forget()


# ---- certificates

def test_a_program_finds_what_a_citizen_finds(busan, client):
    near = made(busan, "다솜아동발달센터")
    far = made(busan, "해운대센터", district=District.objects.get(code="26350"))
    revoke(busan, far)
    assert set(numbers(client)) == {near.number, far.number}
    assert numbers(client, "q=다솜") == numbers(client, "status=valid") == [near.number]
    assert numbers(client, "status=revoked") == numbers(client, "district=26350") == [far.number]
    assert numbers(client, "agency=busan&sort=newest") == [far.number, near.number]
    assert numbers(client, "service=dementia-prevention&status=valid") == [near.number]
    assert numbers(client, "district=27110") == [] == numbers(client, "q=없는이름")


def test_a_row_says_what_the_dictionary_says_and_nothing_else(busan, client):
    certificate = made(busan, "다솜", head_name="CNRY-head", shows_head_name=True, latitude="35.1", longitude="129.1")
    row = said(client, "certificates")["certificates"][0]
    assert tuple(row) == KEYS and len(set(KEYS)) == len(FIELDS)
    assert row["status"] == "valid" and row["as_of"] == "2026-10-14" and row["valid_to"] == "2028-12-08" and row["latitude"] == 35.1
    assert row["url"].endswith(f"/busan/register/{certificate.number}/") and row["agency"] == "busan"
    for field in FIELDS:
        assert field.may_be_empty or row[field.key] not in (None, ""), field.key
    for address in ("certificates", f"certificates/{certificate.number}"):
        assert "CNRY-head" not in client.get(V1 + address).content.decode()


def test_one_certificate_tells_its_history_what_was_looked_at_and_where_it_is_checked(busan, client):
    certificate = made(busan, "다솜")
    revoke(busan, certificate)
    one = said(client, f"certificates/{certificate.number}")
    assert [event["kind"] for event in one["history"]] == ["issued", "revoked"] and one["status"] == "revoked"
    assert one["areas"][0]["indicators"][0]["code"] == "1.1.1" and "/verify/" in one["verify_url"]
    assert said(client, "certificates/ZZ-QC-2099-999", 404)["type"].endswith("/api/docs#unknown")


def test_pages_follow_each_other(busan, client, monkeypatch):
    monkeypatch.setattr(queries.open_data, "A_PAGE", 2)
    monkeypatch.setattr(queries, "A_PAGE", 2)
    for name in ("가", "나", "다"):
        made(busan, name)
    first = said(client, "certificates?agency=busan")
    assert first["count"] == 3 and first["next"].endswith("/api/v1/certificates?agency=busan&page=2")
    second = said(client, "certificates?agency=busan&page=2")
    assert [len(page["certificates"]) for page in (first, second)] == [2, 1] and second["next"] is None


@pytest.mark.parametrize("query, parameter", [
    ("page=-1", "page"), (f"page={10**9}", "page"), ("page=x", "page"), (f"q={'가' * 3500}", "q"), ("sort=password", "sort"),
    ("status=x", "status"), ("district=abc", "district"), ("district=99999", "district"), ("service=nothing", "service"),
    ("service=%00", "service"), ("agency=%00", "agency"), ("agency=nowhere", "agency"), ("district=%E2%80%AE", "district")])
def test_a_value_that_cannot_be_is_a_problem_that_names_its_parameter(query, parameter, busan, client):
    problem = client.get(f"{V1}certificates?{query}&lang=en")
    assert problem.status_code == 400 and problem["Content-Type"] == "application/problem+json"
    assert problem.json()["type"].endswith("/api/docs#bad-parameter")
    assert [error["parameter"] for error in problem.json()["errors"]] == [parameter] and problem.json()["errors"][0]["detail"]
    assert "password" not in problem.content.decode() and problem["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", ["q=%ED%A0%80", "q=%00", "q=%F0%9F%98%80", "q=%25", "unknown=1", "q=&page=&district=", "q=%EF%BF%BE"])
def test_what_is_odd_and_harmless_is_answered(query, busan, client):
    made(busan, "다솜")
    assert client.get(f"{V1}certificates?{query}").status_code == 200


# ---- how it is answered

def test_an_answer_is_for_every_site_kept_and_not_sent_twice(busan, client):
    made(busan, "다솜")
    first = client.get(f"{V1}certificates?q=다솜")
    assert first["Access-Control-Allow-Origin"] == "*" and first["Cache-Control"] == "public, max-age=60" and not first.cookies
    with CaptureQueriesContext(connection) as asked:
        again = client.get(f"{V1}certificates?q=다솜", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and again["Access-Control-Allow-Origin"] == "*" and not asked.captured_queries
    made(busan, "다솜 둘째")
    assert len(client.get(f"{V1}certificates?q=다솜", headers={"if-none-match": first["ETag"]}).json()["certificates"]) == 2


def test_a_list_costs_the_same_with_one_row_and_with_three(busan, client):
    seen = []
    for count in (1, 2):
        for _ in range(count):
            made(busan, "다솜")
        public_pages.forget_pages()
        with CaptureQueriesContext(connection) as asked:
            numbers(client, "agency=busan")
        apart = (*OF_EVERY_REQUEST, "accounts_agency")
        seen.append(len([one for one in asked.captured_queries if "SELECT" in one["sql"] and not any(own in one["sql"] for own in apart)]))
    assert seen[0] == seen[1] <= 3


def test_it_is_only_read_and_says_so(busan, client):
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(f"{V1}certificates")
        assert answer.status_code == 405 and answer.json()["type"].endswith("#read-only") and answer["Allow"] == "GET, HEAD, OPTIONS"
    asked = client.options(f"{V1}certificates")
    assert asked.status_code == 204 and asked["Access-Control-Allow-Headers"] == "If-None-Match"
    assert client.head(f"{V1}certificates").status_code == 200


@pytest.mark.parametrize("address", ["nothing", "certificates/", "frameworks/x", "frameworks/00000000-0000-4000-8000-000000000000",
                                     "snapshots/register-2026-10.csv", "snapshots/register-2026-10.exe", "snapshots/x"])
def test_where_there_is_nothing_a_program_is_told_so_as_a_program(address, busan, client):
    assert client.get(V1 + address)["Content-Type"] == "application/problem+json"
    assert said(client, address, 404)["status"] == 404


def test_agencies_services_editions_and_figures(busan, client):
    certificate = made(busan, "다솜")
    revoke(busan, made(busan, "늘봄"))
    agencies = {one["key"]: one for one in said(client, "agencies")["agencies"]}
    assert agencies["busan"]["province"] == "26" and agencies["busan"]["register_url"].endswith("/busan/register/")
    assert "dementia-prevention" in {one["key"] for one in said(client, "services")["services"]}
    with within(busan.agency):
        version, draft = f.published_version(), f.FrameworkVersionFactory()
    editions = {one["id"] for one in said(client, "frameworks")["frameworks"]}
    assert {str(version.public_id), str(certificate.version.public_id)} <= editions
    assert str(draft.public_id) not in editions and said(client, f"frameworks/{draft.public_id}", 404)
    whole = said(client, f"frameworks/{version.public_id}")
    indicators = [one for area in whole["areas"] for criterion in area["criteria"] for one in criterion["indicators"]]
    assert indicators and indicators[0]["code"] and whole["agency"] == "busan"
    figures = said(client, "statistics")
    assert (figures["valid_now"], figures["ever_certified"]) == (1, 2)
    assert {(row["year"], row["agency"]) for row in figures["by_year"]} == {(2025, "busan")}


def test_the_description_names_every_address_and_our_type_of_problem(busan, client):
    described = said(client, "openapi.json")
    assert set(described["paths"]) == {V1 + one for one in (
        "certificates", "certificates/{number}", "agencies", "services", "frameworks", "frameworks/{version}", "changes", "statistics",
        "snapshots/")}
    assert list(described["paths"]["/api/v1/certificates"]["get"]["responses"]["400"]["content"]) == ["application/problem+json"]
    assert "type1" in described["info"]["license"]["url"].lower() or "kogl" in described["info"]["license"]["url"]


def test_the_page_for_people_explains_each_field_and_each_problem(busan, client):
    for language, words in (("", "데이터 설명서"), ("?lang=en", "Data dictionary")):
        text = client.get(f"/api/docs{language}").content.decode()
        assert words in text and all(f"<code>{key}</code>" in text for key in KEYS) and 'id="bad-cursor"' in text
        assert "<script" not in text.replace('<script src="/static/js/preferences.js"></script>', "")


# ---- files of an agency

def content(answer):
    return b"".join(answer.streaming_content).decode()


def test_the_whole_register_of_an_agency_is_a_table_in_which_nothing_is_calculated(busan, daegu, client):
    made(busan, "=HYPERLINK(1)", address='@SUM("a"),\r\nb')
    revoke(busan, made(busan, "늘봄"))
    made(daegu, "CNRY-daegu")
    answer = client.get("/busan/register.csv")
    text = content(answer)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and answer["Content-Type"] == "text/csv; charset=utf-8" and "CNRY" not in text
    assert [tuple(row) for row in rows] == [KEYS, KEYS]
    assert rows[0]["provider_name"] == "'=HYPERLINK(1)" and rows[0]["address"].startswith("'@SUM") and rows[1]["status"] == "revoked"
    assert answer["Content-Disposition"] == 'attachment; filename="register-busan-2026-10-14.csv"'


def test_the_same_as_json_says_under_which_licence(busan, client):
    made(busan, "다솜")
    whole = json.loads(content(client.get("/busan/register.json")))
    assert whole["licence"]["code"] == "KOGL-1" and busan.agency.name_ko in whole["licence"]["text_ko"] and whole["as_of"] == "2026-10-14"
    assert [tuple(row) for row in whole["certificates"]] == [KEYS]


def test_a_file_that_is_known_is_not_sent_again_until_something_changes(busan, client):
    made(busan, "다솜")
    first = client.get("/busan/register.csv")
    content(first)
    assert client.get("/busan/register.csv", headers={"if-none-match": first["ETag"]}).status_code == 304
    made(busan, "늘봄")
    assert client.get("/busan/register.csv", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_news_come_newest_first_and_are_atom(busan, client):
    certificate = made(busan, "<b>다솜</b>", provider_name_en="")
    revoke(busan, certificate)
    feed = ElementTree.fromstring(client.get("/busan/register.atom?lang=en").content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["<b>다솜</b>: revoked", "<b>다솜</b>: certified"]
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == 2


# ---- files of a month

def test_on_the_first_a_file_is_made_once_and_stays_as_it_is(busan, client):
    made(busan, "다솜")
    with clock.travel(seoul(2026, 11, 1, 0, 5)):
        assert [tasks.make_snapshots() for _ in range(2)] == [2, 0]
        listed = {one["form"]: one for one in said(client, "snapshots/")["snapshots"]}
        assert listed["csv"]["month"] == "2026-11" and listed["csv"]["count"] == 1
        assert "register-2026-11.csv" in client.get("/api/docs").content.decode()
        made(busan, "늘봄")
        for form, one in listed.items():
            answer = client.get(f"{V1}snapshots/register-2026-11.{form}")
            whole = b"".join(answer.streaming_content)
            assert hashlib.sha256(whole).hexdigest() == one["sha256"] and len(whole) == one["size"] == int(answer["Content-Length"])
            assert "immutable" in answer["Cache-Control"] and "늘봄" not in whole.decode()
            assert client.get(f"{V1}snapshots/register-2026-11.{form}", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_month_in_which_the_clock_stood_still_has_its_file_as_soon_as_it_goes_on(busan):
    made(busan, "다솜")
    with clock.travel(seoul(2026, 12, 5, 9)):
        assert tasks.make_snapshots() == 2
        assert {(one.month, one.taken_on) for one in queries.snapshots()} == {("2026-12", date(2026, 12, 5))}
