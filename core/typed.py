"""What people type or paste: composed, and without characters that cannot be seen."""
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.personal_numbers import numbers_in

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}      # controls, direction marks and zero widths, halves of characters, unassigned
IN_LONG_TEXTS = "\r\n\t\u200d"                  # lines, and what joins the parts of one picture character
AROUND = 20                                     # characters of the text that say where it is


def composed(text):
    """Korean as one character a syllable (NFC), so that equal names are equal."""
    return unicodedata.normalize("NFC", text)


def refuse_invisible(text, allowed=""):
    """Nobody can see what is wrong with such a name, least of all whoever compares it: said, not swallowed."""
    for position, character in enumerate(text):
        if unicodedata.category(character) in INVISIBLE and character not in allowed and character != "\0":     # NUL: Django says so
            raise ValidationError(
                _("There is a character that cannot be seen (%(code)s) after “%(before)s”. Type these words instead of pasting them."),
                code="invisible", params={"code": f"U+{ord(character):04X}", "before": text[max(0, position - AROUND):position]})


def refuse_invisible_in_lines(text):
    refuse_invisible(text, allowed=IN_LONG_TEXTS)


def refuse_personal_numbers(text):
    """They must not be collected: said with the line, never with the number."""
    if lines := numbers_in(text):
        where = _("in line %(lines)s") % {"lines": ", ".join(map(str, lines))} if "\n" in text else _("here")
        raise ValidationError(_("There is a resident registration number %(where)s. Such numbers must not be collected: "
                                "cover the last seven digits, as in 900101-*******."), code="personal_number", params={"where": where})
