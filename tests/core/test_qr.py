"""QR codes: what is drawn is read by a decoder, at the size it hangs on a wall and at the size of a stamp."""
import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from core.qr import qr_path

ADDRESS = "https://poom.example/verify/7KQ4-MXT2-01D8P/"


def drawn(text, *, scale=4, quiet=4, **how):
    """The path as a printer would draw it, on white paper."""
    side, path = qr_path(text, **how)
    picture = Image.new("L", ((side + 2 * quiet) * scale,) * 2, 255)
    pen = ImageDraw.Draw(picture)
    pieces = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join("M{} {}h{}v1h-{}z".format(*piece) for piece in pieces) == path       # nothing in it but these strokes
    for x, y, run, back in (map(int, piece) for piece in pieces):
        assert run == back and x + run <= side and y < side
        left, top = (x + quiet) * scale, (y + quiet) * scale
        pen.rectangle((left, top, left + run * scale - 1, top + scale - 1), fill=0)
    return picture


@pytest.mark.parametrize("text", [ADDRESS, "7KQ4MXT201D8P", "https://poom.example/verify/?q=품질인증서", "x" * 300])
@pytest.mark.parametrize("error", ["l", "m", "h"])
@pytest.mark.parametrize("scale", [2, 9])
def test_what_is_drawn_is_read_again(text, error, scale):
    (found,) = zxingcpp.read_barcodes(drawn(text, scale=scale, error=error))
    assert found.text == text and found.format == zxingcpp.BarcodeFormat.QRCode


def test_a_torn_corner_is_still_read():
    picture = drawn(ADDRESS, error="h")
    ImageDraw.Draw(picture).rectangle((picture.width - 40, picture.height - 40, picture.width, picture.height), fill=255)
    assert zxingcpp.read_barcodes(picture)[0].text == ADDRESS


def test_the_same_text_is_the_same_drawing_without_a_quiet_zone():
    side, path = qr_path(ADDRESS)
    assert qr_path(ADDRESS) == (side, path) and path.startswith("M0 0h7v1h-7z") and (side - 21) % 4 == 0
