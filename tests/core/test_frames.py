"""Frames of public pages: what a page may fill, and that nothing of one page stays in the frame of all."""
import re

import pytest

from core.frames import BLOCKS, SLOT, Slots
from tests.architecture.sources import HOUSE

TEMPLATES = [path for path in (HOUSE / "templates").rglob("*.html") if "{% extends shell %}" in path.read_text()]


def test_pages_stand_in_the_shell():
    assert len(TEMPLATES) >= 4


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_page_in_the_shell_fills_no_block_that_would_be_lost(path):
    assert set(re.findall(r"{% block (\w+)", path.read_text())) <= set(BLOCKS)


def test_the_shell_and_its_blocks_name_the_same_in_the_same_order():
    for name in ("shell.html", "shell_blocks.html"):
        assert tuple(re.findall(r"{% block (\w+)", (HOUSE / "templates" / name).read_text())) == BLOCKS


def test_a_slot_is_found_in_the_text_and_in_an_address_and_nobody_else_writes_one():
    assert SLOT.split(f"a{Slots()['title']}b/%3C!--%20slot%20number%20--%3E/c") == ["a", "title", "b/", "number", "/c"]
    assert SLOT.split("&lt;!-- slot title --&gt;") == ["&lt;!-- slot title --&gt;"]
