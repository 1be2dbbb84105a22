"""Sends a file into the jail of core/file_jail.py and understands what comes back."""
import shutil
import subprocess
from contextlib import ExitStack
from tempfile import TemporaryFile

from core import file_jail, jail
from core.file_types.reasons import refusal

_LIMITS = {"too_many_pages": file_jail.MAX_PAGES, "too_many_pixels": file_jail.MAX_PIXELS // 1_000_000}


def examine(file, *task):
    """What the task writes, as a file at its beginning; Refused with the reason it gives. The file is left at its beginning."""
    with ExitStack() as on_failure, TemporaryFile() as copy:
        written = on_failure.enter_context(TemporaryFile())
        file.seek(0)
        shutil.copyfileobj(file, copy, 1024 * 1024)
        file.seek(0)
        copy.seek(0)
        verdict = _verdict(jail.start("core.file_jail", *task, stdin=copy, stdout=written))
        if verdict:
            raise refusal(verdict, **({"limit": _LIMITS[verdict]} if verdict in _LIMITS else {}))
        on_failure.pop_all()
    written.seek(0)
    return written


def _verdict(process):
    """The reason for refusing, or None."""
    try:
        code = process.wait(timeout=file_jail.WALL_SECONDS + 2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return "too_costly"
    if code in file_jail.VERDICTS:
        return file_jail.VERDICTS[code]
    if code < 0:                                        # by a signal: over its time, or the reader itself broke
        return "too_costly" if -code in file_jail.TIME_IS_UP else "damaged"
    raise RuntimeError(f"the file jail did not start properly: exit status {code}")
