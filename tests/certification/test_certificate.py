"""Certificates: numbered without a gap, dated by the law, changed by events that the register follows at once."""
import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.models import Role
from certification import workflow
from certification.models import Certificate, CertificateDocument, CertificateEvent, RegisterEntry
from certification.models.certificate import State
from core import clock
from core.codes import find_code
from core.errors import Refused
from core.models import AuditEvent, Errand
from providers.models import Offering
from tests import factories as f
from tests import files
from tests.certification.conftest import FROM, WORKER, entry_of, facts_of, issue, seoul

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    """The sentences are compared as they stand in the code."""
    with translation.override("en"):
        yield


WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}


# ---- issue

def test_a_certificate_is_numbered_dated_and_published_at_once(round_of, busan):
    certificate = round_of.issue(matter=uuid.uuid4())
    assert (certificate.number, certificate.number_shown, certificate.serial) == ("BS-QC-2026-001", "제2026-001호", 1)
    assert (certificate.valid_from, certificate.valid_to) == (FROM, date(2029, 11, 26))
    assert find_code(certificate.code).subject == certificate.public_id
    assert [event.kind for event in certificate.events.all()] == ["issued"]
    assert entry_of(certificate).number == certificate.number
    assert AuditEvent.everything.filter(verb="certificate.issued", subject_id=str(certificate.pk)).count() == 1


def test_its_documents_are_asked_for_and_not_yet_made(round_of):
    certificate = round_of.issue()
    documents = certificate.documents.all()
    assert {(document.kind, document.language, document.made_at) for document in documents} == {
        ("certificate", "ko", None), ("certificate", "en", None), ("plaque", "ko", None)}
    errands = Errand.everything.filter(task="certification.tasks.make_document")
    assert {errand.arguments["document_id"] for errand in errands} == {document.pk for document in documents}


def test_numbers_follow_one_another_in_a_year_and_begin_anew_in_the_next(round_of):
    numbers = [issue(f.OfferingFactory(), round_of.version, valid_from=day).number
               for day in (FROM, FROM, date(2027, 11, 26), FROM)]
    assert numbers == ["BS-QC-2026-001", "BS-QC-2026-002", "BS-QC-2027-001", "BS-QC-2026-003"]


def test_three_years_from_the_29th_of_february_end_on_the_28th(round_of):
    certificate = round_of.issue(valid_from=date(2028, 2, 29))
    assert certificate.valid_to == date(2031, 2, 28)


def test_what_is_undone_gives_its_number_back(round_of):
    with pytest.raises(RuntimeError), transaction.atomic():
        round_of.issue()
        raise RuntimeError("the announcement failed")
    assert round_of.issue().serial == 1 and not Errand.everything.filter(arguments__document_id=-1).exists()
    assert CertificateDocument.everything.count() == 3


def test_an_offering_has_one_certificate_at_a_time(round_of):
    first = round_of.issue()
    for day in (FROM, FROM + 100 * DAY, first.valid_to, FROM - 100 * DAY):
        with pytest.raises(Refused, match="제2026-001호"):
            round_of.issue(valid_from=day)
    assert round_of.issue(valid_from=first.valid_to + DAY).valid_from == date(2029, 11, 27)


def test_the_database_says_so_as_well(round_of):
    first = round_of.issue()
    fields = {field.name: getattr(first, field.name) for field in Certificate._meta.local_fields}
    other = fields | {"id": None, "public_id": uuid.uuid4(), "serial": 99, "number": "X-1", "code": "0" * 13}
    with pytest.raises(IntegrityError, match="one_live_certificate_per_offering"), transaction.atomic():
        Certificate.everything.create(**other)
    later = {"valid_from": first.valid_to + DAY, "valid_to": first.valid_to + 2 * DAY}
    assert Certificate.everything.create(**other | later | {"matter": uuid.uuid4()}).pk


def test_a_case_has_one_certificate(round_of):
    matter = uuid.uuid4()
    round_of.issue(matter=matter)
    with pytest.raises(IntegrityError, match="one_certificate_of_a_case"), transaction.atomic():
        issue(f.OfferingFactory(), round_of.version, matter=matter)


def test_a_draft_certifies_nobody(round_of):
    with pytest.raises(Refused, match="not published"):
        issue(round_of.offering, f.FrameworkVersionFactory(framework=round_of.version.framework))


def test_a_service_of_somebody_else_is_refused(round_of, busan):
    with pytest.raises(Refused, match="not offered by this provider"):
        workflow.issue_certificate(version=round_of.version, provider=busan.neighbours, offering=round_of.offering, valid_from=FROM,
                                   facts=facts_of(round_of.offering), area_findings=[], matter=None, actor=WORKER)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECTOR])
def test_nobody_but_the_director_issues(role, round_of, busan, at):
    with at(getattr(busan, role), busan) as actor, pytest.raises(PermissionDenied):
        round_of.issue(actor=actor)


def test_the_director_issues_and_suspends_nothing_by_hand(round_of, busan, at):
    with at(busan.director, busan) as actor:
        certificate = round_of.issue(actor=actor)
        for deed in (lambda: workflow.suspend(certificate, from_on=FROM, reason="x", actor=actor),
                     lambda: workflow.revoke(certificate, on=FROM, reason="x", actor=actor)):
            with pytest.raises(PermissionDenied):
                deed()


# ---- before the system

def paper(round_of, **more):
    return {"framework": round_of.version.framework, "provider": round_of.offering.site.provider, "offering": round_of.offering,
            "year": 2024, "serial": 7, "number_shown": "제2024-7호", "valid_from": date(2024, 11, 28), "valid_to": date(2027, 11, 27),
            **facts_of(round_of.offering)} | more


def test_a_paper_certificate_keeps_its_number_and_the_counter_continues_after_it(round_of, busan, at):
    with at(busan.officer, busan) as actor:
        certificate = workflow.import_certificate(paper(round_of), actor=actor)
    assert (certificate.number, certificate.number_shown, certificate.origin) == ("BS-QC-2024-007", "제2024-7호", "imported")
    assert [event.kind for event in certificate.events.all()] == ["imported"] and not certificate.documents.exists()
    assert entry_of(certificate).documents == []
    assert issue(f.OfferingFactory(), round_of.version, valid_from=date(2024, 12, 1)).serial == 8


def test_its_scan_is_kept_as_the_certificate(round_of, busan, at):
    scan = SimpleUploadedFile("scan.pdf", files.pdf())
    with at(busan.admin, busan) as actor:
        certificate = workflow.import_certificate(paper(round_of, scan=scan), actor=actor)
    document = certificate.documents.get()
    assert (document.kind, document.sha256) == ("certificate", document.file.sha256) and entry_of(certificate).documents == []


@pytest.mark.parametrize(("change", "sentence"), [
    ({"valid_to": date(2024, 11, 27)}, "before the first"), ({"serial": 7}, "serial number already"),
    ({"year": 2025, "serial": 1}, "holds the certificate"),
])
def test_what_makes_no_sense_on_paper_is_refused(change, sentence, round_of):
    workflow.import_certificate(paper(round_of), actor=WORKER)
    with pytest.raises(Refused, match=sentence):
        workflow.import_certificate(paper(round_of, **change), actor=WORKER)


def test_who_enters_no_papers_imports_nothing(round_of, busan, at):
    for who in (busan.director, busan.assessor, busan.owner):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.import_certificate(paper(round_of), actor=actor)


# ---- states on their days

def test_each_state_holds_from_midnight_to_midnight_in_seoul(round_of):
    certificate = round_of.issue()
    for moment, state in (
        (seoul(2026, 11, 26, 23, 59), State.UPCOMING), (seoul(2026, 11, 27), State.VALID),
        (seoul(2029, 5, 30, 23, 59), State.VALID), (seoul(2029, 5, 31), State.EXPIRING),
        (seoul(2029, 11, 26, 23, 59), State.EXPIRING), (seoul(2029, 11, 27), State.EXPIRED),
    ):
        with clock.travel(moment):
            assert certificate.state == state, moment


def test_a_suspension_holds_through_its_last_day(round_of):
    certificate = workflow.suspend(round_of.issue(), from_on=date(2026, 12, 1), to_on=date(2026, 12, 31), **WHY)
    assert [certificate.state_on(day) for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))] == [
        State.VALID, State.SUSPENDED, State.SUSPENDED, State.VALID]


def test_revoked_from_its_day_on(round_of):
    certificate = workflow.revoke(round_of.issue(), on=date(2027, 6, 15), **WHY)
    assert (certificate.state_on(date(2027, 6, 14)), certificate.state_on(date(2027, 6, 15))) == (State.VALID, State.REVOKED)


# ---- events

def happen(name, certificate, **how):
    return getattr(workflow, name)(certificate, **how)


EVENTS = [
    ("suspend", {"from_on": FROM + DAY, "to_on": FROM + 9 * DAY, **WHY}), ("revoke", {"on": FROM + DAY, **WHY}),
    ("surrender", {"on": FROM + DAY, **WHY}), ("supersede", {"on": FROM + DAY, "actor": WORKER}),
    ("prolong", {"to_on": date(2030, 2, 1), **WHY}),
]


@pytest.mark.parametrize(("name", "how"), EVENTS)
def test_the_register_follows_each_event_at_once(name, how, round_of, busan):
    certificate = round_of.issue()
    generation = type(busan.agency).objects.get(pk=busan.agency.pk).public_generation
    happen(name, certificate, **how)
    certificate, entry = round_of.again(certificate), entry_of(certificate)
    for field in ("valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as"):
        assert getattr(entry, field) == getattr(certificate, field)
    last = certificate.events.order_by("pk").last()
    assert entry.history[-1] == {"kind": last.kind, "on": last.effective_on.isoformat(), "reason": last.reason,
                                 "until": last.until_on and last.until_on.isoformat()}
    assert type(busan.agency).objects.get(pk=busan.agency.pk).public_generation > generation
    assert AuditEvent.everything.filter(verb=f"certificate.{last.kind}").count() == 1


@pytest.mark.parametrize(("name", "how"), [*EVENTS, ("reinstate", {"on": FROM + 3 * DAY, **WHY})])
def test_only_the_director_prolongs_and_lifts(name, how, round_of, busan, at):
    certificate = round_of.issue()
    for who in (busan.officer, busan.manager, busan.admin, busan.owner):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            happen(name, certificate, **how | {"actor": actor})


@pytest.mark.parametrize(("name", "how"), [*EVENTS, ("reinstate", {"on": FROM + 3 * DAY, **WHY})])
def test_what_has_ended_changes_no_more(name, how, round_of):
    certificate = workflow.revoke(round_of.issue(), on=FROM + 2 * DAY, **WHY)
    with pytest.raises(Refused, match="ended already"):
        happen(name, certificate, **how)


@pytest.mark.parametrize("name", ["suspend", "revoke", "prolong"])
def test_a_sanction_has_its_reason(name, round_of):
    with pytest.raises(Refused, match="Write the reason") as refusal:
        happen(name, round_of.issue(), **dict(EVENTS)[name] | {"reason": "  "})
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("name", ["suspend", "revoke", "surrender", "supersede"])
@pytest.mark.parametrize(("day", "sentence"), [(FROM - DAY, "before the first day"), (date(2029, 11, 27), "has expired")])
def test_no_event_lies_outside_its_term(name, day, sentence, round_of):
    how = dict(EVENTS)[name]
    with pytest.raises(Refused, match=sentence):
        happen(name, round_of.issue(), **how | ({"from_on": day, "to_on": None} if name == "suspend" else {"on": day}))


def test_a_suspension_does_not_end_before_it_begins_nor_lie_in_another(round_of):
    certificate = round_of.issue()
    with pytest.raises(Refused, match="before it begins"):
        workflow.suspend(certificate, from_on=FROM + 3 * DAY, to_on=FROM + 2 * DAY, **WHY)
    certificate = workflow.suspend(certificate, from_on=FROM + DAY, to_on=FROM + 9 * DAY, **WHY)
    with pytest.raises(Refused, match="suspended for that time"):
        workflow.suspend(certificate, from_on=FROM + 9 * DAY, **WHY)
    assert workflow.suspend(certificate, from_on=FROM + 10 * DAY, **WHY).suspended_to is None


def test_a_suspension_is_lifted_from_the_day_on_or_before_it_began(round_of):
    certificate = workflow.suspend(round_of.issue(), from_on=FROM + 5 * DAY, **WHY)
    lifted = workflow.reinstate(certificate, on=FROM + 9 * DAY, **WHY)
    assert (lifted.state_on(FROM + 8 * DAY), lifted.state_on(FROM + 9 * DAY)) == (State.SUSPENDED, State.VALID)
    with pytest.raises(Refused, match="not suspended on that day"):
        workflow.reinstate(certificate, on=FROM + 9 * DAY, **WHY)
    early = workflow.reinstate(certificate, on=FROM + 5 * DAY, **WHY)
    assert early.suspended_from is None and early.state_on(FROM + 6 * DAY) == State.VALID


def test_who_was_never_suspended_is_not_reinstated(round_of):
    with pytest.raises(Refused, match="not suspended"):
        workflow.reinstate(round_of.issue(), on=FROM + DAY, **WHY)


def test_prolonged_only_forward_while_it_lives_and_not_into_another(round_of):
    certificate = round_of.issue()
    with pytest.raises(Refused, match="must be later"):
        workflow.prolong(certificate, to_on=certificate.valid_to, **WHY)
    round_of.issue(valid_from=certificate.valid_to + 5 * DAY)
    with pytest.raises(Refused, match="begins before that day"):
        workflow.prolong(certificate, to_on=certificate.valid_to + 5 * DAY, **WHY)
    assert workflow.prolong(certificate, to_on=certificate.valid_to + 4 * DAY, **WHY).valid_to == date(2029, 11, 30)
    with clock.travel(seoul(2030, 1, 1)), pytest.raises(Refused, match="cannot be prolonged"):
        workflow.prolong(certificate, to_on=date(2031, 1, 1), **WHY)


def test_a_renewal_takes_the_place_of_the_old_one(round_of):
    old = round_of.issue()
    day = date(2029, 11, 1)
    workflow.supersede(old, on=day, actor=WORKER)
    new = round_of.issue(valid_from=day)
    old = round_of.again(old)
    assert (old.state_on(day - DAY), old.state_on(day), new.state_on(day)) == (State.EXPIRING, State.SUPERSEDED, State.VALID)


# ---- documents

def test_a_document_is_kept_once_byte_for_byte(round_of):
    document = round_of.issue().documents.get(kind="certificate", language="ko")
    first = workflow.keep_document(document, b"%PDF-1.7 first", actor=WORKER)
    again = workflow.keep_document(document, b"%PDF-1.7 second", actor=WORKER)
    assert (again.sha256, again.made_at, again.file) == (first.sha256, first.made_at, first.file)
    assert entry_of(document.certificate).documents[0] == {"language": "ko", "version": 1, "sha256": first.sha256, "made_on": "2026-11-27"}


def test_only_the_worker_keeps_documents(round_of, busan, at):
    document = round_of.issue().documents.first()
    with at(busan.director, busan) as actor, pytest.raises(PermissionDenied):
        workflow.keep_document(document, b"%PDF-1.7", actor=actor)


# ---- who sees it

@pytest.mark.parametrize(("who", "sees"), [("officer", True), ("auditor", True), ("observer", True), ("owner", True), ("colleague", True),
                                           ("neighbour", False), ("assessor", False), ("trainer", False), (None, False)])
def test_staff_see_certificates_and_providers_their_own(who, sees, round_of, busan, at):
    certificate = round_of.issue()
    with at(who and getattr(busan, who), busan) as actor:
        for model, row in ((Certificate, certificate), (CertificateEvent, certificate.events.first()),
                           (CertificateDocument, certificate.documents.first())):
            assert model.objects.visible_to(actor).filter(pk=row.pk).exists() == sees
        assert RegisterEntry.objects.visible_to(actor).filter(certificate=certificate).exists()


def test_who_has_left_the_provider_sees_it_no_more(round_of, busan, at):
    certificate = round_of.issue()
    busan.provider.members.filter(user=busan.owner).update(left_at=clock.now())
    with at(busan.owner, busan) as actor:
        assert not Certificate.objects.visible_to(actor).filter(pk=certificate.pk).exists()
    assert Offering.everything.filter(pk=round_of.offering.pk).exists()
