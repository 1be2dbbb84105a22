"""The pages of change reports: the provider's on its telephone, the desk's list and one report, strangers, bad input."""
from datetime import date

import pytest

from aftercare import workflow
from aftercare.models import ChangedCertificate, ChangeReport, Duty
from certification.models import CertificateRevision
from core import clock
from providers.workflow import change_site
from tests.aftercare.changing import ADDRESS, NUMBER, closed, handed_in, head, moved, paper, succeeded, successor, written
from tests.aftercare.conftest import WORKER
from tests.evaluations.portal_pages import queries_of, signed_in, words_of

DESK, PORTAL = "/busan/admin/changes/", "/busan/portal/changes/"


def kept():
    return ChangeReport.everything.get()


def one(report, tail="", desk=False):
    return f"{DESK if desk else PORTAL}{report.public_id}/{tail}?lang=en"


def test_a_provider_begins_writes_and_hands_in_a_change_of_its_head(held):
    owner = signed_in(held.place.owner)
    page = words_of(owner.get(f"{PORTAL}?lang=en"))
    assert "change of the representative" in page and held.certificate.number_shown in page
    new = f"/busan/portal/{held.provider.public_id}/changes/new/?lang=en"
    assert "within 14 days" in words_of(owner.get(f"{new}&kind=head"))
    started = owner.post(new, {"kind": "head"}, follow=True)
    assert held.certificate.head_name in words_of(started)
    typed = {"version": 0, "head_name": "새대표", "happened_on": "2026-01-05", "note": "", "do": "hand_in", "declared": "yes",
             "files": [paper()]}
    assert "Your report has arrived" in words_of(owner.post(one(kept()), typed, follow=True))
    assert (kept().stage, kept().files.count()) == ("handed_in", 1)
    assert "late" not in words_of(owner.get(one(kept())))


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(held):
    owner, report = signed_in(held.place.owner), written(held, "head", on=None)
    typed = {"version": report.version, "head_name": "새대표", "happened_on": "2026-02-01", "do": "hand_in", "declared": "yes"}
    page = owner.post(one(report), typed)
    assert page.status_code == 422 and "not come yet" in words_of(page) and "새대표" in page.content.decode()
    broken = owner.post(one(report), typed | {"version": kept().version, "happened_on": "어제"})
    assert broken.status_code == 422 and "새대표" in broken.content.decode()


def test_without_its_declaration_the_form_comes_back_filled(held):
    owner, report = signed_in(held.place.owner), written(held, "head", on=None)
    page = owner.post(one(report), {"version": report.version, "head_name": "새대표", "happened_on": "2026-01-05", "do": "hand_in"})
    assert page.status_code == 422 and "declare that what you report is so" in words_of(page) and "새대표" in page.content.decode()


def test_a_refused_file_is_named_and_the_words_are_kept(held):
    owner, report = signed_in(held.place.owner), written(held, "head", on=None)
    wrong = paper()
    wrong.name = "paper.exe"
    page = owner.post(one(report), {"version": report.version, "head_name": "새대표", "happened_on": "2026-01-05", "do": "hand_in",
                                    "declared": "yes", "files": [wrong]})
    assert page.status_code == 422 and "paper.exe was not taken" in words_of(page) and kept().facts["head_name"] == "새대표"
    assert kept().stage == "draft"


def test_an_older_page_is_told_and_keeps_what_was_typed(held):
    owner, report = signed_in(held.place.owner), written(held, "head", facts={"head_name": "동료가 쓴 이"})
    page = owner.post(one(report), {"version": 0, "head_name": "내가 쓴 이", "happened_on": "2026-01-05", "do": "save"})
    assert page.status_code == 409 and "내가 쓴 이" in page.content.decode() and kept().facts["head_name"] == "동료가 쓴 이"


def test_typed_into_a_report_that_was_handed_in_meanwhile_it_stays_to_be_read(held):
    owner, report = signed_in(held.place.owner), head(held)
    page = owner.post(one(report), {"version": 1, "head_name": "늦게 쓴 이", "happened_on": "2026-01-05", "do": "hand_in",
                                    "declared": "yes"})
    assert page.status_code == 409 and "늦게 쓴 이" in page.content.decode()


def test_somebody_elses_report_is_unknown(held):
    report = head(held)
    for who in ("neighbour", "assessor"):
        stranger = signed_in(getattr(held.place, who))
        assert stranger.get(one(report)).status_code == 404
        assert stranger.get(f"/busan/portal/{held.provider.public_id}/changes/new/?kind=head").status_code == 404
    assert signed_in(held.place.owner).get(f"/busan/portal/{held.provider.public_id}/changes/new/?kind=nonsense").status_code == 404


def test_an_edited_address_is_named_and_its_report_offered_prefilled(held):
    change_site(held.offering.site, address_base="새 길 9", actor=held.owner)
    owner = signed_in(held.place.owner)
    page = owner.get(f"{PORTAL}?lang=en")
    assert "A change report is due" in words_of(page) and f"kind=address&amp;site={held.offering.site.public_id}" in page.content.decode()
    owner.post(f"/busan/portal/{held.provider.public_id}/changes/new/", {"kind": "address", "site": str(held.offering.site.public_id)})
    assert "새 길 9" in owner.get(one(kept())).content.decode()


def test_the_desk_lists_narrows_and_counts(held):
    report, officer = head(held, on=date(2025, 12, 20)), signed_in(held.place.officer)
    page = words_of(officer.get(f"{DESK}?lang=en"))
    assert report.number in page and "7 days late" in page
    assert report.number in words_of(officer.get(f"{DESK}?which=waiting&kind=head&q=N001&lang=en"))
    assert report.number not in words_of(officer.get(f"{DESK}?kind=closure&lang=en"))
    assert "Change reports 1" in words_of(officer.get("/busan/admin/?lang=en"))


def test_the_list_asks_as_often_for_three_as_for_one(held):
    officer = signed_in(held.place.officer)
    head(held)
    officer.get(DESK)
    first = queries_of(officer, DESK)
    closed(held)
    moved(held)
    assert queries_of(officer, DESK) == first
    owner = signed_in(held.place.owner)
    owner.get(PORTAL)
    three = queries_of(owner, PORTAL)
    succeeded(held)
    assert queries_of(owner, PORTAL) == three


def test_the_officer_reads_before_and_after_and_accepts(held):
    report, officer = head(held), signed_in(held.place.officer)
    page = words_of(officer.get(one(report, desk=True)))
    assert held.certificate.head_name in page and "새대표" in page and "The certificate is corrected" in page
    assert officer.post(one(report, "ask/", desk=True), {"ask-reason": " "}).status_code == 200 and kept().stage == "handed_in"
    assert "what follows is done" in words_of(officer.post(one(report, "accept/", desk=True), {"accept-words": ""}, follow=True))
    assert kept().stage == "accepted" and CertificateRevision.everything.count() == 1
    again = words_of(officer.post(one(report, "accept/", desk=True), {"accept-words": ""}, follow=True))
    assert "no longer waits" in again


def test_the_correction_after_a_visit_is_one_button(held):
    report, officer = workflow.accept_change(moved(held), actor=held.officer), signed_in(held.place.officer)
    told = words_of(officer.get(one(report, desk=True)))
    assert "Draft the correction" not in told and "The new place is visited before" in told
    workflow.fulfil_duty(Duty.everything.get(), answer=report.public_id, arrived_at=clock.now(), actor=WORKER)
    told = words_of(officer.get(one(report, desk=True)))
    assert "Draft the correction of the certificate" in told and "The new place is visited before" not in told
    row = ChangedCertificate.everything.get()
    officer.post(f"{DESK}certificates/{row.public_id}/correct/")
    assert CertificateRevision.everything.get().facts_after["address"].startswith(ADDRESS["address_base"])


def test_a_succession_is_confirmed_by_the_successor_who_reads_no_papers_of_the_predecessor(held):
    successor(held)
    report, neighbour = succeeded(held), signed_in(held.place.neighbour)
    page = words_of(signed_in(held.place.officer).get(one(report, desk=True)))
    assert "The certificate goes on under the successor" in page and "Not confirmed yet" in page and "has confirmed on paper" in page
    assert "Please confirm a succession" in words_of(neighbour.get(f"{PORTAL}?lang=en"))
    assert "we follow this organisation" in words_of(neighbour.get(one(report)))
    assert neighbour.get(one(report, "receipt/")).status_code == 404
    neighbour.post(one(report, "confirm/"))
    assert kept().successor_confirmed_at and neighbour.post(one(report, "withdraw/")).status_code == 403


def test_the_desk_enters_what_it_has_noticed_and_the_provider_objects(held):
    officer, where = signed_in(held.place.officer), f"/busan/admin/providers/{held.provider.public_id}/changes/new/"
    assert "Enter a change" in words_of(officer.get(f"{where}?lang=en"))
    typed = {"origin": "noticed", "head_name": "새대표", "happened_on": "2026-01-05", "note": ""}
    assert "Write what was noticed" in words_of(officer.post(f"{where}?kind=head&lang=en", typed))
    officer.post(f"{where}?kind=head", typed | {"note": "홈페이지"})
    assert kept().origin == "noticed"
    signed_in(held.place.owner).post(one(kept(), "answer/"), {"object-objection": "아닙니다."})
    assert kept().objection == "아닙니다."
    assert "아닙니다." in officer.get(one(kept(), desk=True)).content.decode()


def test_a_manager_decides_what_an_officer_proposed(held):
    report, officer, manager = closed(held), signed_in(held.place.officer), signed_in(held.place.manager)
    assert officer.post(one(report, "accept/", desk=True), {"accept-words": ""}).status_code == 403
    assert "Propose to the manager" in words_of(officer.get(one(report, desk=True)))
    assert officer.post(one(report, "propose/", desk=True), {"propose-words": " "}).status_code == 200 and kept().stage == "handed_in"
    officer.post(one(report, "propose/", desk=True), {"propose-words": "폐업 신고서를 확인하였습니다."})
    page = words_of(manager.get(one(report, desk=True)))
    assert "Proposed: the certificate ends" in page and "Decide as proposed" in page
    manager.post(one(report, "accept/", desk=True), {"accept-words": ""})
    assert kept().stage == "accepted" and held.again(held.certificate).ended_as == "surrendered"
    assert report.number in words_of(officer.get(f"/busan/admin/certificates/{held.certificate.public_id}/?lang=en"))
    assert report.number in words_of(officer.get(f"/busan/admin/providers/{held.provider.public_id}/?lang=en"))


@pytest.mark.parametrize("who", ["auditor", "director"])
def test_who_only_reads_decides_nothing(held, who):
    report, reader = head(held), signed_in(getattr(held.place, who))
    assert reader.get(one(report, desk=True)).status_code == 200
    assert reader.post(one(report, "accept/", desk=True)).status_code in (302, 403) and kept().stage == "handed_in"


def test_the_public_page_names_pause_and_predecessor(held, client):
    workflow.accept_change(handed_in(held, "suspension", on=date(2026, 3, 1), until=date(2026, 4, 30)), actor=held.officer)
    page = client.get(f"/busan/register/{held.certificate.number}/?lang=en")
    assert "does no business from" in words_of(page)


def test_a_successor_with_a_wrong_number_is_told_which(held):
    owner, report = signed_in(held.place.owner), written(held, "succession")
    page = owner.post(one(report), {"version": report.version, "manner": "transfer", "successor_name": "가",
                                    "successor_number": "1018100011",
                                    "happened_on": "2026-01-05", "do": "hand_in", "declared": "yes"})
    assert page.status_code == 422 and "a digit is mistyped" in words_of(page) and NUMBER != "1018100011"


def test_a_draft_is_unknown_to_the_desk(held):
    report = written(held, "head", facts={"head_name": "아직비밀"})
    officer = signed_in(held.place.officer)
    assert officer.get(one(report, desk=True)).status_code == 404 and officer.get(one(report)).status_code == 404
    assert not ChangeReport.objects.visible_to(held.officer).exists()
