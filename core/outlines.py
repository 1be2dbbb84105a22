"""Words as outlines: one path that looks the same in every program, whatever fonts it has."""
from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from core.pdf import FONT_FOLDERS

MISSING = "□"


@cache
def _font(name):
    """(the font, its table of characters, its drawings)."""
    found = next((path for folder in FONT_FOLDERS for path in Path(folder).expanduser().rglob(f"{name}.ttf")), None)
    if found is None:
        raise FileNotFoundError(f"{name}.ttf is not installed (fonts-nanum)")
    font = TTFont(found, lazy=True)
    return font, font.getBestCmap(), font.getGlyphSet()


def outlined(text, font, size, *, x=0.0, y=0.0):
    """(the `d` of one path, where it ends) for a line of text that begins at x and stands on y. What the font has not is a box."""
    face, characters, glyphs = _font(font)
    scale = size / face["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    for character in text:
        glyph = glyphs[characters.get(ord(character)) or characters.get(ord(MISSING)) or ".notdef"]
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += glyph.width * scale
    return pen.getCommands(), x
