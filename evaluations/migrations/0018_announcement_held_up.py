"""An approved announcement that could not go out says why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("certification", "0010_insight"),
        ("evaluations", "0017_appeal"),
    ]

    operations = [
        migrations.AddField(
            model_name="announcement",
            name="held_up_at",
            field=models.DateTimeField(null=True, verbose_name="held up at"),
        ),
        migrations.AddField(
            model_name="announcement",
            name="held_up_why",
            field=models.TextField(blank=True, verbose_name="why it is held up"),
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_up_at", None), ("held_up_why", "")),
                    models.Q(("announced_at", None), ("held_up_at__isnull", False), models.Q(("held_up_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="held_up_with_a_reason",
            ),
        ),
    ]
