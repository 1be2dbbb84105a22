"""The pulse tells what a nightly comparison found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0004_text_of_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="pulse",
            name="differences",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
