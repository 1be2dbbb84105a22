"""An agency says for how many months a revoked certificate stays in its list."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
    ]

    operations = [
        migrations.AddField(
            model_name="agency",
            name="months_listed",
            field=models.PositiveSmallIntegerField(
                default=6,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)],
                verbose_name="months for which a revoked certificate stays in the list",
            ),
        ),
    ]
