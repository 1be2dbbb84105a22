"""Signing keys: one pair per agency in SIGNING_DIR, issued by a root of the installation, or brought by the operator."""
import fcntl
import os
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from core import clock
from core.badge_keys import make_badge_key
from core.errors import Unavailable

ROOT = "root"                       # no agency may have this address (accounts.models.agency.RESERVED)
BITS = 3072                         # RSA: a signature by an elliptic curve would raise the PDF's version beyond PDF/A-3
ROOT_DAYS, AGENCY_DAYS = 30 * 365, 10 * 365
COMMON_NAME = 64                    # the longest that X.509 knows
HALF = "SIGNING_DIR holds only one half of {0}.key.pem and {0}.cert.pem, and both are needed"


def key_file(name):
    return Path(settings.SIGNING_DIR) / f"{name}.key.pem"


def certificate_file(name):
    return Path(settings.SIGNING_DIR) / f"{name}.cert.pem"


def make_keys(slugs):
    """Make what is missing: the root, and each agency's key and certificate. Returns the slugs of those that were made."""
    names = dict(apps.get_model(settings.TENANT_MODEL).objects.filter(slug__in=slugs).values_list("slug", "name_en"))
    with _alone_in(Path(settings.SIGNING_DIR)):
        for slug in slugs:
            make_badge_key(slug)
        if not certificate_file(ROOT).exists():
            _make_root()
        missing = [slug for slug in slugs if not _is_whole(slug)]
        if missing:
            root_key, root = _root()
            for slug in missing:
                _issue(slug, names.get(slug) or slug, root_key, root)
    return missing


def root_certificate_pem():
    """The root's certificate: what somebody has to trust so that their reader says a signature is valid."""
    try:
        return certificate_file(ROOT).read_bytes()
    except OSError:
        raise Unavailable(_("The certificate that signatures are checked with is not there.")) from None


def load_pair(name):
    """(private key, [certificate, what issued it …]) of an agency. Raises Unavailable if that is not a pair that can sign."""
    try:
        key = serialization.load_pem_private_key(key_file(name).read_bytes(), password=None)
        certificates = x509.load_pem_x509_certificates(certificate_file(name).read_bytes())
    except (OSError, ValueError, TypeError):
        raise Unavailable(no_key()) from None
    if not isinstance(key, rsa.RSAPrivateKey) or certificates[0].public_key() != key.public_key():
        raise Unavailable(no_key())
    return key, certificates


def no_key():
    return _("This document cannot be signed just now: the agency's signing key is not in its place. The operator can put it there.")


@contextmanager
def _alone_in(folder):
    """Two who make keys at once must not mix their halves."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_whole(name):
    there = [path.exists() for path in (key_file(name), certificate_file(name))]
    if any(there) and not all(there):
        raise ImproperlyConfigured(HALF.format(name))        # the other half may be on its way from an authority: nothing is written over
    return all(there)


def _root():
    if not _is_whole(ROOT):
        raise ImproperlyConfigured(HALF.format(ROOT))
    key, certificates = load_pair(ROOT)
    return key, certificates[0]


def _make_root():
    if key_file(ROOT).exists():
        raise ImproperlyConfigured(HALF.format(ROOT))
    key = rsa.generate_private_key(65537, BITS)
    name = _name(f"Poom signing root, {settings.SITE_URL.partition('://')[2]}")
    certificate = (
        _certificate(name, key.public_key(), ROOT_DAYS).issuer_name(name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    _write(ROOT, key, certificate)


def _issue(slug, name, root_key, root):
    key = rsa.generate_private_key(65537, BITS)
    certificate = (
        _certificate(_name(name), key.public_key(), AGENCY_DAYS).issuer_name(root.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    _write(slug, key, certificate)


def _name(common):
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "KR"), x509.NameAttribute(NameOID.COMMON_NAME, common[:COMMON_NAME])])


def _certificate(subject, public_key, days):
    now = clock.real_now()
    return (
        x509.CertificateBuilder().subject_name(subject).public_key(public_key).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _usage(**allowed):
    every = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign",
             "crl_sign", "encipher_only", "decipher_only")
    return x509.KeyUsage(**{use: allowed.get(use, False) for use in every})


def _write(name, key, certificate):
    """Both halves appear at once, the key readable by its owner alone from its first byte."""
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    halves = ((key_file(name), pem, 0o600), (certificate_file(name), certificate.public_bytes(serialization.Encoding.PEM), 0o644))
    for path, content, mode in halves:
        with open(os.open(f"{path}.half", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as half:
            half.write(content)
    for path, _content, _mode in halves:
        os.replace(f"{path}.half", path)
