"""The guilloche that runs around a certificate and a plaque: eight waves along a rounded rectangle, as an engraver's machine draws them."""
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

HANDLE = 0.3642                     # of half a wave: with handles so long a cubic curve is a sine


@dataclass(frozen=True)
class Shape:
    """Millimetres: the paper, where the waves' middle runs, how round its corners are, how high and long the waves are."""
    width: float
    height: float
    middle: float
    radius: float
    wave: float
    length: float
    line: float


A4 = Shape(210, 297, middle=14, radius=6.4, wave=3.68, length=11.28, line=0.11)
A3 = Shape(300, 297, middle=17, radius=8, wave=4.6, length=13.92, line=0.16)      # beside the band of colour
SQUARE = Shape(200, 150, middle=10, radius=5, wave=2.7, length=8.2, line=0.11)     # below the band of colour


@lru_cache
def frame_svg(shape: Shape, dark="#083891", light="#346fb2") -> bytes:
    """The frame as a picture of its own, in millimetres, in two tones of one hue."""
    paths = [_wave(shape, shape.wave, shape.length, turn / 5, dark) for turn in range(5)]
    paths += [_wave(shape, shape.wave / 2, shape.length * 0.625, turn / 3, light) for turn in range(3)]
    out, inner = shape.wave + 1.22, shape.wave + 1.22
    lines = [_line(shape, shape.middle - out, shape.radius + out, 0.7, dark), _line(shape, shape.middle + inner, 1.5, 0.25, dark),
             _line(shape, shape.middle + inner + 0.8, 0.7, 0.12, dark)]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{shape.width}mm" height="{shape.height}mm" '
            f'viewBox="0 0 {shape.width} {shape.height}" fill="none" stroke-width="{shape.line}">{"".join(paths + lines)}</svg>').encode()


def _line(shape, inset, radius, stroke, colour):
    return (f'<rect x="{inset:.2f}" y="{inset:.2f}" width="{shape.width - 2 * inset:.2f}" height="{shape.height - 2 * inset:.2f}" '
            f'rx="{radius:.2f}" stroke="{colour}" stroke-width="{stroke}"/>')


def _wave(shape, height, length, turn, colour):
    """One wave that closes: as many whole lengths as go around, begun `turn` of a length later."""
    around = _around(shape)
    turns = 2 * round(around / length)                      # from a crest to a trough and so on: one curve each
    half = around / turns

    def turning(number):
        """(point, handle) of a crest or a trough: there the wave runs beside the middle."""
        along = (number + 0.5 - 2 * turn) * half
        (x, y), (out_x, out_y) = _middle(shape, along)
        high = height if number % 2 == 0 else -height
        curved = 1 + high * _bend(shape, along)             # on the outside of a corner the way is longer
        return (x + out_x * high, y + out_y * high), (-out_y * half * HANDLE * curved, out_x * half * HANDLE * curved)

    (x, y), (dx, dy) = turning(0)
    pieces = [f"M{x:.2f} {y:.2f}C{x + dx:.2f} {y + dy:.2f}"]
    for number in range(1, turns + 1):
        (x, y), (dx, dy) = turning(number)
        pieces.append(f"{'S' if number > 1 else ' '}{x - dx:.2f} {y - dy:.2f} {x:.2f} {y:.2f}")
    return f'<path d="{"".join(pieces)}z" stroke="{colour}"/>'


def _sides(shape):
    return shape.width - 2 * (shape.middle + shape.radius), shape.height - 2 * (shape.middle + shape.radius)


def _around(shape):
    across, down = _sides(shape)
    return 2 * (across + down) + 2 * pi * shape.radius


def _bend(shape, along):
    """How much the middle turns a millimetre, there."""
    across, down = _sides(shape)
    along %= _around(shape) / 2
    corner = pi * shape.radius / 2
    straight = along <= across or across + corner < along <= across + corner + down
    return 0 if straight else 1 / shape.radius


def _middle(shape, along):
    """(point, direction outward) of the rounded rectangle, so many millimetres along it, clockwise from the top left."""
    across, down = _sides(shape)
    corner = pi * shape.radius / 2
    near, far_x, far_y = shape.middle + shape.radius, shape.width - shape.middle - shape.radius, shape.height - shape.middle - shape.radius
    along %= _around(shape)
    legs = [(across, near, near, 0), (down, far_x, near, 1), (across, far_x, far_y, 2), (down, near, far_y, 3)]
    for length, x, y, quarter in legs:
        out = [(0, -1), (1, 0), (0, 1), (-1, 0)][quarter]
        ahead = (-out[1], out[0])
        if along <= length:
            return (x + ahead[0] * along + out[0] * shape.radius, y + ahead[1] * along + out[1] * shape.radius), out
        along -= length
        if along <= corner:
            angle = along / shape.radius
            turned = (out[0] * cos(angle) + ahead[0] * sin(angle), out[1] * cos(angle) + ahead[1] * sin(angle))
            centre = (x + ahead[0] * length, y + ahead[1] * length)
            return (centre[0] + turned[0] * shape.radius, centre[1] + turned[1] * shape.radius), turned
        along -= corner
    return _middle(shape, 0)
