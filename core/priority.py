"""Who goes first where web and workers share a machine: whom a person waits for."""
import contextlib
import os
from pathlib import Path


def step_back(niceness):
    """This process works when the web has nothing to do, and slowly beside it: with 10 on about a tenth of the processor."""
    os.nice(max(0, niceness - os.nice(0)))
    if os.getsid(0) == os.getpid():             # else the group is others' too
        keep_back(os.getpid())


def keep_back(pid):
    """A session of its own is a group of its own to Linux, whatever its processes' niceness (sched(7), autogroup): tell the group
    ours. Where there is no such group nothing is needed."""
    if level := os.nice(0):
        with contextlib.suppress(OSError):
            Path(f"/proc/{pid}/autogroup").write_text(str(level))
