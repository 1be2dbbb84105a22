"""Processes of their own for what may be hostile: bounded in memory and time, without network, without our environment."""
import ctypes
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from core.priority import keep_back

MEGABYTE = 1024 * 1024
ROOT = Path(__file__).resolve().parent.parent

_CLONE_NEWNET, _CLONE_NEWUSER = 0x40000000, 0x10000000
_FORBIDDEN = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec",
              "os.posix_spawn", "os.fork", "os.forkpty")


def start(module: str, *arguments: str, **pipes) -> subprocess.Popen:
    """Start `python -m module` with an empty environment; celery's children may have none by multiprocessing."""
    command = [sys.executable, "-s", "-P", "-m", module, *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    for name in ("DYLD_FALLBACK_LIBRARY_PATH", "XDG_CACHE_HOME"):        # macOS finds pango by it; fontconfig keeps its cache there
        if name in os.environ:
            environment[name] = os.environ[name]
    inmate = subprocess.Popen(command, cwd="/", env=environment, stderr=subprocess.DEVNULL, start_new_session=True, **pipes)
    keep_back(inmate.pid)
    return inmate


def shut(memory: int) -> None:
    """Called inside, before anything hostile is read: no more memory than this, no network, no other program, no core dump."""
    if sys.platform == "linux":                                         # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 * MEGABYTE, 256 * MEGABYTE))
    sys.addaudithook(_forbid)


def leave_network() -> None:
    """A network of its own, with nobody in it, where the system allows it; `shut` forbids connections in any case."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_CLONE_NEWNET):
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def give_time(seconds: int, wall_seconds: int) -> None:
    """From now on this long, of the processor and by the clock; then the process ends, whether or not anybody watches."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    used = int(spent.ru_utime + spent.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    signal.alarm(wall_seconds)


def take_time_back() -> None:
    """Waiting costs nothing."""
    signal.alarm(0)


def _forbid(event, _arguments):
    if event in _FORBIDDEN:
        raise PermissionError(event)
