"""A number as people in Korea type it: 1,234.5, with full-width digits, blanks, or its unit behind it."""
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
LONGEST, DECIMALS = 14, 4


def read_number(text, *, unit="", is_whole=False):
    """As digits with a point and without commas; "" for nothing. Raises ValidationError with its sentence."""
    words = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    words = re.sub(r"\s", "", words.removesuffix(unit) if unit else words)
    if not words:
        return ""
    if not NUMBER.fullmatch(words):
        raise ValidationError(_("Enter a number here, as 1,234. Words belong into the text.") if is_whole else
                              _("Enter a number here, as 1,234 or 12.5. Words belong into the text."))
    whole, _point, rest = words.replace(",", "").partition(".")
    rest = rest.rstrip("0")
    if is_whole and rest:
        raise ValidationError(_("Enter a whole number here, without a decimal point."))
    if len(whole.lstrip("-")) > LONGEST or len(rest) > DECIMALS:
        raise ValidationError(_("This number is too long: at most %(whole)d digits and %(decimals)d behind the point.") % {
            "whole": LONGEST, "decimals": DECIMALS})
    sign, digits = ("-" if whole.startswith("-") else ""), whole.lstrip("-").lstrip("0") or "0"
    return f"{sign}{digits}{'.' + rest if rest else ''}"


def shown_number(kept):
    """With commas, as it stands in the form and on the page."""
    sign, digits = ("-", kept[1:]) if kept.startswith("-") else ("", kept)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}" if whole.isdigit() else kept
