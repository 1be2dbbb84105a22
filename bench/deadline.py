"""The last minute of a round: 300 providers hand in within 60 seconds and 20 more after it, on a web server and a
worker as `make run` has them.

Open loop: each request goes out at its time, whatever became of the others, and is timed from then on.
"""
import http.client
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from bench import servers
from bench.applying import drafts
from bench.rows import SMALL
from core import clock
from core.tenancy import within
from evaluations.models import Application, Receipt, Seal
from ops.run import THREADS

APPLICANTS, LATE, MINUTE = 300, 20, 60.0
P95_AT_MOST = 3.0                               # seconds, from the click to the page with the receipt number
BIN = Path(sys.executable).parent
TOKEN = "a" * 32


@dataclass(frozen=True)
class Tried:
    """One applicant's click: what the two answers said, and seconds from its time to the page that says so."""

    application: str
    statuses: tuple[int, ...]
    number: str
    seconds: float


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def site():
    """Web server and worker on the bench's own database; gives the port."""
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "DATABASE"))} | {
        "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": settings.SECRET_KEY, "DEMO": "1",
        "DATABASE_URL": servers.postgres.url(), "BROKER_URL": servers.valkey.url, "LIMITS_URL": servers.valkey.counters_url,
        "EMAIL_URL": f"filemail://{servers.HOME}/mail", "MEDIA_ROOT": f"{servers.HOME}/media", "SIGNING_DIR": f"{servers.HOME}/keys",
        "SITE_URL": f"http://localhost:{port}", "ALLOWED_HOSTS": "localhost,127.0.0.1"}
    web = [BIN / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", port, "--no-ws", *THREADS, "config.wsgi:application"]
    worker = [BIN / "celery", "-A", "config", "worker", "-c", 2, "-B", "-s", servers.HOME / "schedule", "--without-gossip",
              "--without-mingle"]
    with open(servers.HOME / "site.log", "wb") as log:
        running = [subprocess.Popen([str(word) for word in words], cwd=settings.BASE_DIR, env=environment, stdout=log, stderr=log,
                                    start_new_session=True) for words in (web, worker)]
        try:
            yield port
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(30)


def asked(port, method, address, cookie):
    """(status, text, where it leads)"""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        line.request(method, address, body="" if method == "POST" else None, headers={
            "Host": f"localhost:{port}", "Cookie": f"{cookie}; {settings.CSRF_COOKIE_NAME}={TOKEN}", "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        return answer.status, answer.read().decode(), answer.getheader("Location", "")
    except OSError:
        return 0, "", ""
    finally:
        line.close()


def hand_in(port, application, cookie, at):
    """Click when it is time, then read the page one is sent to."""
    time.sleep(max(0.0, at - time.monotonic()))
    page = f"/{SMALL}/portal/applications/{application}/"
    clicked, _text, _way = asked(port, "POST", f"{page}submit/", cookie)
    read, text, _way = asked(port, "GET", page, cookie)
    return Tried(application, (clicked, read), text, time.monotonic() - at)


def minute(port, rows, late, close):
    """[Tried] of those in time and of those after it; `close(seconds)` sets the end of the round."""
    begin = time.monotonic() + 2
    close(begin + MINUTE - time.monotonic())
    with ThreadPoolExecutor(len(rows) + len(late)) as everybody:
        in_time = [everybody.submit(hand_in, port, *row, begin + n * (MINUTE - 0.2) / len(rows)) for n, row in enumerate(rows)]
        too_late = [everybody.submit(hand_in, port, *row, begin + MINUTE + 0.05 + n * 0.1) for n, row in enumerate(late)]
        return [one.result() for one in in_time], [one.result() for one in too_late]


def closing(round):
    """An announced round keeps its end: only the cluster's superuser can move it."""
    def close(seconds):
        at = clock.real_now() + timedelta(seconds=seconds)
        servers.postgres.run_sql("SET session_replication_role = replica; UPDATE certification_round SET "
                                 f"closes_at = '{at.isoformat()}' WHERE id = {round.pk}", database="poom")
    return close


def measure(agency, round):
    """Prepare, wait for the minute, print what came of it. True if everything was kept."""
    rows = drafts(agency, round, APPLICANTS + LATE, skip=1)
    servers.postgres.run_sql("ANALYZE", database="poom")        # as the site's own server does it by itself, a minute after
    with site() as port:
        until_healthy(port)
        good = tell(agency, *minute(port, rows[:APPLICANTS], rows[APPLICANTS:], closing(round)))
        receipts = made_within(agency)
    print(f"Receipts of all made {f'{receipts:.0f} s after it' if receipts is not None else 'not in time'}.")
    return good and receipts is not None


def until_healthy(port, seconds=180):
    """The letters of the preparation are sent, and both web workers have their connections and templates."""
    end = time.monotonic() + seconds
    while (said := asked(port, "GET", "/healthz", ""))[0] != 200:
        if time.monotonic() > end:
            raise SystemExit(f"poom: the site for the deadline minute is not healthy: {said[1]}\n{servers.HOME / 'site.log'}")
        time.sleep(0.5)
    for _ in range(20):
        asked(port, "GET", f"/{SMALL}/", "")


def made_within(agency, seconds=600):
    """Seconds until the worker has made the receipt of every submission, or None."""
    began = time.monotonic()
    while time.monotonic() < began + seconds:
        with within(agency):
            if not Receipt.everything.filter(made_at=None).exists():
                return time.monotonic() - began
        time.sleep(1)
    return None


def tell(agency, in_time, too_late):
    with within(agency):
        numbers = dict(Application.everything.filter(stage="submitted").values_list("public_id", "number"))
        sealed = set(Seal.everything.values_list("application__public_id", flat=True))
    accepted = [one for one in in_time if one.statuses[0] == 302]
    told = [one for one in in_time if one.application in numbers and numbers[one.application] in one.number]
    stored = [one for one in in_time if one.application in numbers and one.application in sealed]
    broken = [one for one in (*in_time, *too_late) if not all(200 <= status < 500 for status in one.statuses)]
    slipped = [one for one in too_late if one.application in sealed]
    seconds = sorted(one.seconds for one in in_time)
    p95 = seconds[int(len(seconds) * 0.95) - 1]
    good = len(accepted) == len(stored) == len(told) == len(in_time) and not broken and not slipped and p95 <= P95_AT_MOST
    print(f"\ndeadline minute: {len(in_time)} hand in within {MINUTE:.0f} s: {len(accepted)} accepted, {len(stored)} stored, "
          f"{len(told)} told their number; {len(broken)} broken; of {len(too_late)} after the end {len(slipped)} were taken.\n"
          f"From the click to the page with the number: median {seconds[len(seconds) // 2]:.2f} s, p95 {p95:.2f} s (≤ {P95_AT_MOST:g}), "
          f"longest {seconds[-1]:.2f} s. {'met' if good else 'missed'}", flush=True)
    return good
