"""`make clean`: ends a run that is under way, then removes everything the commands made."""
import fcntl
import os
import shutil
import signal
import time
from contextlib import suppress

from ops.places import ROOT, SOCKETS, VAR, Trouble, short_name

MADE = ("var", ".venv", "staticfiles", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis")


def end_the_run():
    """Its process takes the servers with it; when the lock is ours, nothing runs any more."""
    if not (VAR / "run.lock").exists():
        return
    with open(VAR / "run.lock") as lock:
        until = time.monotonic() + 30
        told = False
        while True:
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            if not told:
                with suppress(ProcessLookupError, ValueError):
                    os.kill(int(lock.read()), signal.SIGTERM)
                told = True
            if time.monotonic() > until:
                raise Trouble("the run in this checkout does not end; nothing was removed")
            time.sleep(0.2)


def main():
    end_the_run()
    for kind, data in (("pg", VAR / "pg"), ("vk", VAR / "valkey")):
        for folder in SOCKETS.glob(f"poom-{kind}-*-{short_name(data)}"):
            shutil.rmtree(folder, ignore_errors=True)
    for name in MADE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for made in [*ROOT.glob("locale/*/LC_MESSAGES/*.mo"), *ROOT.glob("*/**/__pycache__")]:
        shutil.rmtree(made) if made.is_dir() else made.unlink()


if __name__ == "__main__":
    main()
