"""What was searched for, as it stands in a text: pieces of it, each with whether it is a hit."""
import re
import unicodedata

BEFORE, AFTER = 50, 110         # characters around the first hit


def marked(text, needles):
    """[(piece, is it a hit)] of the whole text. `needles`: as `core.search.needles` gives them."""
    spans, pieces, done = _spans(text, needles), [], 0
    for begin, end in spans:
        if begin > done:
            pieces.append((text[done:begin], False))
        if end > done:
            pieces.append((text[max(begin, done):end], True))
        done = max(done, end)
    return [*pieces, (text[done:], False)] if text[done:] else pieces


def around(text, needles):
    """The same of the words around the first hit; empty where there is none."""
    plain = unicodedata.normalize("NFD", text.casefold())
    places = [place for place in (plain.find(one) for one in needles) if place >= 0]
    if not places:
        return []
    hit = len(unicodedata.normalize("NFC", plain[:min(places)]))
    begin, end = max(0, hit - BEFORE), min(len(text), hit + AFTER)
    piece = text[begin:end]
    if begin:
        piece = "… " + re.sub(r"^\S*\s", "", piece, count=1) if " " in piece[:BEFORE // 2] else "… " + piece
    return marked(piece + (" …" if end < len(text) else ""), needles)


def _spans(text, needles):
    """Where hits begin and end, in order. A hit ends with the syllable that it ends in."""
    plain, origin = "", []
    for place, character in enumerate(text):
        letters = unicodedata.normalize("NFD", character.casefold())
        plain += letters
        origin += [place] * len(letters)
    return sorted((origin[found.start()], origin[found.end() - 1] + 1) for one in needles for found in re.finditer(re.escape(one), plain))
