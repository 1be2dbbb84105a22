"""The draft report tells what was seen and never how it was judged: words that name the result are taken out. Pure.

What is shown of an indicator: what was looked at, and what was seen in the words of the team. Not shown: the judgement, the kind of the
reason (it stands with "not compliant" only), how many indicators are met, photographs. An indicator without words says so.
"""
import re

from django.utils.translation import gettext as _

RESULT = re.compile(
    r"부적합|적합|미충족|불충족|충족|부적격|적격|non-?compliant|(?:not )?compliant|(?:not )?(?:fulfilled|satisfied)", re.IGNORECASE)
HIDDEN = "(○○)"


def names_result(text):
    """Whether the words say how something was judged."""
    return RESULT.search(text) is not None


def without_result(text):
    """The words with the judgement taken out; the facts around it stay."""
    return RESULT.sub(HIDDEN, text)


def in_words(seen):
    """What the report says of an indicator."""
    return seen or _("It was looked at as described. Nothing else was written down.")
