"""Files people hand in and files we make: checked, kept once per shelf by their content, served only by a view that may.

The bytes are written before their row. If the transaction is rolled back, a file without a row stays behind: harmless, since it
is found by nothing but its content, and the next upload of the same content takes it up.
"""
import errno
import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

from core import clock
from core.audit import record
from core.errors import Refused, Unavailable
from core.file_names import clean_name, content_disposition, with_extension
from core.file_types import FileType, inspect, reencode
from core.models import StoredFile
from core.tenancy import current_agency
from core.texts import refuse_personal_numbers

logger = logging.getLogger(__name__)

PIECE = 1024 * 1024
PICTURES = ("jpg", "png", "heic")
INLINE = {"image/jpeg", "image/png"}        # every stored picture was made anew by us
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def store_upload(upload, *, shelf: UUID, actor) -> tuple[StoredFile, str]:
    """Check what somebody hands in and keep it on the owner's shelf; returns it and the name to show. Raises Refused.

    The same content on the same shelf is the same StoredFile; across shelves and agencies nothing is shared or told.
    """
    name = clean_name(upload.name or "")
    with _room_on_disk():
        found = inspect(upload, name)
        text = refuse_personal_numbers(upload, found.kind, name)
        if found.kind not in PICTURES:
            return _keep(upload, found, shelf=shelf, actor=actor, text=text), name
        fresh, found = reencode(upload, found.kind)
        with fresh:
            return _keep(fresh, found, shelf=shelf, actor=actor, text=text), with_extension(name, found.extension)


def store_document(content: bytes, *, shelf: UUID, actor, mime: str = "application/pdf", extension: str = "pdf") -> StoredFile:
    """Keep a document that we made ourselves, byte for byte."""
    with _room_on_disk():
        return _keep(ContentFile(content), FileType(extension, mime, extension, inline_ok=False), shelf=shelf, actor=actor)


def path_of(stored: StoredFile) -> str:
    """Its place below MEDIA_ROOT. The agency's slug never changes."""
    return f"{stored.agency.slug}/{stored.shelf}/{stored.sha256}"


def open_stored(stored: StoredFile) -> File:
    """The bytes, as an open file. Raises Unavailable if they are not there whole."""
    try:
        file = default_storage.open(path_of(stored))
        if file.size == stored.size:
            return file
        file.close()
        problem = "has another size"
    except FileNotFoundError:
        problem = "is missing"
    logger.error("Stored file %s of agency %s %s", stored.public_id, stored.agency_id, problem)
    raise Unavailable(_("This file cannot be read just now. It is not your fault; please try again later or ask the agency."))


def serve(stored: StoredFile, display_name: str, *, inline: bool = False) -> FileResponse:
    """The answer of a view that has asked who may: as an attachment; only pictures that we made anew may open in the page."""
    if inline and stored.mime not in INLINE:
        raise ValueError(f"{stored.mime} is never shown inline")
    response = FileResponse(open_stored(stored), content_type=stored.mime)
    response.headers["Content-Length"] = str(stored.size)
    response.headers["Content-Disposition"] = content_disposition(display_name, inline)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _keep(file: BinaryIO, found: FileType, *, shelf, actor, text="") -> StoredFile:
    agency = current_agency()
    sha256, size = _digest(file)
    stored = StoredFile(agency=agency, shelf=shelf, sha256=sha256, size=size, mime=found.mime, extension=found.extension)
    path = path_of(stored)
    if not default_storage.exists(path) or default_storage.size(path) != size:
        file.seek(0)
        default_storage.save(path, File(file))
    stored, created = StoredFile.everything.get_or_create(
        agency=agency, shelf=shelf, sha256=sha256,
        defaults={"size": size, "mime": found.mime, "extension": found.extension, "text": text, "created_at": clock.now()},
    )
    if created:
        record("file.stored", stored, actor=actor, shelf=shelf, size=size, type=found.kind)
    return stored


def _digest(file):
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


@contextmanager
def _room_on_disk() -> Iterator[None]:
    """A full disk is a sentence, and nothing is kept by half."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in _NO_ROOM:
            raise
        logger.critical("No room on the disk for files: %s", failure)
        raise Refused(_("There is no room for files on the server just now. Nothing was kept; please try again later.")) from failure
