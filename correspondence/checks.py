"""Mistakes in `notices.py` that are found before anybody is told anything."""
from django.core import checks
from django.utils.module_loading import import_string

from correspondence.events import LANGUAGES, declared_twice, every_event, every_kind
from correspondence.placeholders import names_in, one_line


@checks.register
def declarations_are_whole(app_configs, **kwargs):
    """Every event in both languages, with declared placeholders only, under a name of its own, to somebody."""
    problems = [error(f"{name} is declared twice", "E040") for name in (*declared_twice(every_event()), *declared_twice(every_kind()))]
    for event in every_event():
        for language in LANGUAGES:
            problems += problems_of_text(event, language)
        problems += problems_of_path(event.name, event.recipients)
    for kind in every_kind():
        problems += problems_of_kind(kind)
    return problems


def problems_of_text(event, language):
    subject, body = event.text(language)
    if not subject.strip() or not body.strip():
        return [error(f"{event.name} has no text in {language!r}", "E041")]
    unknown = [name for name in names_in(subject + body) if name not in event.may_stand]
    problems = [error(f"{event.name}, {language!r}: {{{name}}} is not declared", "E042") for name in unknown]
    if subject != one_line(subject):
        problems.append(error(f"{event.name}, {language!r}: a subject is one line", "E043"))
    return problems


def problems_of_path(name, path):
    """The callable that names the recipients is there."""
    try:
        found = callable(import_string(path))
    except ImportError:
        found = False
    return [] if found else [error(f"{name}: {path!r} is nothing that can be asked for recipients", "E044")]


def problems_of_kind(kind):
    problems = [problem for path in (kind.recipients, kind.escalation) if path for problem in problems_of_path(kind.name, path)]
    if kind.together and kind.near:
        problems.append(error(f"{kind.name}: told together, or of a day that is held", "E046"))
    if kind.days < 1 or kind.rule not in ("calendar", "working"):
        problems.append(error(f"{kind.name}: at least one day, calendar or working", "E045"))
    if not all(kind.label(language) for language in LANGUAGES):
        problems.append(error(f"{kind.name} has no label in both languages", "E041"))
    if kind.near and not any(event.name == kind.near and "last_day" in event.placeholders for event in every_event()):
        problems.append(error(f"{kind.name}: nobody declares {kind.near!r} with its last_day", "E044"))
    return problems


def error(sentence, number):
    return checks.Error(sentence, id=f"poom.{number}")
