"""The pulse tells what the check of the public log found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_differences"),
    ]

    operations = [
        migrations.AddField(
            model_name="pulse",
            name="log_differences",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
