"""The documents to bring: which are asked of whom, what counts as given, what is sealed and who reads it."""
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from certification.models import RoundDocument
from core.errors import Refused
from core.models import AuditEvent, Errand, FileScan
from core.tenancy import within
from evaluations import tasks, workflow
from evaluations.documents import Slot, missing_documents, wanted_documents
from evaluations.models import GivenDocument, Seal, SealedFile
from evaluations.tasks import scan_again
from evaluations.workflow import evidence as evidence_workflow
from providers.business_number import is_corporation
from providers.models import Evidence
from providers.queries import people_of_document
from providers.workflow import add_evidence
from tests import factories as f
from tests import files
from tests.core.clamd import EICAR, running
from tests.documents import said_in
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, words_of
from tests.evaluations.uploading import begin, upload

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]     # see core/test_malware.py
ASKED = [("application", "required"), ("self-assessment", "required"), ("operating-rules", "required"), ("insurance", "required"),
         ("undertaking", "required"), ("corporate-register", "corporations"), ("good-practice", "optional")]


@pytest.fixture
def path(busan):
    """A draft in a round that asks for seven documents."""
    path = Path(busan)
    with within(busan.agency):
        path.round = f.RoundFactory(version=f.published_version(indicators=3, framework=path.framework()))
        for position, (code, need) in enumerate(ASKED, 1):
            RoundDocument.everything.create(round=path.round, position=position, code=code, name_ko=f"문서 {code}", name_en=f"Paper {code}",
                                            need=need)
    return path.started()


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


def document(path, code):
    with within(path.place.agency):
        return RoundDocument.everything.get(round=path.round, code=code)


def slot(path, code):
    return Slot(path.application, document(path, code))


def give(path, code, name="규정.pdf", content=None):
    with within(path.place.agency):
        return workflow.attach_upload(slot(path, code), files.upload(content or files.pdf(), name), actor=path.as_(path.owner))


def missing(path):
    with within(path.place.agency):
        return [one.code for one in missing_documents(path.fresh())]


def page_of(path, position=None):
    return to("applications", path.application.public_id, "documents") + (f"&document={position}" if position else "")


def test_what_is_asked_of_whom(path):
    corporation = is_corporation(path.provider.business_number)
    wanted = ["operating-rules", "insurance"] + (["corporate-register"] if corporation else [])
    assert missing(path) == wanted
    give(path, "operating-rules")
    assert missing(path) == wanted[1:]


@pytest.mark.parametrize(("number", "is_one"), [("0008600001", True), ("0008200001", True), ("0001200001", False), ("0008300001", False),
                                                ("0009100001", False)])
def test_a_corporation_is_known_by_its_number(number, is_one):
    assert is_corporation(number) == is_one


def test_forms_on_line_are_done_on_line_and_take_no_files(path):
    with within(path.place.agency):
        rows = {one.document.code: one for one in wanted_documents(path.fresh(), RoundDocument.everything.filter(round=path.round), [])}
    assert [rows[code].is_done for code in ("application", "self-assessment", "undertaking")] == [True, True, False]
    assert not any(rows[code].slot.takes_files for code in ("application", "self-assessment", "undertaking"))
    with pytest.raises(PermissionDenied):
        give(path, "application")


def test_the_page_says_of_each_document_where_it_stands(path, owner):
    page = words_of(owner.get(page_of(path)))
    assert "Paper application Written here, on line: this application. done on line" in page
    assert "Paper undertaking Given on line with the pledge. To the pledge" in page
    assert "Paper operating-rules missing" in page
    assert "Paper good-practice May be left out. optional" in page
    give(path, "operating-rules")
    assert "Paper operating-rules 1 file given" in words_of(owner.get(page_of(path)))


def test_files_are_given_by_button_by_parts_and_from_the_library_and_taken_away(path, owner, busan):
    place = document(path, "insurance")
    owner.post(page_of(path, place.position), {"files": files.upload(files.pdf(), "증권.pdf"), "do": "upload"})
    sent = upload(owner, f"document:{path.application.public_id}:{place.public_id}", "둘째 증권.pdf", files.padded_pdf(5000))
    assert sent.status_code == 200
    with within(busan.agency):
        kept = add_evidence(busan.provider, files.upload(files.pdf(pages=2), "셋째.pdf"), actor=path.as_(busan.owner))
    owner.post(page_of(path, place.position), {"document": kept.public_id, "do": "library"})
    page = words_of(owner.get(page_of(path, place.position)))
    assert all(name in page for name in ("증권.pdf", "둘째 증권.pdf", "셋째.pdf", "3 files"))
    with within(busan.agency):
        link = GivenDocument.everything.get(evidence=kept)
    owner.post(page_of(path, place.position), {"remove": link.public_id})
    with within(busan.agency):
        assert sorted(GivenDocument.everything.values_list("evidence__name", flat=True)) == ["둘째 증권.pdf", "증권.pdf"]


def test_a_refused_file_is_said_on_the_page(path, owner):
    page = owner.post(page_of(path, 3), {"files": files.upload(b"MZ", "규정.pdf"), "do": "upload"})
    assert "규정.pdf was not taken" in words_of(page)


def test_what_others_gave_is_nobodys_here(path, owner, busan):
    neighbour = signed_in(busan.neighbour)
    assert neighbour.get(page_of(path)).status_code == 404
    place = f"document:{path.application.public_id}:{document(path, 'application').public_id}"
    assert upload_refused(owner, place) == 404
    with within(busan.agency):
        elsewhere = f.RoundDocumentFactory(round=f.RoundFactory())
    assert upload_refused(owner, f"document:{path.application.public_id}:{elsewhere.public_id}") == 404
    assert Client().get(page_of(path)).status_code == 302


def upload_refused(client, place):
    return begin(client, place, "a.pdf", files.pdf()).status_code


def test_documents_are_sealed_and_read_by_those_who_judge(path, busan, owner):
    path.assigned()
    with within(busan.agency):
        seal = Seal.everything.get(application=path.application)
        sealed = json.loads(seal.canonical)["documents"]
        assert {one["document"] for one in sealed} >= {"operating-rules", "insurance"}
        assert {one["malware_scan"] for one in sealed} == {"not_scanned"}
        assert SealedFile.everything.filter(seal=seal, code="operating-rules").count() == 1
    assert "Paper operating-rules" in words_of(owner.get(to("applications", path.application.public_id)))
    officer = signed_in(busan.officer)
    assert "Paper operating-rules" in words_of(officer.get(f"/busan/admin/cases/{path.application.public_id}/?lang=en"))
    assessor = signed_in(busan.assessor)
    assert "Paper operating-rules" in words_of(assessor.get(f"/busan/assess/cases/{path.application.public_id}/?lang=en"))
    with within(busan.agency):
        tasks.make_receipt(receipt_id=seal.receipt.pk)
    receipt = said_in(b"".join(owner.get(to("submissions", seal.public_id, "receipt")).streaming_content))
    assert receipt.count("문서") >= len(sealed), "by its name, not by its code"


def test_after_handing_in_nothing_is_given_any_more(path, owner):
    path.submitted()
    assert owner.post(page_of(path, 3), {"files": files.upload(files.pdf(), "규정.pdf"), "do": "upload"}).status_code == 409
    assert owner.get(page_of(path)).status_code == 302
    with pytest.raises(PermissionDenied):
        give(path, "operating-rules", content=files.pdf(pages=4))


def test_documents_count_among_the_files_of_an_application(path, monkeypatch):
    monkeypatch.setattr(evidence_workflow, "FILES_AT_MOST", 1)
    give(path, "operating-rules")
    with pytest.raises(Refused, match="at most 1 files"):
        give(path, "insurance", content=files.pdf(pages=2))


def test_what_waits_for_the_scan_is_sealed_as_waiting_and_nobody_else_opens_it(path, busan, owner, settings):
    with running(settings) as daemon:
        daemon.stop()
        path.assigned()
    with within(busan.agency):
        assert {one["malware_scan"] for one in json.loads(Seal.everything.get().canonical)["files"]} == {"waiting"}
        sealed = SealedFile.everything.first()
    assessor = signed_in(busan.assessor)
    assert assessor.get(f"/busan/assess/files/{sealed.public_id}/?lang=en").status_code == 302
    own = owner.get(f"/busan/portal/sealed-files/{sealed.public_id}/")
    assert own.status_code == 200
    own.close()


def test_malware_found_late_leaves_the_draft_and_the_library(path, busan, owner, settings):
    with running(settings) as daemon:
        daemon.limit = 10
        infected = files.pdf(change=lambda one: setattr(one.Root, "Note", one.make_stream(EICAR)), compress_streams=False)
        give(path, "operating-rules", content=infected)
        give(path, "insurance", content=files.pdf(pages=3))
        daemon.limit = 10_000_000
        assert scan_again() == 2
    with within(busan.agency):
        assert sorted(FileScan.everything.values_list("state", flat=True)) == ["clean", "infected"]
        assert [one.document.code for one in GivenDocument.everything.select_related("document")] == ["insurance"]
        assert Evidence.everything.filter(removed_at=None).count() == 1
    assert "operating-rules" in missing(path)
    with within(busan.agency):
        errand = Errand.everything.get(arguments__event="provider.evidence_infected")
        lost = Evidence.everything.exclude(removed_at=None).get()
        assert (errand.arguments["subject_id"], errand.arguments["link"].endswith("/library/")) == (str(lost.pk), True)
        assert busan.owner in people_of_document(lost)
    assert "Malware was found: blocked" in words_of(owner.get(to(busan.provider.public_id, "library")))


def test_malware_in_a_form_is_said_and_its_event_outlives_the_request(path, busan, owner, settings):
    infected = files.pdf(change=lambda one: setattr(one.Root, "Note", one.make_stream(EICAR)), compress_streams=False)
    with running(settings):
        page = owner.post(page_of(path, 3), {"files": files.upload(infected, "규정.pdf"), "do": "upload"})
    assert "Malware was found in this file" in words_of(page)
    with within(busan.agency):
        event = AuditEvent.everything.get(verb="file.malware_refused")
        assert event.facts["signature"] == "Eicar-Test-Signature"
        assert not Evidence.everything.exists()


def test_pages_ask_as_often_for_a_hundred_files_as_for_one(path, busan, owner):
    answer = answers_of(path)[0]
    addresses = [page_of(path, 3), to("answers", answer.public_id), to("applications", path.application.public_id)]
    give(path, "operating-rules")
    with within(busan.agency):
        workflow.attach_upload(answer, files.upload(files.pdf(pages=2), "하나.pdf"), actor=path.as_(busan.owner))
    for address in addresses:
        owner.get(address)
    before = [queries_of(owner, address) for address in addresses]
    with within(busan.agency):
        for number in range(100):
            stored = f.StoredFileFactory(shelf=busan.provider.public_id)
            kept = Evidence.everything.create(provider=busan.provider, name=f"{number}.pdf", file=stored, added_by=busan.owner,
                                              added_at=path.application.started_at)
            target = answer if number % 2 else slot(path, "operating-rules")
            workflow.attach_evidence(target, kept, actor=path.as_(busan.owner))
    owner.get(addresses[0])                                                 # a session that rested is written anew
    after = [queries_of(owner, address) for address in addresses]
    assert after == before
    assert max(after[:2]) <= 12, after                                      # the third asks for eligibility, not for files
