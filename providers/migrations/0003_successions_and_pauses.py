"""Who follows whom, and when a provider does no business."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("providers", "0002_service_types"),
    ]

    operations = [
        migrations.CreateModel(
            name="BusinessPause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("from_on", models.DateField(verbose_name="from")),
                ("to_on", models.DateField(verbose_name="through")),
                ("matter", models.UUIDField(verbose_name="report")),
                ("noted_at", models.DateTimeField(verbose_name="noted at")),
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
                (
                    "provider",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="pauses", to="providers.provider"),
                ),
                ("site", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.site")),
            ],
            options={
                "verbose_name": "pause of business",
                "ordering": ["from_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "matter"), name="one_pause_of_a_report"),
                    models.CheckConstraint(condition=models.Q(("to_on__gte", models.F("from_on"))), name="a_business_pause_has_an_end"),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("successor_name", models.CharField(max_length=80, verbose_name="name of the successor")),
                ("successor_number", models.CharField(max_length=10, verbose_name="business registration number")),
                (
                    "manner",
                    models.CharField(
                        choices=[("transfer", "transfer"), ("merger", "merger"), ("inheritance", "inheritance")],
                        max_length=11,
                        verbose_name="manner",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="since")),
                ("sanctions_until", models.DateField(verbose_name="sanctions follow until")),
                ("matter", models.UUIDField(verbose_name="report")),
                ("noted_at", models.DateTimeField(verbose_name="noted at")),
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
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider", verbose_name="predecessor"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "succession",
                "ordering": ["-happened_on", "-pk"],
                "indexes": [
                    models.Index(fields=["agency", "successor"], name="successions_by_successor"),
                    models.Index(fields=["agency", "predecessor"], name="successions_by_predecessor"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "matter"), name="one_succession_of_a_report"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor", None), models.Q(("successor", models.F("predecessor")), _negated=True), _connector="OR"
                        ),
                        name="no_provider_follows_itself",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
    ]
