"""Sanctions at the desk and in the portal, as pages: who opens what, bad input beside its question, nothing typed is lost."""
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aftercare import workflow
from aftercare.models import Sanction, SanctionFile, SanctionHandler
from core import clock
from panels.models import Declaration
from tests import factories as f
from tests import files
from tests.aftercare.sanctioning import (
    DECIDING,
    HEARD,
    REVOKING,
    SAID,
    again,
    drafted,
    heard,
    noticed,
    people,
    proposed,
    released,
)

LIST, DAY, WORK = "/busan/admin/sanctions/", timedelta(days=1), "/me/assignments/?lang=en"


def address(sanction, *parts):
    return LIST + "".join(f"{part}/" for part in (sanction.public_id, *parts)) + "?lang=en"


def typed(**changed):
    sent = {**SAID, "hearing_at": "2026-01-27T14:00"} | changed
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in sent.items() if value is not None}


def test_an_officer_drafts_sends_and_notes_and_each_step_is_offered_when_it_is_due(held, sit_down, words_of):
    place, certificate = held.place, held.certificate
    browser = sit_down(place.officer)
    form = f"/busan/admin/certificates/{certificate.public_id}/sanction/?lang=en"
    page = browser.post(form, typed(ground="falsehood"))
    assert page.status_code == 200 and "must be revoked" in words_of(page) and SAID["facts"] in page.content.decode()
    assert browser.post(form, typed()).status_code == 302
    sanction = Sanction.everything.get()
    assert "Send the notice" in words_of(browser.get(address(sanction)))
    browser.post(address(sanction, "files"), {"add-file": files.upload(files.pdf(), "확인서.pdf")})
    assert SanctionFile.everything.get(sanction=sanction).name == "확인서.pdf"
    assert browser.post(address(sanction, "notice")).status_code == 302
    page = words_of(browser.get(address(sanction)))
    assert "Wait for the hearing" in page and "Move the hearing" in page and "확인서.pdf" in page
    assert SAID["chair"] in page
    assert "운영규정" in words_of(browser.get(address(sanction).replace("?lang=en", "?lang=ko")))
    page = browser.post(address(sanction, "hearing"), {"hearing-heard": "held", "hearing-minutes": "아직"})
    assert "has not come" in words_of(page) and "아직" in page.content.decode()


def test_a_decision_is_drafted_released_and_approved_on_its_page(held, sit_down, words_of):
    sanction = proposed(held)
    with clock.travel(clock.now() + 17 * DAY):
        sent = {"final_kind": "suspension", "final_from": "2026-02-02", "final_to": "2026-04-30", "final_order": "제출", "grounds": "이유"}
        page = sit_down(held.place.officer).post(address(sanction, "decision"), sent | {"final_to": "2026-05-30"})
        assert "cannot become longer" in words_of(page) and "이유" in page.content.decode()
        assert sit_down(held.place.officer).post(address(sanction, "decision"), sent).status_code == 302
        shown = sit_down(held.place.manager).get(address(sanction))
        seen = shown.context["release"].initial["seen"]
        assert "Release to the director" in words_of(shown) and "as it will go out" in words_of(shown)
        assert sit_down(held.place.manager).post(address(sanction, "release"), {"seen": seen}).status_code == 302
        browser = sit_down(held.place.director)
        assert "This field is required" in words_of(browser.post(address(sanction, "approve"), {"seen": seen}))
        assert browser.post(address(sanction, "approve"), {"seen": seen, "has_read": "on"}).status_code == 302
        assert again(sanction).stage == "decided" and "Wait for its day" in words_of(browser.get(address(sanction)))


@pytest.mark.parametrize("who", ["trainer", "admin", "assessor", "committee", "owner"])
def test_others_open_nothing_at_the_desk(who, held, sit_down):
    sanction = noticed(held)
    browser = sit_down(getattr(held.place, who))
    assert browser.get(LIST).status_code == 403 and browser.get(address(sanction)).status_code == 403


@pytest.mark.parametrize("how", ["related", "acts_for"])
def test_whom_something_ties_to_the_provider_reads_no_sanction_of_it_at_the_desk(how, held, sit_down, words_of):
    sanction = drafted(held)
    SanctionHandler.everything.create(sanction=sanction, user=held.place.assessor, person=held.place.assessor.person, named_at=clock.now())
    workflow.add_sanction_file(sanction, files.upload(files.pdf(), "확인서.pdf"), actor=held.officer)
    if how == "related":
        f.InvolvementFactory(person=held.place.manager.person, kind="related", subject=held.provider.public_id, matter=None)
    else:
        f.ProviderMemberFactory(provider=held.provider, user=held.place.manager, role="viewer")
    browser = sit_down(held.place.manager)
    assert browser.get(address(sanction)).status_code == 404 and sanction.number not in words_of(browser.get(LIST))
    assert not SanctionFile.objects.visible_to(held.manager) and not SanctionHandler.objects.visible_to(held.manager)
    workflow.send_notice(sanction, actor=held.officer)
    assert browser.get(address(sanction)).status_code == 404
    assert Sanction.objects.visible_to(held.manager).exists() is (how == "acts_for")
    assert sanction.number in words_of(sit_down(held.place.officer).get(LIST))


def test_the_city_reads_sanctions_without_files_and_statements(held, sit_down, words_of):
    sanction = drafted(held)
    workflow.add_sanction_file(sanction, files.upload(files.pdf(), "확인서.pdf"), actor=held.officer)
    browser = sit_down(held.place.observer)
    assert browser.get(address(sanction)).status_code == 404
    workflow.send_notice(again(sanction), actor=held.officer)
    page = words_of(browser.get(address(sanction)))
    assert SAID["facts"] in page and "확인서.pdf" not in page and "Drop it" not in page
    assert browser.get(f"/busan/sanctions/files/{SanctionFile.everything.get().public_id}/").status_code == 404
    assert sanction.number in words_of(browser.get(f"{LIST}?lang=en"))


def test_the_city_reads_no_decision_before_it_is_taken(held, sit_down, words_of):
    sanction = released(held, proposed(held, choice="lighter", **REVOKING | {"ground": "abuse"}), final_kind="suspension",
                        final_from=date(2026, 2, 2), final_to=date(2026, 3, 2), final_order="비밀 명령", grounds="비밀 이유")
    with clock.travel(DECIDING):
        browser = sit_down(held.place.observer)
        for page in (browser.get(address(sanction)), browser.get(f"{LIST}?lang=en")):
            words = words_of(page)
            assert "비밀" not in words and "suspension" not in words.lower() and "revocation" in words.lower()


def test_the_city_does_not_read_what_was_proposed(held, sit_down, words_of):
    sanction = proposed(held, choice="none")
    words = words_of(sit_down(held.place.observer).get(address(sanction)))
    assert "No sanction is proposed" not in words and "Wait for the decision" in words


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_whatever_its_size(rows, held, sit_down):
    for certificate in [held.certificate, *f.CertificateFactory.create_batch(rows - 1)]:
        workflow.draft_sanction(certificate, **SAID, actor=held.officer)
    browser = sit_down(held.place.auditor)
    browser.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(LIST).status_code == 200
    assert len([one for one in asked.captured_queries if 'FROM "aftercare_sanction"' in one["sql"]]) == 3


@pytest.mark.parametrize("stage", ["heard", "proposed"])
def test_the_first_page_asks_as_often_for_one_and_for_three_that_wait(stage, held, sit_down):
    def one_more(certificate):
        row = workflow.draft_sanction(certificate, **SAID, actor=held.officer)
        Sanction.everything.filter(pk=row.pk).update(stage=stage, noticed_at=clock.now(), notice_until=SAID["from_on"] - 9 * DAY)

    def asked():
        with CaptureQueriesContext(connection) as found:
            assert browser.get("/busan/admin/").context["sanctions"]
        return len(found)
    browser = sit_down(held.place.officer)
    one_more(held.certificate)
    asked()
    before = asked()
    for certificate in f.CertificateFactory.create_batch(2):
        one_more(certificate)
    assert asked() == before


def test_ones_own_work_over_all_agencies_knows_the_declaration_and_the_opinion(held, sit_down, words_of):
    sanction, asked = heard(held), Declaration.everything.filter(user=held.place.assessor)
    with clock.travel(HEARD):
        workflow.name_sanction_handlers(sanction, people(held), lead=held.place.assessor, actor=held.officer)
        browser = sit_down(held.place.assessor)
        page, own = browser.get(WORK).content.decode(), f"/busan/assess/sanctions/{sanction.public_id}/"
        assert f"/busan/assess/sanctions/declarations/{asked.get().public_id}/" in page and own not in page
        workflow.declare_for_sanction(asked.get(), has_interest=False, statement="", actor=held.assessor)
        assert own in (page := browser.get(WORK).content.decode()) and "Opinion on a sanction" in page and "declarations" not in page
        workflow.give_opinion(sanction.handlers.get(user=held.place.assessor), choice="impose", reason="기록", actor=held.assessor)
        assert own not in browser.get(WORK).content.decode()


def test_whoever_is_named_declares_on_the_page_and_steps_aside_later(held, sit_down, words_of):
    sanction = heard(held)
    with clock.travel(HEARD):
        workflow.name_sanction_handlers(sanction, people(held), lead=held.place.assessor, actor=held.officer)
        browser, own = sit_down(held.place.committee), f"/busan/assess/sanctions/{sanction.public_id}/"
        asked = Declaration.everything.get(user=held.place.committee).public_id
        address = f"/busan/assess/sanctions/declarations/{asked}/"
        for before in (own, f"/busan/assess/declarations/{asked}/"):
            assert browser.get(before)["Location"] == address
        assert browser.post(address, {"answer": "none"})["Location"] == own and browser.get(own).status_code == 200
        assert browser.post(address, {"statement": "사촌이 근무합니다."}).status_code == 302
        assert "you declared an interest" in words_of(browser.get(f"{address}?lang=en")) and browser.get(own).status_code == 404


def test_the_provider_writes_saves_and_hands_in_and_a_bad_file_loses_nothing(held, sit_down, words_of):
    sanction = noticed(held)
    own, browser = f"/busan/portal/sanctions/{sanction.public_id}/", sit_down(held.place.owner)
    assert "Write a statement" in words_of(browser.get(f"{own}?lang=en"))
    page = browser.post(f"{own}statement/?lang=en", {"version": 0, "text": "점검표가 있습니다.", "do": "save",
                                                    "file": files.upload(b"MZ\x90", "x.exe")})
    assert page.status_code == 422 and "점검표가 있습니다." in page.content.decode()
    sent = {"version": 0, "text": "점검표가 있습니다.", "do": "save", "file": files.upload(files.pdf(), "점검표.pdf")}
    assert browser.post(f"{own}statement/?lang=en", sent).status_code == 302
    assert "점검표.pdf" in words_of(browser.get(f"{own}statement/?lang=en"))
    page = browser.post(f"{own}statement/?lang=en", {"version": 0, "text": "나중에", "do": "save"})
    assert page.status_code == 422 and "wrote meanwhile" in words_of(page) and "나중에" in page.content.decode()
    assert browser.post(f"{own}statement/?lang=en", {"version": 1, "text": "점검표가 있습니다.", "do": "hand_in"}).status_code == 302
    assert "점검표.pdf" in words_of(sit_down(held.place.officer).get(address(sanction)))
    assert sit_down(held.place.neighbour).get(own).status_code == 404


def test_it_stands_on_the_desks_first_page_and_the_portals(held, sit_down, words_of):
    sanction = noticed(held)
    assert sanction.number in words_of(sit_down(held.place.officer).get("/busan/admin/?lang=en"))
    assert "A sanction about your certification is proposed" in words_of(sit_down(held.place.owner).get("/busan/portal/?lang=en"))
