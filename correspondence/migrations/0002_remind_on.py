"""The day on which a deadline is reminded of next; those that run are looked at by the first round of the reminders."""

from django.db import migrations, models

FILL = """
UPDATE correspondence_deadline SET remind_on = (opened_at AT TIME ZONE 'Asia/Seoul')::date WHERE closed_at IS NULL AND ladder <> '[]'::jsonb
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("correspondence", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="remind_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                models.F("agency"),
                models.F("remind_on"),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("remind_on__isnull", False)),
                name="deadlines_to_remind",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
