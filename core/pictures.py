"""Pictures of documents that we made: drawn in a jail from the stored file, made anew in another, so that only pixels are left."""
import struct
from typing import NamedTuple

from core.errors import Unavailable
from core.file_types import reencode
from core.file_types.confined import draw
from core.files import open_stored
from core.models import StoredFile

WIDTH = 1200                                # pixels
HEAD = struct.Struct(">16xII")              # of a PNG: width and height stand at the 17th byte


class Picture(NamedTuple):
    content: bytes
    size: tuple[int, int]                   # width and height in pixels


def picture_of_sheet(stored: StoredFile, width: int = WIDTH) -> Picture:
    """The first page of a PDF as a PNG, cut where a printer cuts it. Raises Unavailable if it cannot be drawn."""
    with open_stored(stored) as file:
        drawn, verdict = draw(file, width)
    with drawn:
        if verdict:
            raise Unavailable(verdict)
        fresh, _found = reencode(drawn, "png")
    with fresh:
        content = fresh.read()
    return Picture(content, HEAD.unpack(content[:HEAD.size]))
