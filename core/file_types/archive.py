"""A zip of files that somebody hands in together: unpacked piece by piece, counted, and each file looked at by whoever takes it."""
import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from core.file_types import zipped
from core.file_types.reasons import refusal

UTF_8 = 0x800               # the flag of a name that says its own encoding
LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def unpack(file: BinaryIO) -> Iterator[tuple[str, io.BytesIO]]:
    """(name without its folders, content) of each file in it. Raises Refused for what is no zip, locked, damaged, or a bomb."""
    budget = zipped.Budget()
    entries = zipped._entries(file, "zip")
    zipped._refuse_names(entries)
    for entry in entries:
        path = PurePosixPath(_name(entry))
        if entry.is_dir() or set(path.parts) & set(LITTER):
            continue
        content = io.BytesIO()
        for piece in zipped._pieces(file, entry):
            budget.spend(len(piece))
            if content.write(piece) and content.tell() > max(entry.compress_size * zipped.MAX_RATIO, zipped.SMALL):
                raise refusal("bomb")
        if content.tell() != entry.file_size:
            raise refusal("damaged")
        content.seek(0)
        yield path.name, content


def _name(entry):
    """Windows in Korean writes names in its own encoding and does not say so."""
    if entry.flag_bits & UTF_8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("cp949")
    except UnicodeError:
        return entry.filename
