"""Telephone numbers: kept as digits, shown with hyphens."""
import re
import unicodedata

from django.utils.translation import gettext as _


def plain(text):
    """What was typed, digits only where it is made of digits, hyphens, spaces, dots and brackets."""
    return re.sub(r"[\s().‐‑‒–—−-]+", "", unicodedata.normalize("NFKC", text or ""))


def problem(number):
    """What is wrong with a plain number, as a sentence, or None."""
    if re.fullmatch(r"0[0-9]{8,10}|1[568][0-9]{6}", number):
        return None
    return _("Write the telephone number with its area code, like 051-000-0000.")


def formatted(number):
    """051-000-0000, 02-000-0000, 010-0000-0000, 1588-0000"""
    if len(number) == 8:
        return f"{number[:4]}-{number[4:]}"
    area = 2 if number.startswith("02") else 3
    return f"{number[:area]}-{number[area:-4]}-{number[-4:]}"
