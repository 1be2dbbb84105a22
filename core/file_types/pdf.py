"""PDF: its frame is looked at here, its objects in a process of their own."""
import re

from core.file_types.confined import examine
from core.file_types.reasons import refusal

_HEADER = re.compile(rb"%PDF-[12]\.\d")
_FILLING = b" \t\r\n\x00\x1a"


def check(file, kind):
    """Raises Refused unless the file is an open PDF from its first byte to its last, without scripts and attachments."""
    file.seek(0)
    if not _HEADER.match(file.read(8)):
        raise refusal("other_content", extension=kind)
    size = file.seek(0, 2)
    file.seek(max(0, size - 4096))
    _before, mark, after = file.read().rpartition(b"%%EOF")
    if not mark or after.strip(_FILLING):               # something else hangs behind the PDF, or its end is missing
        raise refusal("damaged")
    examine(file, "pdf").close()
