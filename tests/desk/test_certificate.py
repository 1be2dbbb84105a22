"""Certificates at the desk: the list at any size, one with everything of it, what is decided there, papers made anew."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import directory
from accounts.actors import Actor
from certification import workflow
from certification.models import Certificate, CertificateRevision, SurrenderRequest
from core import clock
from core.models import AccessEntry
from core.tenancy import within
from tests import factories as f

LIST = "/busan/admin/certificates/"

DAY = timedelta(days=1)
READERS = ["officer", "manager", "director", "auditor"]


@pytest.fixture
def held(busan):
    with within(busan.agency):
        return f.CertificateFactory(provider=busan.provider, provider_name="햇살센터", provider_name_en="", number_shown="제2025-777호")


def address(held, *parts):
    return LIST + "".join(f"{part}/" for part in (held.public_id, *parts)) + "?lang=en"


def again(busan, held):
    with within(busan.agency):
        return Certificate.everything.get(pk=held.pk)


# ---- the list

@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_list(who, busan, held, sit_down, words_of):
    page = words_of(sit_down(getattr(busan, who)).get(f"{LIST}?lang=en"))
    assert "햇살센터" in page and "1 certificate" in page


@pytest.mark.parametrize("who", ["trainer", "admin", "observer", "assessor", "committee", "owner"])
def test_others_do_not(who, busan, held, sit_down):
    assert sit_down(getattr(busan, who)).get(LIST).status_code == 403
    assert sit_down(getattr(busan, who)).get(address(held)).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_whatever_its_size(rows, busan, sit_down):
    with within(busan.agency):
        f.CertificateFactory.create_batch(rows)
    browser = sit_down(busan.auditor)
    browser.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(LIST).status_code == 200
    own = [one for one in asked.captured_queries if 'certification_' in one["sql"] or "providers_servicetype" in one["sql"]]
    assert len(own) <= 8, [one["sql"][:120] for one in own]


def test_it_is_narrowed_by_state_year_service_and_words(busan, held, sit_down, words_of):
    with within(busan.agency):
        other = f.CertificateFactory(provider_name="나래기관", provider_name_en="", year=2023, valid_from=clock.today() - 400 * DAY)
        other.ended_on, other.ended_as = clock.today(), "revoked"
        other.save()
    browser = sit_down(busan.officer)
    for query, found in (("state=revoked", "나래기관"), ("state=valid", "햇살센터"), ("year=2023", "나래기관"), ("q=햇살", "햇살센터"),
                         ("q=777", "햇살센터"), ("state=nonsense", "나래기관"), ("year=x&sort=password&page=-1", "나래기관")):
        page = words_of(browser.get(f"{LIST}?lang=en&{query}"))
        assert found in page, query
        assert ("1 certificate" in page) == ("nonsense" not in query and "password" not in query), query


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_it_leaves_as_a_file_narrowed_the_same_and_that_is_noted(kind, busan, held, sit_down):
    with within(busan.agency):
        f.CertificateFactory(provider_name="=나래기관")
    answer = sit_down(busan.officer).get(f"{LIST}certificates.{kind}?q=나래")
    assert answer.status_code == 200
    if kind == "csv":
        text = answer.content.decode("utf-8-sig")
        assert "'=나래기관" in text and "햇살센터" not in text
    with within(busan.agency):
        assert AccessEntry.everything.filter(kind="export", work="certificate.list").count() == 1


# ---- one

def test_it_says_what_may_be_done_and_why_not(busan, held, sit_down, words_of):
    officer = words_of(sit_down(busan.officer).get(address(held)))
    assert "Only the director decides this." in officer and "Lost: issue it again" in officer and "It is not suspended." in officer
    director = words_of(sit_down(busan.director).get(address(held)))
    assert "Officers and managers do this." in director


def test_the_director_lifts_a_suspension(busan, held, sit_down):
    browser, today = sit_down(busan.director), clock.today()
    with within(busan.agency):
        workflow.suspend(held, from_on=today, to_on=today + 9 * DAY, reason="시정하는 동안", actor=Actor.system("tests"))
    assert browser.post(address(held, "reinstate"), {"reinstate-on": today + DAY, "reinstate-reason": "시정 완료"}).status_code == 302
    assert again(busan, held).suspended_to == today


def test_suspending_and_revoking_begin_as_a_sanction(busan, held, sit_down, words_of):
    browser = sit_down(busan.officer)
    assert "Draft a sanction" in words_of(browser.get(address(held)))
    assert browser.get(address(held, "sanction")).status_code == 200
    for deed in ("suspend", "revoke"):
        assert sit_down(busan.director).post(address(held, deed), {}).status_code == 404


def test_what_is_wrong_stands_beside_it_and_nothing_typed_is_lost(busan, held, sit_down, words_of):
    page = sit_down(busan.director).post(address(held, "prolong"), {
        "prolong-to_on": held.valid_to - DAY, "prolong-reason": "갱신 심사 중"})
    assert page.status_code == 200
    assert "must be later" in words_of(page) and "갱신 심사 중" in page.content.decode()


@pytest.mark.parametrize("deed", ["reinstate", "prolong"])
def test_nobody_else_decides(deed, busan, held, sit_down):
    for who in (busan.officer, busan.manager, busan.auditor):
        assert sit_down(who).post(address(held, deed), {}).status_code == 403


def test_a_lost_paper_is_issued_again_from_its_page(busan, held, sit_down, words_of):
    browser = sit_down(busan.officer)
    assert "kinds" in browser.get(address(held, "reissue")).content.decode()
    assert browser.post(address(held, "reissue"), {"kinds": ["certificate"], "reason": "분실"}).status_code == 302
    page = words_of(browser.get(address(held)))
    assert "version 1" in page and "분실" in page and "Issued anew" in page


def test_a_correction_goes_from_officer_over_manager_to_director(busan, held, sit_down, words_of):
    form = {"provider_name": "햇살센터", "provider_name_en": "", "head_name": "새 대표", "site_name": held.site_name,
            "address": held.address, "district": "26710", "effective_on": clock.today(), "reason": "대표자 변경"}
    sit_down(busan.officer).post(address(held, "correct"), form)
    with within(busan.agency):
        revision = CertificateRevision.everything.get()
    page = f"{LIST}corrections/{revision.public_id}/"
    shown = sit_down(busan.manager).get(f"{page}?lang=en")
    seen = shown.context["approve"].initial["seen"]
    assert "새 대표" in words_of(shown) and "Gijang-gun" in words_of(shown) and "Release to the director" in words_of(shown)
    sit_down(busan.manager).post(f"{page}release/", {"seen": seen})
    assert again(busan, held).head_name != "새 대표"
    sit_down(busan.director).post(f"{page}approve/", {"seen": seen})
    assert again(busan, held).head_name == "새 대표"


def test_a_district_that_has_ended_is_chosen_anew_and_never_by_mistake(busan, held, sit_down, monkeypatch):
    today = [one for one in directory.districts_of(busan.agency.province_id) if one.pk != held.district_id]
    monkeypatch.setattr(directory, "districts_of", lambda _province: today)
    officer = sit_down(busan.officer)
    shown = officer.get(address(held, "correct")).context["form"]
    assert shown.fields["district"].choices[0][0] == ""
    form = {name: shown.initial[name] for name in ("provider_name", "provider_name_en", "site_name", "address", "district")}
    answer = officer.post(address(held, "correct"), form | {"head_name": "새 대표", "effective_on": clock.today(), "reason": "대표자 변경"})
    assert "district" in answer.context["form"].errors and "새 대표" in answer.content.decode()
    with within(busan.agency):
        assert not CertificateRevision.everything.exists()


def test_a_provider_gives_it_back_and_the_manager_confirms(busan, held, sit_down, words_of):
    owner = sit_down(busan.owner)
    owner.post(f"/busan/portal/certificates/{held.public_id}/surrender/", {"on": clock.today(), "reason": "폐업", "understood": "on"})
    with within(busan.agency):
        asked = SurrenderRequest.everything.get()
    assert "폐업" in words_of(owner.get(f"/busan/portal/certificates/{held.public_id}/"))
    assert "햇살센터" in words_of(sit_down(busan.officer).get(f"{LIST}?lang=en")).split("Search")[0]
    sit_down(busan.manager).post(f"{LIST}surrenders/{asked.public_id}/confirm/", {"confirm-on": clock.today()})
    assert again(busan, held).ended_as == "surrendered"


def test_a_colleague_is_told_that_an_owner_gives_it_back(busan, held, sit_down, words_of):
    page = sit_down(busan.colleague).get(f"/busan/portal/certificates/{held.public_id}/surrender/?lang=en")
    assert "Only an owner" in words_of(page) and "<textarea" not in page.content.decode()
