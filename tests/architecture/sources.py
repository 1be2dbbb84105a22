"""The house's own source files, and what stands in them."""
import ast
from functools import cache
from pathlib import Path

from django.conf import settings

HOUSE = Path(settings.BASE_DIR)
APPS = ("config", "core", "accounts", "correspondence", "providers", "panels", "visits", "training", "certification", "evaluations",
        "agencies", "aftercare", "desk", "ops")
BESIDES = ("tests", "bench")


def files(*folders, pattern="*.py"):
    """Every file of these folders, without generated migrations, as paths from the root."""
    found = sorted(path for folder in folders for path in (HOUSE / folder).rglob(pattern))
    return [path.relative_to(HOUSE) for path in found if "migrations" not in path.parts and "__pycache__" not in path.parts]


@cache
def text_of(path):
    return (HOUSE / path).read_text()


@cache
def tree_of(path):
    return ast.parse(text_of(path))


def for_each(things, named=str):
    """One test that holds a rule against each of them and names all that break it: thousands of small tests cost minutes."""
    def held_against(rule):
        def test():
            broken = []
            for thing in things:
                try:
                    rule(*thing) if isinstance(thing, tuple) else rule(thing)
                except AssertionError as failure:
                    broken.append(f"{named(thing)}: {failure}")
            assert things and not broken, "\n".join(broken)
        test.__name__, test.__qualname__, test.__doc__, test.__module__ = rule.__name__, rule.__name__, rule.__doc__, rule.__module__
        return test
    return held_against


def functions(path):
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def length(node):
    """Lines of a function without its decorators."""
    return node.end_lineno - node.lineno + 1


def is_part(path, name):
    """Whether a file is the app's module or package of that name: workflow.py, workflow/provider.py."""
    return path.stem == name or name in path.parts[1:-1]
