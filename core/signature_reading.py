"""What the first signature of a PDF proves. Knows nothing of the site: it runs in a jail too (core/signature_jail.py)."""
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

END = b"%%EOF"
BEHIND = 1024                           # bytes behind it that a reader looks through; with more, the file is none to it


@dataclass(frozen=True)
class SignatureState:
    """What the first signature in a file proves. Ours is alone and the last thing in its file: whatever was added breaks it."""

    signed: bool = False
    intact: bool = False                    # not a byte was changed since, and none was added
    trusted: bool = False                   # the certificate was issued by our root, or stands beside it
    signer: str = ""
    signed_at: datetime | None = None       # as the signer says; by a time-stamping service if it is one that we trust
    covers_whole_file: bool = False
    signed_part: str = ""                   # SHA-256 of the file as far as the signature reaches: what it was before anything was added

    @property
    def holds(self):
        return self.intact and self.trusted


def read_signature(content: bytes, roots: bytes) -> SignatureState:
    """Whatever somebody hands in: a file that cannot be read is a file without a signature. `roots` is PEM, or nothing."""
    end = content.rfind(END) + len(END)
    if end < len(END) or len(content) - end < BEHIND:
        return _read(content, content, roots)
    return replace(_read(content[:end] + b"\n", content, roots), intact=False, covers_whole_file=False)


def _read(readable, content, roots):
    try:
        found = PdfFileReader(BytesIO(readable)).embedded_regular_signatures
        return _state(found[0], content, list(load_certs_from_pemder_data(roots)) if roots else []) if found else SignatureState()
    except Exception:  # noqa: BLE001  a stranger's file may break the parser in any way
        return SignatureState()


def _state(signature, content, roots):
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=roots, allow_fetching=False), skip_diff=True)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    stamp = status.timestamp_validity               # outside what is signed: anybody could put one there, so it must be trusted itself
    *_before, start, length = (int(number) for number in signature.byte_range)
    return SignatureState(
        signed=True, intact=bool(status.intact and status.valid and whole), trusted=bool(status.trusted), covers_whole_file=whole,
        signer=status.signing_cert.subject.native.get("common_name", ""),
        signed_at=stamp.timestamp if stamp and stamp.valid and stamp.trusted else status.signer_reported_dt,
        signed_part=hashlib.sha256(content[:start + length]).hexdigest(),
    )
