"""Keys of digital badges: an Ed25519 key per agency in SIGNING_DIR, beside the one for PDFs, which badges cannot use (RSA)."""
import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils.translation import gettext as _

from core.errors import Unavailable


def badge_key_file(name):
    return Path(settings.SIGNING_DIR) / f"{name}.badge.pem"


def make_badge_key(name):
    """If it is missing; complete at once, readable by its owner alone."""
    path = badge_key_file(name)
    if path.exists():
        return
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with open(os.open(f"{path}.half", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as half:
        half.write(pem)
    os.replace(f"{path}.half", path)


def load_badge_key(name):
    """(the private key's PEM, the public key's). Raises Unavailable."""
    try:
        pem = badge_key_file(name).read_bytes()
        key = serialization.load_pem_private_key(pem, password=None)
    except (OSError, ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise Unavailable(_("Badges cannot be signed just now: the agency's key for them is not in its place. "
                            "The operator can put it there."))
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return pem, public
