"""The public log: written with each event, linked a moment later, signed once a day, and whatever is done to it is found."""
import importlib.util
import json
import shutil
from datetime import timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from accounts import directory
from certification import queries, tasks, workflow
from certification.log_chain import GENESIS
from certification.models import Certificate, CertificateEvent, LogEntry, LogHead, LogWaiting, SignedHead
from core import clock
from core.errors import Unavailable
from core.models import Pulse
from core.signing import make_keys
from core.signing_keys import key_file, root_certificate_pem
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import FROM, WORKER, issue, seoul
from tests.certification.test_register_pages import statements
from tests.conftest import as_owner

pytestmark = pytest.mark.django_db
spec = importlib.util.spec_from_file_location("verify_log", settings.BASE_DIR / "docs" / "verify_log.py")
verify_log = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify_log)


@pytest.fixture
def signing(tmp_path, settings, monkeypatch):
    """Keys that are older than the day on which these tests stand, whatever day it is."""
    settings.SIGNING_DIR = str(tmp_path / "signing")
    shutil.rmtree(settings.SIGNING_DIR, ignore_errors=True)
    with monkeypatch.context() as earlier:
        earlier.setattr(clock, "real_now", lambda: seoul(2026, 11, 1))
        make_keys(["busan"])


@pytest.fixture
def told(round_of):
    """A certificate that was issued, suspended and revoked, all of it linked."""
    certificate = round_of.issue()
    workflow.keep_document(certificate.documents.get(kind="certificate", language="ko"), b"%PDF-1.7 x", actor=WORKER)
    workflow.suspend(certificate, from_on=FROM + timedelta(days=3), reason="자격 확인", actor=WORKER)
    workflow.reinstate(certificate, on=FROM + timedelta(days=9), reason="확인됨", actor=WORKER)
    workflow.revoke(certificate, on=FROM + timedelta(days=20), reason="시정 안 함", actor=WORKER)
    workflow.link_log(actor=WORKER)
    return round_of.again(certificate)


def published(folder, place, client):
    """The files as anybody downloads them."""
    directory.forget()
    folder.mkdir(exist_ok=True)
    about = client.get(f"/{place}/log/head.json")
    (folder / "head.json").write_bytes(about.content)
    for number in range(1, about.json()["files"] + 1):
        (folder / f"entries-{number}.jsonl").write_bytes(client.get(f"/{place}/log/entries.jsonl?page={number}").content)
    (folder / "root.cert.pem").write_bytes(root_certificate_pem())
    return folder


def test_every_event_is_an_entry_with_the_dates_as_they_are_after_it(told):
    rows = list(LogEntry.everything.order_by("position"))
    assert [row.verb for row in rows] == ["issued", "document_made", "suspended", "reinstated", "revoked"]
    assert [row.position for row in rows] == [1, 2, 3, 4, 5] and rows[0].previous == GENESIS
    assert all(later.previous == earlier.digest for earlier, later in pairwise(rows))
    assert rows[2].suspended_from == FROM + timedelta(days=3) and rows[2].ended_on is None
    assert (rows[4].ended_on, rows[4].ended_as, rows[4].number) == (told.ended_on, "revoked", told.number)
    assert rows[1].sha256 == told.documents.get(kind="certificate", language="ko").sha256
    assert queries.log_differences() == [] and LogHead.everything.get(agency=told.agency).position == 5


def test_what_waits_is_written_with_the_deed_and_undone_with_it(round_of):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        round_of.issue()
        assert LogWaiting.everything.count() == 1
        raise ZeroDivisionError
    assert LogWaiting.everything.count() == 0


def test_no_person_is_named_in_what_is_published(told, busan, client, signing):
    lines = queries.log_lines(busan.agency, 1).decode()
    assert told.provider_name not in lines and told.head_name not in lines and "자격" not in lines


def test_what_was_certified_before_there_was_a_log_is_entered_once_in_the_order_of_issue(busan):
    with within(busan.agency):
        later = f.CertificateFactory(issued_at=seoul(2025, 5, 1), valid_from=FROM)
        earlier = f.CertificateFactory(issued_at=seoul(2024, 5, 1), valid_from=FROM)
        paper = f.CertificateDocumentFactory(certificate=earlier, file=f.StoredFileFactory(shelf=earlier.public_id), sha256="a" * 64,
                                             made_at=clock.now())
        assert workflow.link_log(actor=WORKER) == 3 and workflow.link_log(actor=WORKER) == 0
        rows = LogEntry.everything.order_by("position")
        assert [(row.number, row.verb) for row in rows] == [(earlier.number, "entered"), (earlier.number, "document_made"),
                                                            (later.number, "entered")]
        assert rows[1].sha256 == paper.sha256 and queries.log_differences() == []
        CertificateEvent.everything.create(certificate=earlier, kind="revoked", at=clock.now(), effective_on=FROM)
        assert len(queries.log_differences()) == 1


def test_more_than_a_batch_is_linked_in_turns(round_of, monkeypatch):
    monkeypatch.setattr("certification.workflow.log.BATCH", 2)
    certificate = round_of.issue()
    workflow.link_log(actor=WORKER)
    for day in (3, 9, 15):
        workflow.suspend(certificate, from_on=FROM + timedelta(days=day), to_on=FROM + timedelta(days=day), reason="x", actor=WORKER)
    assert [workflow.link_log(actor=WORKER) for _ in range(3)] == [2, 1, 0] and queries.log_differences() == []


def test_each_agency_has_its_own_chain(busan, daegu):
    for place in (busan, daegu):
        with within(place.agency):
            f.CertificateFactory()
            workflow.link_log(actor=WORKER)
            assert LogEntry.everything.get(agency=place.agency).position == 1


@pytest.mark.parametrize("change", ["UPDATE certification_logentry SET verb = 'revoked'", "DELETE FROM certification_logentry",
                                    "UPDATE certification_signedhead SET digest = ''", "TRUNCATE certification_logentry"])
def test_nobody_changes_what_was_entered(change, told):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_two_entries_cannot_follow_the_same_one(told):
    first = LogEntry.everything.order_by("position").first()
    first.pk, first.position = None, 9
    with pytest.raises(DatabaseError, match="the_log_never_forks"), transaction.atomic():
        first.save(force_insert=True)


def test_the_head_is_signed_once_a_day_and_anybody_can_check_it(told, busan, client, tmp_path, signing):
    head = workflow.sign_log_head(actor=WORKER)
    assert head.position == 5 and workflow.sign_log_head(actor=WORKER) is None and queries.log_differences() == []
    with clock.travel(seoul(2026, 11, 28, 4)):
        assert workflow.sign_log_head(actor=WORKER).day == FROM + timedelta(days=1)
    folder = published(tmp_path / "log", "busan", client)
    assert verify_log.check(str(folder)) == ([], [], 5, 2)
    assert verify_log.main([str(folder)]) == 0


def test_without_the_key_the_head_waits_and_the_others_are_signed(busan, daegu, told, signing, caplog):
    key_file("busan").unlink()
    with pytest.raises(Unavailable):
        workflow.sign_log_head(actor=WORKER)
    assert SignedHead.everything.count() == 0


def _edit(folder, place):
    path = folder / "entries-1.jsonl"
    lines = path.read_bytes().splitlines()
    place(lines)
    path.write_bytes(b"\n".join(lines) + b"\n")


def _say(name, value):
    def change(lines):
        lines[1] = json.dumps(json.loads(lines[1]) | {name: value}).encode()
    return change


def _forged(lines):
    """Entry 3 with another date, and everything behind it sealed anew: only the signature finds it."""
    previous = json.loads(lines[1])["digest"]
    for number in range(2, len(lines)):
        entry = json.loads(lines[number]) | {"previous": previous}
        if number == 2:
            entry["effective_on"] = "2020-01-01"
        entry.pop("digest")
        previous = verify_log.hashlib.sha256(verify_log.canonical(entry)).hexdigest()
        lines[number] = verify_log.canonical(entry | {"digest": previous})


@pytest.mark.parametrize(("change", "said"), [
    (_say("effective_on", "2020-01-01"), "entry 2 was changed"), (_say("extra", 1), "other fields"), (_say("log", "daegu"), "another log"),
    (lambda lines: lines.__delitem__(slice(3, None)), "was cut"), (lambda lines: lines.pop(2), "does not follow"),
    (lambda lines: lines.insert(2, lines[1]), "does not follow"),
    (lambda lines: lines.__setitem__(slice(1, 3), lines[2:0:-1]), "does not follow"),
    (_forged, "not the one that was signed"), (lambda lines: lines.__setitem__(2, b"{"), "cannot be read")],
    ids=["edited", "added to", "of another", "cut", "taken out", "put in", "reordered", "forged", "spoilt"])
def test_a_log_that_was_tampered_with_is_found_from_the_published_files_alone(change, said, told, busan, client, tmp_path, signing):
    workflow.sign_log_head(actor=WORKER)
    folder = published(tmp_path / "log", "busan", client)
    _edit(folder, change)
    problems, _unchecked, _entries, _heads = verify_log.check(str(folder))
    assert any(said in sentence for sentence in problems), problems
    assert verify_log.main([str(folder)]) == 1


def test_a_head_that_was_kept_finds_a_log_that_was_written_anew(told, busan, client, tmp_path, signing):
    """Whoever has the key could sign another history: what somebody saved earlier contradicts it."""
    workflow.sign_log_head(actor=WORKER)
    folder = published(tmp_path / "log", "busan", client)
    kept = json.loads((folder / "head.json").read_text())
    _edit(folder, _forged)
    (folder / "head.json").write_text(json.dumps(kept | {"heads": []}))
    assert verify_log.check(str(folder))[0] == []
    assert "not the one that was signed" in verify_log.check(str(folder), kept=[kept])[0][0]


@pytest.mark.parametrize("with_openssl", [False, True])
def test_a_head_signed_by_another_key_does_not_hold(with_openssl, told, busan, client, tmp_path, signing, settings, monkeypatch):
    workflow.sign_log_head(actor=WORKER)
    folder = published(tmp_path / "log", "busan", client)
    if with_openssl:
        monkeypatch.setattr(verify_log, "_by_cryptography", verify_log._by_openssl)
    assert verify_log.check(str(folder))[:2] == ([], [])
    settings.SIGNING_DIR = str(tmp_path / "others")
    make_keys(["busan"])
    (folder / "root.cert.pem").write_bytes(root_certificate_pem())
    assert "does not hold" in verify_log.check(str(folder))[0][0]
    assert any("does not hold" in sentence for sentence in queries.log_differences())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("change", "said"), [
    ("UPDATE certification_logentry SET effective_on = '2020-01-01' WHERE position = 2", "broken at 2"),
    ("DELETE FROM certification_logentry WHERE position = 3", "ends at 2"),
    ("UPDATE certification_certificate SET valid_to = '2031-01-01'", "other dates"),
    ("UPDATE certification_certificate SET ended_on = NULL, ended_as = ''", "other dates")])
def test_what_the_owner_of_the_database_does_is_found(change, said, busan):
    with clock.travel(seoul(2026, 11, 27, 10)), within(busan.agency):
        certificate = issue(f.OfferingFactory(), f.published_version())
        workflow.suspend(certificate, from_on=FROM + timedelta(days=3), reason="자격 확인", actor=WORKER)
        workflow.revoke(certificate, on=FROM + timedelta(days=20), reason="시정 안 함", actor=WORKER)
        workflow.link_log(actor=WORKER)
        assert queries.log_differences() == []
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE certification_logentry DISABLE TRIGGER written_once")
        cursor.execute(change)
        cursor.execute("ALTER TABLE certification_logentry ENABLE TRIGGER written_once")
    with within(busan.agency):
        assert any(said in sentence for sentence in queries.log_differences()), queries.log_differences()


def test_a_certificate_that_slipped_in_past_the_log_is_named(told, busan):
    f.CertificateFactory()
    out = StringIO()
    with pytest.raises(CommandError, match="busan"):
        call_command("verify_log", agency="busan", stdout=out)
    assert "is not in the log" in out.getvalue()


def test_the_nightly_check_says_what_differs(told, busan, caplog):
    Certificate.everything.filter(pk=told.pk).update(valid_to=FROM + timedelta(days=2000))
    assert queries.log_differences()
    assert any("other dates" in one for one in queries.log_differences())
    assert tasks.check_logs() == Pulse.objects.get(agency=busan.agency).log_differences > 0


def test_the_pages_show_the_log_and_the_place_in_it(told, busan, client, signing):
    workflow.sign_log_head(actor=WORKER)
    directory.forget()
    page = client.get("/busan/log/?lang=en").content.decode()
    assert told.number in page and "5 entries" in page and "Revoked" in page and 'href="/busan/log/entries.jsonl?page=1"' in page
    answer = client.get(f"/verify/{told.code}/?lang=en", follow=True).content.decode()
    assert "entry 1–5 of 5" in " ".join(answer.split()) and "through entry 5" in " ".join(answer.split())


@pytest.mark.parametrize("page", ["0", "2", "01", "-1", "x", "9" * 30, "１", ""])
def test_a_file_that_does_not_exist_has_no_address(page, told, client):
    directory.forget()
    assert client.get("/busan/log/entries.jsonl", {"page": page}).status_code == (200 if page == "" else 404)


def test_an_empty_log_is_said_and_published(busan, client, signing):
    assert "아직 기록이 없습니다" in client.get("/busan/log/").content.decode()
    assert client.get("/busan/log/head.json").json() == {"log": "busan", "entries": 0, "files": 0, "heads": []}


def test_what_to_check_with_is_at_the_national_address(busan, client, signing):
    assert client.get("/verify/verify_log.py").content == (settings.BASE_DIR / "docs" / "verify_log.py").read_bytes()
    assert client.get("/verify/root.cert.pem").content.startswith(b"-----BEGIN CERTIFICATE-----")


def test_the_log_page_costs_the_same_with_one_and_three_rows(round_of, client):
    certificate = round_of.issue()
    workflow.link_log(actor=WORKER)
    with_one = asked(client)
    for day in (3, 9):
        workflow.suspend(certificate, from_on=FROM + timedelta(days=day), to_on=FROM + timedelta(days=day), reason="x", actor=WORKER)
    workflow.link_log(actor=WORKER)
    assert asked(client) == with_one and LogEntry.everything.count() == 3


def asked(client):
    """How often the page asks the database when it is made; districts and the directory apart, which wait in memory."""
    directory.forget()
    client.get("/busan/")
    _answer, statements_of_it = statements(client, "/busan/log/")
    return len(statements_of_it)
