"""Is this PDF one that was issued? The hash first, the signature second; what it says of itself only to name what it resembles."""
import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from certification import queries
from certification.models import LogEntry, RegisterEntry
from certification.models.certificate import State
from certification.shown import SHAPES
from core.codes import plain
from core.file_types.confined import read, signature

CODE = re.compile(r"[0-9A-Z]{4}\s?-\s?[0-9A-Z]{4}\s?-\s?[0-9A-Z]{5}")
NUMBER = re.compile(r"제?\s?[0-9]{4}-[0-9]{1,5}\s?호?")
TRIES = 5                       # codes and numbers that are looked up for one file


class Kind(StrEnum):
    ISSUED = "issued"           # byte for byte as it was issued, and the newest version
    REPLACED = "replaced"       # as it was issued; a newer version took its place
    ALTERED = "altered"         # our signature stands in it, and something was changed or added since
    RESEMBLES = "resembles"     # no signature of ours holds; it names a certificate of the register
    SIGNED = "signed"           # signed by an agency and unchanged, but no document of a certificate
    FOREIGN = "foreign"
    NOT_ISSUED = "not issued"   # only its hash is known


@dataclass(frozen=True)
class FileAnswer:
    kind: Kind
    sha256: str
    entry: RegisterEntry | None = None      # the certificate it is, or resembles
    document: LogEntry | None = None        # which document it is
    signer: str = ""
    is_pdf: bool = True

    @property
    def is_genuine(self):
        return self.kind in (Kind.ISSUED, Kind.REPLACED)

    @property
    def shape(self):
        """The sign beside the answer."""
        if self.kind == Kind.ISSUED and self.entry:
            return SHAPES[self.entry.state]
        return {Kind.REPLACED: "suspended", Kind.ALTERED: "revoked", Kind.RESEMBLES: "revoked"}.get(self.kind, "unknown")

    @property
    def heading(self):
        return _genuine(self.entry.state) if self.kind == Kind.ISSUED and self.entry else {
            Kind.REPLACED: _("This file is genuine, but a newer version of it was issued"),
            Kind.ALTERED: _("This file was altered after it was issued"),
            Kind.RESEMBLES: _("This is not the file that was issued"),
            Kind.SIGNED: _("This file is signed by an agency, but it is not a certificate"),
            Kind.FOREIGN: _("This file is not from us"),
        }.get(self.kind, _("This is not one of the files that were issued"))

    @property
    def sentence(self):
        """What that means, in a sentence."""
        return {
            Kind.ISSUED: _("It is byte for byte the file that the agency issued."),
            Kind.REPLACED: _("It is byte for byte a file that the agency issued, and was replaced since. "
                             "Ask the provider for the new one."),
            Kind.ALTERED: _("Do not rely on it: its content may differ from what was issued. What the register says stands below.")
            if self.entry else _("Do not rely on it. Which certificate it was cannot be read any more; "
                                 "enter the code that is printed on it."),
            Kind.RESEMBLES: _("It names a certificate of the register, but was not issued like this. It may be a scan, a printout saved "
                              "anew, or a forgery. What the register says stands below."),
            Kind.SIGNED: _("Its content is unchanged. It may be a letter or minutes; it certifies nobody."),
            Kind.FOREIGN: _("No signature of an agency and no code of a certificate was found in it. A scan or a photograph cannot be "
                            "checked like this: enter the code that is printed on it."),
            Kind.NOT_ISSUED: _("It may have been altered, or it may be another file. To learn which, hand the file in below."),
        }[self.kind] if self.is_pdf else _("It is not a PDF that can be read. Every file that we issue can be.")


def _genuine(state):
    return {
        State.UPCOMING: _("This file is genuine; the certification has not begun yet"),
        State.SUSPENDED: _("This file is genuine, but the certification is suspended"),
        State.REVOKED: _("This file is genuine, but the certification was revoked"),
        State.SURRENDERED: _("This file is genuine, but the certification was given back"),
        State.SUPERSEDED: _("This file is genuine, but a newer certification has taken its place"),
        State.EXPIRED: _("This file is genuine, but the certification has expired"),
    }.get(state) or _("This file is genuine, and the certification is valid now")


def check_hash(sha256):
    """By the hash alone: of what was not issued nothing more is known."""
    found = queries.document_by_hash(sha256)
    if found is None:
        return FileAnswer(Kind.NOT_ISSUED, sha256)
    kind = Kind.REPLACED if found.newer > found.version else Kind.ISSUED
    return FileAnswer(kind, sha256, queries.entry_by_number(found.number, found.agency_id), found)


def hash_of(file):
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def check_file(file, sha256):
    """Of a file that is not known by its hash: what its signature proves and which certificate it resembles. It is read in jails."""
    state, _verdict = signature(file)
    text, is_pdf = _first_page(file)
    ours = bool(state.get("trusted"))
    original = queries.document_by_hash(state["signed_part"]) if ours and state.get("signed_part") else None
    entry = queries.entry_by_number(original.number, original.agency_id) if original else _named_in(text, with_numbers=ours)
    signer = state.get("signer", "") if ours else ""
    if ours and not state["intact"]:
        return FileAnswer(Kind.ALTERED, sha256, entry, original, signer)
    if ours and not entry:
        return FileAnswer(Kind.SIGNED, sha256, signer=signer)
    return FileAnswer(Kind.RESEMBLES if entry else Kind.FOREIGN, sha256, entry, signer=signer, is_pdf=is_pdf or bool(entry))


def _first_page(file):
    """(the words on it, whether it could be read)."""
    written, verdict = read(file, "page", "1", "0")
    with written:
        line = written.readline()
    return (json.loads(line)["text"], True) if line.endswith(b"\n") and not verdict else ("", False)


def _named_in(text, *, with_numbers):
    """The certificate whose code stands on the page; under a signature of ours its number is enough. Or None."""
    for found in CODE.findall(text)[:TRIES]:
        if (code := plain(found)) and (entry := queries.entry_by_code(code)):
            return entry
    for found in NUMBER.findall(text)[:TRIES] if with_numbers else ():
        if len(entries := queries.entries_of_number(found)) == 1:
            return entries[0]
    return None
