"""Our own documents as pictures: the first page of a PDF as a PNG, made in a process of its own, cut where a printer cuts it."""
import io
import struct
import threading
from contextlib import contextmanager
from typing import NamedTuple

from django.utils.translation import gettext as _
from PIL import Image

from core.errors import Unavailable
from core.file_types import reencode
from core.file_types.confined import pictured
from core.files import open_stored
from core.models import StoredFile
from core.pdf import DocumentFailed

WIDTH = 1200                                    # pixels
HEAD = struct.Struct(">16xII")                  # of a PNG: width and height stand at the 17th byte
AT_ONCE, WAIT = 2, 10                           # documents drawn at the same time for people who wait, by one process; seconds
_turns = threading.BoundedSemaphore(AT_ONCE)


class Picture(NamedTuple):
    content: bytes
    size: tuple[int, int]                   # width and height in pixels


@contextmanager
def drawn_while_waiting():
    """For what is drawn in a request and kept by nobody: not more at once than a process bears, and a sentence instead of a failure."""
    if not _turns.acquire(timeout=WAIT):
        raise Unavailable(_("Many documents are being made just now. Please try again in a moment."))
    try:
        yield
    except DocumentFailed:
        raise Unavailable(_("This document cannot be made just now. Please try again in a moment.")) from None
    finally:
        _turns.release()


def png_of(content: bytes, width: int) -> bytes:
    """The first page, so many pixels wide, clear where nothing is printed. Raises DocumentFailed."""
    written, verdict = pictured(io.BytesIO(content), width)
    with written:
        if verdict:
            raise DocumentFailed(f"no picture of it: {verdict}")
        return written.read()


def smaller(png: bytes, width: int) -> bytes:
    """The same picture, of our own making, less wide."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        fresh = picture.resize((width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    fresh.save(target, "PNG", compress_level=6)
    return target.getvalue()


def picture_of_sheet(stored: StoredFile, width: int = WIDTH) -> Picture:
    """The first page of a PDF as a PNG of pixels alone. Raises Unavailable if it cannot be drawn."""
    with open_stored(stored) as file:
        drawn, verdict = pictured(file, width)
    with drawn:
        if verdict:
            raise Unavailable(verdict)
        fresh, _found = reencode(drawn, "png")
    with fresh:
        content = fresh.read()
    return Picture(content, HEAD.unpack(content[:HEAD.size]))


def reduced(stored: StoredFile, side: int) -> Picture:
    """A stored picture, which we made anew, as a JPEG of at most so many pixels on its longer side, without metadata."""
    with open_stored(stored) as file, Image.open(file, formats=["JPEG", "PNG"]) as picture:
        fresh = picture.convert("RGBA")
    fresh.thumbnail((side, side), Image.Resampling.LANCZOS)
    flat = Image.new("RGB", fresh.size, "white")
    flat.paste(fresh, mask=fresh.getchannel("A"))
    target = io.BytesIO()
    flat.save(target, "JPEG", quality=85, optimize=True)
    return Picture(target.getvalue(), flat.size)
