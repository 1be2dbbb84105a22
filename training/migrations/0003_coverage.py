"""What mandatory training is missing, and how far a house is."""

import core.migrating
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("training", "0002_runs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="CoverageCount",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("as_of", models.DateField(verbose_name="as of")),
                        ("counted_at", models.DateTimeField(verbose_name="counted at")),
                        ("people", models.PositiveIntegerField(verbose_name="employees")),
                        ("covered", models.PositiveIntegerField(verbose_name="employees who have everything that is due")),
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
                    ],
                    options={
                        "verbose_name": "training coverage of a year",
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year"), name="coverage_counted_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(("covered__lte", models.F("people"))), name="no_more_covered_than_people"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CoverageShare",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("as_of", models.DateField(verbose_name="as of")),
                        ("counted_at", models.DateTimeField(verbose_name="counted at")),
                        ("percent", models.PositiveSmallIntegerField(null=True, verbose_name="share in percent")),
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
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "training coverage for the Central institute",
                        "ordering": ["-year", "agency"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "central", "year"), name="coverage_told_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"), name="a_share_of_a_hundred"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="OpenDuty",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("due_on", models.DateField(verbose_name="by")),
                        ("opened_at", models.DateTimeField(editable=False)),
                        ("settled_at", models.DateTimeField(editable=False, null=True)),
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
                            "course",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course", verbose_name="course"
                            ),
                        ),
                        ("host", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mandatory training that is missing",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "course", "user"), name="one_open_duty_per_course"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
