"""One dies, all end; nothing stays behind, whatever the supervisor itself dies of."""
import os
import signal

import pytest

from tests.ops.processes import alive, wait_until

TOGETHER = """
import sys, os
from pathlib import Path
from ops.children import end, spawn
from ops.supervisor import Part, Supervisor
logs = Path(sys.argv[1])
shell = lambda line: ["bash", "-c", line]
supervisor = Supervisor(logs, patience=1)
supervisor.listen()
web, deaf = "sleep 1000 & echo $!; wait", "trap '' TERM; sleep 1000 & echo $!; wait; wait"
for name, line in [("web", web), ("worker", "sleep 1000"), ("deaf", deaf)]:
    supervisor.start(Part(name, shell(line), dict(os.environ)))
server = spawn(["sleep", "1000"])
supervisor.attend("server", server, logs / "server.log")
def ready():
    return all((logs / f"{name}.log").read_text().strip() for name in ("web", "deaf"))
supervisor.watch(ready)
below = [int((logs / f"{name}.log").read_text()) for name in ("web", "deaf")]
print(*[part.process.pid for part in supervisor.parts], server.pid, *below, flush=True)
dead = supervisor.watch()
supervisor.end()
end(server)
sys.exit(1 if dead else 0)
"""


@pytest.fixture
def together(script, tmp_path):
    """The supervisor's process; those of web, worker, one that will not listen, a server; what web and the deaf one have started."""
    return script(TOGETHER, tmp_path / "logs")


@pytest.mark.parametrize("word", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("which", [1, 3], ids=["worker", "server"])
def test_death_of_one_ends_all_and_leaves_nothing_running(together, which, word):
    supervisor, pids = together
    os.kill(int(pids[which]), word)
    assert supervisor.wait(30) == 1
    assert [pid for pid in pids if alive(pid)] == []


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_asked_to_stop_is_no_failure_and_leaves_nothing_running(together, word):
    supervisor, pids = together
    supervisor.send_signal(word)
    assert supervisor.wait(30) == 0
    assert [pid for pid in pids if alive(pid)] == []


def test_children_die_with_a_supervisor_that_is_killed(together):
    supervisor, pids = together
    supervisor.kill()
    assert wait_until(lambda: not any(alive(pids[which]) for which in (0, 1, 3)))
    os.killpg(int(pids[2]), signal.SIGKILL)  # the one that will not listen is ours to clear away
    os.kill(int(pids[4]), signal.SIGKILL)
