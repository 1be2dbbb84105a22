"""The public log of certificates with its signed heads, and digital badges with their keys and status lists."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("certification", "0011_register_detail"),
        ("core", "0004_text_of_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogWaiting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(verbose_name="valid to")),
                ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("revoked", "revoked"), ("surrendered", "surrendered"), ("superseded", "replaced by a newer certificate")],
                        max_length=12,
                        verbose_name="ended as",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="noted at")),
                ("verb", models.CharField(max_length=20, verbose_name="what happened")),
                ("number", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=13)),
                ("effective_on", models.DateField(null=True, verbose_name="effective on")),
                ("document", models.CharField(blank=True, max_length=12, verbose_name="document")),
                ("language", models.CharField(blank=True, max_length=2)),
                ("version", models.PositiveSmallIntegerField(null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
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
            ],
            options={
                "verbose_name": "waits for its place in the log",
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Badge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("index", models.PositiveIntegerField(verbose_name="place in the status lists")),
                ("says", models.CharField(max_length=64)),
                ("valid_to", models.DateField(verbose_name="valid to")),
                ("seen_at", models.DateTimeField()),
                ("document", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(null=True, verbose_name="made at")),
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
                    "picture",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"),
                ),
            ],
            options={
                "verbose_name": "digital badge",
                "ordering": ["certificate", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "certificate", "version"), name="one_badge_of_a_version"),
                    models.UniqueConstraint(fields=("agency", "index"), name="one_badge_of_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document", ""), ("made_at", None)),
                            models.Q(("made_at__isnull", False), models.Q(("document", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="badge_made_with_its_document",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="BadgeKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20)),
                ("jwk", models.JSONField()),
                ("since", models.DateTimeField()),
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
                "verbose_name": "key of digital badges",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("agency", "name"), name="one_badge_key_of_a_name")],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="BadgeStatusList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(choices=[("revocation", "revoked"), ("suspension", "suspended")], max_length=10)),
                ("places", models.JSONField(default=list)),
                ("token", models.TextField()),
                ("made_at", models.DateTimeField()),
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
                "verbose_name": "status list of digital badges",
                "constraints": [models.UniqueConstraint(fields=("agency", "purpose"), name="one_status_list_of_a_purpose")],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(verbose_name="valid to")),
                ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("revoked", "revoked"), ("surrendered", "surrendered"), ("superseded", "replaced by a newer certificate")],
                        max_length=12,
                        verbose_name="ended as",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="noted at")),
                ("verb", models.CharField(max_length=20, verbose_name="what happened")),
                ("number", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=13)),
                ("effective_on", models.DateField(null=True, verbose_name="effective on")),
                ("document", models.CharField(blank=True, max_length=12, verbose_name="document")),
                ("language", models.CharField(blank=True, max_length=2)),
                ("version", models.PositiveSmallIntegerField(null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                ("logged_at", models.DateTimeField(verbose_name="got its place at")),
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
                    "certificate",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"),
                ),
            ],
            options={
                "verbose_name": "entry of the log",
                "verbose_name_plural": "public log",
                "ordering": ["position"],
                "indexes": [
                    models.Index(fields=["number"], name="log_by_number"),
                    models.Index(fields=["sha256"], name="log_by_sha256"),
                    models.Index(fields=["agency", "certificate"], name="log_by_certificate"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "position"), name="one_log_entry_per_position"),
                    models.UniqueConstraint(fields=("agency", "previous"), name="the_log_never_forks"),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LogHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(default=0)),
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
                "constraints": [models.UniqueConstraint(fields=("agency",), name="one_log_head_per_agency")],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SignedHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("signed_at", models.DateTimeField(verbose_name="signed at")),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                ("digest", models.CharField(max_length=64)),
                ("signature", models.TextField()),
                ("certificate", models.TextField()),
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
                "verbose_name": "signed head of the log",
                "ordering": ["-day"],
                "constraints": [models.UniqueConstraint(fields=("agency", "day"), name="one_signed_head_a_day")],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
    ]
