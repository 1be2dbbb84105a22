"""Rules that a reader of the source could check by hand: sizes, names, and what may stand where."""
import ast

import pytest

from tests.architecture.sources import APPS, BESIDES, files, for_each, functions, is_part, length, text_of, tree_of

OWN = files(*APPS)
ALL = OWN + files(*BESIDES)
DRAWN = files("templates", pattern="*.html")
VAGUE = {"utils", "util", "helpers", "helper", "services", "service", "common", "misc", "manager2", "lib"}
each = for_each(OWN)


def names_everything(node, inside=""):
    """(line, function it stands in) for each use of the door's back side."""
    found = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Attribute) and child.attr in ("everything", "_default_manager", "_base_manager"):
            found.append((child.lineno, inside))
        name = child.name if isinstance(child, ast.FunctionDef) else inside
        found += names_everything(child, name)
    return found


def may_name_everything(path, function):
    return (path.parts[0] == "core" or str(path) == "accounts/actors.py" or function == "audience"
            or any(is_part(path, name) for name in ("workflow", "tasks", "admin", "management")))


@each
def test_everything_is_named_only_where_it_may_be(path):
    wrong = [line for line, function in names_everything(tree_of(path)) if not may_name_everything(path, function)]
    assert not wrong, f"{path}: lines {wrong} look past the door"


def test_a_rule_for_each_names_all_that_break_it():
    def rule(number):
        assert number < 2, "too much"

    with pytest.raises(AssertionError, match="(?s)^2: too much.*3: too much"):
        for_each([1, 2, 3])(rule)()
    with pytest.raises(AssertionError):
        for_each([])(rule)()
    for_each([0, 1])(rule)()


def test_the_search_for_everything_finds_it():
    source = "class Row:\n def audience(cls, actor):\n  return Row.everything\n\ndef show(request):\n return Row.everything.all()\n"
    tree = ast.parse(source)
    assert names_everything(tree) == [(3, "audience"), (6, "show")]


WORKFLOW = [path for path in OWN if is_part(path, "workflow") and path.parts[0] != "core"]


def is_write(node):
    """A write that a person would name: one transaction, or something that goes into the audit trail."""
    called = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in ast.walk(node) if isinstance(call, ast.Call)}
    return is_atomic(node) or "record" in called


def without_actor(path):
    """Public workflow functions whose actor is not keyword-only without default."""
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and is_write(node):
            named = [argument.arg for argument in node.args.kwonlyargs]
            if "actor" not in named or node.args.kw_defaults[named.index("actor")] is not None:
                yield node.name


def is_atomic(node):
    return any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)


@for_each(WORKFLOW)
def test_a_workflow_names_who_is_acting(path):
    assert list(without_actor(path)) == []


@for_each(WORKFLOW)
def test_no_workflow_has_a_default_actor(path):
    for node in functions(path):
        everybody = [*node.args.posonlyargs, *node.args.args]
        names_actor = "actor" in [argument.arg for argument in everybody]
        assert not names_actor or node.name.startswith(("_", "can_")) or not is_atomic(node), node.name
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
            assert argument.arg != "actor" or default is None, node.name


@for_each([path for path in OWN if is_part(path, "workflow") or is_part(path, "tasks")])
def test_jobs_and_workflows_make_no_address_by_themselves(path):
    """Outside a request reverse() speaks for nobody: absolute_url(agency, name) does."""
    imported = [name.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) for name in node.names]
    assert not {"reverse", "reverse_lazy", "resolve_url", "redirect"} & set(imported)


@for_each(WORKFLOW)
def test_a_workflow_knows_no_request(path):
    for node in functions(path):
        assert "request" not in [argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]], node.name


ASKS_THE_SERVER = {"config/start.py": "whose role this is", "desk/health.py": "whether it answers"}


@each
def test_raw_sql_stands_in_core_only(path):
    if path.parts[0] in ("core", "ops") or str(path) in ASKS_THE_SERVER:
        return
    calls = [getattr(node.func, "attr", getattr(node.func, "id", "")) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    assert not {"cursor", "raw", "extra", "RawSQL", "RunSQL"} & set(calls)


@each
def test_a_stage_is_assigned_by_move_only(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Attribute) and target.attr == "stage" for target in node.targets):
            assert str(path) == "core/workflow.py", f"{path}:{node.lineno}"
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update":
            assert "stage" not in [keyword.arg for keyword in node.keywords], f"{path}:{node.lineno}"


CLOCKS = {"timezone.now", "timezone.localdate", "datetime.now", "datetime.today", "date.today"}


@each
def test_nobody_else_asks_the_machines_clock(path):
    if str(path) == "core/clock.py" or path.parts[0] == "ops":
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in CLOCKS, node.lineno


# ---- sizes and names

@for_each(ALL)
def test_a_file_keeps_to_its_size(path):
    assert len(text_of(path).splitlines()) <= 400


@for_each(ALL)
def test_a_function_keeps_to_its_size(path):
    too_long = {node.name: length(node) for node in functions(path) if length(node) > 50}
    assert too_long == {}


@for_each([path for path in OWN if is_part(path, "views")])
def test_a_view_is_at_most_fifteen_lines(path):
    too_long = {node.name: length(node) for node in tree_of(path).body if isinstance(node, ast.FunctionDef) and length(node) > 15}
    assert too_long == {}


@for_each(DRAWN)
def test_a_template_keeps_to_its_size(path):
    assert len(text_of(path).splitlines()) <= 120


@for_each([path for path in ALL if text_of(path).strip()])
def test_a_module_says_what_lives_in_it(path):
    if path.name == "apps.py":
        return
    assert ast.get_docstring(tree_of(path)), path


@for_each(ALL)
def test_a_name_says_what_is_inside(path):
    assert not {part.removesuffix(".py") for part in path.parts} & VAGUE


@each
def test_no_import_hides_inside_a_function(path):
    if path.name == "apps.py" or path.stem.endswith("_jail"):       # a jail imports after it has locked itself in
        return
    hidden = [node.lineno for function in functions(path) for node in ast.walk(function) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert hidden == []
