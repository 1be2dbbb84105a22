"""The short list of reasons in the document review: data, in Korean and English. Its codes stay for ever, its words may be bettered."""
import json
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

LIST = Path(__file__).resolve().parent / "review_reasons.json"


@cache
def _reasons():
    return json.loads(LIST.read_text())


def choices():
    """[(code, words)] in the language of the page."""
    language = "en" if get_language() == "en" else "ko"
    return [(reason["code"], reason[language]) for reason in _reasons()]


def words_of(code):
    """A code that is gone from the list is shown as it is."""
    return dict(choices()).get(code, code)
