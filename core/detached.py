"""Signatures that stand beside what they sign: made by an agency's key in a worker, checked against the root by anybody."""
import base64
import binascii
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from core.signing_keys import ROOT, certificate_file, load_pair


def sign_detached(content: bytes, *, agency) -> tuple[str, str]:
    """(the signature in base 64, the PEM of the key's certificate and what issued it). Raises Unavailable without a key."""
    key, certificates = load_pair(agency.slug)
    signature = key.sign(content, padding.PKCS1v15(), hashes.SHA256())
    chain = b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates)
    return base64.b64encode(signature).decode(), chain.decode()


def detached_holds(content: bytes, signature: str, chain: str, *, at: datetime) -> bool:
    """Whether that key signed these bytes, was good at that moment, and comes from this installation's root."""
    try:
        own, *issuers = x509.load_pem_x509_certificates(chain.encode())
        roots = x509.load_pem_x509_certificates(certificate_file(ROOT).read_bytes())
        _verify(own, base64.b64decode(signature, validate=True), content)
        return own.not_valid_before_utc <= at <= own.not_valid_after_utc and _comes_from(own, issuers, roots)
    except (OSError, ValueError, TypeError, InvalidSignature, binascii.Error):
        return False


def _verify(certificate, signature, content):
    key = certificate.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("a key of another kind than ours")
    key.verify(signature, content, padding.PKCS1v15(), hashes.SHA256())


def _comes_from(certificate, issuers, roots):
    for issuer in [*issuers, *roots]:
        if certificate == issuer or _issued(certificate, issuer):
            if issuer in roots:
                return True
            certificate = issuer
    return certificate in roots


def _issued(certificate, issuer):
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
