"""A text without those it is about: known names are replaced, and what looks like a number of somebody's. The rest a person must read."""
import re
import unicodedata

LEAST = 2                                       # a shorter name would be found everywhere
NAMES = (("provider", "name", "○○기관"), ("provider", "name_en", "Organisation A"), ("provider", "head_name", "○○○"),
         ("offering", "site", "○○사업장"), ("provider", "address", "○○시 ○○구"), ("offering", "address", "○○시 ○○구"))
NUMBERS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "○○○@○○○"),
    (re.compile(r"(?<!\d)\d{3}-?\d{2}-?\d{5}(?!\d)"), "000-00-○○○○○"),                          # business and unique numbers
    (re.compile(r"(?<!\d)(?:\+82[- ]?|0)\d{1,2}[-. )]?\d{3,4}[-. ]?\d{4}(?!\d)"), "0○○-○○○○-○○○○"),     # telephone
)
LEGAL = re.compile(r"\(주\)|\(사\)|\(재\)|㈜|주식회사|사단법인|재단법인|사회복지법인")


def known_names(several, people=()):
    """[(name, what stands for it)], the longest first. `several`: facts as seals have them; `people`: who had to do with the case."""
    found = {}
    for facts in several:
        for whole, part, instead in NAMES:
            for name in spelled(facts.get(whole, {}).get(part) or ""):
                found.setdefault(name, instead)
    for name in people:
        for spelling in spelled(name):
            found.setdefault(spelling, "○○○")
    return sorted(found.items(), key=lambda one: (-len(one[0]), one[0]))


def spelled(name):
    """As it is written, without its legal form, and without blanks."""
    name = unicodedata.normalize("NFC", name).strip()
    bare = " ".join(LEGAL.sub(" ", name).split())
    return [one for one in dict.fromkeys((name, bare, bare.replace(" ", ""))) if len(one) >= LEAST]


def anonymised(text, known):
    text = unicodedata.normalize("NFC", text)
    for name, instead in known:
        text = re.sub(re.escape(name), instead, text, flags=re.IGNORECASE)
    for pattern, instead in NUMBERS:
        text = pattern.sub(instead, text)
    return text


def left_in(text, known):
    """[name or number] that still stands in it."""
    text = unicodedata.normalize("NFC", text)
    names = [name for name, _instead in known if name.casefold() in text.casefold()]
    return names + [match.group() for pattern, _instead in NUMBERS for match in pattern.finditer(text) if "○" not in match.group()]
