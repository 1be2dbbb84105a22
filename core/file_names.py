"""A file's name as people see it: cleaned for showing, and put into a header. Never a path, never an address."""
import re
import unicodedata
from urllib.parse import quote

MAX_CHARACTERS = 120
MAX_EXTENSION = 16
NAMELESS = "file"

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}     # controls, right-to-left and zero-width marks, halves of characters, unassigned


def clean_name(raw: str) -> str:
    """The name without path, control and direction marks, composed (NFC), at most 120 characters, its extension kept."""
    name = unicodedata.normalize("NFC", raw)
    name = "".join(character for character in name if unicodedata.category(character) not in _INVISIBLE)
    name = re.sub(r"^[A-Za-z]:", "", re.split(r"[/\\]", name)[-1])
    name = " ".join(name.split())
    stem, extension = _parted(name)
    ending = extension and f".{extension}"
    return (stem.strip(" .")[:MAX_CHARACTERS - len(ending)].rstrip(" .") or NAMELESS) + ending


def extension_of(name: str) -> str:
    """The extension in lower case without its dot, or an empty string."""
    return _parted(clean_name(name))[1].lower()


def _parted(name):
    stem, dot, extension = name.rpartition(".")
    extension = extension.strip()
    if not dot or not extension or len(extension) > MAX_EXTENSION:
        return name, ""
    return stem, extension


def with_extension(name: str, extension: str) -> str:
    """The same name for content that was turned into another type."""
    return name if extension_of(name) == extension else f"{_parted(clean_name(name))[0]}.{extension}"


def content_disposition(name: str, inline: bool = False) -> str:
    """The header's value by RFC 6266: a plain name for old programs, the true one as filename*."""
    name = clean_name(name)
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace("\\", "_").replace('"', "_").replace("%", "_")
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
