"""A citizen reports something: a page without sign-in, a list at the desk, what came of it, and the end of what was typed."""
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from accounts import directory, limits
from certification import tasks, workflow
from certification.models import RegisterReport
from certification.queries import reports_of
from core import clock
from core.errors import Refused, Unavailable
from core.models import AccessEntry, AuditEvent
from core.tenancy import within
from tests.certification.conftest import seoul
from tests.certification.test_register_pages import made, statements, words_of

A_MINUTE = timedelta(minutes=1)
WORDS = "옮기기 전 건물에 아직 현판이 걸려 있습니다."
pytestmark = pytest.mark.usefixtures("fresh_counters")


@pytest.fixture(autouse=True)
def today():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def certificate(busan):
    return made(busan, "다솜")


def address(certificate, rest="report/"):
    return f"/busan/register/{certificate.number}/{rest}?lang=en"


def sent(client, certificate, **typed):
    return client.post(address(certificate), {"kind": "plaque", "words": WORDS} | typed)


def report_of(busan):
    with within(busan.agency):
        return RegisterReport.everything.get(agency=busan.agency)


@pytest.fixture
def report(busan, certificate, client):
    sent(client, certificate, email="Citizen@example.org", consents="on")
    return report_of(busan)


# ---- the form

def test_somebody_without_an_account_reports_something(busan, certificate, client):
    answer = sent(client, certificate)
    assert answer.status_code == 302 and answer["Location"].split("?")[0].endswith("/reported/")
    assert "Your report has arrived" in client.get(answer["Location"]).content.decode()
    report = report_of(busan)
    assert (report.words, report.email, report.stage, report.certificate_id) == (WORDS, "", "new", certificate.pk)
    assert abs(report.arrived_at - clock.now()) < A_MINUTE


def test_the_page_of_the_certificate_leads_there_and_has_no_form(certificate, client):
    text = client.get(f"/busan/register/{certificate.number}/").content.decode()
    assert f"/register/{certificate.number}/tell/" in text and "csrf" not in text and "<form" not in text
    assert f"/register/{certificate.number}/report/" in client.get(f"/busan/register/{certificate.number}/tell/").content.decode()
    answer = client.get(address(certificate))
    assert "no-store" in answer["Cache-Control"] and "csrfmiddlewaretoken" in answer.content.decode()


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"words": ""}, "required"), ({"words": "  "}, "required"), ({"kind": "x"}, "valid choice"),
    ({"kind": "service"}, "valid choice"), ({"words": "가" * 2001}, "2000"),
    ({"words": "이상함\u202e"}, "cannot be seen"), ({"words": "주민등록번호 900101-1234568"}, "must not be collected"),
    ({"email": "x", "consents": "on"}, "valid email"), ({"email": "a@example.org"}, "Without your agreement")])
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(typed, sentence, busan, certificate, client):
    answer = sent(client, certificate, **typed)
    text = answer.content.decode()
    assert answer.status_code == 200 and sentence in words_of(text)
    assert typed.get("words", WORDS).strip() in text
    with within(busan.agency):
        assert not RegisterReport.everything.exists()


def test_who_reports_too_often_waits_and_keeps_what_was_typed(busan, certificate, client, settings):
    settings.REPORT_LIMIT = 1
    assert sent(client, certificate).status_code == 302
    answer = sent(client, certificate)
    assert answer.status_code == 200 and "wait an hour" in answer.content.decode() and WORDS in answer.content.decode()


def test_without_the_counters_nothing_is_received_and_it_is_said(certificate, client, monkeypatch):
    def away(*_):
        raise Unavailable("away")
    monkeypatch.setattr(limits, "reserve", away)
    assert "does not answer" in sent(client, certificate).content.decode()


def test_a_form_without_its_token_is_refused(certificate):
    assert Client(enforce_csrf_checks=True).post(address(certificate), {"kind": "other", "words": WORDS}).status_code == 403


def test_a_closed_agency_receives_none(busan, certificate, client):
    busan.agency.closed_on = clock.today()
    busan.agency.save()
    directory.forget()
    assert "receives no reports" in sent(client, certificate).content.decode()
    with within(busan.agency):
        assert not RegisterReport.everything.exists()


def test_an_unknown_number_and_another_agencys_have_no_form(busan, daegu, client):
    other = made(daegu, "대구")
    for number in ("BS-QC-2099-001", other.number):
        assert client.get(f"/busan/register/{number}/report/").status_code == 404
        assert client.post(f"/busan/register/{number}/report/", {"kind": "other", "words": WORDS}).status_code == 404


# ---- the desk

def test_officers_and_managers_are_told_without_what_was_written(busan, report, work_off):
    work_off(busan)
    told = {message.to[0] for message in mail.outbox}
    assert told == {busan.officer.email, busan.manager.email}
    assert all(WORDS not in message.body and "citizen@" not in message.body and f"/reports/{report.public_id}/" in message.body
               for message in mail.outbox)


def test_the_desk_lists_new_ones_first_and_opens_one(busan, certificate, report, client):
    client.force_login(busan.officer)
    assert "다솜" in client.get("/busan/admin/reports/").content.decode()
    text = client.get(f"/busan/admin/reports/{report.public_id}/").content.decode()
    assert WORDS in text and "citizen@example.org" in text
    with within(busan.agency):
        assert AccessEntry.everything.filter(work="register.report_read").exists()


def test_who_does_not_read_cases_finds_none(busan, daegu, report, client):
    for who, status in ((busan.owner, 403), (busan.observer, 403), (busan.assessor, 403), (daegu.officer, 403)):
        client.force_login(who)
        assert client.get("/busan/admin/reports/").status_code in (status, 404), who
        assert client.get(f"/busan/admin/reports/{report.public_id}/").status_code in (status, 404), who
    client.force_login(daegu.officer)
    assert client.get(f"/daegu/admin/reports/{report.public_id}/").status_code == 404


def test_it_is_taken_up_closed_and_taken_up_again(busan, report, client):
    client.force_login(busan.officer)
    page = f"/busan/admin/reports/{report.public_id}/"
    client.post(f"{page}take-up/")
    assert (report_of(busan).stage, report_of(busan).handled_by) == ("read", busan.officer)
    assert "required" in client.post(f"{page}?lang=en", {"outcome": " "}).content.decode()
    client.post(page, {"outcome": "현판을 내리게 하였습니다."})
    closed = report_of(busan)
    assert (closed.stage, closed.outcome) == ("closed", "현판을 내리게 하였습니다.") and clock.now() - closed.closed_at < A_MINUTE
    client.post(f"{page}take-up/")
    assert (report_of(busan).stage, report_of(busan).closed_at) == ("read", None)
    with within(busan.agency):
        verbs = set(AuditEvent.everything.values_list("verb", flat=True))
        assert {"register.reported", "register.report_taken_up", "register.report_closed"} <= verbs


def test_only_officers_and_managers_handle_it(busan, report, at):
    for who in (busan.auditor, busan.director, busan.owner):
        with at(who, busan) as actor:
            with pytest.raises(PermissionDenied):
                workflow.take_up_report(report, actor=actor)
            with pytest.raises(PermissionDenied):
                workflow.close_report(report, outcome="x", actor=actor)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(count, busan, certificate, client):
    for _ in range(count):
        sent(client, certificate)
    client.force_login(busan.officer)
    assert len([sql for sql in statements(client, "/busan/admin/reports/")[1] if "registerreport" in sql]) <= 3


# ---- the end of it

def test_a_year_after_it_came_nothing_personal_is_left(busan, report, at):
    with clock.travel(seoul(2027, 10, 14, 23, 59)):
        assert tasks.erase_reports() == 0
    with clock.travel(seoul(2027, 10, 15, 0, 1)):
        assert tasks.erase_reports() == 1 and tasks.erase_reports() == 0
        left = report_of(busan)
        assert (left.words, left.email, left.outcome, left.kind) == ("", "", "", "plaque") and left.erased_at
        with at(busan.officer, busan) as actor:
            assert list(reports_of(actor)) == [left]
            with pytest.raises(Refused):
                workflow.take_up_report(left, actor=actor)


def test_the_trail_holds_no_word_of_it(busan, report, at):
    with at(busan.officer, busan) as actor:
        workflow.close_report(report, outcome="비밀스러운 결과", actor=actor)
    with within(busan.agency):
        trail = str(list(AuditEvent.everything.values()))
    for word in ("현판이 걸려", "citizen@", "비밀스러운"):
        assert word not in trail
