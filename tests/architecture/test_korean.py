"""Korean is complete: every sentence of code and templates has its Korean, with the same blanks to fill."""
import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation.template import templatize

APPS = ("core", "accounts", "correspondence", "providers", "panels", "visits", "training", "certification", "evaluations",
        "agencies", "aftercare", "desk", "config")
SPOKEN = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
BLANK = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]+\}")
CALL = re.compile(r"""(?<!\w)(?:n?p?gettext|_)\((?:u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|[^()'"])*\)""")


def sentences(tree):
    """The constant strings of every call that speaks to a person."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SPOKEN:
            said = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from said[1:] if name.startswith("p") else said


def in_code():
    for app in APPS:
        for file in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            if "migrations" not in file.parts:
                for said in sentences(ast.parse(file.read_text())):
                    yield said, file.name


def in_templates():
    for file in (Path(settings.BASE_DIR) / "templates").rglob("*"):
        if file.suffix in {".html", ".txt"}:
            for call in CALL.findall(templatize(file.read_text())):
                for said in sentences(ast.parse(call)):
                    yield said, file.name


@cache
def catalogue():
    found = {}
    for entry in polib.pofile(str(Path(settings.LOCALE_PATHS[0]) / "ko/LC_MESSAGES/django.po")):
        found |= {entry.msgid: entry} | ({entry.msgid_plural: entry} if entry.msgid_plural else {})
    return found


def test_the_search_for_sentences_finds_them():
    assert len(list(in_code())) > 50
    assert len(list(in_templates())) > 50


def test_every_sentence_has_its_korean():
    known = catalogue()
    mute = sorted({(said, where) for said, where in [*in_code(), *in_templates()]
                   if said and (said not in known or not known[said].translated())})
    assert mute == []


def test_nothing_is_left_over():
    said = {sentence for sentence, _ in [*in_code(), *in_templates()]}
    assert sorted(set(catalogue()) - said - {""}) == []


@pytest.mark.parametrize("language", ["ko"])
def test_every_translation_has_the_same_blanks(language):
    for entry in catalogue().values():
        for words in [entry.msgstr, *entry.msgstr_plural.values()]:
            if words:
                assert sorted(set(BLANK.findall(entry.msgid))) == sorted(set(BLANK.findall(words))), entry.msgid
