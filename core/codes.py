"""Public codes: 13 characters of Crockford's base 32 (65 bits), that nobody guesses and everybody can read aloud."""
import re
import secrets

from django.db import IntegrityError, transaction

from core.models import PublicCode
from core.tenancy import current_agency

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"       # no I, L, O, U
LENGTH = 13
MISREAD = str.maketrans("ILO", "110")
TRIES = 5


def new_code(kind, subject):
    """A code that leads to this row (its public id) of the current agency."""
    for _ in range(TRIES):
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        try:
            with transaction.atomic():
                PublicCode.objects.create(code=code, agency=current_agency(), kind=kind, subject=subject)
        except IntegrityError:
            continue
        return code
    raise RuntimeError("five codes in a row were taken: the source of randomness is broken")


def plain(text):
    """What was typed or scanned as it is kept, or "" if it cannot be a code: groups joined, capitals, I and L as 1, O as 0."""
    code = re.sub(r"[\s-]+", "", text or "").upper().translate(MISREAD)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def formatted(code):
    """7KQ4-MXT2-HD8P3"""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def find_code(text):
    """The PublicCode behind what was typed, with its agency, or None."""
    code = plain(text)
    return PublicCode.objects.select_related("agency").filter(code=code).first() if code else None
