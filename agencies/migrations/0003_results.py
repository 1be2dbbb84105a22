"""Calculations, results, objections, letters, and what is published of them."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0002_frozen_and_sealed"),
        ("correspondence", "0001_initial"),
        ("panels", "0007_committee"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="filed by"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                    ),
                ),
            ],
            options={
                "verbose_name": "objection to a result",
                "ordering": ["pk"],
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
                ("objection", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.objection")),
            ],
            options={
                "verbose_name": "answer to an objection",
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
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="objection",
            name="result",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result"),
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
                ("letter", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter")),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.result")),
            ],
            options={
                "verbose_name": "letter with a result",
                "ordering": ["pk"],
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
                    models.CheckConstraint(condition=models.Q(("points", 0), _negated=True), name="an_adjustment_changes_something"),
                    models.CheckConstraint(
                        condition=models.Q(("withdrawn_at", None), models.Q(("withdrawal_reason", ""), _negated=True), _connector="OR"),
                        name="an_adjustment_is_withdrawn_with_a_reason",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="calculation",
            constraint=models.UniqueConstraint(fields=("agency", "participation", "number"), name="one_calculation_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="calculation",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="calculated_anew_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("of", "figure"), models.Q(("name", ""), _negated=True)),
                    models.Q(("name", ""), ("of", "rating")),
                    _connector="OR",
                ),
                name="a_figure_is_corrected_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.UniqueConstraint(
                fields=("agency", "participation", "indicator"), name="words_once_per_indicator", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="objectionanswer",
            constraint=models.UniqueConstraint(fields=("agency", "objection"), name="an_objection_is_answered_once"),
        ),
        migrations.AddConstraint(
            model_name="objectionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changed", ""), ("verdict", "rejected")),
                    models.Q(("verdict", "upheld"), models.Q(("changed", ""), _negated=True)),
                    _connector="OR",
                ),
                name="upheld_with_a_correction",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedresult",
            constraint=models.UniqueConstraint(fields=("agency", "year", "assessed"), name="published_once_a_year"),
        ),
        migrations.AddConstraint(
            model_name="publishedresult",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("standing", "assessed"), models.Q(("grade", ""), _negated=True)),
                    models.Q(models.Q(("standing", "assessed"), _negated=True), ("grade", ""), ("total", None)),
                    _connector="OR",
                ),
                name="who_is_assessed_has_a_grade",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.UniqueConstraint(fields=("agency", "participation"), name="one_result_a_year"),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.UniqueConstraint(
                fields=("agency", "result", "indicator"), name="one_objection_per_indicator", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(fields=("agency", "result"), name="a_result_is_disclosed_once"),
        ),
        migrations.AddConstraint(
            model_name="resultdecision",
            constraint=models.UniqueConstraint(fields=("agency", "participation"), name="a_result_is_decided_once"),
        ),
        migrations.AddConstraint(
            model_name="resultletter",
            constraint=models.UniqueConstraint(fields=("agency", "letter"), name="a_letter_is_handed_on_once"),
        ),
    ]
