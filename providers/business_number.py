"""The business registration number (사업자등록번호, 고유번호): ten digits, the last of which checks the others."""
import re
import unicodedata

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DIGITS = 10
WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
SEPARATORS = re.compile(r"[\s.‐‑‒–—−-]+")
NEVER_ISSUED = "000"
CORPORATE = ("81", "82", "84", "85", "86", "87", "88")      # fourth and fifth digit: corporations, their branches, foreign ones


def plain(text):
    """What was typed, without hyphens and spaces; full-width digits become plain ones."""
    return SEPARATORS.sub("", unicodedata.normalize("NFKC", text or ""))


def formatted(number):
    """000-82-00006"""
    return f"{number[:3]}-{number[3:5]}-{number[5:]}"


def is_corporation(number):
    """Whether the number is one that corporations are given (법인)."""
    return number[3:5] in CORPORATE


def check_digit(number):
    """The tenth digit that the first nine ask for. Without the last `mod 10` real numbers would be refused."""
    first = [int(digit) for digit in number[:9]]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, first, strict=True)) + first[8] * 5 // 10
    return (10 - total % 10) % 10


def problem(number):
    """What is wrong with a plain number, as a sentence, or None."""
    if not re.fullmatch(r"[0-9]+", number):
        return _("Write the business registration number in digits, like 000-00-00000.")
    if len(number) != DIGITS:
        return ngettext(
            "A business registration number has 10 digits; this has %(count)d.",
            "A business registration number has 10 digits; this has %(count)d.", len(number)) % {"count": len(number)}
    if int(number[9]) != check_digit(number):
        return _("This number does not exist: a digit is mistyped. Compare it with the business registration certificate.")
    if number.startswith(NEVER_ISSUED) and not settings.DEMO:
        return _("Numbers that begin with 000 are never issued. Compare it with the business registration certificate.")
    return None
