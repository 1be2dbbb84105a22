"""Sends a file into the jails of core/{file,reading,picture,signature}_jail.py and understands what comes back."""
import json
import shutil
import subprocess
from contextlib import ExitStack
from tempfile import TemporaryFile

from core import file_jail, jail, picture_jail, reading_jail, signature_jail
from core.file_types.reasons import refusal
from core.signing_keys import ROOT, certificate_file

_LIMITS = {"too_many_pages": file_jail.MAX_PAGES, "too_many_pixels": file_jail.MAX_PIXELS // 1_000_000}


def examine(file, *task):
    """What the task writes, as a file at its beginning; Refused with the reason it gives. The file is left at its beginning."""
    written, verdict = _sent(file_jail, file, *task)
    if verdict:
        written.close()
        raise refusal(verdict, **({"limit": _LIMITS[verdict]} if verdict in _LIMITS else {}))
    return written


def read(file, *task):
    """(what the reading task wrote until it ended, as a file at its beginning; why it ended early, or None)."""
    return _sent(reading_jail, file, *task)


def pictured(file, width):
    """(the first page of a PDF as a PNG of that width, as a file at its beginning; why there is none, or None)."""
    return _sent(picture_jail, file, str(width))


def signature(file):
    """(what its first signature proves, as the fields of a SignatureState; why that could not be read, or None)."""
    root = certificate_file(ROOT)
    written, verdict = _sent(signature_jail, file, *([str(root)] if root.exists() else []))
    with written:
        line = written.read()
    return (json.loads(line) if line and not verdict else {}), verdict


def _sent(program, file, *task):
    with ExitStack() as on_failure, TemporaryFile() as copy:
        written = on_failure.enter_context(TemporaryFile())
        file.seek(0)
        shutil.copyfileobj(file, copy, 1024 * 1024)
        file.seek(0)
        copy.seek(0)
        verdict = _verdict(program, jail.start(program.__name__, *task, stdin=copy, stdout=written))
        on_failure.pop_all()
    written.seek(0)
    return written, verdict


def _verdict(program, process):
    """The reason it gives, or None."""
    try:
        code = process.wait(timeout=program.WALL_SECONDS + 2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return "too_costly"
    if code in program.VERDICTS:
        return program.VERDICTS[code]
    if code < 0:                                        # by a signal: over its time, or the reader itself broke
        return "too_costly" if -code in program.TIME_IS_UP else "damaged"
    raise RuntimeError(f"the file jail did not start properly: exit status {code}")
