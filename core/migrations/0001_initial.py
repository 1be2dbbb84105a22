"""Files, codes, numbers, the audit trail, errands, the pulse."""

import core.migrating
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Pulse",
                    fields=[
                        (
                            "agency",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="accounts.agency",
                            ),
                        ),
                        ("oldest_undone_at", models.DateTimeField(null=True)),
                        ("last_job_at", models.DateTimeField(null=True)),
                        ("poisoned", models.PositiveIntegerField(default=0)),
                        ("not_yet_linked", models.PositiveIntegerField(default=0)),
                        ("differences", models.PositiveIntegerField(default=0)),
                        ("log_differences", models.PositiveIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditEvent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("at", models.DateTimeField()),
                        ("actor_id", models.BigIntegerField(null=True)),
                        ("verb", models.CharField(max_length=100)),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject_id", models.CharField(max_length=64)),
                        ("facts", models.JSONField(default=dict)),
                        ("labels_hmac", models.CharField(max_length=64)),
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
                        "verbose_name": "audit event",
                        "verbose_name_plural": "audit trail",
                        "indexes": [models.Index(fields=["agency", "subject_type", "subject_id"], name="audit_by_subject")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditHead",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.BigIntegerField(default=0)),
                        ("digest", models.CharField(max_length=64)),
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
                        "constraints": [models.UniqueConstraint(fields=("agency",), name="one_head_per_agency")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditLabel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("actor_label", models.CharField(max_length=200)),
                        ("subject_label", models.CharField(max_length=200)),
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
                            "event",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="label", to="core.auditevent"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.BigIntegerField()),
                        ("previous", models.CharField(max_length=64)),
                        ("digest", models.CharField(max_length=64)),
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
                            "event",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="link", to="core.auditevent"),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("agency", "position"), name="one_event_per_position")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AuditPending",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                            "event",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="pending", to="core.auditevent"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Errand",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("task", models.CharField(max_length=200, verbose_name="task")),
                        ("arguments", models.JSONField(default=dict)),
                        ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked for at")),
                        ("leased_until", models.DateTimeField(null=True)),
                        ("token", models.PositiveIntegerField(default=0)),
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                        ("last_error", models.CharField(blank=True, max_length=500, verbose_name="what went wrong")),
                        ("poisoned_at", models.DateTimeField(null=True, verbose_name="set aside at")),
                        ("done_at", models.DateTimeField(null=True)),
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
                        "verbose_name": "errand",
                        "verbose_name_plural": "errands",
                        "indexes": [
                            models.Index(
                                models.F("agency"), models.F("asked_at"), condition=models.Q(("done_at", None)), name="undone_errands"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PublicCode",
                    fields=[
                        ("code", models.CharField(max_length=13, primary_key=True, serialize=False)),
                        ("kind", models.CharField(max_length=40)),
                        ("subject", models.UUIDField()),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                        ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                ),
                migrations.CreateModel(
                    name="Series",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=60)),
                        ("year", models.PositiveSmallIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
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
                        "constraints": [models.UniqueConstraint(fields=("agency", "name", "year"), name="one_counter_per_series_and_year")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="StoredFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("shelf", models.UUIDField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        ("mime", models.CharField(max_length=100)),
                        ("extension", models.CharField(max_length=10)),
                        (
                            "text",
                            models.CharField(
                                blank=True,
                                choices=[("read", "looked into"), ("partly", "looked into in part"), ("unread", "not looked into")],
                                max_length=6,
                                verbose_name="text inside",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
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
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "shelf", "sha256"), name="one_file_per_shelf_and_content")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FileScan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_scanned", "not scanned for malware"),
                                    ("clean", "scanned, no malware found"),
                                    ("waiting", "waiting for the malware scan"),
                                    ("infected", "malware found, blocked"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("scanned_at", models.DateTimeField(null=True)),
                        ("tried_at", models.DateTimeField(null=True)),
                        ("signature", models.CharField(blank=True, max_length=120)),
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
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="scan", to="core.storedfile"),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["agency", "state"], name="scans_by_state")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AccessEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("at", models.DateTimeField()),
                        ("user_id", models.BigIntegerField()),
                        ("user_label", models.CharField(max_length=200)),
                        ("ip", models.GenericIPAddressField(null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("read", "read"),
                                    ("change", "change"),
                                    ("download", "download"),
                                    ("export", "export"),
                                    ("refused", "refused"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject_id", models.CharField(max_length=64)),
                        ("subject_label", models.CharField(max_length=200)),
                        ("work", models.CharField(max_length=100)),
                        ("reason", models.CharField(blank=True, max_length=200)),
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
                        "verbose_name": "access log entry",
                        "verbose_name_plural": "access log",
                        "indexes": [models.Index(fields=["agency", "at"], name="access_by_time")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
