"""How full a run is, counted by its host and read by all; a draft is never out, while what is announced gets its moment after its stage."""

from django.db import migrations, models

DRAFT = models.Q(stage__in=("draft", "discarded"))


class Migration(migrations.Migration):

    dependencies = [("training", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="course", name="a_course_that_is_offered"),
        migrations.RemoveConstraint(model_name="run", name="a_run_that_is_announced"),
        migrations.AddField(model_name="run", name="seats_taken",
                            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="seats taken")),
        migrations.AddField(model_name="run", name="waiting_count",
                            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="waiting")),
        migrations.AddConstraint(model_name="course", constraint=models.CheckConstraint(
            condition=~DRAFT | models.Q(published_at=None), name="a_course_that_is_offered")),
        migrations.AddConstraint(model_name="run", constraint=models.CheckConstraint(
            condition=~DRAFT | models.Q(published_at=None), name="a_run_that_is_announced")),
    ]
