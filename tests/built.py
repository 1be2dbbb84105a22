"""The built database, kept between runs: from the migrations it takes a quarter of a minute, read back two seconds.

It is kept under the hash of all that shapes it. What is read back goes through `migrate` once more: the walls are raised from the
declarations of today in any case.
"""
import fcntl
import hashlib
import os
import subprocess
from pathlib import Path

from django.conf import settings

from tests import cluster

HOUSE = Path(__file__).parent.parent
PLACE = Path(os.environ.get("POOM_BUILT", HOUSE / "var" / "built"))
SHAPED_BY = ["*/migrations/*.py", "*/models.py", "*/models/*.py", "*/apps.py", "*/stages.py", "*/data/*.json", "accounts/*.py",
             "config/*.py", "core/*.py", "core/models/*.py", "tests/sample/*.py", "tests/settings.py", "ops/postgres.py",
             "requirements*.txt"]
KEPT = 4


def built_database(name, build):
    """Make the database `name` on the tests' server: read back if it was built before, else by `build()` and kept."""
    PLACE.mkdir(parents=True, exist_ok=True)
    dump = PLACE / f"{fingerprint()}.dump"
    with open(PLACE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)            # of several processes one builds, the others read
        if dump.exists():
            os.utime(dump)
        else:
            build()
            keep(name, dump)
            return
    cluster.postgres.run_sql(f"CREATE DATABASE {name} TEMPLATE template0 OWNER {settings.OWNER_ROLE}")
    on_server("pg_restore", "--exit-on-error", "--dbname", cluster.postgres.url("postgres", name), dump)
    build()


def fingerprint():
    """Of the files that say what stands in a new database, or the one that is named: whoever spoils a file that shapes none names it."""
    if named := os.environ.get("POOM_BUILT_AS"):
        return named
    digest = hashlib.sha256()
    for path in sorted({path for pattern in SHAPED_BY for path in HOUSE.glob(pattern)}):
        digest.update(f"{path.relative_to(HOUSE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:24]


def keep(name, dump):
    """Written whole or not at all; of the older ones the last few stay."""
    half = dump.with_suffix(".half")
    on_server("pg_dump", "--format=custom", "--compress=1", "--file", half, cluster.postgres.url("postgres", name))
    half.rename(dump)
    for old in sorted(PLACE.glob("*.dump"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
        old.unlink()


def on_server(tool, *words):
    subprocess.run([cluster.postgres.bin / tool, *words], check=True)
