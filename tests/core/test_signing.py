"""Signatures: by the agency's own key, seen as broken after any change, and still an archivable document."""
import io
import os
import subprocess
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pikepdf
import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from core import signing, signing_keys
from core.errors import Unavailable
from core.signing import SignatureState, make_keys, root_certificate_pem, sign_pdf, signature_of
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(agency, letter):
    return sign_pdf(letter, agency=agency)


def der_of(certificate):
    return asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


# ---- what a signature proves

def test_an_untouched_document_is_intact_and_ours(signed):
    state = signature_of(signed)
    assert (state.signed, state.intact, state.trusted, state.covers_whole_file, state.holds) == (True,) * 5
    assert state.signer == "Busan Social Service Agency" and abs(state.signed_at.timestamp() - time.time()) < 60


def test_a_document_without_a_signature_says_so(letter, agency):
    for content in (letter, b"", b"%PDF-1.7\n", b"hello", letter[:3000]):
        assert signature_of(content) == SignatureState() and not signature_of(content).holds


def test_pyhanko_and_poppler_say_the_same(signed, tmp_path):
    (field,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    root = der_of(x509.load_pem_x509_certificate(root_certificate_pem()))
    assert validate_pdf_signature(field, ValidationContext(trust_roots=[root], allow_fetching=False)).bottom_line
    assert field.field_name == "Signature1" and field.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    place = tmp_path / "signed.pdf"
    place.write_bytes(signed)
    says = subprocess.run(["pdfsig", place], capture_output=True, text=True, check=False, env=os.environ | {"HOME": str(tmp_path)}).stdout
    assert "Signature is Valid." in says and "Total document signed" in says and "SHA-256" in says and "ETSI.CAdES.detached" in says


def test_a_single_changed_byte_breaks_it(signed):
    (field,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    _start, before, after, rest = (int(number) for number in field.sig_object["/ByteRange"])
    assert after + rest == len(signed)
    for place in [*range(0, before, 331), before - 1, after, *range(after, len(signed), 101), len(signed) - 1]:
        changed = bytearray(signed)
        changed[place] ^= 1
        assert not signature_of(bytes(changed)).intact, place


def test_a_signature_that_was_changed_itself_breaks(signed):
    (field,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    value = field.signer_info["signature"].native.hex().encode()
    at = signed.lower().index(value) + 100
    assert not signature_of(signed[:at] + (b"1" if signed[at:at + 1] == b"0" else b"0") + signed[at + 1:]).intact


def test_whatever_is_added_behind_breaks_it(signed, agency):
    note = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed)) as document:
        document.docinfo["/Title"] = "other"
        document.save(note)
    update = IncrementalPdfFileWriter(io.BytesIO(signed))
    update.root["/Poom"] = update.add_object(TextStringObject("added"))
    update.update_root()
    appended = io.BytesIO()
    update.write(appended)
    assert appended.getvalue().startswith(signed)
    for content in (appended.getvalue(), signed + b"\n", signed + b"%%EOF\n", note.getvalue()):
        assert not signature_of(content).intact and not signature_of(content).holds
    state = signature_of(appended.getvalue())
    assert state.signed and state.trusted and not state.covers_whole_file       # ours once, and no longer


def test_a_second_signature_over_the_first_does_not_heal_it(signed, agency):
    update = IncrementalPdfFileWriter(io.BytesIO(signed))
    update.root["/Poom"] = update.add_object(TextStringObject("added"))
    update.update_root()
    out = io.BytesIO()
    signers.sign_pdf(update, signers.PdfSignatureMetadata(field_name="Second"), signer=signing._signer_of("busan"), output=out)
    assert not signature_of(out.getvalue()).intact


def test_a_signature_under_a_foreign_root_is_not_trusted(agency, letter, settings, ring, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)                        # another installation, with an agency of the same name
    make_keys(["busan"])
    foreign = sign_pdf(letter, agency=agency)
    assert signature_of(foreign).holds
    settings.SIGNING_DIR = str(ring)
    state = signature_of(foreign)
    assert (state.signed, state.intact, state.trusted, state.holds) == (True, True, False, False)


def test_without_a_root_nothing_is_trusted(signed, own_ring):
    assert signature_of(signed).intact and not signature_of(signed).trusted
    with pytest.raises(Unavailable):
        root_certificate_pem()


def test_each_agency_signs_by_its_own_name(agency, letter):
    daegu = f.AgencyFactory(slug="daegu", name_en="Daegu Happiness Promotion and Social Service Agency of the Metropolitan City")
    assert make_keys(["busan", "daegu"]) == ["daegu"]
    state = signature_of(sign_pdf(letter, agency=daegu))
    assert state.holds and state.signer == daegu.name_en[:64]


# ---- the document stays what it was

def test_a_signed_document_is_still_archivable(signed, letter):
    assert signed.startswith(letter) and signed.startswith(b"%PDF-1.7")
    with pikepdf.open(io.BytesIO(signed)) as document:
        assert document.pdf_version == "1.7" and "/Version" not in document.Root and document.Root.MarkInfo.Marked
        with document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        (widget,) = [note for page in document.pages for note in page.get("/Annots", [])]
        assert [int(number) for number in widget.Rect] == [0, 0, 0, 0] and "/AP" not in widget
        assert int(widget.F) & 0b100 and not int(widget.F) & 0b100011               # printed, as PDF/A asks; neither hidden nor invisible
        assert not document.Root.AcroForm.get("/NeedAppearances", False)


# ---- time-stamping

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def stamping_certificate(root_key, root):
    """(key, certificate) of a time-stamping service that this root has issued."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "time stamps")])
    builder = (x509.CertificateBuilder().subject_name(name).issuer_name(root.subject).public_key(key.public_key()).serial_number(7)
               .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC)).not_valid_after(datetime(2050, 1, 1, tzinfo=UTC))
               .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True))
    return key, builder.sign(root_key, hashes.SHA256())


@contextmanager
def service_with(key, certificate, settings):
    """A time-stamping service on this machine, whose clock stopped long ago."""
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    stamper = DummyTimeStamper(der_of(certificate), keys.PrivateKeyInfo.load(der), fixed_dt=LONG_AGO)

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = stamper.request_tsa_response(request).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.TSA_URL = f"http://127.0.0.1:{server.server_port}/"
    yield
    server.shutdown()
    server.server_close()
    thread.join()


def has_time_stamp(content):
    (field,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    return "signature_time_stamp_token" in [attribute["type"].native for attribute in field.signer_info["unsigned_attrs"]]


def test_a_time_stamp_by_a_service_that_we_trust_is_the_moment_of_signing(agency, letter, settings):
    key, (root,) = signing_keys.load_pair("root")
    with service_with(*stamping_certificate(key, root), settings):
        content = sign_pdf(letter, agency=agency)
    state = signature_of(content)
    assert has_time_stamp(content) and state.holds and state.signed_at == LONG_AGO


def test_a_time_stamp_by_a_stranger_is_not_believed(agency, letter, settings):
    _key, (root,) = signing_keys.load_pair("root")
    foreign = rsa.generate_private_key(65537, 2048)                 # not the key of the root that it names
    with service_with(*stamping_certificate(foreign, root), settings):
        content = sign_pdf(letter, agency=agency)
    state = signature_of(content)
    assert has_time_stamp(content) and state.holds and abs(state.signed_at.timestamp() - time.time()) < 60


def test_a_silent_time_stamping_service_is_a_sentence(agency, letter, settings):
    settings.TSA_URL = "http://127.0.0.1:9/"
    with pytest.raises(Unavailable, match="시점|time-stamping"):
        sign_pdf(letter, agency=agency)


def test_a_signature_takes_a_moment_once_the_key_is_loaded(agency, letter, capsys):
    sign_pdf(letter, agency=agency)
    started = time.perf_counter()
    for _ in range(10):
        sign_pdf(letter, agency=agency)
    each = (time.perf_counter() - started) / 10
    with capsys.disabled():
        print(f" {each * 1000:.0f} ms a signature", end=" ")
    assert each < 1
