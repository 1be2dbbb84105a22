"""What apps declare is collected, and what is wrong with it is said before anybody is told anything."""
from dataclasses import replace

import pytest

from correspondence import checks, events
from correspondence.events import DeadlineKind
from tests.correspondence.club_notices import OPENED


def problems(monkeypatch, *declared, kinds=()):
    monkeypatch.setattr(events, "_events", list(declared))
    monkeypatch.setattr(events, "_kinds", list(kinds))
    return sorted({problem.id for problem in checks.declarations_are_whole(None)})


def test_what_the_apps_declare_is_whole():
    assert checks.declarations_are_whole(None) == []


def test_a_whole_event_passes(monkeypatch):
    assert problems(monkeypatch, OPENED) == []


@pytest.mark.parametrize(("wrong", "number"), [
    ({"body_en": "{director} tells you."}, "E042"),
    ({"subject_ko": "{ club }"}, "E042"),
    ({"subject_ko": "{Club}"}, "E042"),
    ({"subject_en": ""}, "E041"),
    ({"body_ko": " "}, "E041"),
    ({"subject_en": "Two\nlines"}, "E043"),
    ({"recipients": "tests.correspondence.club_notices.gone"}, "E044"),
    ({"recipients": "nowhere.at.all"}, "E044"),
    ({"recipients": ""}, "E044"),
])
def test_a_mistake_in_a_declaration_is_found(monkeypatch, wrong, number):
    assert problems(monkeypatch, replace(OPENED, **wrong)) == [f"poom.{number}"]


def test_a_name_declared_twice_is_found(monkeypatch):
    assert problems(monkeypatch, OPENED, OPENED) == ["poom.E040"]


@pytest.mark.parametrize(("wrong", "number"), [
    ({"days": 0}, "E045"), ({"rule": "weeks"}, "E045"), ({"label_en": ""}, "E041"), ({"recipients": "nowhere"}, "E044"),
    ({"near": "nobody.declares"}, "E044"),
])
def test_a_mistake_in_a_kind_of_deadline_is_found(monkeypatch, wrong, number):
    kind = DeadlineKind("club.answer", days=5, rule="working", label_ko="답변", label_en="Answer")
    assert problems(monkeypatch, kinds=[kind]) == []
    assert problems(monkeypatch, kinds=[replace(kind, **wrong)]) == [f"poom.{number}"]


def test_every_app_with_notices_is_collected(monkeypatch):
    monkeypatch.setattr(events, "module_has_submodule", lambda module, name: module.__name__ == "tests.sample")
    monkeypatch.setattr(events, "import_module", lambda path: __import__("tests.correspondence.club_notices", fromlist=["EVENTS"]))
    events.collect()
    assert events.find_event("club.opened") == OPENED
    assert [kind.name for kind in events.every_kind()] == ["club.answer", "club.appeal"]


def test_an_undeclared_name_is_an_error():
    with pytest.raises(LookupError, match="nobody declares"):
        events.find_event("club.sold")
