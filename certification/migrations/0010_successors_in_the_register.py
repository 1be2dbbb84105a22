"""A certificate that passes to a successor; what the register says of a holder besides."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0009_renewal"),
        ("providers", "0003_successions_and_pauses"),
    ]

    operations = [
        migrations.AddField(
            model_name="certificaterevision",
            name="holder",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider", verbose_name="successor"
            ),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="notes",
            field=models.JSONField(default=dict),
        ),
    ]
