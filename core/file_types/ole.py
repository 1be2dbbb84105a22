"""Compound files (OLE2): hwp, doc, xls, ppt. Told apart by the streams at their root."""
from contextlib import contextmanager
from pathlib import PurePath

import olefile

from core.file_types.reasons import refusal

_MARKS = {                                      # root stream → kind
    "FileHeader": "hwp",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}
_HWP_SIGNATURE = b"HWP Document File"
_HWP_PASSWORD, _HWP_RIGHTS = 0b10, 0b10000      # FileHeader's property bits: password, rights management
_MACRO_STORAGES = {"VBA", "_VBA_PROJECT_CUR", "MACROS"}
_PROGRAMS = {".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".jse", ".wsf", ".hta", ".lnk", ".msi", ".eps", ".ps"}
_POWERPOINT_LOCKED = b"\xdf\xc4\xd1\xf3"        # headerToken of an encrypted presentation
_XLS_FILEPASS = 0x2F
MAX_STREAMS = 20_000


def check(file, kind):
    """Raises Refused unless the file is a compound file of exactly this kind, open and without macros."""
    with _opened(file, kind) as compound:
        paths = compound.listdir()
        if len(paths) > MAX_STREAMS:
            raise refusal("bomb")
        roots = {path[0] for path in paths if len(path) == 1}
        if "EncryptedPackage" in roots:
            raise refusal("locked")
        if {_MARKS[name] for name in roots & _MARKS.keys()} != {kind}:
            raise refusal("other_content", extension=kind)
        _CHECKS[kind](compound, roots)
        _refuse_programs(paths)


def is_locked_package(file):
    """Office puts a docx, xlsx or pptx with a password into a compound file."""
    file.seek(0)
    if file.read(8) != olefile.MAGIC:
        return False
    with _opened(file, "") as compound:
        return compound.exists("EncryptedPackage")


@contextmanager
def _opened(file, kind):
    file.seek(0)
    if file.read(8) != olefile.MAGIC:
        raise refusal("other_content", extension=kind)
    file.seek(0)
    try:
        compound = olefile.OleFileIO(file)
        try:
            yield compound
        finally:
            compound.close()
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError, MemoryError, OverflowError) as broken:
        raise refusal("damaged") from broken      # olefile meets hostile tables with whichever error Python has for it


def _check_hwp(compound, _roots):
    header = compound.openstream("FileHeader").read(40)
    if not header.startswith(_HWP_SIGNATURE):
        raise refusal("other_content", extension="hwp")
    properties = int.from_bytes(header[36:40], "little")
    if properties & (_HWP_PASSWORD | _HWP_RIGHTS):
        raise refusal("locked")


def _check_doc(compound, _roots):
    fib = compound.openstream("WordDocument").read(12)
    if len(fib) < 12 or fib[:2] not in (b"\xec\xa5", b"\xdc\xa5"):
        raise refusal("damaged")
    if int.from_bytes(fib[10:12], "little") & 0x0100:
        raise refusal("locked")


def _check_xls(compound, roots):
    stream = compound.openstream("Workbook" if "Workbook" in roots else "Book")
    start = stream.read(4)
    if start[:2] not in (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"):
        raise refusal("damaged")
    stream.read(int.from_bytes(start[2:4], "little"))
    for _ in range(4):                          # FILEPASS stands among the first records
        record = stream.read(4)
        if int.from_bytes(record[:2], "little") == _XLS_FILEPASS:
            raise refusal("locked")
        stream.read(int.from_bytes(record[2:4], "little"))


def _check_ppt(compound, roots):
    user = compound.openstream("Current User").read(16) if "Current User" in roots else b""
    if "EncryptedSummary" in roots or user[12:16] == _POWERPOINT_LOCKED:
        raise refusal("locked")


_CHECKS = {"hwp": _check_hwp, "doc": _check_doc, "xls": _check_xls, "ppt": _check_ppt}


def _refuse_programs(paths):
    for path in paths:
        if {part.upper() for part in path} & _MACRO_STORAGES:
            raise refusal("macros")
        if PurePath(path[-1]).suffix.lower() in _PROGRAMS:
            raise refusal("programs")
