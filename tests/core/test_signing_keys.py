"""Signing keys: made once, private, whole pairs only; an authority's beside our own."""
import io
import threading
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from pyhanko.pdf_utils.reader import PdfFileReader

from core import signing_keys
from core.errors import Unavailable
from core.signing import make_keys, sign_pdf, signature_of
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_keys_are_made_once_and_are_for_us_alone(own_ring):
    f.AgencyFactory(slug="busan", name_en="Busan")
    assert make_keys(["busan", "ulsan"]) == ["busan", "ulsan"]
    before = {path.name: path.read_bytes() for path in own_ring.iterdir()}
    assert make_keys(["busan", "ulsan"]) == make_keys([]) == []
    assert {path.name: path.read_bytes() for path in own_ring.iterdir()} == before
    assert set(before) == {".lock", "busan.badge.pem", "ulsan.badge.pem",
                           *(f"{name}.{half}.pem" for name in ("busan", "root", "ulsan") for half in ("cert", "key"))}
    assert own_ring.stat().st_mode & 0o777 == 0o700
    assert {(own_ring / f"{name}.key.pem").stat().st_mode & 0o777 for name in ("root", "busan", "ulsan")} == {0o600}
    certificate = x509.load_pem_x509_certificate(before["busan.cert.pem"])
    assert certificate.public_key().key_size == 3072 and "CN=Busan" in certificate.subject.rfc4514_string()
    assert "CN=ulsan" in x509.load_pem_x509_certificate(before["ulsan.cert.pem"]).subject.rfc4514_string()


def test_an_agencys_key_issues_nothing(agency, ring):
    certificate = x509.load_pem_x509_certificate((ring / "busan.cert.pem").read_bytes())
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.content_commitment and not usage.key_cert_sign


@pytest.mark.django_db(transaction=True)
def test_four_who_make_keys_at_once_make_one_pair(own_ring):
    together, made, failures = threading.Barrier(4), [], []

    def make():
        try:
            together.wait(10)
            made.extend(make_keys(["busan"]))
        except Exception as failure:  # noqa: BLE001  whatever it is, the main thread shows it
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=make) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert failures == [] and made == ["busan"]
    signing_keys.load_pair("busan"), signing_keys.load_pair("root")


@pytest.mark.parametrize("lost", ["busan.key.pem", "busan.cert.pem"])
def test_half_a_pair_is_named_and_nothing_is_written_over(lost, own_ring):
    make_keys(["busan"])
    (own_ring / lost).unlink()
    kept = {path.name: path.read_bytes() for path in own_ring.iterdir()}
    with pytest.raises(ImproperlyConfigured, match="busan"):
        make_keys(["busan"])
    assert {path.name: path.read_bytes() for path in own_ring.iterdir()} == kept


def test_the_roots_key_may_be_kept_elsewhere(own_ring, letter):
    agency = f.AgencyFactory(slug="busan")
    make_keys(["busan"])
    (own_ring / "root.key.pem").unlink()
    assert make_keys(["busan"]) == [] and signature_of(sign_pdf(letter, agency=agency)).holds
    with pytest.raises(ImproperlyConfigured, match="root"):
        make_keys(["ulsan"])


def test_a_lost_root_certificate_makes_no_second_root(own_ring):
    make_keys(["busan"])
    (own_ring / "root.cert.pem").unlink()
    with pytest.raises(ImproperlyConfigured, match="root"):
        make_keys(["busan"])


def write_elliptic(ring):
    """A whole pair, and of the wrong kind."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "elliptic")])
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
                   .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
                   .not_valid_after(datetime(2050, 1, 1, tzinfo=UTC)).sign(key, hashes.SHA256()))
    signing_keys._write("busan", key, certificate)


@pytest.mark.parametrize("spoil", [
    lambda ring: (ring / "busan.key.pem").unlink(),
    lambda ring: (ring / "busan.cert.pem").unlink(),
    lambda ring: (ring / "busan.key.pem").write_text("no key"),
    lambda ring: (ring / "busan.cert.pem").write_text("no certificate"),
    lambda ring: (ring / "busan.key.pem").write_bytes((ring / "root.key.pem").read_bytes()),
    write_elliptic,
], ids=["no key", "no certificate", "broken key", "broken certificate", "another's key", "elliptic"])
def test_a_key_that_cannot_sign_is_a_sentence(spoil, own_ring, letter):
    agency = f.AgencyFactory(slug="busan")
    make_keys(["busan"])
    sign_pdf(letter, agency=agency)                             # loaded, and still seen to be gone
    spoil(own_ring)
    with pytest.raises(Unavailable, match="서명|signing key"):
        sign_pdf(letter, agency=agency)


def test_a_key_that_was_changed_is_loaded_again(own_ring, letter):
    agency = f.AgencyFactory(slug="busan")
    make_keys(["busan"])
    sign_pdf(letter, agency=agency)
    for half in ("key", "cert"):
        (own_ring / f"busan.{half}.pem").unlink()
    make_keys(["busan"])
    assert signature_of(sign_pdf(letter, agency=agency)).holds
    assert serial_in(sign_pdf(letter, agency=agency)) == x509.load_pem_x509_certificate(
        (own_ring / "busan.cert.pem").read_bytes()).serial_number


def serial_in(content):
    return PdfFileReader(io.BytesIO(content)).embedded_signatures[0].signer_cert.serial_number


def test_no_agency_is_called_root():
    with pytest.raises(ValidationError, match="root"):
        f.AgencyFactory.build(slug="root").clean_fields(exclude=["province"])


def test_a_command_makes_what_is_missing(own_ring, capsys):
    f.AgencyFactory(slug="busan"), f.AgencyFactory(slug="daegu")
    call_command("make_signing_keys", agency="daegu")
    assert sorted(path.name for path in own_ring.glob("*.key.pem")) == ["daegu.key.pem", "root.key.pem"]
    call_command("make_signing_keys")
    assert (own_ring / "busan.cert.pem").exists() and "busan" in capsys.readouterr().out
    with pytest.raises(CommandError, match="elsewhere"):
        call_command("make_signing_keys", agency="elsewhere")


def test_a_key_from_an_authority_is_trusted_by_itself_and_not_for_its_issuer(agency, letter, own_ring, ring):
    """What another root issued: its certificate laid beside our root's."""
    make_keys(["gwangju"])
    for half in ("key", "cert"):
        (own_ring / f"busan.{half}.pem").write_bytes((ring / f"busan.{half}.pem").read_bytes())
    assert not signature_of(sign_pdf(letter, agency=agency)).trusted
    with open(own_ring / "root.cert.pem", "ab") as roots:
        roots.write((own_ring / "busan.cert.pem").read_bytes())
    assert signature_of(sign_pdf(letter, agency=agency)).holds
    assert signature_of(sign_pdf(letter, agency=f.AgencyFactory(slug="gwangju"))).holds
