"""Drawings (SVG) and marks that people bring: written anew from a short list of shapes, so that nothing else can be inside."""
import re
import struct
import xml.etree.ElementTree as ElementTree

from django.utils.translation import gettext as _

from core.errors import Refused

MAX_BYTES, MAX_SHAPES, MAX_DEPTH = 300 * 1024, 3_000, 30
SVG = "http://www.w3.org/2000/svg"
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient", "radialGradient",
          "stop", "clipPath"}
SILENT = {"title", "desc", "metadata"}          # words about the drawing, not the drawing
PAINT = {"fill", "stroke", "stop-color", "color"}
LOOK = PAINT | {"fill-opacity", "fill-rule", "clip-rule", "clip-path", "opacity", "stroke-width", "stroke-opacity", "stroke-linecap",
                "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stop-opacity"}
PLACE = {"id", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "cx", "cy", "r", "rx", "ry", "fx", "fy", "offset",
         "transform", "viewBox", "gradientUnits", "gradientTransform", "spreadMethod", "preserveAspectRatio"}
VALUE = re.compile(r"[\w\s.,#%+()'-]*", re.ASCII)
REFERENCE = re.compile(r"url\(#[\w-]+\)", re.ASCII)
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*>")      # one that declares nothing; older programs write it
LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*")


def clean_svg(content: bytes) -> bytes:
    """The same drawing made anew: shapes, paint and gradients, without size of its own. Raises Refused, naming what it cannot take."""
    root = _parsed(content)
    box = _box(root)
    fresh = ElementTree.Element(f"{{{SVG}}}svg", {"viewBox": box})
    left = [MAX_SHAPES]
    _copy_look(root, fresh, places=False)
    for child in root:
        _copy(child, fresh, left, 1)
    if left[0] == MAX_SHAPES:
        raise Refused(_("This drawing is empty."))
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(fresh, encoding="utf-8")


def proportions(content: bytes) -> tuple[float, float]:
    """(width, height) of a drawing made anew here, or of a PNG."""
    if content.startswith(b"\x89PNG"):
        return struct.unpack(">II", content[16:24]) if len(content) >= 24 else (0, 0)
    return tuple(float(part) for part in re.search(rb'viewBox="([^"]*)"', content)[1].split()[2:])


def _parsed(content):
    if len(content) > MAX_BYTES:
        raise Refused(_("This drawing is larger than %(limit)s KB. Simplify it, or save it as PNG.") % {"limit": MAX_BYTES // 1024})
    try:
        text = DOCTYPE.sub("", content.decode("utf-8-sig"), count=1)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:           # entities would be expanded
            raise ValueError
        root = ElementTree.fromstring(text)                     # noqa: S314 -- without a document type there is nothing to expand
    except (ValueError, ElementTree.ParseError):
        raise Refused(_("This file is no SVG drawing that can be read. Save it again in the program that made it.")) from None
    if root.tag != f"{{{SVG}}}svg":
        raise Refused(_("This file is no SVG drawing that can be read. Save it again in the program that made it."))
    return root


def _box(root):
    words = root.get("viewBox", "").replace(",", " ").split()
    if not words:
        sides = [LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
        words = ["0", "0", *(side[1] for side in sides if side)]
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        numbers = []
    if len(numbers) != 4 or not all(0 < side < 100_000 for side in numbers[2:]) or not all(abs(one) < 100_000 for one in numbers[:2]):
        raise Refused(_("This drawing does not say how large it is (viewBox). Save it again in the program that made it."))
    return " ".join(f"{number:g}" for number in numbers)


def _copy(element, into, left, depth):
    if not isinstance(element.tag, str):
        return
    space, _brace, name = element.tag.rpartition("}")
    if space.lstrip("{") != SVG or name in SILENT:              # what editors note for themselves
        return
    if name not in SHAPES:
        raise Refused(_("This drawing contains “%(name)s”, which cannot be taken over. Turn text into outlines and pictures into shapes, "
                        "write colours as attributes, and save it as SVG again.") % {"name": name[:20]})
    left[0] -= 1
    if left[0] < 0 or depth > MAX_DEPTH:
        raise Refused(_("This drawing has too many shapes. Simplify it, or save it as PNG."))
    fresh = ElementTree.SubElement(into, f"{{{SVG}}}{name}")
    _copy_look(element, fresh)
    for child in element:
        _copy(child, fresh, left, depth + 1)


def _copy_look(element, fresh, places=True):
    """Its attributes, and what a `style` says, which comes first in CSS."""
    said = dict(element.attrib)
    for piece in said.pop("style", "").split(";"):
        name, _colon, value = piece.partition(":")
        if name.strip() in LOOK:
            said[name.strip()] = value.strip()
    for name, value in said.items():
        if name in LOOK or (places and name in PLACE):
            bare = REFERENCE.sub("", value)
            if VALUE.fullmatch(bare) and "url" not in bare.lower():
                fresh.set(name, value)
