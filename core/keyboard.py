"""Korean that was typed while the keyboard stood on English: godnseo is 해운대 (the standard layout, two sets)."""
import unicodedata

CONSONANTS, KEYS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
LETTERS = dict(zip(KEYS, f"{CONSONANTS}ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", strict=True))
VOWELS = {letters: place for place, letters in enumerate(
    "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split())}
INITIALS = {letter: place for place, letter in enumerate(CONSONANTS)}
FINALS = {letters: place + 1 for place, letters in enumerate(
    "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split())}


def as_korean(text):
    """The text as the same keys write it in Korean, or "" where that is no Korean."""
    letters = [LETTERS.get(key, LETTERS.get(key.lower(), key)) for key in text]
    written, place = [], 0
    while place < len(letters):
        if letters[place].isspace():
            written.append(" ")
            place += 1
            continue
        syllable, place = _syllable(letters, place)
        if not syllable:
            return ""
        written.append(syllable)
    return unicodedata.normalize("NFC", "".join(written)).strip()


def _syllable(letters, place):
    """(the syllable that begins there, where the next begins); a consonant before a vowel begins the next."""
    first = INITIALS.get(letters[place])
    vowel, at = _longest(letters, place + 1, VOWELS)
    if first is None or vowel is None:
        return "", place
    last, end = _longest(letters, at, FINALS)
    while last is not None and end < len(letters) and letters[end] in VOWELS:       # the last consonant belongs to what follows
        end -= 1
        last = FINALS["".join(letters[at:end])] if end > at else None
    return chr(0xAC00 + (first * 21 + vowel) * 28 + (last or 0)), end


def _longest(letters, at, table):
    """(number of the two or one letters that stand there in the table, where they end)"""
    for size in (2, 1):
        piece = "".join(letters[at:at + size])
        if len(letters) >= at + size and piece in table:
            return table[piece], at + size
    return None, at
