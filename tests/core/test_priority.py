"""A worker, and what it starts, lets the web go first; nobody else is held back with it."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sabotage import HOUSE

pytestmark = pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="this system groups no processes by session")
TOLD = """
import os, pathlib, subprocess, sys
group = lambda pid: int(pathlib.Path(f"/proc/{pid}/autogroup").read_text().split()[-1])
"""
WORKER = TOLD + """
import django
django.setup()
from celery.signals import worker_init
from config import celery
from core import jail
worker_init.send(sender=None)
inmate = jail.start("core.pdf_jail", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
print(os.nice(0), group(os.getpid()), os.getpriority(os.PRIO_PROCESS, inmate.pid), group(inmate.pid))
inmate.stdin.close()
inmate.wait()
"""


def said(program, niceness, *, own_session=True):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "WORKER_NICENESS": str(niceness)}
    done = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, env=environment, capture_output=True, text=True,
                          start_new_session=own_session, check=True)
    return [int(number) for number in done.stdout.split()]


def test_a_worker_and_the_programs_it_starts_step_back():
    own = os.nice(0)
    further = min(19, own + 4)
    assert said(WORKER, further) == [further] * 4


def test_none_steps_back_when_it_is_not_asked_to():
    own = os.nice(0)
    worker, _group, inmate, _its_group = said(WORKER, 0)
    assert (worker, inmate) == (own, own)


def test_who_shares_the_workers_session_is_not_held_back():
    program = TOLD + f"""
before = group(os.getpid())
subprocess.run([sys.executable, "-c", "from core.priority import step_back; step_back({min(19, os.nice(0) + 4)})"], check=True)
print(before, group(os.getpid()))
"""
    before, after = said(program, 0)
    assert after == before
