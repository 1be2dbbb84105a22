"""`make run`: who is told what, and what a person reads when it cannot start."""
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ops import local, run

ROOT = Path(__file__).resolve().parent.parent.parent
OWNERS = {"DATABASE_URL": "postgres://poom_web@h/poom", "DATABASE_OWNER_URL": "postgres://poom_owner@h/poom"}


@pytest.fixture
def var(monkeypatch, tmp_path):
    monkeypatch.setattr(local, "VAR", tmp_path)
    for name in (*OWNERS, "BROKER_URL", "LIMITS_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    yield tmp_path
    local.cluster().stop()
    local.broker().stop()


def test_web_worker_and_beat_never_see_the_owners_address(var):
    environment = local.environment() | {"DATABASE_AS": "owner"}
    assert "poom_owner" in environment["DATABASE_OWNER_URL"]
    assert {part.name for part in run.parts(environment)} == {"web", "worker", "beat"}
    for part in run.parts(environment):
        assert "poom_owner" not in str(part.environment)
        assert "DATABASE_AS" not in part.environment


def test_servers_that_are_named_are_used_and_not_started(var, monkeypatch):
    for name, value in {**OWNERS, "BROKER_URL": "redis://h/0"}.items():
        monkeypatch.setenv(name, value)
    assert local.own_servers() == (False, False)
    assert local.environment()["DATABASE_URL"] == OWNERS["DATABASE_URL"]


def test_half_an_address_is_refused_in_one_line(var, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", OWNERS["DATABASE_URL"])
    with pytest.raises(SystemExit, match=r"^poom: DATABASE_URL and DATABASE_OWNER_URL go together"):
        local.environment()


def test_the_key_is_made_once_and_is_for_us_alone(var):
    key = local.secret()
    assert len(key) > 50
    assert local.secret() == key
    assert (var / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_taken_port_is_said_in_one_line_and_nothing_is_started(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        line = "import sys; from pathlib import Path; from ops import run; run.VAR = Path(sys.argv[1]); sys.exit(run.main())"
        done = subprocess.run([sys.executable, "-c", line, tmp_path], cwd=ROOT, env=os.environ | {"PORT": str(port)}, text=True,
                              capture_output=True, timeout=30)
    assert done.returncode == 1
    assert done.stderr == f"poom: 127.0.0.1:{port} cannot be used (Address already in use): PORT={port + 1} make run\n"
    assert [path.name for path in tmp_path.iterdir()] == ["run.lock"]


def test_a_second_run_in_the_same_checkout_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "VAR", tmp_path)
    with run.only_one(), pytest.raises(SystemExit, match=rf"^poom: it runs already here \(process {os.getpid()}\)"):
        run.only_one()
