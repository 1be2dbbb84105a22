"""The built database, kept between runs: from the migrations it takes half a minute, copied with its server's folder half a second.

It is kept under the hash of all that shapes it. What is copied goes through `migrate` once more: the walls are raised from the
declarations of today in any case.
"""
import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from tests import cluster

HOUSE = Path(__file__).parent.parent
PLACE = Path(os.environ.get("POOM_BUILT", HOUSE / "var" / "built"))
SHAPED_BY = ["*/migrations/*.py", "*/models.py", "*/models/*.py", "*/apps.py", "*/stages.py", "*/data/*.json", "accounts/*.py",
             "config/*.py", "core/*.py", "core/models/*.py", "tests/sample/*.py", "tests/settings.py", "ops/postgres.py",
             "requirements*.txt"]
KEPT = 3
NAMED = "POOM_BUILT_AS"         # given where what was changed shapes no database: that is not migrated once more
BEGUN = "POOM_BUILT_FROM"       # given where a model was changed and no migration: its walls are raised in the database that is there


def started(build):
    """The tests' servers with the built database in PostgreSQL: a copy of the folder that was kept, else made by `build()` and kept."""
    PLACE.mkdir(parents=True, exist_ok=True)
    kept = PLACE / fingerprint()
    with open(PLACE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)            # of several processes one builds, the others copy
        is_there = kept.exists()
        if is_there:
            os.utime(kept)
            copied(kept, cluster.postgres.data)
        else:
            cluster.start()
            build()
            keep(kept)
    cluster.start()
    if not is_there:
        return                                      # what was just built is there, under the name of tests
    if NAMED in os.environ:
        connection.settings_dict["NAME"] = connection.creation._get_test_db_name()
    else:
        build()


def fingerprint():
    """Of the files that say what stands in a new database, or the one that is named: whoever spoils a file that shapes none names it."""
    if named := os.environ.get(NAMED) or os.environ.get(BEGUN):
        return named
    digest = hashlib.sha256()
    for path in sorted({path for pattern in SHAPED_BY for path in HOUSE.glob(pattern)}):
        digest.update(f"{path.relative_to(HOUSE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:24]


def keep(kept):
    """Whole or not at all, of a server that was shut down in order; of the older ones the last few stay."""
    connection.close()
    cluster.postgres.stop(in_order=True)
    half = kept.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    copied(cluster.postgres.data, half)
    half.rename(kept)
    for old in sorted((one for one in PLACE.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)[:-KEPT]:
        shutil.rmtree(old)


def copied(data, place):
    """By the system's own tool: it keeps whose the files are."""
    subprocess.run(["cp", "-a", data, place], check=True)


def on_server(tool, *words):
    subprocess.run([cluster.postgres.bin / tool, *words], check=True)
