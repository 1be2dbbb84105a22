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
from django.db import transaction
from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

from core import clock, malware
from core.audit import record
from core.errors import Refused, Unavailable
from core.file_names import clean_name, content_disposition, with_extension
from core.file_types import FileType, inspect, reencode
from core.models import FileScan, Scanned, StoredFile
from core.security_events import note_event
from core.tenancy import current_agency
from core.texts import refuse_personal_numbers

logger = logging.getLogger(__name__)

PIECE = 1024 * 1024
PICTURES = ("jpg", "png", "heic")
INLINE = {"image/jpeg", "image/png", "image/svg+xml"}        # every stored picture and drawing was made anew by us
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def store_upload(upload, *, shelf: UUID, actor) -> tuple[StoredFile, str]:
    """Check what somebody hands in and keep it on the owner's shelf; returns it and the name to show. Raises Refused.

    The same content on the same shelf is the same StoredFile; across shelves and agencies nothing is shared or told.
    """
    name = clean_name(upload.name or "")
    with room_on_disk():
        found = inspect(upload, name)
        text = refuse_personal_numbers(upload, found.kind, name)
        answer = _scanned(upload, shelf=shelf, actor=actor)
        if found.kind not in PICTURES:
            return _noted(_keep(upload, found, shelf=shelf, actor=actor, text=text), answer), name
        fresh, found = reencode(upload, found.kind)
        with fresh:
            return _noted(_keep(fresh, found, shelf=shelf, actor=actor, text=text), answer), with_extension(name, found.extension)


def store_document(content: bytes, *, shelf: UUID, actor, mime: str = "application/pdf", extension: str = "pdf") -> StoredFile:
    """Keep a document that we made ourselves, byte for byte."""
    with room_on_disk():
        return _keep(ContentFile(content), FileType(extension, mime, extension, inline_ok=False), shelf=shelf, actor=actor)


def path_of(stored: StoredFile) -> str:
    """Its place below MEDIA_ROOT. The agency's slug never changes."""
    return f"{stored.agency.slug}/{stored.shelf}/{stored.sha256}"


def open_stored(stored: StoredFile) -> File:
    """The bytes, as an open file. Raises Unavailable if they are not there whole."""
    return _opened(path_of(stored), stored.size, stored)


def _opened(path, size, row):
    try:
        file = default_storage.open(path)
        if file.size == size:
            return file
        file.close()
        problem = "has another size"
    except FileNotFoundError:
        problem = "is missing"
    logger.error("Stored file %s of agency %s %s", row.public_id, row.agency_id, problem)
    raise Unavailable(_("This file cannot be read just now. It is not your fault; please try again later or ask the agency."))


def refuse_unscanned(stored: Scanned, *, to_giver: bool) -> None:
    """Raises Unavailable for what malware was found in, and, for all but those who gave it, for what still waits for the scan."""
    if stored.scan_state == FileScan.State.INFECTED:
        raise Unavailable(_("Malware was found in this file. It is blocked and nobody can open it."))
    if stored.is_held_back and not to_giver:
        raise Unavailable(_("This file still waits for the malware scan. It can be opened as soon as nothing was found; "
                            "please try again later."))


def serve(stored: StoredFile, display_name: str, *, inline: bool = False, to_giver: bool = False) -> FileResponse:
    """The answer of a view that has asked who may: as an attachment; only pictures that we made anew may open in the page.

    What still waits for the malware scan goes to nobody but `to_giver`, those who gave it; what it found bad to nobody.
    """
    if inline and stored.mime not in INLINE:
        raise ValueError(f"{stored.mime} is never shown inline")
    refuse_unscanned(stored, to_giver=to_giver)
    return _answer(open_stored(stored), stored.mime, stored.size, display_name, inline)


def serve_copy(copy, *, inline: bool = False) -> FileResponse:
    """The same for a reader who cannot see the owner's StoredFile: `copy` has its path, size and mime, the name, and what is known of
    malware. The view has asked who may read the row it stands in. Never before a scan that is still to come; as an attachment, pictures
    that we made anew also `inline`."""
    if inline and copy.mime not in INLINE:
        raise ValueError(f"{copy.mime} is never shown inline")
    refuse_unscanned(copy, to_giver=False)
    return _answer(_opened(copy.path, copy.size, copy), copy.mime, copy.size, copy.name, inline)


def _answer(file, mime, size, name, inline):
    response = FileResponse(file, content_type=mime)
    response.headers["Content-Length"] = str(size)
    response.headers["Content-Disposition"] = content_disposition(name, inline)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def scan_again(scan: FileScan, *, actor) -> str:
    """Ask once more about a stored file. What is infected loses its bytes; the event stays. Returns the state."""
    try:
        with open_stored(scan.file) as file:
            answer = malware.scan(file)
    except Unavailable:                                     # its bytes are not there: nothing can be said, and others must not wait
        answer = malware.Answer(FileScan.State.WAITING)
    scan.tried_at = clock.now()
    if answer.state in (FileScan.State.CLEAN, FileScan.State.INFECTED):
        scan.state, scan.signature, scan.scanned_at = answer.state, answer.signature[:120], clock.now()
    scan.save(update_fields=["state", "signature", "scanned_at", "tried_at"])
    if answer.state == FileScan.State.INFECTED:
        path = path_of(scan.file)
        transaction.on_commit(lambda: default_storage.delete(path), robust=True)
        record("file.malware_found", scan.file, actor=actor, shelf=scan.file.shelf, sha256=scan.file.sha256, signature=answer.signature)
    return scan.state


def _scanned(file, *, shelf, actor):
    """The scanner's answer, before anything is kept. Raises Refused for malware, of which only the event stays."""
    answer = malware.scan(file)
    if answer.state == FileScan.State.INFECTED:
        sha256, size = _digest(file)
        note_event("file.malware_refused", actor=actor, shelf=shelf, sha256=sha256, size=size, signature=answer.signature)
        refused = Refused(_("Malware was found in this file, so nothing of it was kept. Have the computer it comes from checked, "
                            "then give a clean copy."))
        refused.reason = "malware"
        raise refused
    return answer


def _noted(stored, answer):
    """Write the answer beside the file; a newer clear answer takes the place of none."""
    asked = clock.now() if malware.is_scanning() else None
    clear = asked if answer.state == FileScan.State.CLEAN else None
    scan, is_new = FileScan.everything.get_or_create(
        file=stored, defaults={"state": answer.state, "tried_at": asked, "scanned_at": clear})
    if not is_new and answer.state == FileScan.State.CLEAN and scan.state != FileScan.State.CLEAN:
        scan.state, scan.tried_at, scan.scanned_at = answer.state, asked, clear
        scan.save(update_fields=["state", "tried_at", "scanned_at"])
    stored.scan = scan
    return stored


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
def room_on_disk() -> Iterator[None]:
    """A full disk is a sentence, and nothing is kept by half."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in _NO_ROOM:
            raise
        logger.critical("No room on the disk for files: %s", failure)
        raise Refused(_("There is no room for files on the server just now. Nothing was kept; please try again later.")) from failure
