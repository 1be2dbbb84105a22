"""The register as citizens meet it: the list, the pass, the certificate's file; kept, escaped, in both languages."""
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.models import District
from certification import queries, workflow
from certification.models import RegisterEntry
from core import clock, public_pages
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul

LIST, NATION = "/busan/register/", "/register/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def today():
    forget_counts()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def forget_counts():
    for kept in (queries.register_counts, queries.register_tally, queries.register_given, queries.providers_ever):
        kept.cache_clear()


def made(place, name, **fields):
    """A certificate at the agency; the pages know of it."""
    with within(place.agency):
        certificate = f.CertificateFactory(provider_name=name, **fields)
    directory.forget()
    return certificate


def page(client, address):
    return client.get(address).content.decode()


def words_of(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def titles(text):
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', text)


def statements(client, address):
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    apart = ('FROM "accounts_agency"', "set_config", 'FROM "accounts_district"')      # of no page: agencies and districts wait in memory
    return answer, [query["sql"] for query in asked if "SELECT" in query["sql"] and not any(own in query["sql"] for own in apart)]


# ---- list

def test_a_card_leads_with_the_state_and_says_where_until_when_and_whom_to_call(busan, client):
    certificate = made(busan, "다솜아동발달센터")
    text = page(client, LIST)
    assert f'href="/busan/register/{certificate.number}/"' in text and titles(text) == ["다솜아동발달센터"]
    words = words_of(text)
    assert "2025. 12. 9.(화) ~ 2028. 12. 8.(금)" in words and "051-000-0000" in words and certificate.number_shown in words


def test_the_list_is_narrowed_by_word_state_service_and_district(busan, client):
    made(busan, "다솜아동발달센터")
    far = made(busan, "해운대센터", district=District.objects.get(code="26350"))
    with within(busan.agency):
        workflow.revoke(far, on=date(2026, 10, 1), reason="x", actor=WORKER)
    directory.forget()
    assert titles(page(client, f"{LIST}?q=다솜")) == ["다솜아동발달센터"]
    assert titles(page(client, f"{LIST}?status=revoked")) == ["해운대센터"]
    assert titles(page(client, f"{LIST}?district=26350")) == ["해운대센터"]
    assert titles(page(client, f"{LIST}?service=dementia-prevention&status=valid")) == ["다솜아동발달센터"]
    assert titles(page(client, f"{LIST}?sort=newest")) == ["해운대센터", "다솜아동발달센터"]
    for nowhere in ("?service=nothing", "?district=99999", "?q=없는이름", "?district=27110"):
        assert titles(page(client, LIST + nowhere)) == [] and "/busan/register/" in page(client, LIST + nowhere)


@pytest.mark.parametrize("query", [
    "?page=0", "?page=-1", "?page=x", "?page=99999999999", "?page=١", "?sort=x", "?status=x", "?q=%00", "?q=%F0%9F%98%80", "?district=%27",
    "?service=a&service=b&service=dementia-prevention", f"?q={'가' * 500}", "?q=%25", "?page=7&q=다"])
def test_whatever_stands_in_the_address_is_answered(query, busan, client):
    made(busan, "다솜아동발달센터")
    for place in (LIST, NATION):
        assert client.get(place + query).status_code == 200


def test_a_name_is_text_and_never_markup(busan, client):
    certificate = made(busan, SCRIPT, address=SCRIPT, site_name=SCRIPT, head_name=SCRIPT, shows_head_name=True)
    with within(busan.agency):
        workflow.suspend(certificate, from_on=date(2026, 10, 1), reason=SCRIPT, actor=WORKER)
        code = RegisterEntry.everything.get().shown_code
    directory.forget()
    own = f"/busan/register/{certificate.number}/"
    for address in (LIST, NATION, f"{LIST}?q={SCRIPT}", own, f"/verify/{code}/", f"/verify/?q={SCRIPT}"):
        text = page(client, address)
        assert "<script>alert" not in text and "&lt;script&gt;" in text, address


def test_pages_follow_each_other_and_keep_what_was_asked(busan, client, monkeypatch):
    with within(busan.agency):
        offering = f.OfferingFactory()
        version = f.published_version()
        for number in range(45):
            place = f.OfferingFactory(site__provider=offering.site.provider)
            f.CertificateFactory(provider_name=f"별빛{number:02}", version=version, offering=place)
    directory.forget()
    pages = [titles(page(client, f"{LIST}?q=별빛&page={number}")) for number in (1, 2, 3, 9)]
    assert [len(names) for names in pages] == [20, 20, 5, 5] and pages[2] == pages[3]
    assert sorted(name for names in pages[:3] for name in names) == [f"별빛{number:02}" for number in range(45)]
    assert "?q=%EB%B3%84%EB%B9%9B&amp;page=3" in page(client, f"{LIST}?q=별빛&page=2")


def test_english_pages_show_english_names_where_there_are_some(busan, client):
    certificate = made(busan, "다솜", provider_name_en="Dasom Centre")
    made(busan, "늘봄", provider_name_en="")
    assert set(titles(page(client, f"{LIST}?lang=en"))) == {"Dasom Centre", "늘봄"}
    text = page(client, f"/busan/register/{certificate.number}/?lang=en")
    assert "Dasom Centre" in text and "이용 전에 설명하고" in text and "Organisation and service delivery" in text
    assert f'href="/busan/register/{certificate.number}/?lang=en"' in page(client, f"{LIST}?lang=en")


@pytest.mark.parametrize("address", [LIST, NATION, f"{LIST}?q=다솜", f"{NATION}?q=다솜&status=valid"])
def test_a_list_asks_three_times_at_most_whatever_its_length_and_then_never(address, busan, client):
    lengths = []
    for names in (["다솜1"], ["다솜2", "다솜3"]):
        for name in names:
            made(busan, name)
        public_pages.forget_pages()
        forget_counts()
        _answer, asked = statements(client, address)
        lengths.append(len(asked))
    assert lengths[0] == lengths[1] <= 3
    answer, asked = statements(client, address)
    assert asked == [] and client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_an_event_renews_the_pages_of_its_agency_and_of_the_nation(busan, client):
    certificate = made(busan, "다솜")
    entry = f"/busan/register/{certificate.number}/"
    before = [page(client, address) for address in (LIST, NATION, entry)]
    with within(busan.agency):
        workflow.revoke(certificate, on=date(2026, 10, 1), reason="시정하지 않음", actor=WORKER)
    directory.forget()
    after = [page(client, address) for address in (LIST, NATION, entry)]
    assert all(old != new for old, new in zip(before, after, strict=True)) and "시정하지 않음" in after[2]


def test_a_certificate_expires_at_midnight_without_anybody_doing_anything(busan, client):
    made(busan, "다솜", valid_from=date(2023, 10, 15))
    with clock.travel(seoul(2026, 10, 14, 23, 59)):
        assert titles(page(client, LIST)) == ["다솜"]
    with clock.travel(seoul(2026, 10, 15)):
        assert titles(page(client, LIST)) == [] and titles(page(client, f"{LIST}?status=expired")) == ["다솜"]


def test_the_nation_lists_all_agencies_and_narrows_to_one(busan, daegu, client):
    made(busan, "부산센터")
    other = made(daegu, "대구센터", district=District.objects.get(code="27110"))
    assert titles(page(client, NATION)) == ["대구센터", "부산센터"]
    text = page(client, f"{NATION}?agency=daegu")
    assert titles(text) == ["대구센터"] and f'href="/daegu/register/{other.number}/"' in text and "대구광역시행복진흥사회서비스원" in text
    assert titles(page(client, f"{NATION}?agency=nowhere")) == []
    assert titles(page(client, LIST)) == ["부산센터"]


def test_an_empty_register_says_so(busan, client):
    assert "As soon as the first results are announced" in words_of(page(client, f"{LIST}?lang=en"))


def test_public_pages_hold_no_post_form_and_no_token(busan, client):
    certificate = made(busan, "다솜")
    client.force_login(busan.officer)
    for address in (LIST, NATION, f"/busan/register/{certificate.number}/", "/verify/"):
        text = page(client, address)
        assert "csrf" not in text and 'method="post"' not in text and "CNRY-busan-officer" not in text


# ---- pass

def test_the_pass_says_the_state_in_a_sentence_with_facts_term_code_and_history(busan, client):
    certificate = made(busan, "다솜")
    words = words_of(text := page(client, f"/busan/register/{certificate.number}/?lang=en"))
    assert "This certification is valid" in words and certificate.number_shown in words and "786 days left" in words
    assert "2024 edition, 3" in words and "Certified" in words
    with within(busan.agency):
        assert f"/verify/{RegisterEntry.everything.get().shown_code}/" in text


@pytest.mark.parametrize("number", ["BS-QC-2099-001", "x", "제2025-001호", "%00", "a'b"])
def test_an_unknown_number_is_no_page(number, busan, client):
    made(busan, "다솜")
    assert client.get(f"/busan/register/{number}/").status_code == 404


def test_another_agencys_certificate_has_its_page_there(busan, daegu, client):
    certificate = made(daegu, "대구")
    assert client.get(f"/busan/register/{certificate.number}/").status_code == 404
    assert client.get(f"/daegu/register/{certificate.number}/").status_code == 200


def test_the_pass_asks_twice_at_most_and_names_the_other_certificates(busan, client):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        for _ in range(3):
            other = f.CertificateFactory(offering=f.OfferingFactory(site__provider=certificate.provider), provider_name="다솜")
    directory.forget()
    answer, asked = statements(client, f"/busan/register/{certificate.number}/")
    assert len(asked) <= 2 and other.number in answer.content.decode()


def test_the_name_of_the_head_is_shown_only_with_consent(busan, client):
    shy, open_ = made(busan, "다솜", head_name="김조용"), made(busan, "늘봄", head_name="박열린", shows_head_name=True)
    assert "김조용" not in page(client, f"/busan/register/{shy.number}/")
    assert "박열린" in page(client, f"/busan/register/{open_.number}/")


# ---- the certificate's file

def kept(place, certificate, language="ko", **fields):
    with within(place.agency):
        document = f.CertificateDocumentFactory(certificate=certificate, language=language, **fields)
        workflow.keep_document(document, f"%PDF-1.7 {language}".encode(), actor=WORKER)
    directory.forget()
    return document


def test_the_certificate_is_for_everybody_once_made_and_agreed(busan, client):
    certificate = made(busan, "다솜", shows_head_name=True)
    address = f"/busan/register/{certificate.number}/"
    with within(busan.agency):
        f.CertificateDocumentFactory(certificate=certificate, language="en")
    assert client.get(f"{address}certificate.pdf").status_code == 404
    kept(busan, certificate)
    answer = client.get(f"{address}certificate.pdf")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 ko"
    assert client.get(f"{address}certificate.pdf?lang=en").status_code == 404
    text = page(client, f"{address}?lang=en")
    assert f'href="{address}certificate.pdf"' in text and "The English certificate is being made" in words_of(text)


def test_without_consent_it_is_for_nobody(busan, client):
    certificate = made(busan, "다솜")
    kept(busan, certificate)
    assert client.get(f"/busan/register/{certificate.number}/certificate.pdf").status_code == 404
    assert "certificate.pdf" not in page(client, f"/busan/register/{certificate.number}/")


# ---- portal

def test_the_provider_finds_its_certificates_and_what_is_still_being_made(busan, client):
    with within(busan.agency):
        certificate = f.CertificateFactory(provider=busan.provider, offering=busan.provider.sites.get().offerings.get())
        waiting = f.CertificateDocumentFactory(certificate=certificate, kind="plaque")
    made_ = kept(busan, certificate)
    client.force_login(busan.owner)
    assert 'href="/busan/portal/certificates/"' in page(client, "/busan/portal/")
    assert certificate.number_shown in page(client, "/busan/portal/certificates/")
    address = f"/busan/portal/certificates/{certificate.public_id}/"
    text = page(client, address)
    assert 'hx-trigger="every 3s"' in text and f"/documents/{made_.public_id}/" in text and f"/documents/{waiting.public_id}/" not in text
    fragment = client.get(address, headers={"hx-request": "true"}).content.decode()
    assert fragment.lstrip().startswith("<section") and "<html" not in fragment
    answer = client.get(f"/busan/portal/certificates/documents/{made_.public_id}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 ko"
    assert client.get(f"/busan/portal/certificates/documents/{waiting.public_id}/").status_code == 404
    with within(busan.agency):
        workflow.keep_document(waiting, b"%PDF-1.7 plaque", actor=WORKER)
    assert "hx-trigger" not in page(client, address)


def test_strangers_and_neighbours_find_none(busan, daegu, client):
    with within(busan.agency):
        certificate = f.CertificateFactory(provider=busan.provider, offering=busan.provider.sites.get().offerings.get())
    document = kept(busan, certificate)
    for who in (busan.neighbour, daegu.owner, daegu.officer, busan.assessor):
        client.force_login(who)
        assert certificate.number_shown not in page(client, "/busan/portal/certificates/")
        assert client.get(f"/busan/portal/certificates/{certificate.public_id}/").status_code == 404
        assert client.get(f"/busan/portal/certificates/documents/{document.public_id}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_portals_list_asks_as_often_for_three_as_for_one(count, busan, client):
    with within(busan.agency):
        for _ in range(count):
            f.CertificateFactory(offering=f.OfferingFactory(site__provider=busan.provider))
    client.force_login(busan.owner)
    assert len(statements(client, "/busan/portal/certificates/")[1]) <= 9
