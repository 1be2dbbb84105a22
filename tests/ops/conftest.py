"""Processes as the tests of the commands see them."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def script(tmp_path):
    """Runs a few lines of Python in a process of its own, that prints one line when it is ready."""
    started = []

    def run(text, *arguments):
        path = tmp_path / f"script{len(started)}.py"
        path.write_text(text)
        process = subprocess.Popen([sys.executable, path, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
                                   env=os.environ | {"PYTHONPATH": str(ROOT)})
        started.append(process)
        return process, process.stdout.readline().split()

    yield run
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()
