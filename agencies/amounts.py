"""Exact numbers of the evaluation: read from text, kept as text, rounded half up only where they are shown or final."""
import re
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from core.errors import refuse_if

WHOLE, DECIMAL = "whole", "decimal"
PLACES = 2
KEPT_PLACES = 12                              # an amount that ends within so many is kept as a decimal, any other as n/d
WRITTEN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,6})?")


def exact(value):
    """The fraction that is meant. A binary float is none: 0.1 would not be a tenth."""
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal, Fraction)):
        raise TypeError(f"an exact amount is wanted, not {value!r}")
    return Fraction(value)


def kept(amount):
    """As it is stored: "4.375", or "250/3" where no decimal ends. `exact` reads it back."""
    tenths = amount * 10**KEPT_PLACES
    if tenths.denominator != 1:
        return f"{amount.numerator}/{amount.denominator}"
    return plain(Decimal(tenths.numerator).scaleb(-KEPT_PLACES))


def plain(decimal):
    """A decimal without an exponent and without noughts at its end."""
    text = f"{decimal:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(amount, places=PLACES):
    """Half up, away from nought, as Decimal with exactly so many places. In whole numbers: a quotient of decimals would round twice."""
    scaled = abs(amount) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return Decimal(-whole if amount < 0 else whole).scaleb(-places)


def cut_short(amount, places):
    """Its first places as they are, as Decimal; for showing a number that goes on."""
    scaled = abs(amount) * 10**places
    whole = scaled.numerator // scaled.denominator
    return Decimal(-whole if amount < 0 else whole).scaleb(-places)


def read_amount(value, *, what, kind=DECIMAL, field=None):
    """What a person wrote as a number, exact; `what` names it in the refusal. Grouped thousands (1,240) are read, exponents are not."""
    text = (plain(value) if isinstance(value, Decimal) and value.is_finite() else str(value)).strip()
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    refuse_if(not WRITTEN.fullmatch(text),
              _("“%(what)s” has to be a number of at most 15 digits and 6 decimal places, and “%(written)s” is none."),
              field=field, what=what, written=text[:40])
    amount = exact(text)
    refuse_if(kind == WHOLE and amount.denominator != 1, _("“%(what)s” has to be a whole number, and “%(written)s” is none."),
              field=field, what=what, written=text)
    return amount
