"""A map of equal cells: where the districts of a province, and the provinces, lie to each other. Pure data and reckoning.

Each place stands at (row, half columns from the left); cells of a row are two half columns apart, those of the next row are moved by one.
"""
from functools import lru_cache
from math import ceil

HALF, ROW, EDGE = 38, 65.8, 2                   # a cell is 76 wide and 88 high, rows overlap
WIDE, HIGH = 2 * HALF, 87.8
LEVELS = 4
BUSAN = {
    "26320": (0, 1), "26410": (0, 3), "26710": (0, 5),
    "26440": (1, 0), "26530": (1, 2), "26260": (1, 4), "26350": (1, 6),
    "26380": (2, 1), "26230": (2, 3), "26470": (2, 5), "26500": (2, 7),
    "26140": (3, 2), "26170": (3, 4), "26290": (3, 6),
    "26110": (4, 3), "26200": (4, 5),
}
DAEGU = {
    "27720": (0, 3), "27230": (1, 2), "27140": (1, 4), "27170": (2, 1), "27110": (2, 3), "27260": (2, 5),
    "27290": (3, 2), "27200": (3, 4), "27710": (4, 1),
}
NATION = {
    "28": (0, 1), "11": (0, 3), "51": (0, 5), "41": (1, 2), "43": (1, 4), "44": (2, 1), "36": (2, 3), "47": (2, 5), "30": (3, 2),
    "27": (3, 4), "52": (4, 1), "48": (4, 3), "31": (4, 5), "29": (5, 0), "46": (5, 2), "26": (5, 4), "50": (6, 1),
}
OF_PROVINCE = {"26": BUSAN, "27": DAEGU}        # a province that is not here has its list and no map


def centre(cell):
    """Where the middle of a cell is drawn."""
    row, half = cell
    return EDGE + HALF + HALF * half, EDGE + HIGH / 2 + ROW * row


def corners(cell):
    x, y = centre(cell)
    half, quarter = HIGH / 2, HIGH / 4
    return " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in (
        (0, -half), (HALF, -quarter), (HALF, quarter), (0, half), (-HALF, quarter), (-HALF, -quarter)))


@lru_cache(maxsize=256)
def drawn(cell):
    """(x of its words, y of its name, y of its figure, its corners), as a drawing writes them."""
    x, y = centre(cell)
    return f"{x:.1f}", f"{y - 5:.1f}", f"{y + 17:.1f}", corners(cell)


@lru_cache(maxsize=64)
def size(cells):
    """(width, height) of the drawing."""
    across, down = max(half for _row, half in cells), max(row for row, _half in cells)
    return round(2 * EDGE + WIDE + HALF * across), round(2 * EDGE + HIGH + ROW * down)


def neighbours(code, layout):
    """The codes of what touches it."""
    if code not in layout:
        return set()
    row, half = layout[code]
    beside = {(row, half - 2), (row, half + 2), *((row + down, half + side) for down in (-1, 1) for side in (-1, 1))}
    return {other for other, cell in layout.items() if cell in beside}


def bounds(counts):
    """[(least, most)] of each level above none; the last is open. Few places: each number has its own."""
    step = max(ceil(max(counts, default=0) / LEVELS), 1)
    return [(step * level + 1, step * (level + 1) if level < LEVELS - 1 else None) for level in range(LEVELS)]


def level(count, steps):
    return next((number for number, (least, most) in enumerate(steps, 1) if least <= count and (most is None or count <= most)), 0)
