"""An app's tables in one step are the tables that each step by itself would make."""
from django.db import connection, migrations, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from core.migrating import CreateModels


def operations():
    """Two models that point at one another, the first with a rule."""
    return [
        migrations.CreateModel("Left", [("id", models.BigAutoField(primary_key=True)),
                                        ("right", models.ForeignKey("sample.Right", models.PROTECT, related_name="+"))],
                               options={"constraints": [models.CheckConstraint(condition=models.Q(id__gt=0), name="left_above_zero")]}),
        migrations.CreateModel("Right", [("id", models.BigAutoField(primary_key=True)),
                                         ("left", models.ForeignKey("sample.Left", models.PROTECT, null=True, related_name="+"))]),
    ]


def states(steps):
    before, after = ProjectState(), ProjectState()
    _ = before.apps, after.apps                             # rendered, as the executor has them
    for step in steps:
        step.state_forwards("sample", after)
    return before, after


def test_the_state_is_that_of_the_single_steps():
    _before, at_once = states([CreateModels(operations())])
    _before, one_by_one = states(operations())
    assert at_once.models == one_by_one.models
    assert at_once.apps.get_model("sample", "Left")._meta.get_field("right").related_model._meta.object_name == "Right"
    assert not MigrationAutodetector(at_once, one_by_one)._detect_changes()


def test_tables_are_made_and_taken_away_again(db):
    step = CreateModels(operations())
    before, after = states([step])
    with connection.schema_editor(collect_sql=True) as editor:
        step.database_forwards("sample", editor, before, after)
    made = "\n".join(editor.collected_sql)
    assert made.count("CREATE TABLE") == 2 and made.count("FOREIGN KEY") == 2 and "left_above_zero" in made
    with connection.schema_editor(collect_sql=True) as editor:
        step.database_backwards("sample", editor, after, before)
    assert [line.split()[:3] for line in editor.collected_sql] == [["DROP", "TABLE", '"sample_right"'], ["DROP", "TABLE", '"sample_left"']]


def test_it_is_written_down_as_it_is():
    text, imports = MigrationWriter.serialize(CreateModels(operations()))
    assert text.startswith("core.migrating.CreateModels(") and "left_above_zero" in text and "import core.migrating" in imports
