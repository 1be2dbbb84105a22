"""The embedded Valkey: answers on its socket, keeps what it was told to keep."""
import os
import signal

import redis

from ops.valkey import Valkey


def test_what_was_written_survives_a_kill(tmp_path):
    server = Valkey(tmp_path / "valkey").start()
    with redis.from_url(server.counters_url) as line:
        line.set("bell", "rung")
        line.execute_command("WAITAOF", 1, 0, 1000)
    os.kill(server.child.pid, signal.SIGKILL)
    server.child.wait()
    again = Valkey(tmp_path / "valkey").start()
    try:
        with redis.from_url(again.counters_url) as line:
            assert line.get("bell") == b"rung"
    finally:
        again.stop()


def test_a_server_for_tests_keeps_nothing(tmp_path):
    server = Valkey(tmp_path / "valkey", fast=True).start()
    with redis.from_url(server.counters_url) as line:
        line.set("bell", "rung")
    server.stop()
    assert [path.name for path in (tmp_path / "valkey").iterdir()] == ["valkey.log"]
