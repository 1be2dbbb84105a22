"""The register says hours, prices, places and shows the plaque; citizens report what is wrong."""

import core.tenancy
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_months_listed"),
        ("certification", "0010_insight"),
        ("core", "0005_differences"),
        ("providers", "0008_evidence_whole"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlaquePicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("made_at", models.DateTimeField(verbose_name="made at")),
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificatedocument"
                    ),
                ),
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
            ],
            options={
                "verbose_name": "picture of a plaque",
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="RegisterReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("facts", "Address, telephone, hours or price are wrong"),
                            ("plaque", "A plaque hangs where this certificate does not hold"),
                            ("service", "The service is not what the certificate promises"),
                            ("other", "Something else"),
                        ],
                        max_length=8,
                        verbose_name="what it is about",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="what was reported")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("arrived_at", models.DateTimeField(verbose_name="arrived at")),
                (
                    "stage",
                    models.CharField(
                        choices=[("new", "not read yet"), ("read", "being looked into"), ("closed", "closed")],
                        default="new",
                        editable=False,
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="what came of it")),
                ("erased_at", models.DateTimeField(null=True, verbose_name="erased at")),
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
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="certification.certificate",
                        verbose_name="certificate",
                    ),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handled by",
                    ),
                ),
            ],
            options={
                "verbose_name": "report from a citizen",
                "verbose_name_plural": "reports from citizens",
                "ordering": ["-arrived_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="registerentry",
            name="known_as",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="offering",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="opening_hours",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="picture",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="places",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="price_high",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="price_low",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="registerentry",
            name="price_per",
            field=models.CharField(blank=True, max_length=7),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=django.contrib.postgres.indexes.GinIndex(fields=["known_as"], name="register_by_names"),
        ),
        migrations.AddConstraint(
            model_name="plaquepicture",
            constraint=models.UniqueConstraint(fields=("agency", "document"), name="one_picture_of_a_plaque"),
        ),
        migrations.AddIndex(
            model_name="registerreport",
            index=models.Index(fields=["agency", "stage", "arrived_at"], name="reports_by_state"),
        ),
        migrations.AddConstraint(
            model_name="registerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(
                        ("closed_at__isnull", False),
                        models.Q(models.Q(("outcome", ""), _negated=True), ("erased_at__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="report_closed_with_what_came_of_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("erased_at", None), models.Q(("email", ""), ("outcome", ""), ("words", "")), _connector="OR"),
                name="nothing_personal_in_an_erased_report",
            ),
        ),
    ]
