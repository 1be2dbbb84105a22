"""Set-up for every command: environment, packages, system libraries, translations. Standard library only; a warm run takes a blink.

python ops/setup.py run|test     make everything ready for `make run` or `make test`
python ops/setup.py translations compile the translations alone
python ops/setup.py pin          compile requirements*.in to pins with hashes (needs uv)
"""
import contextlib
import ctypes
import fcntl
import glob
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "poom.stamp"
OLDEST, TOO_NEW = (3, 11), (3, 14)
PINS = {"run": ROOT / "requirements.txt", "test": ROOT / "requirements-dev.txt"}
SOURCES = {
    "requirements-production.txt": ["requirements.in"],
    "requirements.txt": ["requirements.in", "requirements-embedded.in"],
    "requirements-dev.txt": ["requirements.in", "requirements-embedded.in", "requirements-dev.in"],
}
COMPILE = "uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header".split()
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
    "libmagic1": "libmagic.so.1",
}
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts", "~/Library/Fonts")
TOOLS = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "poppler-utils": ("pdftoppm",)}


def stop(sentence):
    raise SystemExit("poom: " + sentence)


def call(*words, **options):
    return subprocess.run([str(word) for word in words], cwd=ROOT, **options)


# --- the environment and its packages


def base_python():
    """A Python we can live on: the one that runs this, else one on the PATH."""
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return getattr(sys, "_base_executable", sys.executable) or sys.executable
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    return stop("Python 3.11, 3.12 or 3.13 is needed, and none is on the PATH")


def healthy():
    """An environment whose Python was removed or replaced under it is made again."""
    if not PYTHON.exists():
        return False
    with contextlib.suppress(OSError, StopIteration):
        lines = (VENV / "pyvenv.cfg").read_text().splitlines()
        version = next(line.split("=")[1].strip() for line in lines if line.startswith("version"))
        return OLDEST <= tuple(int(part) for part in version.split(".")[:2]) < TOO_NEW
    return False


def uv():
    """uv, if it is there and works (a version manager's shim may stand for nothing)."""
    found = shutil.which("uv")
    works = found and call(found, "--version", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    return found if works else None


def make_environment():
    shutil.rmtree(VENV, ignore_errors=True)
    python, fast = base_python(), uv()
    if fast:
        made = call(fast, "venv", "-q", "--python", python, VENV).returncode == 0
    else:
        made = call(python, "-m", "venv", VENV).returncode == 0
        if not made and may_install():
            shutil.rmtree(VENV, ignore_errors=True)
            install(["python3-venv"])
            made = call(python, "-m", "venv", VENV).returncode == 0
    if not made:
        stop("the environment .venv could not be made; on Debian: apt-get install python3-venv")


def wanted(level):
    """What the stamp says when all packages of this level are in; a change of any pin changes it."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in PINS.values())).hexdigest()
    return f"{level} {digest}"


def packages(level):
    have = STAMP.read_text().strip() if STAMP.exists() else ""
    if healthy() and have in (wanted(level), wanted("test")):
        return
    if have.startswith("test"):
        level = "test"  # do not take away what the tests will want again
    say("installing the packages of " + PINS[level].name)
    if not healthy():
        make_environment()
    STAMP.unlink(missing_ok=True)
    fast = uv()
    if fast:
        done = call(fast, "pip", "sync", "-q", "--python", PYTHON, PINS[level])
    else:
        call(PYTHON, "-m", "ensurepip", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        done = call(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", PINS[level])
    if done.returncode:
        stop(f"the packages of {PINS[level].name} could not be installed: the reason stands above")
    STAMP.write_text(wanted(level))


# --- what the system must have


def loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(level):
    """Debian's names of what is not there."""
    lacking = [package for package, library in LIBRARIES.items() if not loads(library)]
    folders = [os.path.expanduser(folder) for folder in FONTS]
    if not any(glob.glob(folder + pattern) for folder in folders for pattern in ("/Nanum*", "/*/Nanum*", "/*/*/Nanum*")):
        lacking.append("fonts-nanum")
    if level == "test":
        lacking += [package for package, names in TOOLS.items() if not any(shutil.which(name) for name in names)]
    return lacking


def may_install():
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(names):
    say("installing the system packages " + " ".join(names))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    call("apt-get", "update", "-qq", env=quiet, stdout=subprocess.DEVNULL)
    if call("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names, env=quiet, stdout=subprocess.DEVNULL).returncode:
        stop("these system packages could not be installed: apt-get install " + " ".join(names))


def system(level):
    if sys.platform != "linux":
        return  # elsewhere the libraries have other names; `make check` says what WeasyPrint misses
    lacking = missing(level)
    if lacking and may_install():
        install(lacking)
        lacking = missing(level)
    if lacking:
        stop("system packages are missing; as root: apt-get install " + " ".join(lacking))


# --- translations


def translations():
    """Every .po to its .mo, where it is newer."""
    stale = [po for po in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")) if newer(po, po.with_suffix(".mo"))]
    if not stale:
        return
    write = "import polib, sys\nfor name in sys.argv[1:]: polib.pofile(name).save_as_mofile(name[:-2] + 'mo')"
    python = PYTHON if PYTHON.exists() else sys.executable  # a container installs without .venv
    if call(python, "-c", write, *stale).returncode:
        stop("the translations could not be compiled: the reason stands above")


def newer(source, result):
    return not result.exists() or source.stat().st_mtime > result.stat().st_mtime


# --- commands


def pin():
    for target, sources in SOURCES.items():
        if call(*COMPILE, *sources, "-o", target, *sys.argv[2:], stdout=subprocess.DEVNULL).returncode:
            stop(f"{target} could not be compiled")


def prepare(level):
    started = time.monotonic()
    (ROOT / "var").mkdir(exist_ok=True)
    with open(ROOT / "var" / "setup.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        system(level)
        packages(level)
        translations()
    if time.monotonic() - started > 2:
        say(f"set up in {time.monotonic() - started:.0f} seconds")


def say(sentence):
    print("poom: " + sentence, flush=True)


def main(command):
    if command == "pin":
        pin()
    elif command == "translations":
        translations()
    elif command in PINS:
        prepare(command)
    else:
        stop("python ops/setup.py run|test|translations|pin")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
