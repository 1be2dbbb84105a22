"""The year's indicators of the management evaluation, who takes part, and the reports of agencies."""

import agencies.models.indicator_set
import core.migrating
import core.tenancy
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("core", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="IndicatorSet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(2019), django.core.validators.MaxValueValidator(2100)],
                                verbose_name="year of the evaluation",
                            ),
                        ),
                        ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                        (
                            "grades",
                            models.JSONField(
                                default=agencies.models.indicator_set.usual_grades, verbose_name="grades, each from so many points on"
                            ),
                        ),
                        (
                            "bonus_most",
                            models.DecimalField(
                                decimal_places=2, default=Decimal("2"), max_digits=4, verbose_name="bonus and deduction, at most"
                            ),
                        ),
                        (
                            "discuss_over",
                            models.PositiveSmallIntegerField(default=20, verbose_name="ratings further apart than this are discussed"),
                        ),
                        ("scale_low", models.PositiveSmallIntegerField(default=0, verbose_name="lowest rating")),
                        ("scale_high", models.PositiveSmallIntegerField(default=100, verbose_name="highest rating")),
                        (
                            "scale_step",
                            models.DecimalField(decimal_places=2, default=Decimal("1"), max_digits=4, verbose_name="step between ratings"),
                        ),
                        (
                            "late_per_day",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.1"),
                                max_digits=4,
                                verbose_name="deduction for each day a report is late",
                            ),
                        ),
                        (
                            "late_most",
                            models.DecimalField(
                                decimal_places=2, default=Decimal("1"), max_digits=4, verbose_name="deduction for lateness, at most"
                            ),
                        ),
                        ("few_below", models.CharField(default="B C D", max_length=20, verbose_name="grades that get consulting")),
                        ("report_due_on", models.DateField(verbose_name="reports are due on")),
                        ("evaluated_by_on", models.DateField(verbose_name="the evaluation ends by")),
                        ("notified_by_on", models.DateField(verbose_name="results are notified by")),
                        ("disclosed_by_on", models.DateField(verbose_name="results are published by")),
                        ("objection_days", models.PositiveSmallIntegerField(default=7, verbose_name="days to object")),
                        ("question_days", models.PositiveSmallIntegerField(default=7, verbose_name="days to answer a question")),
                        ("drafted_at", models.DateTimeField(editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="frozen at")),
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
                            "follows",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.indicatorset",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "set of indicators",
                        "verbose_name_plural": "sets of indicators",
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year"), name="one_set_a_year"),
                            models.CheckConstraint(condition=models.Q(("scale_high__gt", models.F("scale_low"))), name="a_scale_goes_up"),
                            models.CheckConstraint(condition=models.Q(("scale_step__gt", 0)), name="a_scale_has_steps"),
                            models.CheckConstraint(
                                condition=models.Q(("bonus_most__gte", 0), ("late_most__gte", 0), ("late_per_day__gte", 0)),
                                name="deductions_are_counted_up",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("disclosed_by_on__gte", models.F("notified_by_on")),
                                    ("evaluated_by_on__gt", models.F("report_due_on")),
                                    ("notified_by_on__gte", models.F("evaluated_by_on")),
                                ),
                                name="days_of_the_year_in_order",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="EvaluationField",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="fields", to="agencies.indicatorset"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "field of the evaluation",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "indicator_set", "code"), name="one_field_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="EvaluationArea",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
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
                            "field",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationfield"),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="agencies.indicatorset"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "area of the evaluation",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "indicator_set", "code"), name="one_evaluation_area_of_a_code")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ManagementIndicator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "points",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="points",
                            ),
                        ),
                        (
                            "rated_by",
                            models.CharField(
                                choices=[("quantitative", "quantitative"), ("qualitative", "qualitative"), ("mixed", "mixed")],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "share",
                            models.PositiveSmallIntegerField(
                                default=50,
                                validators=[django.core.validators.MaxValueValidator(99)],
                                verbose_name="quantitative part in percent",
                            ),
                        ),
                        ("formula", models.CharField(blank=True, max_length=500, verbose_name="formula of the rating")),
                        ("target", models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="target")),
                        ("definition_ko", models.TextField(blank=True, verbose_name="definition in Korean")),
                        ("definition_en", models.TextField(blank=True, verbose_name="definition in English")),
                        ("look_ko", models.TextField(blank=True, verbose_name="what is looked at, in Korean")),
                        ("look_en", models.TextField(blank=True, verbose_name="what is looked at, in English")),
                        ("evidence_ko", models.TextField(blank=True, verbose_name="evidence asked for, in Korean")),
                        ("evidence_en", models.TextField(blank=True, verbose_name="evidence asked for, in English")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="where its figures come from")),
                        ("kept_by", models.CharField(blank=True, max_length=80, verbose_name="who keeps it")),
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
                            "area",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationarea"),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.managementindicator",
                            ),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="agencies.indicatorset"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indicator of the evaluation",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "indicator_set", "code"), name="one_management_indicator_of_a_code"),
                            models.CheckConstraint(condition=models.Q(("points__gt", 0)), name="an_indicator_is_worth_points"),
                            models.CheckConstraint(condition=models.Q(("share__lt", 100)), name="a_share_leaves_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Figure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "name",
                            models.CharField(
                                max_length=30,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z][a-z0-9_]{0,29}$",
                                        "Small letters, digits and underscores, beginning with a letter: 30 at most.",
                                    )
                                ],
                                verbose_name="name in the formula",
                            ),
                        ),
                        ("label_ko", models.CharField(max_length=120, verbose_name="label in Korean")),
                        ("label_en", models.CharField(blank=True, max_length=200, verbose_name="label in English")),
                        ("unit_ko", models.CharField(blank=True, max_length=20, verbose_name="unit in Korean")),
                        ("unit_en", models.CharField(blank=True, max_length=30, verbose_name="unit in English")),
                        ("is_whole", models.BooleanField(default=False, verbose_name="a whole number")),
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
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="agencies.managementindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figure of an indicator",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "indicator", "name"), name="one_figure_of_a_name"),
                            models.CheckConstraint(
                                condition=models.Q(("name__regex", "^[a-z][a-z0-9_]{0,29}$")), name="a_figure_can_be_named"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Participation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "standing",
                            models.CharField(
                                choices=[("assessed", "assessed"), ("exempt", "exempt"), ("not_open", "not yet open")],
                                default="assessed",
                                max_length=8,
                                verbose_name="takes part",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        ("out_at", models.DateTimeField(editable=False, null=True, verbose_name="told at")),
                        ("noticed_at", models.DateTimeField(editable=False, null=True)),
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
                            "indicator_set",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"),
                        ),
                    ],
                    options={
                        "verbose_name": "participation in the evaluation",
                        "ordering": ["-year", "assessed"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "indicator_set", "assessed"), name="once_in_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standing", "exempt"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="exempt_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("agency", models.F("assessed")), _negated=True), name="nobody_evaluates_itself"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("draft", "being written"), ("released", "waits for the director"), ("submitted", "handed in")],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state of the report",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="due on")),
                        ("opened_at", models.DateTimeField(editable=False)),
                        ("submitted_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("days_late", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="days late")),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
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
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "performance report",
                        "ordering": ["-year", "agency"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation"), name="one_report_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sha256__regex", "^[0-9a-f]{64}$"), ("stage", "submitted"), ("submitted_at__isnull", False)),
                                    models.Q(models.Q(("stage", "submitted"), _negated=True), ("sha256", ""), ("submitted_at", None)),
                                    _connector="OR",
                                ),
                                name="a_report_is_sealed_handed_in",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ReportEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("figures", models.JSONField(default=dict, verbose_name="figures")),
                        ("last_year", models.TextField(blank=True, verbose_name="what became of last year's findings")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("written_at", models.DateTimeField(null=True)),
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
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="agencies.report"),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of a report",
                        "constraints": [models.UniqueConstraint(fields=("agency", "report", "indicator"), name="one_entry_per_indicator")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ReportFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
                            ),
                        ),
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
                        (
                            "entry",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.reportentry"),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "evidence of a report",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "entry", "file"), name="evidence_once_per_entry")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
