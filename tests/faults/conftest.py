"""Real workers on the tests' database and broker, and how to wait for them."""
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.db import connection

from core.models import AuditEvent, Errand
from core.tenancy import within
from tests import cluster


@contextmanager
def running(command, **environment):
    """A program of the site on the tests' database and broker, in a process group of its own; killed at the end, whatever happens."""
    given = {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": cluster.postgres.url(database=connection.settings_dict["NAME"]),
             "BROKER_URL": cluster.valkey.url, **environment}
    with open(cluster.HOME / "worker.log", "ab") as log:
        process = subprocess.Popen(command, env=os.environ | given, cwd=settings.BASE_DIR, start_new_session=True, stdout=log, stderr=log)
    try:
        yield process
    finally:
        end(process)


def worker(**environment):
    """A Celery worker as in production."""
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-c", "1", "-l", "warning", "--without-gossip", "--without-mingle"]
    return running(command, **{"ERRAND_LEASE_SECONDS": "2", "ERRAND_RETRY_SECONDS": "1", "WORKER_NICENESS": "0"} | environment)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def web_server(*words, **environment):
    """granian with `words` beside the usual ones; gives its port."""
    port = free_port()
    given = {"LIMITS_URL": cluster.valkey.counters_url, "SITE_URL": f"http://localhost:{port}", "SECRET_KEY": settings.SECRET_KEY,
             "STATIC_ROOT": settings.STATIC_ROOT, "SECOND_FACTOR_DEMANDED": "0"}
    command = [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws",
               *(str(word) for word in words), "config.wsgi:application"]
    with running(command, **given | environment):
        yield port


def end(process):
    """kill -9, to the whole group: nobody gets a last word."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def until(condition, seconds=120):
    """Wait for it; what it answered, or a failure that shows the worker's last lines."""
    end_at = time.monotonic() + seconds
    while not (answer := condition()):
        log = cluster.HOME / "worker.log"
        assert time.monotonic() < end_at, f"it never happened; the worker said: {log.read_text()[-2000:] if log.exists() else 'nothing'}"
        time.sleep(0.05)
    return answer


def marks(place):
    with within(place.agency):
        return AuditEvent.everything.filter(verb="mark.left").count()


def row_of(place, errand):
    with within(place.agency):
        return Errand.everything.get(pk=errand.pk)


def empty_broker():
    redis.Redis(unix_socket_path=str(cluster.valkey.socket)).flushall()


@pytest.fixture(autouse=True)
def quiet_bell(request):
    """No message of an earlier test waits in the queue."""
    request.getfixturevalue("django_db_setup")
    empty_broker()
