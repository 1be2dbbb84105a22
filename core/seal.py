"""The square red seal (직인) of an office, drawn: its title and 의직인 in up to four columns that fill the square."""
from functools import lru_cache
from math import ceil, sqrt

from django.utils.html import format_html, format_html_join

RED = "#c0241b"
COLUMNS = 4
ENDING = "의직인"
EDGE, INSIDE = 9, 82                # of a hundred: where the characters begin, and how far they reach
FONT_SIZE = 20
BASELINE = 0.888                    # of a row, where a character stands
WIDER, TALLER = 1.08, 1.043         # a character's drawing is smaller than its box


def seal_rows(title):
    """The characters row by row, as even as they go, the longer rows first."""
    characters = "".join(title.split()) + ENDING
    columns = min(COLUMNS, ceil(sqrt(len(characters))))
    count = ceil(len(characters) / columns)
    short, longer = divmod(len(characters), count)
    rows, start = [], 0
    for number in range(count):
        end = start + short + (number < longer)
        rows.append(characters[start:end])
        start = end
    return rows


@lru_cache(maxsize=64)
def seal_svg(title, said):
    """The seal as inline SVG; `said` is what those hear who cannot see it."""
    rows = seal_rows(title)
    height = INSIDE / len(rows)
    glyphs = [
        (f"{EDGE + (x + .5) * INSIDE / len(row):.2f} {EDGE + (y + BASELINE) * height:.2f}",
         f"{INSIDE / len(row) * WIDER / FONT_SIZE:.3f} {height * TALLER / FONT_SIZE:.3f}", character)
        for y, row in enumerate(rows) for x, character in enumerate(row)
    ]
    return format_html(
        '<svg class="seal" viewBox="0 0 100 100" role="img"><title>{}</title>'
        '<g fill="{red}" font-family="NanumMyeongjo" font-weight="700" font-size="{size}" text-anchor="middle">'
        '<rect x="2.5" y="2.5" width="95" height="95" rx="2" fill="none" stroke="{red}" stroke-width="4.5"/>{}</g></svg>',
        said, format_html_join("", '<text transform="translate({}) scale({})">{}</text>', glyphs), red=RED, size=FONT_SIZE,
    )
