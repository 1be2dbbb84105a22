"""Kept pages: answered without a query, one for each agency, generation, language and day, the same whoever looks."""
import datetime
import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.models import Agency
from accounts.workflow import renew_public_pages
from core import clock, public_pages
from core.context import house
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
    monkeypatch.setattr(public_pages, "LIMIT", 3)
    for day in range(10):
        with clock.travel(clock.real_now() + datetime.timedelta(days=day)):
            reader.get(PAGE)
    assert len(public_pages._kept) <= 3


# ---- pages that a query makes

FOUND = "/busan/found/"


def test_a_search_is_kept_whatever_the_order_of_its_words(reader):
    first = reader.get(f"{FOUND}?q=a&page=2")
    assert first.content.decode().endswith("q=a&page=2 ..")
    answer, queries = asked(reader, f"{FOUND}?page=2&district=&q=a")
    assert answer.content == first.content and queries == [] and len(views.RENDERED) == 1
    assert answer["ETag"] == first["ETag"] and answer["Cache-Control"] == "public, max-age=60"
    assert reader.get(f"{FOUND}?q=a&page=2", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_each_value_makes_a_page_and_a_page_without_is_another(reader):
    texts = [reader.get(FOUND + query).content for query in ("", "?q=a", "?q=b", "?q=a&q=b", "?q=b&q=a", "?district=a", "?q=a&lang=en")]
    again = [reader.get(FOUND + query).content for query in ("", "?q=a", "?q=b", "?q=a&q=b", "?q=b&q=a", "?district=a", "?q=a&lang=en")]
    assert len(set(texts)) == len(texts) == len(views.RENDERED) and again == texts


def test_what_the_view_does_not_name_makes_no_page_and_enters_none(reader):
    first = reader.get(f"{FOUND}?q=a")
    answer = reader.get(f"{FOUND}?utm_source=CNRY-planted&q=a&amp;x=1")
    assert answer.content == first.content and len(views.RENDERED) == 1
    planted = reader.get(f"{FOUND}?q=other&utm_source=CNRY-planted")
    assert "CNRY-planted" not in planted.content.decode()


def test_the_words_of_one_page_are_nothing_to_another(reader):
    """`q` makes a page at one address and none at the next."""
    reader.get(f"{FOUND}?q=a")
    assert reader.get(f"{PAGE}?q=a").content == reader.get(PAGE).content and len(views.RENDERED) == 1


def test_a_search_whose_view_is_forgotten_is_not_answered_by_the_bare_page(reader):
    bare = reader.get(FOUND).content
    public_pages._parameters.clear()
    assert reader.get(f"{FOUND}?q=a").content != bare


def test_a_long_word_is_answered_and_not_kept(reader):
    short, long = "가" * public_pages.VALUE, "가" * (public_pages.VALUE + 1)
    for word, rendered in ((short, 1), (long, 2)):
        views.RENDERED.clear()
        answers = [reader.get(FOUND, {"q": word}) for _ in range(2)]
        assert answers[0].content == answers[1].content and len(views.RENDERED) == rendered
    assert answers[0].status_code == 200 and "no-store" in answers[0]["Cache-Control"] and not answers[0].cookies
    many = "&".join(["q=a"] * (public_pages.VALUES + 1))
    assert reader.get(f"{FOUND}?{many}")["Cache-Control"] == answers[0]["Cache-Control"]


def test_a_large_answer_to_a_search_is_not_kept(reader):
    for _ in range(2):
        assert len(reader.get(f"{FOUND}?page={public_pages.ASKED_BYTES}").content) > public_pages.ASKED_BYTES
    assert len(views.RENDERED) == 2


def test_ten_thousand_words_push_out_no_front_page(reader, monkeypatch):
    monkeypatch.setattr(public_pages, "ASKED_LIMIT", 5)
    for word in range(30):
        reader.get(f"{FOUND}?q={word}")
    assert len(public_pages._asked) <= 5
    views.RENDERED.clear()
    reader.get(PAGE)
    assert views.RENDERED == []


def test_a_search_is_made_anew_when_the_agency_changes(reader, busan):
    reader.get(f"{FOUND}?q=a")
    busan.agency.save()
    reader.get(f"{FOUND}?q=a")
    assert len(views.RENDERED) == 2


def test_each_agency_and_the_nation_keep_their_own_search(reader, daejeon):
    directory.forget()
    here = [(f"{place}/found/?q=a", "testserver") for place in ("/busan", "/daejeon", "")]
    texts = [reader.get(path, headers={"host": host}).content for path, host in [*here, ("/found/?q=a", "daejeon.example")]]
    assert len(views.RENDERED) == 4 and len(set(texts)) == 3 and texts[1] == texts[3]


def test_a_table_stays_a_table_and_a_drawing_a_drawing(reader):
    for query in ("", "?q=a"):
        for _ in range(2):
            answer = reader.get(f"/busan/sheet/{query}")
            assert (answer["Content-Type"], answer["Content-Disposition"]) == ("text/csv", 'attachment; filename="register.csv"')
    assert len(views.RENDERED) == 2
    types = [reader.get("/busan/drawing/")["Content-Type"] for _ in range(2)]
    assert types == ["image/svg+xml"] * 2 and "Content-Disposition" not in reader.get("/busan/drawing/")


def test_what_is_not_there_is_not_kept(reader):
    for path in ("/busan/nowhere/", "/busan/sheet/?q=nothing"):
        views.RENDERED.clear()
        answers = [reader.get(path) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [404, 404] and len(views.RENDERED) == 2, path
        assert "ETag" not in answers[1]


def test_the_other_language_keeps_the_search(rf, busan):
    request = rf.get("/", {"q": "a"})
    assert house(request)["other_lang_url"] == "?q=a&lang=en"


# ---- what makes them anew

def test_a_deed_makes_public_pages_anew(reader, busan):
    renew_public_pages(busan.agency)
    reader.get(PAGE)
    assert len(views.RENDERED) == 1


def test_of_two_who_change_the_same_agency_both_count(busan):
    mine, theirs = (Agency.objects.get(pk=busan.agency.pk) for _ in range(2))
    before = mine.public_generation
    mine.save()
    theirs.save(update_fields=["phone"])
    assert (mine.public_generation, theirs.public_generation) == (before + 1, before + 2)
    assert Agency.objects.get(pk=busan.agency.pk).public_generation == before + 2


def test_an_agency_that_could_not_be_saved_is_still_whole_in_memory(busan, daegu):
    busan.agency.slug, before = daegu.agency.slug, busan.agency.public_generation
    with pytest.raises(IntegrityError):
        busan.agency.save()
    assert busan.agency.public_generation == before


def test_of_eight_deeds_at_once_each_counts(busan):
    """Each reads the agency, waits for all the others, and then writes: a number read before would be written eight times."""
    before = Agency.objects.get(pk=busan.agency.pk).public_generation
    together = threading.Barrier(8)

    def deed(number):
        try:
            with transaction.atomic():
                agency = Agency.objects.get(pk=busan.agency.pk)
                together.wait(10)
                renew_public_pages(agency) if number % 2 else agency.save(update_fields=["phone"])
        finally:
            connection.close()

    threads = [threading.Thread(target=deed, args=(number,)) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert Agency.objects.get(pk=busan.agency.pk).public_generation == before + 8
