"""Processes that die with the one that started them, whatever it dies of."""
import ctypes
import os
import signal
import subprocess
import sys

PR_SET_PDEATHSIG = 1


def spawn(command, *, farewell=signal.SIGTERM, **options):
    """Popen in a session of its own (Ctrl-C reaches the parent only, who ends its children in order).

    On Linux the kernel sends `farewell` when the parent is gone. Call it from a thread that lives as long as the parent:
    the kernel counts the thread as the parent.
    """
    linux = sys.platform == "linux"
    library = ctypes.CDLL(None)  # opened before the fork
    parent = os.getpid()

    def tie():
        library.prctl(PR_SET_PDEATHSIG, int(farewell), 0, 0, 0)
        if os.getppid() != parent:  # the parent died before we were tied
            os._exit(1)

    # The rope is tied after the change of user: a change of user cuts it.
    return subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=tie if linux else None,  # noqa: PLW1509  no threads where children are started
        **options,
    )


def end(child, *, patience=10.0, word=signal.SIGTERM):
    """Ask the child's whole group to go, wait, then insist."""
    if child.poll() is None:
        tell(child, word, group=False)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            tell(child, signal.SIGKILL, group=True)
            child.wait()
    tell(child, signal.SIGKILL, group=True)  # what the child left behind


def tell(child, word, *, group):
    try:
        if group:
            os.killpg(child.pid, word)  # the child leads its session, so its pid is the group's
        else:
            os.kill(child.pid, word)
    except (ProcessLookupError, PermissionError):
        pass
