"""Documents from HTML: archivable, tagged PDF, made by WeasyPrint in a process of its own that can reach nothing."""
import atexit
import base64
import ctypes
import ctypes.util
import json
import os
import re
import selectors
import struct
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from core import jail, pdf_jail

VARIANT = "pdf/a-3a"
MAX_DOCUMENTS = 200                 # then a fresh process: what a library leaks ends with it
START_SECONDS = 30

_ASSET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/.fonts", "~/.local/share/fonts", "~/Library/Fonts")


class DocumentFailed(Exception):
    """A document could not be made. The message is the reason in a few words, for the log and for staff."""


def render_pdf(html: str, *, stylesheets: Iterable[str] = (), assets: Mapping[str, bytes] | None = None, variant: str = VARIANT) -> bytes:
    """The document as PDF bytes; the same input gives the same bytes. Raises DocumentFailed.

    `stylesheets` are CSS texts. Pictures and fonts are handed in as {name: bytes} and stand in the HTML as `asset:name`; whatever
    else a document asks for (files, the network, data:) fails it.
    """
    if strange := [name for name in assets or {} if not _ASSET_NAME.fullmatch(name)]:
        raise ValueError(f"no name for an asset: {strange[0]!r}")
    packed = {name: base64.b64encode(content).decode() for name, content in (assets or {}).items()}
    message = json.dumps({"html": html, "css": list(stylesheets), "assets": packed, "variant": variant}).encode()
    return _inmate.ask(message)


def missing_libraries() -> list[str]:
    """The Debian packages a PDF needs and this machine has not; without the subset library a document takes seconds."""
    missing = [package for library, package in _LIBRARIES.items() if not _loads(library)]
    if not any(next(Path(folder).expanduser().rglob("NanumMyeongjo*.ttf"), None) for folder in FONT_FOLDERS):
        missing.append("fonts-nanum")
    return missing


def _loads(library):
    found = library if os.uname().sysname == "Linux" else ctypes.util.find_library(library.removeprefix("lib").split(".so")[0])
    try:
        ctypes.CDLL(found or library)
    except OSError:
        return False
    return True


class _Inmate:
    """This process's own jail: started when first needed, used for many documents, replaced when it dies."""

    def __init__(self):
        self.lock = threading.Lock()
        self.process, self.made = None, 0

    def ask(self, message):
        with self.lock:
            if self.process is None or self.process.poll() is not None or self.made >= MAX_DOCUMENTS:
                self.end()
                self.process = jail.start("core.pdf_jail", stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
                self.made = 0
            self.made += 1
            try:
                answer = self._exchange(message)
            except BaseException:
                self.end()
                raise
        if answer[:1] != b"+":
            raise DocumentFailed(answer[1:].decode(errors="replace") or "no answer")
        return answer[1:]

    def _exchange(self, message):
        """Send and receive, never waiting longer than a document may take."""
        until = time.monotonic() + pdf_jail.SECONDS + (START_SECONDS if self.made == 1 else 0)
        os.set_blocking(self.process.stdin.fileno(), False)
        outgoing, incoming = memoryview(struct.pack(">I", len(message)) + message), bytearray()
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdin, selectors.EVENT_WRITE)
            ready.register(self.process.stdout, selectors.EVENT_READ)
            while len(incoming) < 4 or len(incoming) < 4 + struct.unpack_from(">I", incoming)[0]:
                events = ready.select(max(0, until - time.monotonic()))
                if not events:
                    raise DocumentFailed(f"not ready after {pdf_jail.SECONDS} seconds")
                for key, _mask in events:
                    if key.fileobj is self.process.stdin:
                        outgoing = self._send(ready, outgoing)
                    else:
                        incoming += self._receive()
        return bytes(incoming[4:])

    def _send(self, ready, outgoing):
        try:
            rest = outgoing[os.write(self.process.stdin.fileno(), outgoing):]
        except BrokenPipeError:
            rest = outgoing[:0]                             # it died; the reading side says how
        if not rest:
            ready.unregister(self.process.stdin)
        return rest

    def _receive(self):
        piece = os.read(self.process.stdout.fileno(), 1 << 20)
        if not piece:
            code = self.process.wait(5)
            raise DocumentFailed(f"the jail ended with {code}: over its time or memory")
        return piece

    def end(self):
        process, self.process = self.process, None
        if process:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()

    def forget(self):
        """After a fork the jail belongs to the parent: only our ends of its pipes are closed."""
        process, self.process, self.lock = self.process, None, threading.Lock()
        if process:
            process.stdin.close()
            process.stdout.close()
            process.returncode = 0                          # not our child: nothing to wait for


_inmate = _Inmate()
atexit.register(_inmate.end)
os.register_at_fork(after_in_child=_inmate.forget)
