"""The pages of consulting and incentives: what each person sees and posts; nothing typed is lost; others' rows are unknown."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Consultant, Consultation, ConsultationReport, Grant, Nomination
from core import clock
from core.models import AccessEntry, AuditEvent
from core.tenancy import within
from desk.demonstration.papers import hwpx
from tests import factories as f
from tests.aftercare import consulting as c


@pytest.fixture
def signed(client):
    """`signed(user)`: the browser of that person."""
    def sit_down(user):
        client.force_login(user)
        return client
    return sit_down


@pytest.fixture
def asked_of():
    def count(browser, address):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)
    return count


@pytest.fixture
def pdf():
    return hwpx("사례", ["안부 전화", "지어낸 것입니다."])


def words(answer):
    return answer.content.decode()


def test_a_request_is_typed_and_arrives(held, signed):
    browser = signed(held.owner.user)
    page = browser.get(f"/busan/portal/certificates/{held.certificate.public_id}/consulting/?lang=en")
    assert "Ask for a consultation" in words(page)
    address = f"/busan/portal/certificates/{held.certificate.public_id}/consulting/?lang=en"
    again = browser.post(address, {"words": "기록이 어렵습니다.", "wished_1": "2020-01-01"})
    assert "Name days that are still to come." in words(again) and "기록이 어렵습니다." in words(again)
    answer = browser.post(address, {"words": "기록이 어렵습니다.", "wished_1": "2030-01-02"})
    row = Consultation.everything.get()
    assert answer["Location"].startswith(f"/busan/portal/consulting/{row.public_id}/") and row.stage == "asked"


def test_the_desk_sees_who_could_come_and_why_others_not_and_chooses(held, signed):
    one, tied = c.listed(held), c.another(held)
    f.InvolvementFactory(person=tied.user.person, subject=held.provider.public_id, kind="related", matter=None)
    row = c.asked(held)
    browser = signed(held.officer.user)
    page = words(browser.get(f"/busan/admin/consulting/{row.public_id}/?lang=en"))
    assert "Knows the service." in page and "Is related to people of the provider." in page
    assert "Consultations that wait for you" in words(browser.get("/busan/admin/?lang=en"))
    refused = words(browser.post(f"/busan/admin/consulting/{row.public_id}/choose/?lang=en", {"consultant": tied.public_id}))
    assert "This consultant cannot come" in refused
    browser.post(f"/busan/admin/consulting/{row.public_id}/choose/", {"consultant": one.public_id})
    assert c.again(row).consultant == one
    assert browser.post(f"/busan/admin/consulting/{row.public_id}/choose/", {"consultant": "x"}).status_code == 404


def test_a_consultant_of_another_agency_is_unknown(busan, daegu, signed):
    with within(busan.agency):
        row = f.ConsultationFactory()
    with within(daegu.agency):
        foreign = f.ConsultantFactory(user=daegu.consultant)
    browser = signed(busan.officer)
    assert browser.post(f"/busan/admin/consulting/{row.public_id}/choose/", {"consultant": foreign.public_id}).status_code == 404


def test_another_consultants_consultation_is_unknown_on_every_page(held, signed):
    c.listed(held)
    row = c.agreed(held)
    stranger = c.another(held).user
    with within(held.place.agency):
        assert not Consultation.objects.visible_to(Actor.of(stranger)).exists()
    other = signed(stranger)
    for page in ("", "report/"):
        assert other.get(f"/busan/consult/{row.public_id}/{page}").status_code == 404
    for deed in ("accept/", "decline/", "visits/"):
        assert other.post(f"/busan/consult/{row.public_id}/{deed}").status_code == 404
    neighbour = signed(held.neighbour.user)
    assert neighbour.get(f"/busan/portal/consulting/{row.public_id}/").status_code == 404


def test_two_answers_of_a_consultant_are_one(held, signed):
    c.listed(held)
    row = c.chosen(held)
    browser = signed(held.consultant.user)
    home = words(browser.get("/busan/consult/?lang=en"))
    assert "To answer" in home and row.number in home
    for _once_more in range(2):
        browser.post(f"/busan/consult/{row.public_id}/accept/")
    assert c.again(row).stage == "told"


def test_the_report_keeps_what_was_typed_and_names_what_is_missing(held, signed):
    c.listed(held)
    topics = [type("Row", (), {"code": "1.1.1", "name_ko": "계획", "name_en": "Plan"})]
    row, after = c.visited(held, c.agreed(held, c.told(held, c.chosen(held, c.asked(held, topics=topics)))))
    with clock.travel(after):
        browser = signed(held.consultant.user)
        address = f"/busan/consult/{row.public_id}/report/?lang=en"
        half = {"version": "0", "found": "흩어진 기록", "step_1": "월별 묶음", "hand_in": "1"}
        page = words(browser.post(address, half))
        assert "Advice is missing for 1.1.1." in page and ">\n흩어진 기록<" in page and 'value="월별 묶음"' in page
        assert ConsultationReport.everything.get().found == "흩어진 기록"
        whole = half | {"version": "1", "advice_1.1.1": "묶어 두십시오.", "day_1": "2026-03-02"}
        browser.post(address, whole)
        assert c.again(row).stage == "reported"
        owner = words(signed(held.owner.user).get(f"/busan/portal/consulting/{row.public_id}/?lang=en"))
        assert "묶어 두십시오." in owner and "Send the rating" in owner


def test_an_older_window_overwrites_nothing_in_the_report(held, signed):
    c.listed(held)
    row, after = c.visited(held)
    with clock.travel(after):
        browser = signed(held.consultant.user)
        address = f"/busan/consult/{row.public_id}/report/?lang=en"
        browser.post(address, {"version": "0", "found": "첫 번째"})
        page = words(browser.post(address, {"version": "0", "found": "두 번째"}))
        assert "saved in another window" in page and "두 번째" in page
        assert ConsultationReport.everything.get().found == "첫 번째"


def test_the_calendar_file_is_for_both_sides(held, signed):
    c.listed(held)
    row = c.agreed(held)
    visit = workflow.set_visit(row, starts_at=clock.now() + timedelta(days=3), hours=2, place="", actor=held.consultant)
    for user in (held.owner.user, held.consultant.user):
        assert b"BEGIN:VEVENT" in signed(user).get(f"/busan/consult/visits/{visit.public_id}.ics").content
    assert signed(held.neighbour.user).get(f"/busan/consult/visits/{visit.public_id}.ics").status_code == 404


def test_a_consultant_keeps_the_own_line(held, signed):
    one = c.listed(held)
    browser = signed(held.consultant.user)
    assert "My line on the list" in words(browser.get("/busan/consult/entry/?lang=en"))
    said = {"version": "0", "about": "요양시설 15년", "weekdays": ["0", "2"], "most_at_once": "3",
            "service_types": [held.certificate.service_type_id]}
    browser.post("/busan/consult/entry/", said)
    one = Consultant.everything.get(pk=one.pk)
    assert (one.weekdays, one.about) == ([0, 2], "요양시설 15년")
    page = words(browser.post("/busan/consult/entry/?lang=en", said | {"about": "다른 내용"}))
    assert "saved this meanwhile" in page and "다른 내용" in page
    browser.post("/busan/consult/entry/active/", {"off": "1"})
    assert not Consultant.everything.get(pk=one.pk).is_active


@pytest.mark.parametrize("path", ["consulting/?which=all", "consultants/", "grants/", "nominations/"])
def test_the_desks_lists_ask_the_same_for_one_row_and_for_three(held, signed, path, asked_of):
    def one_more():
        certificate = f.CertificateFactory()
        f.ConsultationFactory(certificate=certificate, consultant=f.ConsultantFactory())
        f.GrantFactory(certificate=certificate)
        f.NominationFactory(certificate=certificate)
    one_more()
    browser = signed(held.officer.user)
    browser.get(f"/busan/admin/{path}")
    one = asked_of(browser, f"/busan/admin/{path}")
    one_more()
    one_more()
    assert asked_of(browser, f"/busan/admin/{path}") == one


# ---- incentives

def test_what_was_given_is_noted_read_struck_out_and_taken_along_with_a_reason(held, signed):
    browser = signed(held.officer.user)
    said = {"certificate": held.certificate.public_id, "kind": "money", "given_on": "2026-01-05", "decided_by": "지원 심의회"}
    page = words(browser.post("/busan/admin/grants/?lang=en", said))
    assert "Money has an amount." in page
    browser.post("/busan/admin/grants/", said | {"amount": "500000"})
    grant = Grant.everything.get()
    assert "500,000" in words(signed(held.owner.user).get("/busan/portal/benefits/"))
    assert "500,000" not in words(signed(held.neighbour.user).get("/busan/portal/benefits/"))
    browser = signed(held.officer.user)
    assert "This field is required" in words(browser.post("/busan/admin/grants/grants.xlsx?lang=en", {}))
    book = browser.post("/busan/admin/grants/grants.xlsx", {"export-reason": "도의회 자료 요구"})
    assert book["Content-Type"].startswith("application/vnd")
    assert AccessEntry.everything.filter(kind="export", work="grant.list", reason="도의회 자료 요구").exists()
    assert AuditEvent.everything.filter(verb="grant.exported").count() == 1
    browser.post(f"/busan/admin/grants/{grant.public_id}/strike/", {"reason": "잘못 입력"})
    assert Grant.everything.get().struck_reason == "잘못 입력"
    assert "500,000" not in words(signed(held.owner.user).get("/busan/portal/benefits/"))


def test_nobody_notes_strikes_out_or_answers_for_a_provider_they_belong_to(held, signed):
    grant, case = f.GrantFactory(certificate=held.certificate), f.NominationFactory(certificate=held.certificate)
    f.ProviderMemberFactory(provider=held.provider, user=held.officer.user, role="editor")
    browser = signed(held.officer.user)
    page, number = words(browser.get("/busan/admin/grants/?lang=en")), held.certificate.number_shown
    assert f"({number})" not in page and f"/grants/{grant.public_id}/strike/" not in page
    assert f"/nominations/{case.public_id}/keep/" not in words(browser.get(f"/busan/admin/nominations/{case.public_id}/"))
    said = {"kind": "training", "given_on": clock.today(), "amount": None, "words": "교육", "decided_by": "심의회"}
    for deed in (lambda: workflow.note_grant(held.provider, **said, actor=held.officer),
                 lambda: workflow.strike_grant(grant, reason="사유", actor=held.officer),
                 lambda: workflow.answer_nomination(case, is_kept=True, answer="", actor=held.officer)):
        with pytest.raises(PermissionDenied):
            deed()
    assert workflow.strike_grant(grant, reason="사유", actor=held.manager).struck_at
    assert f"({number})" in words(signed(held.manager.user).get("/busan/admin/grants/?lang=en"))


def test_words_for_ones_own_pages_are_there_only_while_it_is_in_force(held, signed):
    browser = signed(held.owner.user)
    assert "Introduction for your website" in words(browser.get("/busan/portal/benefits/"))
    held.certificates.update(suspended_from=clock.today())
    page = words(browser.get("/busan/portal/benefits/?lang=en"))
    assert "Introduction for your website" not in page and "only while the certificate is in force" in page


def test_a_good_case_is_named_kept_and_published_only_with_consent(held, signed, pdf):
    browser = signed(held.owner.user)
    address = f"/busan/portal/certificates/{held.certificate.public_id}/nominate/?lang=en"
    bad = SimpleUploadedFile("x.exe", b"MZ")
    page = words(browser.post(address, {"title": "안부 전화", "words": "매일 겁니다.", "file_1": bad}))
    assert "안부 전화" in page and not Nomination.everything.exists()
    browser.post(address, {"title": "안부 전화", "words": "매일 겁니다.", "file_1": pdf})
    row = Nomination.everything.get()
    assert row.files.count() == 1 and not row.may_publish
    browser.post(f"/busan/portal/nominations/{row.public_id}/consent/", {"on": "1"})
    assert Nomination.everything.get().may_publish
    desk = signed(held.officer.user)
    desk.post(f"/busan/admin/nominations/{row.public_id}/keep/", {"answer": "좋은 사례입니다."})
    assert Nomination.everything.get().stage == "kept"
    again = desk.post(f"/busan/admin/nominations/{row.public_id}/thank/?lang=en", {"answer": ""}, follow=True)
    assert "This was answered already." in words(again)
    assert Nomination.everything.get().stage == "kept"


def test_an_officer_names_one_without_consenting_for_the_provider(held):
    with translation.override("en"):
        row = workflow.nominate(held.certificate, title="가", words="나", may_publish=True, uploads=[], actor=held.officer)
    assert (row.by_desk, row.may_publish) == (True, False)


def test_a_consultants_own_list_over_all_agencies_holds_what_was_asked_and_what_is_under_way(held, client, words_of):
    c.listed(held)
    row = c.chosen(held)
    client.force_login(held.place.consultant)
    page = client.get("/me/assignments/?lang=en")
    assert f"{row.number} {row.provider_name}" in words_of(page) and "Consulting: to answer" in words_of(page)
    assert f"/busan/consult/{row.public_id}/" in page.content.decode()
    c.agreed(held, c.told(held, row))
    assert "Consulting under way" in words_of(client.get("/me/assignments/?lang=en"))
    client.force_login(held.place.assessor)
    assert row.number not in words_of(client.get("/me/assignments/?lang=en"))
