"""One certificate's page: since when it is what it is, every place of its provider, what came before and after, what the provider says."""
import json
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts import directory
from accounts.workflow import change_agency
from certification import queries, workflow
from certification.models import RegisterEntry
from certification.templatetags.entry import structured
from core import clock, frames
from core.tenancy import within
from providers import workflow as providers
from providers.models import Site
from tests import factories as f
from tests.certification.conftest import WORKER, entry_of, seoul
from tests.certification.test_register_pages import made, page, statements, words_of

TODAY = date(2026, 10, 14)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today():
    queries.register_counts.cache_clear()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def own(busan):
    """A certificate of the cast's own provider, whose people may change what they offer."""
    with within(busan.agency):
        offering = busan.provider.sites.get().offerings.get()
        certificate = f.CertificateFactory(offering=offering, provider_name="다솜", site_name=offering.site.name)
    directory.forget()
    return certificate


def address_of(certificate):
    return f"/busan/register/{certificate.number}/"


# ---- since when

def since(certificate):
    return entry_of(certificate).state_since


def test_each_state_says_since_when(busan):
    with within(busan.agency):
        plain = f.CertificateFactory()
        assert since(plain) == plain.valid_from
        workflow.suspend(plain, from_on=TODAY - 3 * DAY, to_on=TODAY, reason="x", actor=WORKER)
        assert since(plain) == TODAY - 3 * DAY
        over = f.CertificateFactory()
        workflow.suspend(over, from_on=TODAY - 9 * DAY, to_on=TODAY - 2 * DAY, reason="x", actor=WORKER)
        assert since(over) == TODAY - DAY
        workflow.revoke(over, on=TODAY, reason="x", actor=WORKER)
        assert since(over) == TODAY
        past = f.CertificateFactory(valid_from=date(2020, 1, 1), valid_to=date(2022, 12, 31))
        assert since(past) == date(2023, 1, 1)
        assert since(f.CertificateFactory(valid_from=TODAY + DAY)) == TODAY + DAY


def test_the_first_line_says_the_state_and_since_when(busan, client):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        workflow.suspend(certificate, from_on=TODAY - DAY, reason="자격 확인", actor=WORKER)
    directory.forget()
    words = words_of(page(client, address_of(certificate))).partition("인증번호")[0]
    assert re.search(r"효력이 정지된 인증입니다 2026\. 10\. 13\.\(화\) ?부터", words)


# ---- one frame for all of them

def test_certificates_share_a_frame_and_none_stands_in_anothers_page(busan, client):
    first, second = made(busan, "다솜", provider_name_en="Dasom"), made(busan, "온누리", provider_name_en="Onnuri")
    frames.forget_frames()
    pages = [page(client, f"{address_of(one)}?lang=en") for one in (first, second)]
    assert len(frames._frames) == 1
    for own, other, text in ((first, second, pages[0]), (second, first, pages[1])):
        assert text.count(own.number) >= 4 and other.number not in text and other.provider_name_en not in text
        assert f'href="/busan/register/{own.number}/watch/?lang=en"' in text and "slot" not in text
    assert "lang=en" not in page(client, address_of(first)).replace('href="?lang=en"', "")


# ---- how long a revoked one is listed

def test_an_agency_says_how_long_a_revoked_one_stays_in_its_list(busan, daegu, at, client):
    for place in (busan, daegu):
        with within(place.agency):
            certificate = f.CertificateFactory(provider_name=f"취소 {place.agency.slug}")
            workflow.revoke(certificate, on=date(2026, 8, 1), reason="x", actor=WORKER)
    made(busan, "유효")
    lists = ["/busan/register/", "/busan/register/?status=revoked"]
    assert all("취소 busan" in page(client, address) for address in lists)
    with at(busan.admin, busan) as actor:
        change_agency(busan.agency, {"months_listed": 2}, actor=actor)
    directory.forget()
    assert not any("취소 busan" in page(client, address) for address in lists)
    with within(busan.agency):
        assert [entry.provider_name for entry in queries.register_found()] == ["유효", "취소 daegu"]
        entry = RegisterEntry.everything.get(provider_name="취소 busan")
        assert entry.listed_until == date(2026, 9, 30)
    assert client.get(f"/busan/register/{entry.number}/").status_code == 200


# ---- places

def test_every_place_is_named_and_which_is_not_certified(busan, own, client):
    with within(busan.agency):
        second = f.SiteFactory(provider=busan.provider, name="재송점")
        f.OfferingFactory(site=second, price_low=60000, price_high=80000, price_per="session")
        workflow.follow_provider(busan.provider, actor=WORKER)
    directory.forget()
    text = page(client, f"{address_of(own)}?lang=en")
    rows = [words_of(row) for row in re.findall(r"<tr.*?</tr>", text, re.S)]
    here, there = next(row for row in rows if "this certificate" in row), next(row for row in rows if "재송점" in row)
    assert "valid" in here and "not certified" in there and "60,000~80,000 won a session" in there


def test_what_is_no_longer_offered_stands_only_where_it_was_certified(busan, own, client):
    with within(busan.agency):
        other = f.OfferingFactory(site=f.SiteFactory(provider=busan.provider, name="닫은곳"), is_active=False)
        certificate = f.CertificateFactory(offering=other, site_name="닫은곳", provider_name="다솜")
        workflow.follow_provider(busan.provider, actor=WORKER)
    directory.forget()
    assert "닫은곳" in page(client, address_of(own)) and entry_of_places(certificate) == 1


def entry_of_places(certificate):
    with within(certificate.agency):
        return len(entry_of(certificate).places)


def test_the_page_asks_twice_with_one_place_as_with_three(busan, own, client):
    answer, asked = statements(client, address_of(own))
    assert answer.status_code == 200 and len(asked) == 2
    with within(busan.agency):
        for _ in range(2):
            f.CertificateFactory(offering=f.OfferingFactory(site=f.SiteFactory(provider=busan.provider)))
        workflow.follow_provider(busan.provider, actor=WORKER)
    directory.forget()
    assert len(statements(client, address_of(own))[1]) == len(asked)


# ---- before and after

def test_a_renewed_one_leads_to_the_newer_and_back(busan, own, client):
    with within(busan.agency):
        workflow.supersede(own, on=TODAY, actor=WORKER)
        newer = f.CertificateFactory(offering=own.offering, provider_name="다솜", site_name=own.site_name, valid_from=TODAY)
    directory.forget()
    old, new = page(client, f"{address_of(own)}?lang=en"), page(client, f"{address_of(newer)}?lang=en")
    assert re.search(rf"Followed by</dt><dd><a href=\"[^\"]*{newer.number}/", old) and "Preceded by" not in old
    assert re.search(rf"Preceded by</dt><dd><a href=\"[^\"]*{own.number}/", new) and "Followed by" not in new


# ---- what the provider says

def test_hours_price_and_telephone_reach_the_register_by_a_job(busan, own, at, client, work_off):
    work_off(busan)
    before = page(client, address_of(own))
    with at(busan.owner, busan) as actor:
        site = Site.everything.get(provider=busan.provider)
        providers.change_site(site, phone="0517771234", opening_hours="평일 09:00~18:00", actor=actor)
        assert entry_of(own).opening_hours == ""
    work_off(busan)
    with at(busan.owner, busan) as actor:
        assert entry_of(own).opening_hours == "평일 09:00~18:00"
        providers.change_offering(own.offering, price_low=180000, price_high=180000, price_per="month", actor=actor)
    work_off(busan)
    directory.forget()
    text = page(client, address_of(own))
    for words in ("051-777-1234", "평일 09:00~18:00", "180,000원"):
        assert words in text and words not in before


def test_nothing_else_of_a_provider_reaches_it(busan, own, at, work_off):
    with within(busan.agency):
        was = entry_of(own)
    with at(busan.owner, busan) as actor:
        site = Site.everything.get(provider=busan.provider)
        providers.change_site(site, name="새 이름", address_detail="9층", actor=actor)
    work_off(busan)
    with within(busan.agency):
        now = entry_of(own)
        assert (now.site_name, now.address, now.provider_name) == (was.site_name, was.address, was.provider_name)
        assert now.places[0]["site"] == "새 이름"


def test_only_the_worker_follows_a_provider(busan, own, at):
    for who in (busan.owner, busan.officer, busan.director):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.follow_provider(busan.provider, actor=actor)


def test_a_job_that_finds_nothing_new_renews_no_page(busan, own):
    with within(busan.agency):
        busan.agency.refresh_from_db()
        before = busan.agency.public_generation
        assert workflow.follow_provider(busan.provider, actor=WORKER) == 0
        busan.agency.refresh_from_db()
        assert busan.agency.public_generation == before


# ---- for programs

def block_of(text):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])


def test_programs_read_the_same_as_people(busan, own, client):
    said = block_of(page(client, address_of(own)))
    assert said["@type"] == "Certification" and said["certificationStatus"] == "https://schema.org/CertificationActive"
    assert (said["certificationIdentification"], said["about"]["name"]) == (own.number_shown, "다솜")
    assert said["url"].endswith(address_of(own))
    with within(busan.agency):
        workflow.revoke(own, on=TODAY, reason="x", actor=WORKER)
    directory.forget()
    assert block_of(page(client, address_of(own)))["certificationStatus"] == "https://schema.org/CertificationInactive"


def test_a_name_cannot_end_the_block_of_data(busan):
    with within(busan.agency):
        block = structured(entry_of(f.CertificateFactory(provider_name="</script><script>alert(1)</script>&")))
    assert block.count("</script>") == 1 and block.count("<script") == 1
    assert json.loads(block.partition(">")[2].removesuffix("</script>"))["about"]["name"].startswith("</script>")
