"""Set-up: what is missing is named in one line, what is there is not touched."""
import os
import subprocess
import sys
import time
from pathlib import Path

import polib
import pytest

from ops import setup

ROOT = Path(__file__).resolve().parent.parent.parent


def test_what_is_missing_is_named_by_its_package(monkeypatch):
    monkeypatch.setitem(setup.LIBRARIES, "libnever0", "libnever.so.0")
    assert setup.missing("run") == ["libnever0"]


def test_without_root_the_line_to_run_is_said(monkeypatch):
    monkeypatch.setitem(setup.LIBRARIES, "libnever0", "libnever.so.0")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"^poom: system packages are missing; as root: apt-get install libnever0$"):
        setup.system("run")


def test_a_warm_set_up_takes_less_than_a_second():
    started = time.monotonic()
    subprocess.run([sys.executable, "ops/setup.py", "run"], cwd=ROOT, check=True)
    assert time.monotonic() - started < 1


def test_a_changed_pin_is_noticed(monkeypatch, tmp_path):
    before = setup.wanted("run")
    changed = tmp_path / "requirements.txt"
    changed.write_text(setup.PINS["run"].read_text() + "\n# changed\n")
    monkeypatch.setitem(setup.PINS, "run", changed)
    assert setup.wanted("run") != before


def test_translations_are_compiled_when_they_are_newer(monkeypatch, tmp_path):
    folder = tmp_path / "locale" / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid "Case"\nmsgstr "심사 건"\n', encoding="utf-8")
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    setup.translations()
    assert polib.mofile(str(folder / "django.mo"))[0].msgstr == "심사 건"


@pytest.mark.parametrize("name", setup.SOURCES)
def test_every_pin_has_hashes_and_no_address(name):
    text = (ROOT / name).read_text()
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
