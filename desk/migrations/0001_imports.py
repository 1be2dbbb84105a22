"""Imports and the imported pool."""

import core.migrating
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("core", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("providers", "Providers with sites and services"),
                                    ("dispositions", "Administrative dispositions"),
                                    ("certificates", "Certificates from before this system"),
                                    ("national", "Holders of the national scheme"),
                                    ("assessors", "Assessor pool"),
                                    ("satisfaction", "Satisfaction scores of the agencies"),
                                ],
                                max_length=12,
                                verbose_name="what is brought in",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("checking", "being checked"),
                                    ("wrong", "has mistakes"),
                                    ("checked", "checked, nothing written yet"),
                                    ("carrying_out", "being carried out"),
                                    ("done", "carried out"),
                                    ("dropped", "thrown away"),
                                ],
                                default="checking",
                                editable=False,
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("scans_name", models.CharField(blank=True, max_length=120, verbose_name="name of the file of scans")),
                        ("language", models.CharField(default="ko", max_length=2)),
                        ("uploaded_at", models.DateTimeField(verbose_name="handed in at")),
                        ("checked_at", models.DateTimeField(null=True, verbose_name="checked at")),
                        ("rows", models.PositiveIntegerField(default=0, verbose_name="rows")),
                        ("made", models.PositiveIntegerField(default=0, verbose_name="newly entered")),
                        ("changed", models.PositiveIntegerField(default=0, verbose_name="changed")),
                        ("left", models.PositiveIntegerField(default=0, verbose_name="left as they are")),
                        ("lines", models.JSONField(default=list)),
                        ("problems", models.JSONField(default=list)),
                        ("notes", models.JSONField(default=list)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed at")),
                        ("done_at", models.DateTimeField(null=True, verbose_name="carried out at")),
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
                            "confirmed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "scans",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ["-uploaded_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "uploaded_at"], name="imports_by_day")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
