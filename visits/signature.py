"""A signature drawn on the glass: strokes of points in a field of known size, kept as numbers; or why there is none."""
from django.utils.translation import gettext as _

from core.errors import Refused

MOST_POINTS = 4000
LEAST_INK = 0.15            # of the field's width: less is a slip of the finger


def checked(sketch):
    """{"width", "height", "strokes": [[x, y, x, y, …], …]} in whole numbers, or {"unsigned": why}. Raises Refused with what to do."""
    if isinstance(sketch, dict) and isinstance(sketch.get("unsigned"), str) and sketch["unsigned"].strip():
        return {"unsigned": sketch["unsigned"].strip()[:200]}
    if not is_drawn(sketch):
        raise Refused(_("The signature cannot be read. Please sign again."), "signature")
    width, height = sketch["width"], sketch["height"]
    strokes = [[min(max(number, 0), width if place % 2 == 0 else height) for place, number in enumerate(stroke)]
               for stroke in sketch["strokes"]]
    if ink(strokes) < LEAST_INK * width:
        raise Refused(_("Nothing is signed yet. Please sign in the field."), "signature")
    return {"width": width, "height": height, "strokes": strokes}


def is_drawn(sketch):
    """Whether it has the shape of a drawing: a field of a sensible size, strokes of pairs of whole numbers, not too many."""
    if not isinstance(sketch, dict) or not isinstance(sketch.get("strokes"), list):
        return False
    if not all(isinstance(sketch.get(side), int) and 50 <= sketch[side] <= 4000 for side in ("width", "height")):
        return False
    strokes = sketch["strokes"]
    if not all(isinstance(stroke, list) and len(stroke) % 2 == 0 and all(type(one) is int for one in stroke) for stroke in strokes):
        return False
    return sum(len(stroke) for stroke in strokes) <= 2 * MOST_POINTS


def ink(strokes):
    """How long all strokes are together, in the field's own units."""
    return sum(abs(stroke[at + 2] - stroke[at]) + abs(stroke[at + 3] - stroke[at + 1])
               for stroke in strokes for at in range(0, len(stroke) - 2, 2))


def shown(sketch):
    """What a page shows: {"path", "width", "height"} of an SVG drawing, or {"unsigned": why}; nothing if there is no signature."""
    if not sketch or "strokes" not in sketch:
        return sketch or {}
    path = " ".join(f"M{line_of(stroke)}" for stroke in sketch["strokes"] if stroke)
    return {"path": path, "width": sketch["width"], "height": sketch["height"]}


def line_of(stroke):
    return " L".join(f"{stroke[at]} {stroke[at + 1]}" for at in range(0, len(stroke), 2))
