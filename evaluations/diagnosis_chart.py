"""The result of a self-diagnosis as bars, area by area: where each piece lies in the drawing. The template draws it."""
from dataclasses import dataclass

from django.utils.safestring import mark_safe

from core.icons import STATES
from evaluations.diagnosis_result import SHAPES

WIDTH = 360
NAME, BAR, THIN, AFTER = 24, 28, 10, 22         # heights: the area's name, its bar, the earlier bar, what stays free
GAP = 2                                         # between two pieces
SHAPE_FROM = 46                                 # a narrower piece has room for its number alone


@dataclass(frozen=True)
class Piece:
    kind: str
    number: int
    x: float
    width: float

    @property
    def css(self):
        return self.kind or "open"

    @property
    def middle(self):
        return round(self.x + self.width / 2 + (9 if self.has_shape else 0), 1)

    @property
    def shape_x(self):
        return round(self.x + self.width / 2 - 17, 1)

    @property
    def has_shape(self):
        return self.width >= SHAPE_FROM

    @property
    def shape(self):
        return mark_safe(STATES[SHAPES[self.kind]])         # noqa: S308 -- our own drawings only


@dataclass(frozen=True)
class Bar:
    result: object
    y: int
    pieces: list
    before: list

    @property
    def name_y(self):
        return self.y + 16

    @property
    def bar_y(self):
        return self.y + NAME

    @property
    def words_y(self):
        return self.bar_y + 19

    @property
    def shape_y(self):
        return self.bar_y + 6

    @property
    def before_y(self):
        return self.bar_y + BAR + 3


@dataclass(frozen=True)
class Chart:
    bars: list
    height: int
    width: int = WIDTH


def chart_of(areas):
    """`areas`: [AreaResult]."""
    bars, y = [], 0
    for result in areas:
        bars.append(Bar(result, y, pieces_of(result.counts), pieces_of(result.before)))
        y += NAME + BAR + (THIN + 3 if result.before else 0) + AFTER
    return Chart(bars, max(y - AFTER, 0) + 2)


def pieces_of(counts):
    """Side by side over the whole width, each as wide as its share."""
    total, x, pieces = sum(count.number for count in counts), 0.0, []
    for count in counts:
        if count.number:
            width = WIDTH * count.number / total
            pieces.append(Piece(count.kind, count.number, round(x, 1), round(width - GAP, 1)))
            x += width
    return pieces
