"""The check of a code: one answer, the same page for whatever is not known, and still an answer when the counters are away."""
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.utils.html import escape
from redis import RedisError

from accounts import directory, limits
from certification import queries, workflow
from core import clock
from core.codes import formatted, new_code
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made, page, statements, words_of

TODAY = date(2026, 10, 14)


@pytest.fixture(autouse=True)
def today(fresh_counters):
    queries.register_counts.cache_clear()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


def address(certificate, lang="?lang=en"):
    return f"/verify/{formatted(certificate.code)}/{lang}"


def test_a_valid_one_is_named_with_what_to_compare(busan, client):
    certificate = made(busan, "다솜아동발달센터", provider_name_en="")
    words = words_of(page(client, address(certificate)))
    for said in ("This certification is valid now", "다솜아동발달센터", certificate.number_shown, certificate.address,
                 "Busan Social Service Agency", "Checked on 14 October 2026"):
        assert said in words
    assert f'href="/busan/register/{certificate.number}/?lang=en"' in page(client, address(certificate))


@pytest.mark.parametrize(("event", "said"), [
    (lambda c: workflow.suspend(c, from_on=TODAY, to_on=TODAY, reason="자격 확인", actor=WORKER),
     ("is suspended", "자격 확인", "through 14 October 2026")),
    (lambda c: workflow.revoke(c, on=TODAY, reason="시정 안 함", actor=WORKER),
     ("was revoked", "시정 안 함", "no effect since 14 October 2026")),
    (lambda c: workflow.revoke(c, on=date(2026, 1, 5), reason="오래 전", actor=WORKER), ("was revoked", "오래 전")),
    (lambda c: workflow.surrender(c, on=TODAY, reason="폐업", actor=WORKER), ("given back", "폐업")),
    (lambda c: workflow.supersede(c, on=TODAY, actor=WORKER), ("newer certification", "no effect since")),
])
def test_each_end_is_said_with_its_reason(event, said, busan, client):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        event(certificate)
    directory.forget()
    words = words_of(page(client, address(certificate)))
    assert all(part in words for part in said) and "valid now" not in words


@pytest.mark.parametrize(("valid_from", "said"), [
    (TODAY - timedelta(days=1000), "It ends on"), (TODAY - timedelta(days=1200), "has expired"),
    (TODAY + timedelta(days=1), "not begun yet")])
def test_time_alone_makes_the_other_answers(valid_from, said, busan, client):
    assert said in words_of(page(client, address(made(busan, "다솜", valid_from=valid_from))))


def test_a_code_is_read_in_any_case_with_and_without_hyphens(busan, client):
    certificate = made(busan, "다솜")
    for typed in (certificate.code, certificate.code.lower(), formatted(certificate.code).lower(), " ".join(certificate.code)):
        for asked in (f"/verify/{typed}/", f"/verify/?q={typed}"):
            answer = client.get(asked, follow=True)
            assert answer.status_code == 200 and answer.request["PATH_INFO"] == f"/verify/{formatted(certificate.code)}/", asked


def test_a_number_leads_to_the_same_answer_and_several_are_told_apart(busan, daegu, client):
    with within(busan.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
    first = made(busan, "부산센터", version=version, serial=12, provider_name_en="")
    for typed in ("제2025-012호", "2025-12", "BS-QC-2025-012"):
        assert client.get("/verify/", {"q": typed}, follow=True).request["PATH_INFO"] == address(first, "")
    with within(daegu.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="DG-QC-{year}-{serial}"))
    made(daegu, "대구센터", version=version, serial=12, provider_name_en="")
    words = words_of(page(client, "/verify/?q=제2025-012호&lang=en"))
    assert "Several agencies" in words and "부산센터" in words and "대구센터" in words


def test_what_is_unknown_malformed_or_leads_elsewhere_is_one_page_that_accuses_nobody(busan, client):
    with within(busan.agency):
        foreign = new_code("training", busan.provider.public_id)
    made(busan, "다솜")
    answers = set()
    for asked in (formatted(foreign), "7KQ4-MXT2-HD8P4", "xyzzy", "제2099-001호", "x%y'z"):
        for answer in (client.get(f"/verify/{quote(asked)}/"), client.get("/verify/", {"q": asked})):
            assert answer.status_code == 404
            main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
            answers.add(main.replace(escape(asked), "ASKED"))
    assert len(answers) == 1
    words = words_of(answers.pop())
    assert "No certification was given" in words or "발급한 인증이 없습니다" in words
    assert not any(word in words for word in ("위조", "가짜"))


@pytest.mark.parametrize("asked", ["%00", "..", "0", "a" * 300, "%F0%9F%98%80", "é"])
def test_whatever_is_typed_is_answered(asked, busan, client):
    for path in (f"/verify/{asked}/", f"/verify/?q={asked}"):
        assert client.get(path).status_code in (200, 404)


def test_the_hash_of_the_issued_file_stands_there(busan, client):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        document = workflow.keep_document(f.CertificateDocumentFactory(certificate=certificate), b"%PDF-1.7 x", actor=WORKER)
    directory.forget()
    assert document.sha256 in page(client, address(certificate))


def test_an_answer_is_kept_and_asks_once(busan, client):
    certificate = made(busan, "다솜")
    answer, asked = statements(client, address(certificate))
    assert len(asked) == 1
    assert statements(client, address(certificate))[1] == []
    assert client.get(address(certificate), headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_who_tries_many_codes_is_told_to_wait_and_known_answers_stay(busan, client):
    certificate = made(busan, "다솜")
    assert client.get(address(certificate)).status_code == 200
    answers = [client.get(f"/verify/7KQ4-MXT2-HD8{n:02}/").status_code for n in range(61)]
    assert set(answers[:59]) == {404} and answers[60] == 429
    assert client.get(address(certificate)).status_code == 200
    assert client.get("/verify/?q=x")["Retry-After"] == "60"


def test_without_the_counters_everybody_is_answered(busan, client, monkeypatch):
    class Away:
        def pipeline(self, **_options):
            raise RedisError

    monkeypatch.setattr(limits, "_counters", Away)
    certificate = made(busan, "다솜")
    assert client.get(address(certificate)).status_code == 200
    assert client.get("/verify/7KQ4-MXT2-HD8P3/").status_code == 404
