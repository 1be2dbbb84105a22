"""Setting text for paper: how wide words are, where lines break, and which size fits.

WeasyPrint breaks Korean between any two characters. A formal text breaks between words, so its lines are made here.
"""
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

WIDTHS = {width: set(characters) for width, characters in (        # ems, of NanumMyeongjo, rounded up
    (0.28, "',.ijl`"), (0.32, ' \N{NO-BREAK SPACE}"I'), (0.36, "ft"), (0.40, "!()J[]rs{}"), (0.44, "/:;ez"), (0.48, "c·"),
    (0.52, "?S^_agvy|"),
    (0.56, "0123456789<>FPbdhknopqux"), (0.64, "#$*+-=BEL"), (0.72, "T~"), (0.80, "ACDGKRUVXYZw"), (0.88, "NOQm%&@H"), (1.04, "MW\\"),
)}
HANGUL = 0.95
WIDE = 1.3                          # what these fonts have not: Hanja, pictures
LONGEST_KEPT = 14                   # characters: a longer word may break inside, or it would leave its column


def width_of(text):
    """About how wide it is, in ems; rather too much than too little."""
    return sum(_width(character) for character in text)


@lru_cache(maxsize=4096)
def _width(character):
    if "가" <= character <= "힣":
        return HANGUL
    if unicodedata.combining(character):
        return 0
    return next((width for width, characters in WIDTHS.items() if character in characters), WIDE)


def lines_of(text, width):
    """The fewest lines of at most `width` ems, and among these the most even; only a word wider than a line is cut."""
    words = [piece for word in text.split(" ") if word for piece in _cut(word, width)]
    lines = _filled(words, width)
    narrow = max((width_of(word) for word in words), default=0)
    for tenth in range(int(narrow * 10), int(width * 10)):
        if len(even := _filled(words, tenth / 10)) == len(lines) and max(map(width_of, even), default=0) <= width:
            return even
    return lines


def _cut(word, width):
    if width_of(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _filled(words, width):
    lines = []
    for word in words:
        if lines and width_of(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class Step:
    """A size that a text may have: the class of that size, the width of a line there in ems, and how many lines."""
    css: str
    width: float
    lines: int


@dataclass(frozen=True)
class Fitted:
    """A text in its lines, and the class of the size in which they fit."""
    lines: tuple[str, ...]
    css: str

    def __html__(self):
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in self.lines))

    __str__ = __html__


def fit(text, steps):
    """The text in the first of these steps that holds it; past the last it is cut there, with an ellipsis."""
    for step in steps:
        lines = lines_of(text, step.width)
        if len(lines) <= step.lines:
            return Fitted(tuple(lines), step.css)
    kept = lines[:step.lines]
    kept[-1] = kept[-1][:-1] + "…"
    return Fitted(tuple(kept), step.css)


def alike(texts, steps):
    """Several texts in one size: the first step that holds them all."""
    for place in range(len(steps)):
        fitted = [fit(text, steps[place:]) for text in texts]
        if len({text.css for text in fitted}) == 1:
            return fitted
    return fitted


def kept(text):
    """Running text whose words do not break, as HTML; line ends are kept."""
    return format_html_join(mark_safe("<br>"), "{}", ((_kept_line(line),) for line in text.splitlines()))


def _kept_line(line):
    return format_html_join(" ", "{}", ((_kept_word(word),) for word in line.split()))


def _kept_word(word):
    breaks = any("가" <= character <= "힣" for character in word) or "-" in word
    return format_html("<span class=kept>{}</span>", word) if breaks and len(word) <= LONGEST_KEPT else word


__all__ = ["Fitted", "Step", "alike", "fit", "kept", "lines_of", "width_of"]
