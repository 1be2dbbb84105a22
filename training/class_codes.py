"""The code on the trainer's screen: made of the class and the second it is shown in, with the server's key. Nothing is kept of it."""
from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from core.codes import ALPHABET, MISREAD

VALID_FOR = 30              # seconds
TOLD_FOR = 600              # so long an old code is still recognised, to say that it is old
RENEWED_AFTER = 20          # the screen shows a new one before the last is over
LENGTH = 8                  # 40 bits
SALT = "training.class_code"


def code_of(class_session, at):
    """The code of this class at this second."""
    said = salted_hmac(SALT, f"{class_session.public_id}:{int(at.timestamp())}", algorithm="sha256").digest()
    number = int.from_bytes(said[:5])
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def plain_code(words):
    """As it was typed or scanned, in the letters that codes have: small ones, spaces and hyphens do not matter."""
    return "".join((words or "").upper().replace("-", " ").split()).translate(MISREAD)[:40]


def shown_code(code):
    """7KQ4-MXT2"""
    return f"{code[:4]}-{code[4:]}"


def age_of(code, class_session, now):
    """How many seconds ago the class showed this code; None if it did not in the last ten minutes."""
    if len(code) != LENGTH or not code.isascii():
        return None
    ages = (age for age in range(TOLD_FOR) if constant_time_compare(code, code_of(class_session, now - timedelta(seconds=age))))
    return next(ages, None)
