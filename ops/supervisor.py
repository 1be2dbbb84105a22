"""Keeps a list of processes together: one dies, all end; nothing stays behind."""
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from ops.children import end, spawn, tell
from ops.places import ROOT

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOG_LIMIT = 5_000_000


@dataclass
class Part:
    """One process: its name, its command, its whole environment."""

    name: str
    command: list
    environment: dict
    process: subprocess.Popen | None = field(default=None, repr=False)
    log: Path | None = None


class Supervisor:
    """Starts parts, watches them, ends them. The first signal asks for an orderly end, one more than a second later insists."""

    def __init__(self, logs, patience=12.0):
        self.logs, self.patience = Path(logs), patience
        self.parts, self.servers, self.asked_at, self.insist = [], [], None, False
        self.logs.mkdir(parents=True, exist_ok=True)

    def listen(self):
        for word in STOPPING:
            signal.signal(word, self._heard)

    def _heard(self, *_):
        now = time.monotonic()
        self.insist = self.asked_at is not None and now - self.asked_at > 1  # make and the terminal may both send one
        self.asked_at = self.asked_at or now

    @property
    def asked(self):
        return self.asked_at is not None

    def log_of(self, name):
        return self.logs / f"{name}.log"

    def start(self, part):
        path = part.log = self.log_of(part.name)
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".log.1"))
        with open(path, "ab") as log:
            part.process = spawn(part.command, cwd=ROOT, env=part.environment, stdout=log, stderr=subprocess.STDOUT)
        self.parts.append(part)

    def attend(self, name, process, log):
        """Watch a process that somebody else starts and ends: a server, which goes after those that use it."""
        self.servers.append(Part(name, [], {}, process, log))

    def dead(self):
        """The first part or server that has ended by itself, or None."""
        return next((part for part in [*self.servers, *self.parts] if part.process.poll() is not None), None)

    def watch(self, until=None):
        """Wait until asked to stop, a part dies (it is returned) or `until` says so."""
        while not self.asked:
            if dead := self.dead():
                return dead
            if until and until():
                return None
            time.sleep(0.2)
        return None

    def end(self):
        """All at once, then one by one with patience; what does not go is killed with everything it started."""
        running = [part for part in self.parts if part.process.poll() is None]
        for part in running:
            tell(part.process, signal.SIGTERM, group=False)
        deadline = time.monotonic() + self.patience
        while not self.insist and time.monotonic() < deadline and any(part.process.poll() is None for part in running):
            time.sleep(0.05)
        for part in self.parts:
            end(part.process, patience=0.1, word=signal.SIGKILL)

    def last_words(self, part, lines=12):
        text = part.log.read_text(errors="replace").splitlines()
        return "\n".join("    " + line for line in text[-lines:])
