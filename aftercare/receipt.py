"""The receipt code: worked out from what one form was given and what was sent with it, so that sent twice it is the same; kept sealed."""
import hashlib
import hmac
import secrets

from django.conf import settings
from django.core import signing

from core.codes import ALPHABET, LENGTH, plain

SALT = "aftercare.complaint"
FORM_HOURS = 24


def new_token():
    """What a form that has just been opened carries; nobody else's code is ever made from it."""
    return signing.TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(16))


def is_token(text):
    """Whether we gave this out, not longer ago than a day."""
    try:
        signing.TimestampSigner(salt=SALT).unsign(text, max_age=FORM_HOURS * 3600)
    except signing.BadSignature:
        return False
    return True


def code_of(token, *parts):
    """65 bits that only this form with these words leads to."""
    said = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), f"{SALT}\0{token}\0{said}".encode(), "sha256"))
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))


def seal_of(code):
    """What is kept of a code, however it was typed; "" if it cannot be one."""
    code = plain(code)
    return hmac.new(settings.AUDIT_KEY.encode(), f"{SALT}\0{code}".encode(), "sha256").hexdigest() if code else ""


def place_of(peer, day):
    """A connection as it is counted: nobody reads an address from the counters."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{SALT}\0{peer}\0{day}".encode(), "sha256").hexdigest()[:16]
