"""Check this PDF: what was issued is told from whatever was altered, replaced or never ours, by its hash first and its signature second."""
import hashlib
import io
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pyhanko.pdf_utils.generic import TextStringObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from redis import RedisError

from accounts import directory, limits
from certification import workflow
from certification.documents import certificate_pdf
from certification.file_check import Kind, check_file, check_hash
from core import clock
from core.pdf import render_pdf
from core.signing import ROOM, _signer_of, make_keys, sign_pdf, signature_of
from core.signing_keys import root_certificate_pem
from core.tenancy import nationwide, within
from tests import factories as f
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_documents import FACTS
from tests.certification.test_register_pages import made, words_of

TODAY = date(2026, 10, 14)
CODE = FACTS.code
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def printed():
    """A certificate as it is drawn, before it is signed."""
    return certificate_pdf(FACTS, "ko")


@pytest.fixture(autouse=True)
def today(fresh_counters):
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def issued(busan, printed):
    """(the certificate, the file as it was issued)"""
    return given(busan, printed, code=CODE)


def given(place, printed, version=1, certificate=None, **fields):
    make_keys([place.agency.slug])
    certificate = certificate or made(place, "다솜아동발달센터", provider_name_en="", **fields)
    with within(place.agency):
        from_worker = signed(printed, place)
        document = f.CertificateDocumentFactory(certificate=certificate, version=version)
        workflow.keep_document(document, from_worker, actor=WORKER)
        workflow.link_log(actor=WORKER)
    directory.forget()
    return certificate, from_worker


def signed(content, place):
    return sign_pdf(content, agency=place.agency)


def judged(content):
    """As the page does it."""
    sha256 = hashlib.sha256(content).hexdigest()
    with nationwide():
        answer = check_hash(sha256)
        return answer if answer.is_genuine else check_file(io.BytesIO(content), sha256)


def handed_in(client, content, name="certificate.pdf", lang="en"):
    return client.post(f"/verify/file/?lang={lang}", {"file": SimpleUploadedFile(name, content, content_type="application/pdf")})


# ---- what was issued

def test_the_file_as_it_was_issued_is_genuine_by_its_hash_alone(issued, client):
    certificate, content = issued
    answer = client.get("/verify/file/", {"sha256": hashlib.sha256(content).hexdigest(), "lang": "en"})
    words = words_of(answer.content.decode())
    assert answer.status_code == 200 and "This file is genuine, and the certification is valid now" in words
    assert certificate.number_shown in words and "다솜아동발달센터" in words
    assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize(("event", "said"), [
    (lambda c: workflow.suspend(c, from_on=TODAY, reason="자격 확인", actor=WORKER), "the certification is suspended"),
    (lambda c: workflow.revoke(c, on=TODAY, reason="시정 안 함", actor=WORKER), "the certification was revoked"),
    (lambda c: workflow.surrender(c, on=TODAY, reason="폐업", actor=WORKER), "the certification was given back"),
    (lambda c: workflow.supersede(c, on=TODAY, actor=WORKER), "a newer certification has taken its place")])
def test_a_genuine_file_says_what_became_of_its_certificate(event, said, issued, busan, client):
    certificate, content = issued
    with within(busan.agency):
        event(certificate)
    directory.forget()
    assert f"This file is genuine, but {said}" in words_of(handed_in(client, content).content.decode())


def test_time_alone_makes_a_genuine_file_expire(busan, printed, client):
    _certificate, content = given(busan, printed, valid_from=TODAY - timedelta(days=1200))
    assert "genuine, but the certification has expired" in words_of(handed_in(client, content).content.decode())


def test_a_version_that_was_replaced_is_genuine_and_no_longer_the_one(issued, busan, printed, client):
    certificate, old = issued
    _same, new = given(busan, printed, version=2, certificate=certificate)
    assert "a newer version of it was issued" in words_of(handed_in(client, old).content.decode())
    assert "valid now" in words_of(handed_in(client, new).content.decode())


def test_another_agencys_certificate_is_genuine_and_named_as_that_agencys(daegu, printed, client):
    _certificate, content = given(daegu, printed)
    assert "Daegu Social Service Agency" in words_of(handed_in(client, content).content.decode())


# ---- what was not

def changed(content, old, new):
    assert content.count(old) >= 1 and len(old) == len(new)
    return content.replace(old, new, 1)


def flipped(content, place):
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1:]


def digit_changed(content):
    """In the signature's own figures, the last that are not zero."""
    end = content.index(b">", content.index(b"/Contents <") + 12)
    place = len(content[:end].rstrip(b"0")) - 100
    return content[:place] + (b"1" if content[place:place + 1] != b"1" else b"2") + content[place + 1:]


def added_to(content):
    """An incremental update: the original stands unchanged within."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    writer.root[pdf_name("/Note")] = TextStringObject("valid through 2099")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def saved_again(content, change=lambda pdf: None):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def letter(words="<h1>초대장</h1>"):
    return render_pdf(words, stylesheets=["h1 { font-family: NanumMyeongjo }"])


def scan_of(content):
    """Printed and photographed: pixels alone."""
    out = io.BytesIO()
    pypdfium2.PdfDocument(content)[0].render(scale=0.3).to_pil().save(out, "PDF")
    return out.getvalue()


def by_somebody_else(printed, busan, settings, tmp_path):
    """Signed by a key that calls itself the agency's."""
    ours, settings.SIGNING_DIR = settings.SIGNING_DIR, str(tmp_path / "theirs")
    make_keys(["busan"])
    content = signed(printed, busan)
    settings.SIGNING_DIR = ours
    return content


def spoilt(content, printed, busan, settings, tmp_path):
    """{what was done: (the file, what it is found to be)}"""
    middle = content.index(b"stream", len(content) // 3) + 40
    cut = content.index(b"/ByteRange")
    two = added_to(content)
    return {
        "a byte of the page": (flipped(content, middle), None),
        "a byte of its hash": (digit_changed(content), None),
        "a byte of the byte range": (changed(content, b"/ByteRange [0 ", b"/ByteRange [1 "), None),
        "a newline behind": (content + b"\n", Kind.ALTERED),
        "junk behind": (content + b"x" * 1000, Kind.ALTERED),
        "an incremental update": (two, Kind.ALTERED),
        "an update of an update": (added_to(two), Kind.ALTERED),
        "signed once more by us over an update": (signed_twice(content, busan), Kind.ALTERED),
        "without its last byte": (content[:-1], None),
        "half of it": (content[:len(content) // 2], None),
        "without the signature": (printed, Kind.RESEMBLES),
        "cut before the signature": (content[:cut], None),
        "saved anew": (saved_again(content), None),
        "with a page more": (saved_again(content, lambda pdf: pdf.add_blank_page()), None),
        "broken table of objects": (changed(content, b"startxref", b"startxxxx"), None),
        "signed by somebody else": (by_somebody_else(printed, busan, settings, tmp_path), Kind.RESEMBLES),
        "another paper with the code": (letter("<p>인증서 7KQ4-MXT2-HD8P3</p>"), Kind.RESEMBLES),
        "another certificate drawn": (certificate_pdf(replace(FACTS, code="7KQ4MXT2HD8P4"), "ko"), Kind.FOREIGN),
        "a letter": (letter(), Kind.FOREIGN),
        "a letter signed by the agency": (signed(letter(), busan), Kind.SIGNED),
        "a letter signed by somebody else": (by_somebody_else(letter(), busan, settings, tmp_path / "letter"), Kind.FOREIGN),
        "a scan": (scan_of(content), Kind.FOREIGN),
        "no PDF": (b"\x89PNG\r\n" * 50, Kind.FOREIGN),
        "nothing but a head": (b"%PDF-1.7\n", Kind.FOREIGN),
    }


def signed_twice(content, busan):
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(added_to(content))), signers.PdfSignatureMetadata(
        field_name="Signature2", md_algorithm="sha256"), signer=_signer_of("busan"), output=out, bytes_reserved=ROOM)
    return out.getvalue()


@pytest.mark.slow
def test_all_altered_and_foreign_files_are_found(issued, busan, printed, settings, tmp_path):
    certificate, content = issued
    files = spoilt(content, printed, busan, settings, tmp_path)
    found = {name: judged(file) for name, (file, _kind) in files.items()}
    assert len(files) >= 20 and [name for name, answer in found.items() if answer.is_genuine] == []
    assert {name: found[name].kind for name, (_file, kind) in files.items() if kind} == {
        name: kind for name, (_file, kind) in files.items() if kind}
    assert {answer.kind for answer in found.values()} <= {Kind.ALTERED, Kind.RESEMBLES, Kind.SIGNED, Kind.FOREIGN}
    assert all(found[name].entry.number == certificate.number for name in found if found[name].kind in (Kind.ALTERED, Kind.RESEMBLES))


@pytest.mark.slow
def test_poppler_says_the_same_of_every_signature(issued, busan, printed, settings, tmp_path):
    """Our `intact` is stricter: what was added behind the signature breaks it, where poppler says that it does not cover the whole."""
    _certificate, content = issued
    files = {"as issued": (content, None)} | spoilt(content, printed, busan, settings, tmp_path)
    for name, (file, _kind) in files.items():
        path = tmp_path / "file.pdf"
        path.write_bytes(file)
        said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, check=False).stdout.decode(errors="replace")
        first = said.partition("Signature #2")[0]
        valid = "Signature is Valid" in first and "Total document signed" in first
        assert signature_of(file).intact == valid, (name, said)


@pytest.mark.parametrize(("content", "said"), [
    ("altered", "This file was altered after it was issued"), ("unsigned", "This is not the file that was issued"),
    ("letter", "This file is not from us"), ("no pdf", "It is not a PDF that can be read")])
def test_each_has_its_sentence_and_accuses_nobody(content, said, issued, printed, client):
    certificate, file = issued
    answer = handed_in(client, {"altered": file + b"\n", "unsigned": printed, "letter": letter(), "no pdf": b"hello"}[content])
    words = words_of(answer.content.decode())
    assert answer.status_code == 200 and said in words
    assert (certificate.number_shown in words) == (content in ("altered", "unsigned"))


def test_a_hash_that_is_not_known_tells_nothing_and_asks_for_the_file(issued, client):
    words = words_of(client.get("/verify/file/", {"sha256": "0" * 64, "lang": "en"}).content.decode())
    assert "not one of the files that were issued" in words and "Hand the file in" in words


@pytest.mark.parametrize("asked", ["x", "0" * 63, "０" * 64, "'" * 64, "\x00"])
def test_what_is_no_hash_is_said(asked, busan, client):
    assert "64 characters" in client.get("/verify/file/", {"sha256": asked, "lang": "en"}).content.decode()


def test_an_empty_and_a_forgotten_file_have_their_sentences(busan, client):
    assert "This file is empty" in handed_in(client, b"").content.decode()
    assert client.post("/verify/file/", {}).status_code == 400


def test_a_file_of_more_than_50_megabytes_is_not_opened(busan, client, settings, monkeypatch):
    settings.FILE_LIMIT = 100
    monkeypatch.setattr("certification.views.check_file.check_file", None)
    answer = handed_in(client, b"%PDF" + b"x" * 100)
    assert answer.status_code == 400 and "larger than" in answer.content.decode()


@pytest.mark.slow
def test_a_file_of_50_megabytes_is_answered(issued, client):
    _certificate, content = issued
    large = content + b"%" * (50 * 1024 * 1024 - len(content))
    assert "was altered after it was issued" in handed_in(client, large).content.decode()


def test_nothing_of_it_is_kept(issued, client, settings):
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*"))
    handed_in(client, letter())
    assert sorted(Path(settings.MEDIA_ROOT).rglob("*")) == before


def test_who_hands_in_many_files_waits_and_known_ones_are_still_answered(issued, client, monkeypatch):
    _certificate, content = issued
    monkeypatch.setattr("certification.views.check_file.check_file", lambda file, sha256: check_hash(sha256))
    answers = [handed_in(client, f"file {number}".encode()).status_code for number in range(8)]
    assert answers == [200] * 6 + [429] * 2
    assert "valid now" in handed_in(client, content).content.decode()


def test_without_the_counters_no_file_is_opened_and_known_ones_are_answered(issued, client, monkeypatch):
    class Away:
        def pipeline(self, **_options):
            raise RedisError

    monkeypatch.setattr(limits, "_counters", Away)
    monkeypatch.setattr("certification.views.check_file.check_file", None)
    assert "valid now" in handed_in(client, issued[1]).content.decode()
    assert handed_in(client, b"%PDF-1.7 x").status_code == 429


def test_hashes_are_not_guessed_in_masses(busan, client):
    answers = [client.get("/verify/file/", {"sha256": f"{number:064x}"}).status_code for number in range(62)]
    assert set(answers[:59]) == {200} and answers[-1] == 429


def test_a_hostile_file_that_never_ends_is_given_up(issued, monkeypatch):
    monkeypatch.setattr("certification.file_check.signature", lambda file: ({}, "too_costly"))
    with nationwide():
        assert check_file(io.BytesIO(issued[1]), "x").kind in (Kind.RESEMBLES, Kind.FOREIGN)


def test_our_root_is_there_to_check_with(issued):
    assert b"BEGIN CERTIFICATE" in root_certificate_pem()
