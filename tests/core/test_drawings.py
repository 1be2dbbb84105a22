"""Drawings that people bring: made anew from shapes, and nothing else gets in."""
import re

import pytest

from core.drawings import MAX_BYTES, clean_svg, proportions
from core.errors import Refused

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">'
PLAIN = f'{OPEN}<circle cx="50" cy="40" r="30" fill="#083891"/></svg>'


def drawing(inside, opening=OPEN):
    return f"{opening}{inside}</svg>".encode()


def test_shapes_paint_and_gradients_stay():
    inside = ('<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
              '<g transform="translate(3 4)"><path d="M0 0h10v10z" fill="url(#a)" stroke="none"/></g>')
    clean = clean_svg(drawing(inside)).decode()
    for said in ('viewBox="0 0 100 80"', "linearGradient", 'stop-color="#fff"', 'fill="url(#a)"', 'transform="translate(3 4)"', "M0 0h1"):
        assert said in clean
    assert clean_svg(clean.encode()).decode() == clean


def test_what_a_style_says_becomes_attributes():
    styled = '<rect width="9" height="9" fill="red" style="fill:#123456; filter:url(http://x/); -inkscape-x:1"/>'
    clean = clean_svg(drawing(styled)).decode()
    assert 'fill="#123456"' in clean and "http" not in clean.replace("http://www.w3.org/2000/svg", "") and "inkscape" not in clean


def test_what_editors_note_is_left_out_and_a_size_makes_a_box():
    opening = ('<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
               '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/x" width="40mm" height="30mm" onload="go()">')
    inside = '<i:guide x="1"/><title>x</title><metadata/><rect width="4" height="3" onclick="go()" i:label="y"/>'
    clean = clean_svg(drawing(inside, opening))
    assert proportions(clean) == (40, 30)
    assert not any(word in clean.decode() for word in ("go()", "guide", "title", "label", "DOCTYPE", "mm"))


@pytest.mark.parametrize("inside", [
    "<script>alert(1)</script>", '<text x="1" y="9">품</text>', '<image href="data:image/png;base64,AAAA"/>', '<use href="#a"/>',
    "<style>circle { fill: red }</style>", '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    '<a href="javascript:go()"><rect width="1" height="1"/></a>', '<animate attributeName="x"/>', "<filter/>", "<mask/>", "<pattern/>"])
def test_whatever_else_is_refused_by_its_name(inside):
    with pytest.raises(Refused, match=re.match(r"<(\w+)", inside)[1]):
        clean_svg(drawing(f"<g>{inside}</g>"))


@pytest.mark.parametrize("value", ["url(http://x/y)", "url(#a) url(//x)", "URL(x)", "javascript:go()", 'a"b', "expression(x)<", "&amp;#x"])
def test_a_paint_that_leads_outside_is_left_out(value):
    clean = clean_svg(drawing(f"<rect width='4' height='3' fill='{value.replace('<', '&lt;')}'/>")).decode()
    assert "fill" not in clean


@pytest.mark.parametrize("content", [
    b"", b"no drawing", b"<html/>", b"<svg><rect/></svg>", OPEN.encode(), b"\xff\xfe" + PLAIN.encode("utf-16-le"), b"\x89PNG\r\n\x1a\n",
    b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + PLAIN.encode(), b'<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a "a">]>' + PLAIN.encode()])
def test_what_is_no_drawing_is_a_sentence(content):
    with pytest.raises(Refused, match="SVG"):
        clean_svg(content)


@pytest.mark.parametrize("opening", ['<svg xmlns="http://www.w3.org/2000/svg">', OPEN.replace("100", "0"), OPEN.replace("100", "nan"),
                                     OPEN.replace("100", "1e99"), OPEN.replace("0 0 100", "0 100")])
def test_a_drawing_that_does_not_say_how_large_it_is_is_refused(opening):
    with pytest.raises(Refused, match="viewBox"):
        clean_svg(drawing("<rect/>", opening))


def test_too_much_is_refused():
    for content in (drawing("<g/>" * 4_000), drawing("<g>" * 40 + "</g>" * 40), drawing("<rect/>" + " " * MAX_BYTES), drawing("")):
        with pytest.raises(Refused):
            clean_svg(content)
