"""Pictures: jpg, png, heic. Opened and made anew in a process of their own."""
from core.file_types.confined import examine
from core.file_types.reasons import refusal

_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx")


def check(file, kind):
    """Raises Refused unless the file is a whole picture of exactly this kind and of a sane size."""
    file.seek(0)
    if not _begins_right(file.read(12), kind):
        raise refusal("other_content", extension=kind)
    examine(file, "picture", kind).close()


def reencode(file, kind):
    """A new file with the same picture: upright, sRGB, without metadata."""
    return examine(file, "reencode", kind)


def served_as(kind):
    return "jpg" if kind == "heic" else kind


def _begins_right(head, kind):
    if kind == "jpg":
        return head.startswith(b"\xff\xd8\xff")
    if kind == "png":
        return head.startswith(b"\x89PNG\r\n\x1a\n")
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS
