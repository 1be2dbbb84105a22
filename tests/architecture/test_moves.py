"""Every legal and every illegal move of every model with stages."""
import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import override

from core.errors import Refused
from core.workflow import move

STAGED = [model for model in apps.get_models() if hasattr(model, "MOVES")]
PAIRS = [(model, here, there) for model in STAGED for here in model.MOVES for there in model.MOVES]
LEGAL = [(model, here, there) for model, here, there in PAIRS if there in model.MOVES[here]]
ILLEGAL = [pair for pair in PAIRS if pair not in LEGAL]


def named(pairs):
    return [f"{model.__name__}-{here}-{there}" for model, here, there in pairs]


def standing_at(model, stage, monkeypatch):
    """A row at this stage whose saving is noted, since what is asked is the table of moves."""
    row, saved = model.__new__(model), []
    monkeypatch.setattr(model, "save", lambda self, **how: saved.append(how))
    row.__dict__["stage"] = stage
    return row, saved


def test_there_are_models_with_stages():
    assert {"Provider", "Club"} <= {model.__name__ for model in STAGED}


@pytest.mark.parametrize(("model", "here", "there"), LEGAL, ids=named(LEGAL))
def test_a_legal_move_is_made_and_saved(model, here, there, monkeypatch):
    row, saved = standing_at(model, here, monkeypatch)
    assert move(row, there) == {"from": str(here), "to": str(there)}
    assert row.stage == there and saved == [{"update_fields": ["stage"]}]


@pytest.mark.parametrize(("model", "here", "there"), ILLEGAL, ids=named(ILLEGAL))
def test_an_illegal_move_is_a_sentence_and_changes_nothing(model, here, there, monkeypatch):
    row, saved = standing_at(model, here, monkeypatch)
    with override("en"), pytest.raises(Refused) as refusal:
        move(row, there)
    assert row.stage == here and saved == [] and "can no longer become" in str(refusal.value)


@pytest.mark.parametrize("model", STAGED, ids=lambda model: model.__name__)
def test_the_table_of_moves_names_every_stage(model):
    choices = {value for value, _label in model._meta.get_field("stage").choices}
    assert set(map(str, model.MOVES)) == choices
    assert {str(there) for legal in model.MOVES.values() for there in legal} <= choices
    assert model._meta.get_field("stage").editable is False
    assert str(model._meta.get_field("stage").default) in choices


@pytest.mark.parametrize("model", STAGED, ids=lambda model: model.__name__)
def test_every_stage_can_be_reached(model):
    reached, todo = set(), [model._meta.get_field("stage").default]
    while todo:
        stage = todo.pop()
        if stage not in reached:
            reached.add(stage)
            todo += model.MOVES[stage]
    assert reached == set(model.MOVES)


def test_no_model_has_a_stage_without_moves():
    for model in apps.get_models():
        try:
            model._meta.get_field("stage")
        except FieldDoesNotExist:
            continue
        assert hasattr(model, "MOVES"), model
