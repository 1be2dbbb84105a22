"""Words that are searched for: decomposed Korean (NFD), so that one syllable has several letters and an index of trigrams works."""
import re
import unicodedata

NOT_A_WORD = re.compile(r"[^\w]+")


def searchable(*texts):
    """The texts as they stand in a search column: decomposed, small letters, words apart by one space, without marks between them."""
    words = " ".join(NOT_A_WORD.sub(" ", unicodedata.normalize("NFC", text or "")) for text in texts)
    return unicodedata.normalize("NFD", " ".join(words.casefold().split()))


def needles(words):
    """What to look for, one piece a word: each must stand somewhere in the column."""
    return searchable(words).split()
