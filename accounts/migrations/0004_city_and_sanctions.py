"""An agency says whether the city agrees before a sanction is decided."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
    ]

    operations = [
        migrations.AddField(
            model_name="agency",
            name="city_assents_sanctions",
            field=models.BooleanField(default=False, verbose_name="the city agrees before a sanction is decided"),
        ),
    ]
