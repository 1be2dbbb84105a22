"""`make check`: every check that needs no database, two at a time, one line each. Names after it choose among them."""
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from ops.places import ROOT

PYTHON = [sys.executable]
CHECKS = {  # the slow ones first
    "types": [*PYTHON, "-m", "mypy"],
    "migrations": [*PYTHON, "-W", "ignore", "manage.py", "makemigrations", "--check", "--dry-run"],
    "django": [*PYTHON, "manage.py", "check", "--fail-level", "WARNING"],
    "djlint": [*PYTHON, "-m", "djlint", "--quiet", "--lint", "templates"],
    "bandit": [*PYTHON, "-m", "bandit", "-q", "-r", ".", "-lll", "-c", "pyproject.toml"],
    "layers": [*PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"],
    "ruff": [*PYTHON, "-m", "ruff", "check", "--quiet", "--output-format", "concise", "."],
    "shell": ["bash", "-n", ".ci/run"],
}
BARE = {  # Django is looked at without any server
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "SECRET_KEY": "looked-at-and-never-served",
    "DEMO": "1",
    "DATABASE_URL": "postgres://poom_web@%2Fnowhere/poom",
    "BROKER_URL": "redis+socket:///nowhere/valkey.sock",
}


def look(name):
    started = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_AS"} | BARE
    done = subprocess.run(CHECKS[name], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return name, done, time.monotonic() - started


def main(names):
    strangers = set(names) - CHECKS.keys()
    if strangers:
        raise SystemExit(f"poom: no check of this name: {', '.join(sorted(strangers))}; there are {', '.join(CHECKS)}")
    started, failed = time.monotonic(), []
    with ThreadPoolExecutor(2) as pool:
        for name, done, seconds in pool.map(look, names or CHECKS):
            print(f"{'failed' if done.returncode else 'ok':>8}  {name:<12} {seconds:5.1f} s", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout, flush=True)
    print(f"poom: {'these checks failed: ' + ', '.join(failed) if failed else 'all checks passed'} "
          f"({time.monotonic() - started:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
