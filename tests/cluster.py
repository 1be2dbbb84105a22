"""PostgreSQL and Valkey for the tests: throw-away, Unix sockets only, one pair for each test process; in memory where there is room."""
import atexit
import shutil
import tempfile
from pathlib import Path

from ops.postgres import Cluster
from ops.valkey import Valkey

MEMORY, ROOM = Path("/dev/shm"), 6 * 1024 ** 3


def in_memory():
    """The folder in memory, where a disk would be waited for; None where there is none or little room, as in a plain container."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None


HOME = Path(tempfile.mkdtemp(prefix="poom-test-", dir=in_memory()))
HOME.chmod(0o755)                   # the account that runs PostgreSQL for root must be able to walk in
postgres = Cluster(HOME / "pg", fast=True)
valkey = Valkey(HOME / "valkey", fast=True)


def start():
    postgres.start()
    valkey.start()


@atexit.register
def stop():
    postgres.stop()
    valkey.stop()
    shutil.rmtree(HOME, ignore_errors=True)
