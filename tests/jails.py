"""What the jails said before: the same bytes asked for the same thing are not locked in twice in one run of tests.

Each jail of files is a new Python; of a test that leads a case through the house they took two thirds. A document takes a third of a
second, a set of criteria three or four. Whoever tests the jails or the documents themselves asks them anew each time.
"""
import hashlib
from pathlib import Path
from tempfile import TemporaryFile

from core import pdf
from core.file_types import confined

AFRESH = {"core", "test_viewing.py"}            # folders and files whose tests are about the jails
DRAWN_AFRESH = "test_documents.py"              # whose tests are about what a document looks like
_said: dict[tuple, tuple] = {}
_drawn: dict[bytes, tuple[str, bytes]] = {}


def asks_afresh(path: Path) -> bool:
    return bool(AFRESH & set(path.parts[-2:]))


def remembering(send):
    """`confined._sent` that answers from memory what it was asked before."""
    def sent(program, file, *task):
        file.seek(0)
        key = program.__name__, task, hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        if key not in _said:
            written, verdict = send(program, file, *task)
            with written:
                _said[key] = written.read(), verdict
        content, verdict = _said[key]
        copy = TemporaryFile()  # noqa: SIM115  the caller closes it
        copy.write(content)
        copy.seek(0)
        return copy, verdict
    return sent


def drawing_once(ask, test):
    """`core.pdf._inmate.ask` that answers what another test had drawn. One test may compare two drawings: its own it gets made again."""
    def drawn(message):
        key = hashlib.sha256(message).digest()
        if _drawn.get(key, (test, b""))[0] == test:
            _drawn[key] = test, ask(message)
        return _drawn[key][1]
    return drawn


def patch(monkeypatch, test):
    monkeypatch.setattr(confined, "_sent", remembering(confined._sent))
    if DRAWN_AFRESH not in test:
        monkeypatch.setattr(pdf._inmate, "ask", drawing_once(pdf._inmate.ask, test))
