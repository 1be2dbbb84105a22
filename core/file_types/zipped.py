"""Packed files (zip): hwpx, docx, xlsx, pptx. Counted while they are inflated, since their headers may lie."""
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile

from core.file_types import ole
from core.file_types.reasons import refusal

MAX_ENTRIES = 2_000
MAX_RATIO = 100
MAX_INFLATED = 300 * 1024 * 1024
SMALL = 10 * 1024 * 1024                # an entry this small may be as regular as it likes
PIECE = 256 * 1024

_CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = {
    "docx": ("word/", b"wordprocessingml.document"),
    "xlsx": ("xl/", b"spreadsheetml.sheet"),
    "pptx": ("ppt/", b"presentationml.presentation"),
}
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\x00", b"BZh", b"MSCF",
             b"\x28\xb5\x2f\xfd")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")
_PROGRAM_NAMES = {".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".jse", ".wsf", ".hta", ".lnk", ".msi", ".class",
                  ".jar", ".apk"}
_KEPT = (_CONTENT_TYPES, "META-INF/manifest.xml", "mimetype")      # what the checks below read


class Budget:
    """How many inflated bytes may still come, over a package and the packages inside it."""

    def __init__(self):
        self.left = MAX_INFLATED

    def spend(self, count):
        self.left -= count
        if self.left < 0:
            raise refusal("bomb")


def check(file, kind, *, budget=None):
    """Raises Refused unless the file is a package of exactly this kind, open, without macros, and of a sane size when inflated.

    `budget` is handed in for a package inside another one, which may hold no further one.
    """
    entries = _entries(file, kind)
    _refuse_names(entries)
    kept = _inflate(file, entries, budget or Budget(), inside=budget is not None)
    if kind == "hwpx":
        _check_hwpx(entries, kept)
    else:
        _check_office(entries, kept, kind)


def _entries(file, kind):
    """The directory, in the order of the file, read only after its size is known to be sane."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise refusal("locked" if ole.is_locked_package(file) else "other_content", extension=kind)
    size = file.seek(0, 2)
    _refuse_large_directory(file, size)
    try:
        with zipfile.ZipFile(file) as package:
            entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error, OverflowError) as broken:
        raise refusal("damaged") from broken
    if not entries or entries[0].header_offset != 0:
        raise refusal("other_content", extension=kind)
    if len(entries) > MAX_ENTRIES or sum(entry.compress_size for entry in entries) > size:
        raise refusal("bomb")                   # more packed bytes than the file has: entries lie over each other
    claimed = sum(entry.file_size for entry in entries)
    if claimed > MAX_INFLATED or claimed > max(size * MAX_RATIO, SMALL):
        raise refusal("bomb")
    return entries


def _refuse_large_directory(file, size):
    """zipfile builds an object per entry before anybody can count: look at the end record first."""
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        raise refusal("damaged")
    count, directory, comment = struct.unpack_from("<10xHL4xH", tail, at)
    if at + 22 + comment != len(tail):
        raise refusal("damaged")
    if tail[at - 20:at - 16] == b"PK\x06\x07":              # the 64-bit end record decides where there is one
        file.seek(max(0, size - len(tail) + at - 76))       # where zipfile looks for it
        count, directory = struct.unpack_from("<32xQQ", file.read(56).ljust(56))
    if count > MAX_ENTRIES or directory > MAX_ENTRIES * 512:
        raise refusal("bomb")


def _refuse_names(entries):
    seen = set()
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 0x41:
            raise refusal("locked")
        if name in seen or name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts:
            raise refusal("damaged")
        seen.add(name)
        if PurePosixPath(name).suffix.lower() in _PROGRAM_NAMES:
            raise refusal("programs")


def _inflate(file, entries, budget, inside):
    """Go through every entry once, a piece at a time, counting; returns the few small ones the checks read."""
    kept = {}
    for entry in entries:
        begin, count = b"", 0
        with SpooledTemporaryFile(max_size=PIECE) as package:
            for piece in _pieces(file, entry):
                count += len(piece)
                budget.spend(len(piece))
                if count > max(entry.compress_size * MAX_RATIO, SMALL):
                    raise refusal("bomb")
                begin = begin if len(begin) >= PIECE else begin + piece
                if _may_be_package(entry):
                    package.write(piece)
            if count != entry.file_size:
                raise refusal("damaged")
            _refuse_content(begin, package, entry, budget, inside)
        if entry.filename in _KEPT:
            kept[entry.filename] = begin[:PIECE]
    return kept


def _pieces(file, entry):
    """What the entry inflates to, in pieces of bounded size, whatever its headers claim."""
    file.seek(entry.header_offset)
    header = file.read(30)
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise refusal("damaged")
    name_length, extra_length = struct.unpack_from("<26xHH", header)
    if file.read(name_length).decode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace") != entry.orig_filename:
        raise refusal("damaged")                # two readers would see two different packages
    file.seek(extra_length, 1)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refusal("damaged")
    inflater = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    left = entry.compress_size
    try:
        while left > 0 and (packed := file.read(min(PIECE, left))):
            left -= len(packed)
            yield from _inflated(inflater, packed) if inflater else (packed,)
        if inflater:
            yield inflater.flush()
    except zlib.error as broken:
        raise refusal("damaged") from broken


def _inflated(inflater, packed):
    while packed:
        yield inflater.decompress(packed, PIECE)
        packed = inflater.unconsumed_tail


def _may_be_package(entry):
    """A chart keeps its table as a package in the package: that one is looked into, one level deep."""
    path = PurePosixPath(entry.filename)
    return path.parent.name == "embeddings" and path.suffix.lower()[1:] in _OFFICE


def _refuse_content(begin, package, entry, budget, inside):
    if begin.startswith(_PROGRAMS):
        raise refusal("programs")
    if begin.startswith(_ARCHIVES):
        if inside or not _may_be_package(entry):
            raise refusal("packed")
        check(package, PurePosixPath(entry.filename).suffix.lower()[1:], budget=budget)


def _check_hwpx(entries, kept):
    first = entries[0]
    named_right = first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
    if not named_right or kept["mimetype"].strip() != b"application/hwp+zip":
        raise refusal("other_content", extension="hwpx")
    if b"encryption-data" in kept.get("META-INF/manifest.xml", b""):
        raise refusal("locked")


def _check_office(entries, kept, kind):
    folder, mark = _OFFICE[kind]
    types = kept.get(_CONTENT_TYPES, b"")
    names = [entry.filename for entry in entries]
    macro_parts = any(PurePosixPath(name).name.lower() == "vbaproject.bin" or "/macrosheets/" in name.lower() for name in names)
    if macro_parts or b"macroenabled" in types.lower():
        raise refusal("macros")
    if b"officedocument." + mark + b".main+xml" not in types or not any(name.startswith(folder) for name in names):
        raise refusal("other_content", extension=kind)
