"""Self-inspections: begun with what stood before, kept row by row, handed in once, returned or seen; and what is refused."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from aftercare import workflow
from aftercare.models import Inspection, InspectionEvidence, InspectionFile, InspectionRow, InspectionSeal, SealedRow
from aftercare.queries import to_do_of
from aftercare.workflow.inspection import FILES
from certification import workflow as certification
from core import clock
from core.errors import Refused
from evaluations.models import Answer
from providers.models import Evidence
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.watching import MAY, certificate_of_eight, handed_in, rows, save, written
from tests.evaluations.path import Path
from tests.files import pdf, upload
from tests.providers.test_workflow import told


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def may(held):
    """`held` in May 2027, with a `duty` on a certificate of eight indicators."""
    held.eight = certificate_of_eight(held)
    held.duty = f.DutyFactory(certificate=held.eight)
    with clock.travel(MAY):
        yield held


def begin(may, actor=None, at=None):
    return workflow.begin_inspection(may.duty, actor=actor or may.owner, arrived_at=at or clock.now())


def hand_in(inspection, actor, at=None):
    return workflow.hand_in_inspection(inspection, actor=actor, arrived_at=at or clock.now())


def test_it_asks_about_the_indicators_of_its_certificate_and_a_second_click_finds_it(may):
    inspection = begin(may)
    assert [row.indicator.code for row in rows(inspection)] == [f"1.2.{n}" for n in range(1, 9)]
    assert begin(may) == inspection and Inspection.everything.count() == 1


def test_what_the_sealed_application_said_is_filled_in(busan, held):
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2025, 12, 9), ended_as="superseded")
    path = Path(busan).written().submitted()
    certificate = f.CertificateFactory(offering=held.offering, version=path.round.version, matter=path.application.public_id)
    with clock.travel(MAY):
        inspection = workflow.begin_inspection(f.DutyFactory(certificate=certificate), actor=held.owner, arrived_at=clock.now())
    said = Answer.everything.filter(application=path.application).order_by("indicator__position").first()
    row = rows(inspection)[0]
    assert (row.before_rating, row.before_text, row.rating, row.change) == ("meets", said.explanation, "meets", "")


def test_the_inspection_before_goes_before_the_application_and_what_stood_is_carried_on(may):
    inspection = written(may, may.duty)
    save(rows(inspection)[0], may.owner, change="changed", text="점검표를 전산으로 바꿈")
    hand_in(inspection, may.owner)
    with clock.travel(seoul(2028, 5, 3, 9)):
        later = f.DutyFactory(certificate=may.eight, opens_on=date(2028, 5, 1), due_on=date(2028, 5, 31))
        again = written(may, later)
        assert rows(again)[0].before_text == "점검표를 전산으로 바꿈"
        hand_in(again, may.owner)
    assert SealedRow.everything.get(seal__inspection=again, code="1.2.1").stands == "점검표를 전산으로 바꿈"


def test_before_its_window_after_the_certificate_ended_and_what_is_not_demanded_are_sentences(may):
    with pytest.raises(Refused, match="from 1 May 2027"):
        begin(may, at=seoul(2027, 4, 30, 23, 59))
    inspection = written(may, may.duty)
    certification.revoke(may.eight, on=clock.today(), reason="허위", actor=WORKER)
    with pytest.raises(Refused, match="no longer holds"):
        save(rows(inspection)[0], may.owner, text="늦음", change="changed")
    with pytest.raises(Refused, match="no longer holds"):
        hand_in(inspection, may.owner)
    waived = f.DutyFactory(certificate=f.CertificateFactory())
    workflow.waive_duty(waived, reason="사유", actor=may.officer)
    f.ProviderMemberFactory(provider=waived.provider, user=may.place.owner, role="owner")
    with pytest.raises(Refused, match="no longer asks"):
        workflow.begin_inspection(waived, actor=may.owner, arrived_at=clock.now())


@pytest.mark.parametrize("who", ["officer", "director", "neighbour", "assessor", "consultant"])
def test_only_its_own_people_write_and_hand_in(may, who):
    actor, inspection = getattr(may, who), written(may, may.duty)
    for deed in (lambda: begin(may, actor), lambda: save(rows(inspection)[0], actor), lambda: hand_in(inspection, actor)):
        with pytest.raises(PermissionDenied):
            deed()


def test_an_older_page_never_overwrites_a_newer_one(may):
    row = rows(begin(may))[0]
    first = save(row, may.owner, change="changed", text="첫 번째")
    second = save(row, may.colleague, change="changed", text="두 번째", base=0)
    assert not first.conflict and second.conflict and second.answer.text == "첫 번째"
    assert InspectionRow.everything.get(pk=row.pk).text == "첫 번째"


@pytest.mark.parametrize(("words", "lacks"), [
    ({"rating": ""}, "choose your self-assessment"), ({"change": ""}, "say whether something changed"),
    ({"change": "changed", "text": "  "}, "write what changed"),
    ({"rating": "partly"}, "another than before")])
def test_what_is_missing_is_named_and_nothing_is_handed_in(may, words, lacks):
    inspection = written(may, may.duty)
    row = rows(inspection)[2]
    InspectionRow.everything.filter(pk=row.pk).update(before_rating="meets")
    save(row, may.owner, **words)
    with pytest.raises(Refused, match=rf"1\.2\.3 \(.*{lacks}"):
        hand_in(inspection, may.owner)
    assert not InspectionSeal.everything.exists() and may.again(may.duty).stage == "open"


def test_handed_in_it_is_sealed_its_duty_is_done_and_both_sides_are_told(may):
    inspection = written(may, may.duty)
    row = rows(inspection)[1]
    FILES.attach_upload(row, upload(pdf(), "점검표.pdf"), actor=may.owner, arrived_at=clock.now())
    arrived = clock.now()
    hand_in(inspection, may.owner, arrived)
    seal, duty = InspectionSeal.everything.get(), may.again(may.duty)
    assert (duty.stage, duty.done_at, duty.answer) == ("done", arrived, inspection.public_id)
    assert (seal.number, seal.is_late, SealedRow.everything.filter(seal=seal).count()) == (1, False, 8)
    assert InspectionFile.everything.get(seal=seal).code == "1.2.2"
    assert told()[-2:] == ["inspection.received", "inspection.handed_in"]


def test_answered_twice_is_once_and_every_open_page_is_an_older_one(may):
    inspection = handed_in(may, may.duty)
    with pytest.raises(Refused, match="was handed in on"):
        hand_in(inspection, may.owner)
    with pytest.raises(Refused, match="was handed in on"):
        save(rows(inspection)[0], may.owner, change="changed", text="나중에")
    assert InspectionSeal.everything.count() == 1
    workflow.return_inspection(inspection, reason="근거 자료가 없음", actor=may.officer)
    stale = save(rows(inspection)[0], may.owner, change="changed", text="나중에", base=1)
    assert stale.conflict


def test_the_arrival_decides_and_late_is_taken_and_noted(may):
    inspection = written(may, may.duty)
    with clock.travel(seoul(2027, 6, 1, 0, 0)):
        hand_in(inspection, may.owner, seoul(2027, 5, 31, 23, 59))
    assert InspectionSeal.everything.get().is_late is False
    workflow.return_inspection(inspection, reason="보완", actor=may.officer)
    with clock.travel(seoul(2027, 6, 1, 0, 1)):
        hand_in(inspection, may.owner)
    assert InspectionSeal.everything.filter(is_late=True).count() == 1


def test_asked_back_with_a_reason_it_is_completed_and_handed_in_again(may):
    inspection = handed_in(may, may.duty)
    with pytest.raises(Refused, match="Write the reason"):
        workflow.return_inspection(inspection, reason=" ", actor=may.officer)
    with clock.travel(seoul(2027, 6, 10, 9)):
        with pytest.raises(Refused, match="Give a new one"):
            workflow.return_inspection(inspection, reason="근거 자료가 없음", actor=may.officer)
        workflow.return_inspection(inspection, reason="근거 자료가 없음", to_on=date(2027, 6, 20), actor=may.officer)
        assert (may.again(may.duty).stage, may.again(may.duty).due_on) == ("open", date(2027, 6, 20))
        again = may.again(inspection)
        assert (again.stage, again.returned_reason) == ("draft", "근거 자료가 없음")
        save(rows(inspection)[0], may.owner, change="changed", text="자료를 붙임")
        hand_in(inspection, may.owner)
    first, second = InspectionSeal.everything.order_by("number")
    assert first.sha256 in second.canonical and told().count("inspection.returned") == 1


def test_seen_it_is_over_and_only_whoever_does_not_belong_to_it_answers(may):
    inspection = handed_in(may, may.duty)
    f.ProviderMemberFactory(provider=may.provider, user=may.place.manager, role="viewer")
    for actor in (may.owner, may.manager, may.auditor, may.director):
        with pytest.raises(PermissionDenied):
            workflow.note_inspection_seen(inspection, actor=actor)
        with pytest.raises(PermissionDenied):
            workflow.return_inspection(inspection, reason="사유", actor=actor)
    workflow.note_inspection_seen(inspection, actor=may.officer)
    assert may.again(inspection).stage == "seen" and told()[-1] == "inspection.seen"
    with pytest.raises(Refused):
        workflow.return_inspection(inspection, reason="사유", actor=may.officer)


def test_a_draft_is_the_providers_and_the_agency_reads_the_seal(may):
    inspection = begin(may)
    assert not Inspection.objects.visible_to(may.officer).exists() and not Inspection.objects.visible_to(may.neighbour).exists()
    for row in rows(inspection):
        save(row, may.owner)
    hand_in(inspection, may.owner)
    assert Inspection.objects.visible_to(may.officer).exists() and Inspection.objects.visible_to(may.owner).exists()
    for nobody in (may.neighbour, may.assessor, may.consultant):
        assert not Inspection.objects.visible_to(nobody).exists() and not InspectionSeal.objects.visible_to(nobody).exists()
    assert not InspectionRow.objects.visible_to(may.officer).exists()


def test_a_file_taken_out_of_the_library_is_named(may):
    inspection = written(may, may.duty)
    link = FILES.attach_upload(rows(inspection)[0], upload(pdf(), "점검표.pdf"), actor=may.owner, arrived_at=clock.now())
    Evidence.everything.filter(pk=link.evidence_id).update(removed_at=clock.now())
    with pytest.raises(Refused, match=r"점검표\.pdf"):
        hand_in(inspection, may.owner)
    FILES.detach(InspectionEvidence.everything.get(), actor=may.owner, arrived_at=clock.now())
    hand_in(inspection, may.owner)


def test_the_portal_reminds_of_it_while_it_can_be_done(may):
    assert to_do_of(may.owner).inspections == [may.duty] and not to_do_of(may.neighbour).inspections
    with clock.travel(seoul(2027, 4, 30, 9)):
        assert not to_do_of(may.owner).inspections
    handed_in(may, may.duty)
    assert not to_do_of(may.owner).inspections
