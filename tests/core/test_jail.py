"""The jail holds: no network, no other program, no more memory and time than given, none of our environment."""
import signal
import socket
import subprocess
import time

import pytest

from core import jail


def attempt(*what):
    process = jail.start("tests.core.inmate", *what, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    output = process.communicate(timeout=20)[0].decode()
    return process.returncode, output


def test_nobody_can_be_called():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        code, output = attempt("connect", str(listener.getsockname()[1]))
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert (code, output) == (1, "")


@pytest.mark.parametrize("way", ["resolve", "spawn", "system", "fork", "swallow"])
def test_what_a_captured_program_tries_fails(way):
    assert attempt(way) == (1, "")


def test_our_environment_stays_outside(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "CANARY")
    assert attempt("look_around") == (0, "[]\n")


@pytest.mark.parametrize(("way", "end"), [("spin", signal.SIGXCPU), ("sleep", signal.SIGALRM)])
def test_time_runs_out_even_if_nobody_watches(way, end):
    started = time.monotonic()
    assert attempt(way) == (-end, "")
    assert time.monotonic() - started < 15
