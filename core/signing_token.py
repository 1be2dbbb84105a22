"""Signing keys in a token or a machine behind PKCS#11, for who names its library in the settings: the key never leaves it."""
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

from asn1crypto import x509
from cryptography import x509 as pem
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from pyhanko.config.pkcs11 import TokenCriteria

from core.errors import Unavailable
from core.signing_keys import certificate_file, no_key

PACKAGE = "pkcs11"                          # python-pkcs11; optional, and therefore in no list of requirements
_sessions: dict[tuple, object] = {}


def is_named():
    return bool(settings.PKCS11_MODULE)


def is_missing():
    """A token is named and nothing can speak with it."""
    return is_named() and find_spec(PACKAGE) is None


def token_signer(slug):
    """pyHanko's signer with the key whose label is the agency's address. Its certificate lies beside the others in SIGNING_DIR.

    Raises Unavailable, whatever is wrong with the token: it was pulled out, its PIN was changed, it holds no such key.
    """
    own, *issuers = _certificates(slug)
    return _speaking().PKCS11Signer(_session(), signing_cert=own, ca_chain=issuers, key_label=slug, other_certs_to_pull=())


def forget():
    """The next signature begins a new session. The old one is ended: a token lets nobody in twice."""
    while _sessions:
        _named, session = _sessions.popitem()
        with suppress(Exception):           # of a token that was pulled out nothing is left to end
            session.close()


def _session():
    """One for this process and these settings."""
    named = settings.PKCS11_MODULE, settings.PKCS11_TOKEN, settings.PKCS11_PIN
    if named not in _sessions:
        criteria = TokenCriteria(label=settings.PKCS11_TOKEN) if settings.PKCS11_TOKEN else None
        _sessions[named] = _speaking().open_pkcs11_session(
            settings.PKCS11_MODULE, token_criteria=criteria, user_pin=settings.PKCS11_PIN or None)
    return _sessions[named]


def _speaking():
    """pyHanko's half that needs the package: there only where a token is named."""
    return import_module("pyhanko.sign.pkcs11")


def _certificates(slug):
    try:
        found = pem.load_pem_x509_certificates(certificate_file(slug).read_bytes())
    except (OSError, ValueError):
        raise Unavailable(no_key()) from None
    return [x509.Certificate.load(one.public_bytes(serialization.Encoding.DER)) for one in found]
