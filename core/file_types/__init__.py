"""What a file is by its structure, never by its name or by what a browser says of it; the rest is refused with a sentence."""
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

from core.file_names import extension_of
from core.file_types import images, ole, pdf, zipped
from core.file_types.reasons import refusal

__all__ = ["ALLOWED", "FileType", "inspect", "reencode", "size_of"]


@dataclass(frozen=True)
class FileType:
    kind: str               # pdf, hwp, hwpx, doc, …
    mime: str
    extension: str          # the one it is served with
    inline_ok: bool         # only what we have made again ourselves may open in the browser


_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "pdf": ("application/pdf", pdf.check),
    "hwp": ("application/x-hwp", ole.check),
    "hwpx": ("application/hwp+zip", zipped.check),
    "doc": ("application/msword", ole.check),
    "docx": (_OFFICE + "wordprocessingml.document", zipped.check),
    "xls": ("application/vnd.ms-excel", ole.check),
    "xlsx": (_OFFICE + "spreadsheetml.sheet", zipped.check),
    "ppt": ("application/vnd.ms-powerpoint", ole.check),
    "pptx": (_OFFICE + "presentationml.presentation", zipped.check),
    "jpg": ("image/jpeg", images.check),
    "png": ("image/png", images.check),
    "heic": ("image/heic", images.check),
}
_ALSO_CALLED = {"jpeg": "jpg", "heif": "heic"}
ALLOWED = tuple(_TYPES)


def inspect(file: BinaryIO, name: str) -> FileType:
    """The type that both the name and the structure say, or Refused. The file is seekable and is left at its beginning."""
    extension = extension_of(name)
    kind = _ALSO_CALLED.get(extension, extension)
    if kind not in _TYPES:
        raise refusal("unknown_type", allowed=", ".join(ALLOWED))
    size = size_of(file)
    if size == 0:
        raise refusal("empty")
    if size > settings.FILE_LIMIT:
        raise refusal("too_large", limit=settings.FILE_LIMIT // (1024 * 1024))
    mime, check = _TYPES[kind]
    check(file, kind)
    file.seek(0)
    return FileType(kind, mime, kind, inline_ok=kind in ("jpg", "png"))


def reencode(file: BinaryIO, kind: str) -> tuple[BinaryIO, FileType]:
    """The picture made anew: upright, without metadata and without anything hidden behind it. HEIC becomes JPEG."""
    served_as = images.served_as(kind)
    fresh = images.reencode(file, kind)
    return fresh, FileType(served_as, _TYPES[served_as][0], served_as, inline_ok=True)


def size_of(file: BinaryIO) -> int:
    """Its length in bytes; the file is left at its beginning."""
    size = file.seek(0, 2)
    file.seek(0)
    return size
