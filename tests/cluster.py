"""PostgreSQL and Valkey for the tests: throw-away, Unix sockets only, one pair for each test process."""
import atexit
import shutil
import tempfile
from pathlib import Path

from ops.postgres import Cluster
from ops.valkey import Valkey

HOME = Path(tempfile.mkdtemp(prefix="poom-test-"))
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
