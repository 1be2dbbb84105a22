"""Where the parts of a file lie that arrives piece by piece; below the agency's own folder, away from every shelf."""
import os
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from core.files import PIECE, room_on_disk
from core.tenancy import current_agency


def keep_part(whole: UUID, offset: int, content: bytes) -> None:
    """One part, by where it begins; the same once more writes the same. Raises Refused if the disk is full."""
    with room_on_disk():
        default_storage.save(_place(whole, offset), ContentFile(content))


@contextmanager
def joined(whole: UUID, name: str):
    """All parts in their order as one open file with this name."""
    with room_on_disk(), TemporaryFile() as file:
        for part in _parts(whole):
            with default_storage.open(f"{_folder(whole)}/{part}") as stored:
                while piece := stored.read(PIECE):
                    file.write(piece)
        file.seek(0)
        yield File(file, name)


def drop_parts(whole: UUID, agency=None) -> None:
    """After the commit too, when there is no agency any more: then it is given."""
    folder = _folder(whole, agency)
    for part in _parts(whole, agency):
        default_storage.delete(f"{folder}/{part}")
    with suppress(OSError):
        os.rmdir(default_storage.path(folder))


def half_uploads_on_disk() -> list[str]:
    """The ids of everything of which parts lie here."""
    try:
        return sorted(default_storage.listdir(f"{current_agency().slug}/uploads")[0])
    except FileNotFoundError:
        return []


def _parts(whole, agency=None):
    try:
        return sorted(default_storage.listdir(_folder(whole, agency))[1])
    except FileNotFoundError:
        return []


def _folder(whole, agency=None):
    return f"{(agency or current_agency()).slug}/uploads/{whole}"


def _place(whole, offset):
    return f"{_folder(whole)}/{offset:012}"
