"""What no template may hold, what no stylesheet may ask for, and pages that must stand alone."""
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from tests.architecture.sources import for_each

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
PAGES = [path for path in TEMPLATES if path.suffix == ".html" and "documents" not in path.parts]
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
INLINE = re.compile(r"""\sstyle=|\son[a-z]+=["']|\shx-on|<style|<script(?![^>]*\ssrc=)|javascript:""")


def named(path):
    return str(path.relative_to(ROOT))


@for_each(PAGES, named)
def test_no_page_holds_a_script_or_a_style_of_its_own(path):
    assert not INLINE.findall(path.read_text())


@for_each(TEMPLATES, named)
def test_templates_keep_to_their_size(path):
    assert len(path.read_text().splitlines()) <= 120


@for_each(STYLES, named)
def test_stylesheets_ask_nobody_else_for_anything_and_keep_colours_in_the_tokens(path):
    text = path.read_text()
    assert not re.search(r"@import|url\(", text)
    assert len(text.splitlines()) <= 400
    if path.name != "tokens.css":
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*\})", text)


@pytest.mark.parametrize("name", ["400.html", "500.html", "503.html"])
def test_the_page_of_the_worst_hour_stands_alone_and_speaks_both_languages(name, django_db_blocker):
    with django_db_blocker.block():
        page = render_to_string(name)
    assert 'lang="ko"' in page
    assert 'lang="en"' in page
    assert page.count("<h1>") == 1
    for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', page):
        assert (ROOT / path.lstrip("/")).is_file()
