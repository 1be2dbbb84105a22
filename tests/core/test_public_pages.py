"""Kept pages: answered without a query, one for each agency, generation, language and day, the same whoever looks."""
import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.models import Agency
from core import clock
from tests import factories as f
from tests.sample import views

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/busan/kept/"


@pytest.fixture
def reader(visitor, busan):
    """The page has been asked for once, and the directory of agencies is warm."""
    visitor.get(PAGE)
    views.RENDERED.clear()
    return visitor


def asked(reader, path=PAGE, **how):
    with CaptureQueriesContext(connection) as queries:
        answer = reader.get(path, **how)
    return answer, [query["sql"] for query in queries if query["sql"] not in ("BEGIN", "COMMIT")]


def test_a_kept_page_is_answered_without_a_query(reader):
    answer, queries = asked(reader)
    assert answer.status_code == 200 and queries == [] and views.RENDERED == []
    assert answer.content.decode() == "부산광역시사회서비스원 ko None /busan/"


def test_it_is_answered_before_a_transaction_begins_and_with_every_header(reader, busan):
    with CaptureQueriesContext(connection) as queries:
        answer = reader.get(f"{PAGE}?lang=en")
        kept = reader.get(f"{PAGE}?lang=en")
    assert len(views.RENDERED) == 1 and [query["sql"] for query in queries] == ["BEGIN", "COMMIT"]      # the first one's
    assert dict(kept.headers) == dict(answer.headers) and kept["Content-Language"] == "en" and kept["Content-Length"]


def test_it_is_the_same_for_somebody_signed_in_and_still_without_a_query(reader, busan):
    stranger = reader.get(PAGE)
    reader.force_login(busan.officer)
    answer, queries = asked(reader)
    assert queries == [] and answer.content == stranger.content and answer["ETag"] == stranger["ETag"]


def test_it_neither_sets_nor_varies_by_a_cookie(reader, busan):
    reader.force_login(busan.officer)
    for path in (PAGE, "/busan/", "/"):
        answer = reader.get(path)
        assert not answer.cookies and "Cookie" not in answer.get("Vary", ""), path


def test_what_did_not_change_is_not_sent_again(reader):
    etag = reader.get(PAGE)["ETag"]
    answer, queries = asked(reader, headers={"if-none-match": etag})
    assert (answer.status_code, answer.content, queries) == (304, b"", []) and answer["ETag"] == etag
    assert answer["Cache-Control"] == "public, max-age=60"
    assert reader.get(PAGE, headers={"if-none-match": '"other"'}).status_code == 200
    for several in (f'"other", {etag}', f"W/{etag}", "*"):
        assert reader.get(PAGE, headers={"if-none-match": several}).status_code == 304, several


def test_each_language_has_its_own(reader):
    english = reader.get(f"{PAGE}?lang=en")
    assert english.content.decode() == "Busan Social Service Agency en None /busan/"
    assert reader.get(PAGE).content.decode().startswith("부산") and english["ETag"] != reader.get(PAGE)["ETag"]


def test_each_agency_and_each_way_to_it_has_its_own(reader, daejeon):
    directory.forget()
    assert reader.get("/daejeon/kept/").content.decode() == f"{daejeon.agency.name_ko} ko None /daejeon/"
    assert reader.get("/kept/", headers={"host": "daejeon.example"}).content.decode() == f"{daejeon.agency.name_ko} ko None /"
    assert reader.get("/daejeon/kept/").content.decode().endswith("/daejeon/")


def test_each_agency_and_each_way_to_it_has_its_own_at_the_very_same_path(reader, daejeon):
    namesake = f.AgencyFactory(slug="kept", domain="localhost")     # its front door is called like the others' page
    directory.forget()
    assert namesake.public_generation == daejeon.agency.public_generation
    front = reader.get("/kept/").content.decode()
    there, here = (reader.get("/kept/", headers={"host": host}).content.decode() for host in ("daejeon.example", "localhost"))
    assert there == f"{daejeon.agency.name_ko} ko None /" and here == f"{namesake.name_ko} ko None /" and front not in (there, here)


def test_two_own_domains_do_not_share_a_page(reader, daejeon):
    """The same path, the same generation: only the agency differs."""
    other = f.AgencyFactory(slug="jeju", domain="localhost")
    Agency.objects.filter(pk=other.pk).update(public_generation=daejeon.agency.public_generation)
    directory.forget()
    pages = [reader.get("/kept/", headers={"host": host}).content.decode() for host in ("daejeon.example", "localhost")]
    assert pages == [f"{name} ko None /" for name in (daejeon.agency.name_ko, other.name_ko)]


def test_a_change_at_the_agency_is_seen(reader, busan):
    busan.agency.name_ko = "부산사회서비스원"
    busan.agency.save()
    assert reader.get(PAGE).content.decode().startswith("부산사회서비스원")


def test_the_national_page_changes_with_any_agency(reader, busan):
    first = reader.get("/")
    assert reader.get("/").content == first.content and len(views.RENDERED) == 1
    busan.agency.phone = "051-000-0000"
    busan.agency.save()
    reader.get("/")
    assert len(views.RENDERED) == 2


def test_a_new_day_in_seoul_makes_a_new_page(reader):
    with clock.travel(clock.real_now() + datetime.timedelta(days=1)):
        reader.get(PAGE)
    assert len(views.RENDERED) == 1


def test_a_new_release_makes_a_new_page(reader, settings):
    settings.RELEASE = "next"
    reader.get(PAGE)
    assert len(views.RENDERED) == 1


def test_what_a_stranger_hangs_on_the_address_enters_no_kept_page(visitor, busan):
    for path in ("/busan/kept/", "/busan/"):
        planted = visitor.get(f"{path}?q=CNRY-planted&lang=ko")
        later = visitor.get(path)
        assert "CNRY-planted" not in planted.content.decode() + later.content.decode()


def test_a_kept_page_holds_no_token_and_no_form(reader, busan):
    reader.force_login(busan.officer)
    for path in ("/busan/", "/"):
        text = reader.get(path).content.decode()
        assert "csrf" not in text.lower() and 'method="post"' not in text and "CNRY-busan-officer" not in text


def test_a_message_waits_for_a_page_that_is_for_one_person(reader, busan):
    reader.force_login(busan.owner)
    reader.get("/busan/speak/")
    assert "said once" not in reader.get("/busan/").content.decode()
    assert "said once" in reader.get("/busan/portal/").content.decode()


def test_only_reading_is_answered_from_memory(reader):
    assert reader.head(PAGE).status_code == 200 and views.RENDERED == []
    reader.post(PAGE)
    assert len(views.RENDERED) == 1


def test_the_memory_does_not_grow_without_end(reader, monkeypatch):
    from core import public_pages

    monkeypatch.setattr(public_pages, "LIMIT", 3)
    for day in range(10):
        with clock.travel(clock.real_now() + datetime.timedelta(days=day)):
            reader.get(PAGE)
    assert len(public_pages._kept) <= 3
