"""What citizens said of the agencies, and what a year says about its indicators."""

import core.tenancy
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0003_ratings_and_answers_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SatisfactionSurvey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                ("kept_at", models.DateTimeField(verbose_name="brought in at")),
                ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                ("means", models.JSONField(default=dict)),
                ("replaced_at", models.DateTimeField(editable=False, null=True, verbose_name="replaced at")),
                ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
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
                    "kept_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought in by",
                    ),
                ),
            ],
            options={
                "verbose_name": "satisfaction survey",
                "ordering": ["-year", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SatisfactionScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                (
                    "group",
                    models.CharField(choices=[("users", "users"), ("providers", "providers")], max_length=9, verbose_name="who was asked"),
                ),
                ("code", models.CharField(blank=True, max_length=12, verbose_name="code of the indicator")),
                ("question", models.CharField(blank=True, max_length=120, verbose_name="question")),
                (
                    "score",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)],
                        verbose_name="score",
                    ),
                ),
                ("answers", models.PositiveIntegerField(null=True, verbose_name="answers")),
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
                    "assessed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.satisfactionsurvey"),
                ),
            ],
            options={
                "verbose_name": "satisfaction score",
                "ordering": ["survey", "assessed", "group", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="YearInsight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("worked_out_at", models.DateTimeField(verbose_name="worked out at")),
                ("agencies", models.PositiveSmallIntegerField(verbose_name="agencies")),
                ("indicators", models.JSONField(default=list)),
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
                    "indicator_set",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"),
                ),
            ],
            options={
                "verbose_name": "insight of an evaluation year",
                "ordering": ["-worked_out_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="satisfactionsurvey",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)), fields=("agency", "year"), name="one_survey_of_a_year_counts"
            ),
        ),
        migrations.AddConstraint(
            model_name="satisfactionscore",
            constraint=models.UniqueConstraint(
                fields=("agency", "survey", "assessed", "group", "code", "question"), name="one_satisfaction_score"
            ),
        ),
        migrations.AddConstraint(
            model_name="satisfactionscore",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="satisfaction_from_0_to_100"
            ),
        ),
        migrations.AddIndex(
            model_name="yearinsight",
            index=models.Index(fields=["agency", "indicator_set", "worked_out_at"], name="insights_of_a_year"),
        ),
    ]
