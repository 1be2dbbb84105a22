"""Words that are searched for. `searchable`: decomposed Korean (NFD), so that one syllable has several letters for an index of trigrams.

`terms`: numbers that stand for one or two characters each, so that a plain index of arrays finds any piece of a word, a syllable that is
still being typed and initial consonants, and answers at once where there is nothing (docs/adr/0028)."""
import re
import unicodedata
from zlib import crc32

NOT_A_WORD = re.compile(r"[^\w]+")
FIRST, LAST, A_VOWEL, AN_INITIAL = 0xAC00, 0xD7A3, 28, 588          # syllables; so many share all but the last consonant, so many the first
INITIALS = range(0x1100, 0x1113)
TYPED_TOGETHER = str.maketrans({            # two initials that a keyboard joined: ㄳ was meant as ㄱㅅ
    0x11AA: "\u1100\u1109", 0x11AC: "\u1102\u110c", 0x11AD: "\u1102\u1112", 0x11B0: "\u1105\u1100", 0x11B1: "\u1105\u1106",
    0x11B2: "\u1105\u1107", 0x11B3: "\u1105\u1109", 0x11B4: "\u1105\u1110", 0x11B5: "\u1105\u1111", 0x11B6: "\u1105\u1112",
    0x11B9: "\u1107\u1109"})


def searchable(*texts):
    """The texts as they stand in a search column: decomposed, small letters, words apart by one space, without marks between them."""
    words = " ".join(NOT_A_WORD.sub(" ", unicodedata.normalize("NFC", text or "")) for text in texts)
    return unicodedata.normalize("NFD", " ".join(words.casefold().split()))


def needles(words):
    """What to look for, one piece a word: each must stand somewhere in the column."""
    return searchable(words).split()


def words_of(text):
    """Its words in small letters, composed; a lone ㅎ as the initial that it is."""
    return NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text or "").translate(TYPED_TOGETHER).casefold()).split()


def term(text):
    """The number that stands for it; what has a mark in it ("district:7") is never part of a word."""
    return crc32(text.encode()) - 2**31


def terms(*texts):
    """What a row is found by: each text written together, since people write names with and without spaces."""
    found = set()
    for text in texts:
        words = words_of(text)
        found.update("^" + _initial(word[0]) for word in words)
        found |= _pieces("".join(words))
    return sorted(map(term, found))


def wanted_terms(words):
    """What a row must have, all of it, to be found by these words; nothing to look for is nothing."""
    return sorted({term(piece) for word in words_of(words) for piece in _wanted(word)})


def _pieces(word):
    found = set()
    for place, now in enumerate(word):
        found |= {now, _opened(now)}
        if place:
            before = word[place - 1]
            found |= {before + now, before + _opened(now), before + _initial(now), _initial(before) + _initial(now)}
        if place > 1 and not _is_syllable(now):
            found.add(word[place - 2:place + 1])
    return found


def _wanted(word):
    if len(word) == 1:
        return {f"^{word}" if ord(word) in INITIALS else word}
    pairs = {word[place:place + 2] for place in range(len(word) - 1)}
    return pairs | {word[place:place + 3] for place in range(len(word) - 2) if not _is_syllable(word[place + 2])
                    and ord(word[place + 2]) not in INITIALS}


def _is_syllable(character):
    return FIRST <= ord(character) <= LAST


def _opened(character):
    """솜 → 소: as it looks while it is being typed."""
    return chr(ord(character) - (ord(character) - FIRST) % A_VOWEL) if _is_syllable(character) else character


def _initial(character):
    """솜 → ㅅ"""
    return chr(INITIALS[0] + (ord(character) - FIRST) // AN_INITIAL) if _is_syllable(character) else character
