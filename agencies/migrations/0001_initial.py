"""Management evaluation: sets of indicators, who takes part, reports, ratings, questions, results, what follows them and what is published."""

import agencies.models.indicator_set
import core.migrating
import core.models.files
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
        ("correspondence", "0001_initial"),
        ("panels", "0007_committee"),
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
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "weak_below",
                            models.DecimalField(
                                decimal_places=2, default=Decimal("80"), max_digits=5, verbose_name="ratings below this are weak"
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
                                choices=[("draft", "being written"), ("released", "being approved"), ("submitted", "handed in")],
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
                                    models.Q(("sha256", ""), ("stage", "draft"), ("submitted_at", None)),
                                    models.Q(
                                        ("sha256__regex", "^[0-9a-f]{64}$"),
                                        ("stage__in", ("released", "submitted")),
                                        ("submitted_at__isnull", False),
                                    ),
                                    models.Q(("sha256", ""), ("stage", "released"), ("submitted_at", None)),
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
                        ("extension", models.CharField(blank=True, default="", editable=False, max_length=10)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
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
                migrations.CreateModel(
                    name="SetGuide",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
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
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="guides", to="agencies.indicatorset"
                            ),
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
                migrations.CreateModel(
                    name="Consulting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("pre", "pre-consulting"), ("follow_up", "follow-up consulting")],
                                default="pre",
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("asked", "requested"),
                                    ("accepted", "agreed upon"),
                                    ("declined", "declined"),
                                    ("withdrawn", "withdrawn"),
                                    ("held", "held"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=9,
                                verbose_name="state of the consulting",
                            ),
                        ),
                        ("about", models.TextField(verbose_name="subject of the consulting")),
                        ("wished", models.JSONField(default=list, verbose_name="wished days")),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("on", models.DateField(null=True, verbose_name="day of the consulting")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("record", models.TextField(blank=True, verbose_name="outcome of the consulting")),
                        ("recorded_at", models.DateTimeField(null=True, verbose_name="written down at")),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("told_at", models.DateTimeField(editable=False, null=True)),
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "consultant",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="consultant",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "consulting of an agency",
                        "verbose_name_plural": "consultings of agencies",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("asked", "accepted"))),
                                fields=("agency", "participation", "kind"),
                                name="one_open_consulting_of_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("accepted", "held")), _negated=True),
                                    models.Q(("consultant__isnull", False), ("on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="consulted_on_a_day_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "declined"), _negated=True), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="consulting_declined_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "held"), _negated=True), models.Q(("record", ""), _negated=True), _connector="OR"
                                ),
                                name="what_was_held_is_written_down",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ReportReminder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("asked_on", models.DateField()),
                        ("asked_at", models.DateTimeField()),
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
                            "asked_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "assessed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "reminder of a report",
                        "ordering": ["-asked_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "participation", "asked_on"), name="one_reminder_a_day")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Consensus",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("opened_at", models.DateTimeField(null=True, verbose_name="all ratings were in at")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
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
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "consensus of a group",
                        "ordering": ["participation", "area"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation", "area"), name="one_consensus_of_an_area"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at", None),
                                    models.Q(("closed_by__isnull", False), ("opened_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_consensus_opens_before_it_closes",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Discussion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("spread", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="spread of the ratings")),
                        ("note", models.TextField(blank=True, max_length=4000, verbose_name="what was discussed")),
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
                        (
                            "area",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationarea"),
                        ),
                        (
                            "consensus",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.consensus"),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "discussion of an indicator",
                        "ordering": ["indicator"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consensus", "indicator"), name="one_discussion_of_an_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="GroupMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="leads the group")),
                        ("joined_at", models.DateTimeField(editable=False)),
                        ("ended_at", models.DateTimeField(editable=False, null=True)),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.evaluationarea",
                                verbose_name="area of the evaluation",
                            ),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of a group of assessors",
                        "ordering": ["area", "-is_lead", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "area", "user"), name="once_in_a_group"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)),
                                fields=("agency", "area"),
                                name="one_lead_of_a_group",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.TextField(max_length=2000, verbose_name="question")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "bundle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="agencies.questionbundle"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question to an agency",
                        "ordering": ["bundle", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bundle", "position"), name="one_question_at_a_position"),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_question_asks_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposedQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=2000, verbose_name="question")),
                        ("proposed_at", models.DateTimeField(editable=False)),
                        ("left_out_at", models.DateTimeField(editable=False, null=True)),
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.question",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposed question",
                        "ordering": ["participation", "indicator", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_proposal_asks_something"),
                            models.CheckConstraint(
                                condition=models.Q(("question", None), ("left_out_at", None), _connector="OR"), name="sent_or_left_out"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(blank=True, max_length=8000, verbose_name="answer")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("days_late", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="days late")),
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
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last written by",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.question"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of an agency",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "question"), name="one_answer_to_a_question"),
                            models.CheckConstraint(
                                condition=models.Q(("sent_at", None), models.Q(("text", ""), _negated=True), _connector="OR"),
                                name="an_answer_says_something",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="QuestionBundle",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="round of questions")),
                        ("sent_at", models.DateTimeField(editable=False, verbose_name="sent at")),
                        ("due_on", models.DateField(verbose_name="to be answered by")),
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
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "round of questions",
                        "ordering": ["participation", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation", "number"), name="one_bundle_of_a_number")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RatingSheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("assigned_at", models.DateTimeField(editable=False)),
                        ("begun_at", models.DateTimeField(null=True, verbose_name="begun at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="handed in at")),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sheet of ratings",
                        "ordering": ["participation", "area", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agency", "participation", "area", "user"),
                                name="one_rating_sheet",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("handed_in_at", None), ("begun_at__isnull", False), _connector="OR"),
                                name="a_sheet_is_begun_before_it_is_in",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_at", None), models.Q(("ended_reason", ""), _negated=True), _connector="OR"),
                                name="a_sheet_ends_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ManagementRating",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("first", models.DecimalField(decimal_places=2, max_digits=7, null=True, verbose_name="rating")),
                        ("comment", models.TextField(blank=True, max_length=4000, verbose_name="comment")),
                        (
                            "final",
                            models.DecimalField(decimal_places=2, max_digits=7, null=True, verbose_name="rating after the discussion"),
                        ),
                        ("final_reason", models.TextField(blank=True, max_length=2000, verbose_name="why it changed")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="agencies.ratingsheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rating",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sheet", "indicator"), name="one_rating_per_indicator"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("final", None),
                                    ("final", models.F("first")),
                                    models.Q(("final_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_rating_changes_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteAssessment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("visit", models.UUIDField(editable=False)),
                        ("starts_at", models.DateTimeField(verbose_name="beginning")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="planned hours")),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        (
                            "expected",
                            models.TextField(blank=True, max_length=2000, verbose_name="who is expected, and what should lie ready"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("closed", "carried out"), ("dropped", "did not take place")],
                                default="planned",
                                editable=False,
                                max_length=7,
                                verbose_name="state of the on-site assessment",
                            ),
                        ),
                        ("closing_statement", models.TextField(blank=True, editable=False, verbose_name="closing statement")),
                        ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed at")),
                        ("told_of", models.DateTimeField(editable=False, null=True)),
                        ("closing_told_at", models.DateTimeField(editable=False, null=True)),
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
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "on-site assessment",
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "visit"), name="one_assessment_of_a_visit"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "dropped"), _negated=True),
                                fields=("agency", "participation"),
                                name="one_site_assessment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("state", "planned")),
                                    models.Q(("state", "planned"), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_planned_assessment_is_open",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteNote",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("presentation", "presentation"), ("interview", "interview"), ("papers", "check of papers")],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("whom", models.CharField(blank=True, max_length=120, verbose_name="with whom, by function")),
                        ("text", models.TextField(max_length=4000, verbose_name="note")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
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
                            "site",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.siteassessment"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note of an on-site assessment",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_note_says_something")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteRemark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=4000, verbose_name="remarks")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
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
                            "site",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.siteassessment"),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "remarks on a closing statement",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "site"), name="remarks_once"),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_remark_says_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AnswerFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("extension", models.CharField(blank=True, default="", editable=False, max_length=10)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
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
                        (
                            "answer",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.answer"),
                        ),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "file of an answer",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "answer", "file"), name="a_file_once_per_answer")],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AssessorPlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("noted_at", models.DateTimeField(editable=False)),
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
                            "home",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.province",
                                verbose_name="lives in",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                        (
                            "work",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.province",
                                verbose_name="works in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "where an assessor lives and works",
                        "constraints": [models.UniqueConstraint(fields=("agency", "user"), name="one_place_of_an_assessor")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Calculation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("inputs", models.JSONField()),
                        ("scored", models.TextField()),
                        ("total", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="total")),
                        ("grade", models.CharField(max_length=4, verbose_name="grade")),
                        ("made_at", models.DateTimeField(verbose_name="calculated at")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="why it was calculated anew")),
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
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="calculated by",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "calculation",
                        "ordering": ["participation", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation", "number"), name="one_calculation_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                name="calculated_anew_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Correction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "of",
                            models.CharField(
                                choices=[("figure", "a figure of the report"), ("rating", "a rating")],
                                max_length=6,
                                verbose_name="what is corrected",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=30, verbose_name="figure")),
                        ("was", models.CharField(blank=True, max_length=40, verbose_name="until now")),
                        ("becomes", models.CharField(max_length=40, verbose_name="correct")),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        ("made_at", models.DateTimeField(verbose_name="entered at")),
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "correction",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("of", "figure"), models.Q(("name", ""), _negated=True)),
                                    models.Q(("name", ""), ("of", "rating")),
                                    _connector="OR",
                                ),
                                name="a_figure_is_corrected_by_name",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Feedback",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("strengths", models.TextField(blank=True, max_length=4000, verbose_name="strengths")),
                        ("improve", models.TextField(blank=True, max_length=4000, verbose_name="points to improve")),
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
                        (
                            "indicator",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
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
                        "verbose_name": "words for the agency",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "participation", "indicator"), name="words_once_per_indicator", nulls_distinct=False
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Objection",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("grounds", models.TextField(max_length=4000, verbose_name="grounds")),
                        ("filed_at", models.DateTimeField(verbose_name="filed at")),
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
                            "filed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="filed by",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result")),
                    ],
                    options={
                        "verbose_name": "objection to a result",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "result", "indicator"), name="one_objection_per_indicator", nulls_distinct=False
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ObjectionAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "verdict",
                            models.CharField(choices=[("upheld", "upheld"), ("rejected", "rejected")], max_length=8, verbose_name="answer"),
                        ),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        ("changed", models.CharField(blank=True, max_length=300, verbose_name="what was corrected")),
                        ("answered_at", models.DateTimeField(verbose_name="answered at")),
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
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "assessed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                            ),
                        ),
                        (
                            "objection",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.objection"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to an objection",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "objection"), name="an_objection_is_answered_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("changed", ""), ("verdict", "rejected")),
                                    models.Q(("verdict", "upheld"), models.Q(("changed", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="upheld_with_a_correction",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PublishedResult",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("fields", models.JSONField(default=list, verbose_name="points per field")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "standing",
                            models.CharField(
                                choices=[("assessed", "assessed"), ("exempt", "exempt"), ("not_open", "not yet open")],
                                max_length=8,
                                verbose_name="takes part",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        ("total", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="total")),
                        ("grade", models.CharField(blank=True, max_length=4, verbose_name="grade")),
                        ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                        ("is_entered", models.BooleanField(default=False, editable=False)),
                        ("published_at", models.DateTimeField(null=True, verbose_name="published at")),
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
                    ],
                    options={
                        "verbose_name": "published result",
                        "ordering": ["-year", "assessed"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year", "assessed"), name="published_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standing", "assessed"), models.Q(("grade", ""), _negated=True)),
                                    models.Q(models.Q(("standing", "assessed"), _negated=True), ("grade", ""), ("total", None)),
                                    _connector="OR",
                                ),
                                name="who_is_assessed_has_a_grade",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Result",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("preliminary", "preliminary"), ("objected", "objected to"), ("final", "final")],
                                default="preliminary",
                                editable=False,
                                max_length=11,
                                verbose_name="state of the result",
                            ),
                        ),
                        ("total", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="total")),
                        ("grade", models.CharField(max_length=4, verbose_name="grade")),
                        ("scored", models.TextField()),
                        ("feedback", models.JSONField(default=list)),
                        ("told_at", models.DateTimeField(verbose_name="told at")),
                        ("objections_until", models.DateTimeField(verbose_name="objections until")),
                        ("noticed_at", models.DateTimeField(editable=False, null=True)),
                        ("first_total", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="preliminary total")),
                        ("first_grade", models.CharField(max_length=4, verbose_name="preliminary grade")),
                        ("final_at", models.DateTimeField(null=True, verbose_name="final at")),
                        ("final_noticed_at", models.DateTimeField(editable=False, null=True)),
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
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "result of the evaluation",
                        "ordering": ["-year", "assessed"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "participation"), name="one_result_a_year")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Disclosure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("fields", models.JSONField(default=list, verbose_name="points per field")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        ("total", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="total")),
                        ("grade", models.CharField(max_length=4, verbose_name="grade")),
                        ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                        ("words", models.TextField(blank=True, max_length=2000, verbose_name="words of the agency")),
                        ("due_on", models.DateField(verbose_name="to be posted by")),
                        ("published_at", models.DateTimeField(null=True, verbose_name="posted at")),
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
                            "posted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="posted by",
                            ),
                        ),
                        ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result")),
                    ],
                    options={
                        "verbose_name": "disclosure of a result",
                        "ordering": ["-year"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "result"), name="a_result_is_disclosed_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ResultDecision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("decided_at", models.DateTimeField(verbose_name="decided at")),
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
                            "calculation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.calculation"),
                        ),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem")),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "decision on a result",
                        "constraints": [models.UniqueConstraint(fields=("agency", "participation"), name="a_result_is_decided_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ResultLetter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.CharField(max_length=60, verbose_name="document number")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("path", models.CharField(blank=True, editable=False, max_length=200)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(default=0, editable=False)),
                        ("mime", models.CharField(blank=True, editable=False, max_length=100)),
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
                            "letter",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"),
                        ),
                        ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result")),
                    ],
                    options={
                        "verbose_name": "letter with a result",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "letter"), name="a_letter_is_handed_on_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Adjustment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("points", models.DecimalField(decimal_places=2, max_digits=4, verbose_name="points")),
                        ("reason", models.CharField(max_length=200, verbose_name="reason")),
                        ("made_at", models.DateTimeField(editable=False, verbose_name="entered at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
                        ("withdrawal_reason", models.CharField(blank=True, max_length=300, verbose_name="why it was withdrawn")),
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
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "bonus or deduction",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("points", 0), _negated=True), name="an_adjustment_changes_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), models.Q(("withdrawal_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="an_adjustment_is_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CertificationAggregate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("as_of", models.DateField(verbose_name="as of")),
                        ("counted_at", models.DateTimeField(verbose_name="counted at")),
                        ("applications", models.PositiveIntegerField(null=True)),
                        ("finished", models.PositiveIntegerField(null=True)),
                        ("certified", models.PositiveIntegerField(null=True)),
                        ("refused", models.PositiveIntegerField(null=True)),
                        ("appeals", models.PositiveIntegerField(null=True)),
                        ("certificates", models.PositiveIntegerField(null=True)),
                        ("providers", models.PositiveIntegerField(null=True)),
                        ("suspended", models.PositiveIntegerField(null=True)),
                        ("revoked", models.PositiveIntegerField(null=True)),
                        ("median_days", models.PositiveIntegerField(null=True)),
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
                        "verbose_name": "certification figures for the Central institute",
                        "ordering": ["-year", "agency"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "central", "year"), name="told_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("applications__isnull", True), ("applications", 0), ("applications__gte", 5), _connector="OR"
                                    ),
                                    models.Q(("finished__isnull", True), ("finished", 0), ("finished__gte", 5), _connector="OR"),
                                    models.Q(("certified__isnull", True), ("certified", 0), ("certified__gte", 5), _connector="OR"),
                                    models.Q(("refused__isnull", True), ("refused", 0), ("refused__gte", 5), _connector="OR"),
                                    models.Q(("appeals__isnull", True), ("appeals", 0), ("appeals__gte", 5), _connector="OR"),
                                    models.Q(
                                        ("certificates__isnull", True), ("certificates", 0), ("certificates__gte", 5), _connector="OR"
                                    ),
                                    models.Q(("providers__isnull", True), ("providers", 0), ("providers__gte", 5), _connector="OR"),
                                    models.Q(("suspended__isnull", True), ("suspended", 0), ("suspended__gte", 5), _connector="OR"),
                                    models.Q(("revoked__isnull", True), ("revoked", 0), ("revoked__gte", 5), _connector="OR"),
                                    models.Q(("finished__isnull", True), ("certified__isnull", False), _connector="OR"),
                                    models.Q(("finished__isnull", True), ("refused__isnull", False), _connector="OR"),
                                    models.Q(("applications__isnull", True), ("certified__isnull", False), _connector="OR"),
                                    models.Q(("applications__isnull", True), ("refused__isnull", False), _connector="OR"),
                                ),
                                name="no_small_number_is_told",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CertificationCount",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("as_of", models.DateField(verbose_name="as of")),
                        ("counted_at", models.DateTimeField(verbose_name="counted at")),
                        ("applications", models.PositiveIntegerField(null=True)),
                        ("finished", models.PositiveIntegerField(null=True)),
                        ("certified", models.PositiveIntegerField(null=True)),
                        ("refused", models.PositiveIntegerField(null=True)),
                        ("appeals", models.PositiveIntegerField(null=True)),
                        ("certificates", models.PositiveIntegerField(null=True)),
                        ("providers", models.PositiveIntegerField(null=True)),
                        ("suspended", models.PositiveIntegerField(null=True)),
                        ("revoked", models.PositiveIntegerField(null=True)),
                        ("median_days", models.PositiveIntegerField(null=True)),
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
                        "verbose_name": "certification figures of a year",
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year"), name="counted_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("appeals__isnull", False),
                                    ("applications__isnull", False),
                                    ("certificates__isnull", False),
                                    ("certified__isnull", False),
                                    ("finished__isnull", False),
                                    ("providers__isnull", False),
                                    ("refused__isnull", False),
                                    ("revoked__isnull", False),
                                    ("suspended__isnull", False),
                                ),
                                name="what_is_counted_has_a_number",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ImprovementPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("released", "being approved"),
                                    ("approved", "approved"),
                                    ("closed", "concluded"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=8,
                                verbose_name="state of the plan",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(editable=False, verbose_name="begun at")),
                        ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="approved at")),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed at")),
                        ("closing", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="closing words")),
                        ("closing_told_at", models.DateTimeField(editable=False, null=True)),
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
                        "verbose_name": "improvement plan",
                        "ordering": ["-year", "agency"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation"), name="one_improvement_plan_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at", None), ("closed_at", None), ("stage", "draft")),
                                    models.Q(("closed_at", None), ("stage", "released")),
                                    models.Q(("approved_at__isnull", False), ("stage", "approved")),
                                    models.Q(("approved_at__isnull", False), ("closed_at__isnull", False), ("stage", "closed")),
                                    _connector="OR",
                                ),
                                name="a_plan_is_approved_then_closed",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ImprovementItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("weak", "rating below the line of the set"),
                                    ("named", "named in the result"),
                                    ("added", "added by the agency"),
                                ],
                                default="added",
                                max_length=5,
                                verbose_name="why it stands here",
                            ),
                        ),
                        ("rating", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="rating of the year")),
                        ("finding", models.TextField(blank=True, verbose_name="what was found")),
                        ("measure", models.TextField(blank=True, max_length=2000, verbose_name="measure")),
                        ("responsible", models.CharField(blank=True, max_length=120, verbose_name="responsible person or department")),
                        ("due_on", models.DateField(null=True, verbose_name="to be done by")),
                        ("expected", models.TextField(blank=True, max_length=2000, verbose_name="expected result")),
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
                            "responsible_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible member of staff",
                            ),
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
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="agencies.improvementplan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "item of an improvement plan",
                        "ordering": ["indicator__position", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "plan", "indicator"), name="one_item_per_indicator")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ItemRemark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=2000, verbose_name="words of the remark")),
                        ("closes", models.BooleanField(default=False, verbose_name="closes the item")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
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
                            "item",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementitem"),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "remark on an item",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closes", True)), fields=("agency", "item"), name="an_item_is_closed_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="a_remark_on_an_item_says_something"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProgressCheck",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("due_on", models.DateField(verbose_name="progress reported by")),
                        ("set_at", models.DateTimeField(verbose_name="set at")),
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
                            "plan",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementplan"),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="set by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "progress check",
                        "ordering": ["due_on", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "plan", "due_on"), name="one_progress_check_a_day")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Progress",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "state",
                            models.CharField(
                                blank=True,
                                choices=[("done", "done"), ("under_way", "being worked on"), ("not_begun", "not begun")],
                                max_length=9,
                                verbose_name="state of the item",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="what was done")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("written_at", models.DateTimeField(null=True)),
                        ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
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
                            "item",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementitem"),
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
                        (
                            "check_of",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.progresscheck"),
                        ),
                    ],
                    options={
                        "verbose_name": "progress report",
                        "ordering": ["item__indicator__position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "check_of", "item"), name="one_progress_report_per_item"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("sent_at", None),
                                    models.Q(models.Q(("state", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_progress_report_says_something",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProgressFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("extension", models.CharField(blank=True, default="", editable=False, max_length=10)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
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
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "progress",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.progress"),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a progress report",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "progress", "file"), name="a_file_once_per_progress_report")
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year of the evaluation")),
                        ("grade", models.CharField(max_length=4, verbose_name="grade")),
                        ("due_on", models.DateField(verbose_name="improvement plan by")),
                        ("begun_at", models.DateTimeField(verbose_name="told at")),
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
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result")),
                    ],
                    options={
                        "verbose_name": "follow-up of an agency",
                        "ordering": ["-year", "assessed"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "participation"), name="followed_up_once_a_year")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at", None)), fields=("agency", "year"), name="one_survey_of_a_year_counts"
                            )
                        ],
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
                            models.CharField(
                                choices=[("users", "users"), ("providers", "providers")], max_length=9, verbose_name="who was asked"
                            ),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.satisfactionsurvey"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "satisfaction score",
                        "ordering": ["survey", "assessed", "group", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "survey", "assessed", "group", "code", "question"), name="one_satisfaction_score"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="satisfaction_from_0_to_100"
                            ),
                        ],
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
                        "indexes": [models.Index(fields=["agency", "indicator_set", "worked_out_at"], name="insights_of_a_year")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
