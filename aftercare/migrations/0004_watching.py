"""Self-inspections, monitoring visits and corrective actions, with what was handed in and found."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0003_duty_calendar_addresses"),
        ("certification", "0008_round_requirements"),
        ("core", "0001_initial"),
        ("providers", "0002_service_types"),
        ("visits", "0006_plan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CorrectionSubmission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("cause", models.TextField(verbose_name="cause")),
                ("plan", models.TextField(verbose_name="what is done about it")),
                ("done_on", models.DateField(verbose_name="carried out by")),
                ("arrived_at", models.DateTimeField(verbose_name="received at")),
                ("is_late", models.BooleanField(verbose_name="after its last day")),
                ("canonical", models.TextField()),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
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
                    "handed_in_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name": "corrective action as it was handed in",
                "ordering": ["-number"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CorrectionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
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
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.correctionsubmission"
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a corrective action",
                "ordering": ["pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CorrectiveAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=12, verbose_name="code")),
                ("told", models.TextField(verbose_name="what was found")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("requested", "asked for"),
                            ("submitted", "handed in"),
                            ("returned", "returned to be completed"),
                            ("accepted", "accepted, its effect still to be checked"),
                            ("closed", "concluded"),
                        ],
                        default="requested",
                        editable=False,
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("requested_at", models.DateTimeField(verbose_name="asked for at")),
                ("due_on", models.DateField(verbose_name="to be handed in by")),
                ("cause", models.TextField(blank=True, max_length=4000, verbose_name="cause")),
                ("plan", models.TextField(blank=True, max_length=4000, verbose_name="what is done about it")),
                ("done_on", models.DateField(null=True, verbose_name="carried out by")),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                ("check_on", models.DateField(null=True, verbose_name="effect checked from")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("effective", "effective"),
                            ("again", "not effective: asked for again"),
                            ("sanction", "not effective: handed over to the sanction procedure"),
                            ("dropped", "no longer asked for"),
                        ],
                        max_length=9,
                        verbose_name="outcome",
                    ),
                ),
                ("outcome_reason", models.TextField(blank=True, verbose_name="what was found when it was checked")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.correctiveaction"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                ),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "corrective action",
                "verbose_name_plural": "corrective actions",
                "ordering": ["due_on", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="correctionsubmission",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="aftercare.correctiveaction"
            ),
        ),
        migrations.CreateModel(
            name="CorrectionEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("added_at", models.DateTimeField()),
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
                ("evidence", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.correctiveaction"
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence of a corrective action",
                "ordering": ["added_at", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[("draft", "being written"), ("handed_in", "handed in"), ("seen", "seen by the agency")],
                        default="draft",
                        editable=False,
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="begun at")),
                ("handed_in_at", models.DateTimeField(null=True, verbose_name="received at")),
                ("returned_at", models.DateTimeField(null=True, verbose_name="returned at")),
                ("returned_reason", models.TextField(blank=True, verbose_name="reason")),
                ("seen_at", models.DateTimeField(null=True, verbose_name="seen at")),
                ("note", models.TextField(blank=True, verbose_name="note of the agency")),
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
                ("begun_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.duty")),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.frameworkversion"),
                ),
            ],
            options={
                "verbose_name": "self-inspection",
                "verbose_name_plural": "self-inspections",
                "ordering": ["-begun_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="InspectionRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "before_rating",
                    models.CharField(
                        blank=True,
                        choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                        max_length=8,
                        verbose_name="self-assessment before",
                    ),
                ),
                ("before_text", models.TextField(blank=True, verbose_name="explanation before")),
                (
                    "rating",
                    models.CharField(
                        blank=True,
                        choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                        max_length=8,
                        verbose_name="self-assessment",
                    ),
                ),
                (
                    "change",
                    models.CharField(
                        blank=True, choices=[("unchanged", "Unchanged"), ("changed", "Changed")], max_length=9, verbose_name="since then"
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="what changed")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                ),
                ("inspection", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspection")),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a self-inspection",
                "ordering": ["position"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="InspectionEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("added_at", models.DateTimeField()),
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
                ("evidence", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence")),
                (
                    "row",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.inspectionrow"),
                ),
            ],
            options={
                "verbose_name": "evidence of a row",
                "ordering": ["added_at", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="InspectionSeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("sealed_at", models.DateTimeField(verbose_name="received at")),
                ("is_late", models.BooleanField(verbose_name="after its last day")),
                ("canonical", models.TextField()),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
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
                ("inspection", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspection")),
                (
                    "sealed_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name": "self-inspection as it was handed in",
                "ordering": ["-number"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="InspectionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=12, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
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
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                (
                    "seal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.inspectionseal"),
                ),
            ],
            options={
                "verbose_name": "file of a self-inspection",
                "ordering": ["code", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Monitoring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_announced", models.BooleanField(verbose_name="told to the provider")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("done", "visit carried out"),
                            ("broken_off", "ended early"),
                            ("not_done", "not carried out"),
                            ("called_off", "called off"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("label", models.CharField(max_length=200, verbose_name="name")),
                ("facts", models.JSONField(default=dict)),
                ("planned_at", models.DateTimeField(verbose_name="planned at")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"),
                ),
                ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.duty")),
                ("offering", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.offering")),
                (
                    "planned_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
                (
                    "seal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspectionseal"
                    ),
                ),
                ("visit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
            ],
            options={
                "verbose_name": "monitoring visit",
                "verbose_name_plural": "monitoring visits",
                "ordering": ["-planned_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="MonitoringFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=12, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "judgement",
                    models.CharField(
                        choices=[("compliant", "Compliant"), ("noncompliant", "Not compliant")], max_length=12, verbose_name="judgement"
                    ),
                ),
                (
                    "reason_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_evidence", "Nothing there that shows it"),
                            ("not_done", "Not done in practice"),
                            ("out_of_date", "Not up to date"),
                            ("in_part", "Met only in part"),
                            ("differs", "Differs from what was handed in"),
                            ("unsafe", "A danger to safety or rights"),
                            ("other", "Another reason"),
                        ],
                        max_length=20,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="what was seen")),
                ("agreed_at", models.DateTimeField()),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                ),
                (
                    "monitoring",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="aftercare.monitoring"),
                ),
            ],
            options={
                "verbose_name": "finding of a monitoring visit",
                "ordering": ["position"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="correctiveaction",
            name="finding",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.monitoringfinding"
            ),
        ),
        migrations.CreateModel(
            name="MonitoringMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_lead", models.BooleanField(default=False, verbose_name="leads the team")),
                ("named_at", models.DateTimeField(verbose_name="named at")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="until")),
                ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                ("monitoring", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.monitoring")),
                (
                    "named_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="assessor"
                    ),
                ),
            ],
            options={
                "verbose_name": "member of a monitoring visit's team",
                "ordering": ["-is_lead", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SealedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=12, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "before_rating",
                    models.CharField(
                        blank=True,
                        choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                        max_length=8,
                        verbose_name="self-assessment before",
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                        max_length=8,
                        verbose_name="self-assessment",
                    ),
                ),
                (
                    "change",
                    models.CharField(choices=[("unchanged", "Unchanged"), ("changed", "Changed")], max_length=9, verbose_name="since then"),
                ),
                ("text", models.TextField(blank=True, verbose_name="what changed")),
                ("stands", models.TextField(blank=True, verbose_name="explanation")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                ),
                (
                    "seal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="aftercare.inspectionseal"),
                ),
            ],
            options={
                "verbose_name": "sealed row of a self-inspection",
                "ordering": ["position"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CorrectionAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_accepted", models.BooleanField(verbose_name="corrective action accepted")),
                ("reason", models.TextField(verbose_name="reason")),
                ("answered_at", models.DateTimeField(verbose_name="answered at")),
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
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="aftercare.correctionsubmission"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a corrective action",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="a_correction_answered_with_a_reason")
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="correctionsubmission",
            constraint=models.UniqueConstraint(fields=("agency", "action", "number"), name="one_submission_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="correctionevidence",
            constraint=models.UniqueConstraint(fields=("agency", "action", "evidence"), name="evidence_once_per_action"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(
                models.F("agency"), models.F("handed_in_at"), condition=models.Q(("stage", "handed_in")), name="inspections_to_read"
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.UniqueConstraint(fields=("agency", "duty"), name="one_inspection_of_a_duty"),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage", "draft"), ("handed_in_at__isnull", False), _connector="OR"), name="inspected_at_a_moment"
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(("returned_at", None), models.Q(("returned_reason", ""), _negated=True), _connector="OR"),
                name="returned_with_a_reason_too",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspectionrow",
            constraint=models.UniqueConstraint(fields=("agency", "inspection", "indicator"), name="one_row_of_an_indicator"),
        ),
        migrations.AddConstraint(
            model_name="inspectionevidence",
            constraint=models.UniqueConstraint(fields=("agency", "row", "evidence"), name="evidence_once_per_row"),
        ),
        migrations.AddConstraint(
            model_name="inspectionseal",
            constraint=models.UniqueConstraint(fields=("agency", "inspection", "number"), name="one_inspection_seal_of_a_number"),
        ),
        migrations.AddIndex(
            model_name="monitoring",
            index=models.Index(models.F("agency"), models.F("certificate"), name="monitoring_of_a_certificate"),
        ),
        migrations.AddConstraint(
            model_name="monitoring",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage__in", ("planned", "done"))), fields=("agency", "duty"), name="one_monitoring_of_a_duty"
            ),
        ),
        migrations.AddConstraint(
            model_name="monitoringfinding",
            constraint=models.UniqueConstraint(fields=("agency", "monitoring", "code"), name="one_monitoring_finding_of_a_code"),
        ),
        migrations.AddIndex(
            model_name="correctiveaction",
            index=models.Index(models.F("agency"), models.F("stage"), models.F("due_on"), name="corrections_by_stage"),
        ),
        migrations.AddIndex(
            model_name="correctiveaction",
            index=models.Index(models.F("agency"), models.F("provider"), name="corrections_of_a_provider"),
        ),
        migrations.AddConstraint(
            model_name="correctiveaction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("follows", None)), fields=("agency", "finding"), name="one_correction_of_a_finding"
            ),
        ),
        migrations.AddConstraint(
            model_name="correctiveaction",
            constraint=models.UniqueConstraint(fields=("agency", "follows"), name="one_correction_after_another"),
        ),
        migrations.AddConstraint(
            model_name="correctiveaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(
                        ("closed_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("outcome_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="closed_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="correctiveaction",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("stage", "accepted"), _negated=True), ("check_on__isnull", False), _connector="OR"),
                name="accepted_with_a_check",
            ),
        ),
        migrations.AddConstraint(
            model_name="monitoringmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("agency", "monitoring", "user"), name="goes_there_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sealedrow",
            constraint=models.UniqueConstraint(fields=("agency", "seal", "code"), name="one_sealed_row_of_a_code"),
        ),
    ]
