"""A guide for each frozen set; a set counts how often its rules were saved."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0002_frozen_and_sealed"),
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="indicatorset",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name="SetGuide",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("language", models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language")),
                ("made_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        default=core.tenancy.current_agency_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                ("file", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                (
                    "indicator_set",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="guides", to="agencies.indicatorset"),
                ),
            ],
            options={
                "verbose_name": "guide of the evaluation",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "indicator_set", "language"), name="one_guide_of_a_set_and_language")
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
    ]
