"""PostgreSQL and Valkey of one run: throw-away, Unix sockets only, gone when it ends."""
import atexit
import shutil
import tempfile
from pathlib import Path

from ops.postgres import Cluster
from ops.valkey import Valkey

HOME = Path(tempfile.mkdtemp(prefix="poom-bench-"))
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
