"""Documents made anew: the same for a lost paper, corrected ones once approved; what was replaced is kept and known; no number twice."""
import hashlib
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import District
from certification import tasks, workflow
from certification.models import Certificate, CertificateDocument, CertificateRevision
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import correction_approval, digest_of
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from panels.models import Approval
from tests import factories as f
from tests.certification.conftest import FROM, WORKER, entry_of, issue, seoul

DAY = timedelta(days=1)
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}
LOST = {"kinds": ["certificate"], "reason": "분실"}


@pytest.fixture(autouse=True)
def in_english(english):
    pass


@pytest.fixture
def made(round_of):
    """A certificate whose three documents are kept."""
    certificate = round_of.issue()
    for document in certificate.documents.all():
        workflow.keep_document(document, f"%PDF-1.7 {document.kind} {document.language}".encode(), actor=WORKER)
    return certificate


@pytest.fixture
def draft(made, busan, at):
    def drafted(who=None, **facts):
        changed = facts_now(made) | {"head_name": "새 대표"} | facts
        with at(who or busan.officer, busan) as actor:
            return workflow.draft_correction(made, facts=changed, effective_on=clock.today(), reason="대표자 변경", actor=actor)
    return drafted


def versions(certificate, **of):
    rows = CertificateDocument.everything.filter(certificate=certificate, **of).order_by("kind", "-language", "version")
    return [(row.kind, row.language, row.version, bool(row.replaced_at)) for row in rows]


def approved(revision, busan, at):
    with at(busan.manager, busan) as actor:
        workflow.release_correction(revision, digest_of(revision), actor=actor)
    with at(busan.director, busan) as actor:
        return workflow.approve_correction(revision, digest_of(revision), actor=actor)


# ---- the year of a number

@pytest.mark.parametrize(("moment", "number"), [((2026, 12, 31, 23, 59, 59), "BS-QC-2026-001"), ((2027, 1, 1), "BS-QC-2027-001")])
def test_the_year_of_a_number_is_that_of_the_day_in_seoul(moment, number, round_of):
    """Both moments are the same day in Greenwich."""
    with clock.travel(seoul(*moment)):
        assert issue(round_of.offering, round_of.version, valid_from=clock.today()).number == number


# ---- a lost paper

def test_a_lost_paper_is_made_anew_with_a_higher_version_and_nothing_else_changes(made, busan, at):
    before = {field.attname: getattr(made, field.attname) for field in Certificate._meta.local_fields}
    with at(busan.officer, busan) as actor:
        workflow.reissue(made, **LOST, actor=actor)
    after = Certificate.everything.get(pk=made.pk)
    assert {field.attname: getattr(after, field.attname) for field in Certificate._meta.local_fields} == before
    assert versions(made) == [("certificate", "ko", 1, True), ("certificate", "ko", 2, False), ("certificate", "en", 1, True),
                              ("certificate", "en", 2, False), ("plaque", "ko", 1, False)]
    assert entry_of(made).history[-1]["kind"] == "reissued" and entry_of(made).history[-1]["reason"] == ""
    assert [row["version"] for row in entry_of(made).documents] == [2, 2]
    assert issue(f.OfferingFactory(), made.version).serial == made.serial + 1


def test_what_is_drawn_says_that_it_is_made_anew_and_when(made, draft, busan, at, monkeypatch):
    drawn = []
    monkeypatch.setattr(tasks.documents, "certificate_pdf", lambda facts, language: drawn.append((facts.anew, facts.anew_on)) or b"")
    monkeypatch.setattr(tasks.documents, "sign_pdf", lambda content, agency: b"%PDF-1.7 anew")
    with at(busan.officer, busan) as actor:
        workflow.reissue(made, **LOST, actor=actor)
    tasks.make_document(made.documents.get(kind="certificate", language="ko", version=2).pk)
    approved(draft(), busan, at)
    tasks.make_document(made.documents.get(kind="certificate", language="en", version=3).pk)
    assert drawn == [("reissued", clock.today()), ("corrected", clock.today())]


def test_the_earlier_file_is_still_known_as_replaced(made, busan, at):
    sha256 = hashlib.sha256(b"%PDF-1.7 certificate ko").hexdigest()
    assert CertificateDocument.everything.get(sha256=sha256).replaced_at is None
    with at(busan.officer, busan) as actor:
        workflow.reissue(made, **LOST, actor=actor)
    earlier = CertificateDocument.everything.get(sha256=sha256)
    assert earlier.replaced_at and earlier.file and earlier.certificate == made


def test_what_was_not_made_yet_is_never_made_once_it_is_replaced(round_of, busan, at):
    certificate = round_of.issue()
    first = certificate.documents.get(kind="certificate", language="ko")
    with at(busan.officer, busan) as actor:
        workflow.reissue(certificate, **LOST, actor=actor)
    tasks.make_document(first.pk)                               # no key is needed: nothing is drawn
    assert workflow.keep_document(first, b"%PDF-1.7 late", actor=WORKER).made_at is None


def test_each_has_its_reason_and_says_what(made, busan, at):
    with at(busan.officer, busan) as actor:
        with pytest.raises(Refused, match="Choose what") as refusal:
            workflow.reissue(made, kinds=[], reason="x", actor=actor)
        assert refusal.value.field == "kinds"
        with pytest.raises(Refused, match="write the reason"):
            workflow.reissue(made, kinds=["plaque"], reason=" ", actor=actor)


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "assessor", "owner", "admin"])
def test_officers_and_managers_issue_anew(who, made, busan, at):
    with at(getattr(busan, who), busan) as actor, pytest.raises(PermissionDenied):
        workflow.reissue(made, **LOST, actor=actor)


@pytest.mark.parametrize("deed", ["revoke", "surrender", "suspend", "expiry"])
def test_nothing_is_printed_anew_of_what_is_not_in_force(deed, made, busan, at):
    if deed == "suspend":
        workflow.suspend(made, from_on=FROM, **WHY)
    elif deed != "expiry":
        getattr(workflow, deed)(made, on=FROM + (DAY if deed == "revoke" else 0 * DAY), **WHY)
    later = seoul(2030, 1, 1) if deed == "expiry" else clock.now()
    with clock.travel(later), at(busan.officer, busan) as actor, pytest.raises(Refused, match="not in force"):
        workflow.reissue(made, **LOST, actor=actor)


def test_what_is_given_back_on_a_day_to_come_is_printed_anew_until_then(made, busan, at):
    workflow.surrender(made, on=FROM + DAY, **WHY)
    with at(busan.officer, busan) as actor:
        workflow.reissue(made, **LOST, actor=actor)
    assert made.documents.filter(kind="certificate", language="ko", version=2).exists()


# ---- a correction

def test_nothing_changes_before_the_director_has_approved_and_then_everything_at_once(made, draft, busan, at):
    revision, head = draft(), made.head_name
    assert Certificate.everything.get(pk=made.pk).head_name == head and not revision.done_at
    approved(revision, busan, at)
    corrected = Certificate.everything.get(pk=made.pk)
    assert corrected.head_name == "새 대표" and (corrected.number, corrected.code) == (made.number, made.code)
    revision.refresh_from_db()
    assert (revision.facts_before, revision.facts_after) == ({"head_name": head}, {"head_name": "새 대표"}) and revision.done_at
    assert versions(made, replaced_at=None) == [
        ("certificate", "ko", 2, False), ("certificate", "en", 2, False), ("plaque", "ko", 2, False)]
    assert entry_of(made).history[-1]["reason"] == "대표자 변경" and entry_of(made).head_name == "새 대표"
    documents = CertificateDocument.everything.filter(certificate=made, version=2)
    asked = {errand.arguments["document_id"] for errand in Errand.everything.filter(task="certification.tasks.make_document")}
    assert {document.pk for document in documents} <= asked and {document.revision for document in documents} == {revision}


def test_the_director_approves_what_was_released_and_read(made, draft, busan, at):
    revision = draft()
    with at(busan.director, busan) as actor, pytest.raises(Refused):
        workflow.approve_correction(revision, digest_of(revision), actor=actor)               # nobody has released it
    with at(busan.manager, busan) as actor, pytest.raises(Refused, match="changed since this page"):
        workflow.release_correction(revision, "0" * 64, actor=actor)
    with at(busan.manager, busan) as actor:
        workflow.release_correction(revision, seen := digest_of(revision), actor=actor)
    again = draft(head_name="또 다른 대표")
    assert again == revision and correction_approval(revision).stage == Approval.Stage.DRAFTED
    with at(busan.director, busan) as actor, pytest.raises(Refused, match="changed since this page"):
        workflow.approve_correction(again, seen, actor=actor)


def test_who_may_not_does_not(made, draft, busan, at):
    revision = draft()
    for who, work in ((busan.officer, workflow.release_correction), (busan.manager, workflow.approve_correction)):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            work(revision, digest_of(revision), actor=actor)
    with pytest.raises(PermissionDenied):
        draft(busan.director)


def test_sent_back_it_is_drafted_anew_or_dropped(made, draft, busan, at):
    revision = draft()
    with at(busan.manager, busan) as actor:
        workflow.release_correction(revision, digest_of(revision), actor=actor)
    with at(busan.director, busan) as actor:
        workflow.send_back_correction(revision, "한자를 확인", actor=actor)
    assert draft(head_name="고친 대표") == revision
    with at(busan.officer, busan) as actor:
        workflow.drop_correction(revision, actor=actor)
        with pytest.raises(Refused, match="closed"):
            workflow.drop_correction(revision, actor=actor)
    assert draft(head_name="고친 대표") != revision


@pytest.mark.parametrize(("facts", "day", "sentence"), [
    ({}, 0, "Nothing is different"), ({"head_name": "새"}, 1, "Choose a day"), ({"head_name": "새"}, -1, "Choose a day")])
def test_a_correction_corrects_something_on_a_day_that_was(facts, day, sentence, made, busan, at):
    stands = facts_now(made) | facts
    with at(busan.officer, busan) as actor, pytest.raises(Refused, match=sentence):
        workflow.draft_correction(made, facts=stands, effective_on=clock.today() + day * DAY, reason="x", actor=actor)


def test_revoked_while_it_is_being_approved_it_is_dropped(made, draft, busan, at):
    revision = draft()
    with at(busan.manager, busan) as actor:
        workflow.release_correction(revision, digest_of(revision), actor=actor)
    workflow.revoke(made, on=FROM, **WHY)
    with at(busan.director, busan) as actor, pytest.raises(Refused, match="closed"):
        workflow.approve_correction(revision, digest_of(revision), actor=actor)
    assert CertificateRevision.everything.get().dropped_at and versions(made, version=2) == []


def test_while_one_is_being_approved_nothing_is_issued_anew(made, draft, busan, at):
    draft()
    with at(busan.officer, busan) as actor, pytest.raises(Refused, match="being approved"):
        workflow.reissue(made, **LOST, actor=actor)


def test_a_place_that_moved_is_found_in_its_new_district_and_lies_where_its_site_lies(made, busan, at, draft):
    other = District.objects.get(code="26710")
    site = made.offering.site
    site.address_base, site.address_detail, site.latitude, site.longitude = "부산광역시 기장군 기장대로 000", "", 35.25, 129.2
    site.save()
    approved(draft(address=site.address, district=other.code), busan, at)
    entry = entry_of(made)
    assert (entry.district, float(entry.latitude), float(entry.longitude)) == (other, 35.25, 129.2)
    made.refresh_from_db()
    approved(draft(address="부산광역시 기장군 기장대로 000, 2층"), busan, at)
    assert entry_of(made).latitude is None and entry_of(made).district == other


def test_a_district_of_another_region_is_refused(draft):
    with pytest.raises(Refused, match="of this region") as refusal:
        draft(district="30170")
    assert refusal.value.field == "district"


def test_effective_day_may_lie_back_to_the_first_day(made, busan, at):
    with clock.travel(seoul(2027, 3, 1)), within(busan.agency):
        facts = facts_now(made) | {"address": "새 주소"}
        with at(busan.officer, busan) as actor:
            revision = workflow.draft_correction(made, facts=facts, effective_on=FROM, reason="오기", actor=actor)
        approved(revision, busan, at)
    assert entry_of(made).history[-1]["on"] == date(2026, 11, 27).isoformat() and entry_of(made).address == "새 주소"
