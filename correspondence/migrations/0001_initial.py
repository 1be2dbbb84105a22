"""Notices, deliveries, letters, deadlines and their reminders."""

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
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("core", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject_id", models.CharField(max_length=64)),
                        ("subject_label", models.CharField(max_length=200, verbose_name="subject")),
                        ("kind", models.CharField(max_length=100, verbose_name="kind")),
                        ("event_on", models.DateField(verbose_name="counted from")),
                        ("days", models.PositiveSmallIntegerField(verbose_name="days")),
                        (
                            "rule",
                            models.CharField(
                                choices=[("calendar", "calendar days"), ("working", "working days")],
                                max_length=8,
                                verbose_name="days counted",
                            ),
                        ),
                        ("due_at", models.DateTimeField(verbose_name="due")),
                        ("ladder", models.JSONField(default=list)),
                        ("remind_on", models.DateField(null=True)),
                        ("opened_at", models.DateTimeField(verbose_name="opened at")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                        ("outcome", models.CharField(blank=True, max_length=40, verbose_name="outcome")),
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
                        "verbose_name": "deadline",
                        "verbose_name_plural": "deadlines",
                        "ordering": ["due_at", "pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"), models.F("due_at"), condition=models.Q(("closed_at", None)), name="open_deadlines"
                            ),
                            models.Index(
                                models.F("agency"),
                                models.F("remind_on"),
                                models.F("id"),
                                condition=models.Q(("closed_at", None), ("remind_on__isnull", False)),
                                name="deadlines_to_remind",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None)),
                                fields=("agency", "subject_type", "subject_id", "kind"),
                                name="one_open_deadline",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject_id", models.CharField(max_length=64)),
                        ("kind", models.CharField(max_length=60, verbose_name="kind")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("serial", models.PositiveIntegerField(verbose_name="serial")),
                        ("number", models.CharField(max_length=60, verbose_name="document number")),
                        ("language", models.CharField(default="ko", max_length=2, verbose_name="language")),
                        ("addressee", models.CharField(max_length=120, verbose_name="to")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("blocks", models.JSONField(default=list)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
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
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter",
                        "verbose_name_plural": "letters",
                        "ordering": ["-written_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "subject_type", "subject_id"], name="letters_by_subject")],
                        "constraints": [models.UniqueConstraint(fields=("agency", "year", "serial"), name="one_letter_of_a_number")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("event", models.CharField(max_length=100, verbose_name="event")),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject_id", models.CharField(max_length=64)),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="subject line")),
                        ("body", models.TextField(verbose_name="text")),
                        ("link", models.CharField(blank=True, max_length=500, verbose_name="link")),
                        ("sent_at", models.DateTimeField(verbose_name="sent at")),
                        ("read_at", models.DateTimeField(null=True, verbose_name="read at")),
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
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recipient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice",
                        "verbose_name_plural": "notices",
                        "ordering": ["-sent_at", "-pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"),
                                models.F("recipient"),
                                models.OrderBy(models.F("sent_at"), descending=True),
                                name="inbox_of_a_person",
                            ),
                            models.Index(
                                models.F("agency"), models.F("recipient"), condition=models.Q(("read_at", None)), name="unread_notices"
                            ),
                            models.Index(fields=["agency", "subject_type", "subject_id"], name="notices_by_subject"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Delivery",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "channel",
                            models.CharField(choices=[("email", "e-mail")], default="email", max_length=10, verbose_name="channel"),
                        ),
                        ("address", models.CharField(max_length=254, verbose_name="address")),
                        ("message_id", models.CharField(max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting"),
                                    ("sending", "being sent"),
                                    ("sent", "sent"),
                                    ("uncertain", "uncertain"),
                                    ("failed", "failed"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                        ("unknown_ends", models.PositiveSmallIntegerField(default=0)),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("tried_at", models.DateTimeField(null=True, verbose_name="last tried at")),
                        ("sent_at", models.DateTimeField(null=True, verbose_name="sent at")),
                        ("error", models.CharField(blank=True, max_length=300, verbose_name="what went wrong")),
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
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deliveries",
                                to="correspondence.notice",
                                verbose_name="notice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "delivery",
                        "verbose_name_plural": "deliveries",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["agency", "state"], name="deliveries_by_state")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "message_id"), name="one_message_id"),
                            models.UniqueConstraint(fields=("agency", "notice", "channel"), name="one_delivery_per_channel"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("rung", models.SmallIntegerField(verbose_name="days from the last day")),
                        ("sent_at", models.DateTimeField(verbose_name="sent at")),
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
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="correspondence.deadline"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reminder",
                        "ordering": ["sent_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "deadline", "rung"), name="a_rung_once_per_deadline")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TemplateText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("event", models.CharField(max_length=100, verbose_name="event")),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
                        ("version", models.PositiveIntegerField(verbose_name="version")),
                        ("subject", models.CharField(blank=True, max_length=200, verbose_name="subject line")),
                        ("body", models.TextField(blank=True, max_length=5000, verbose_name="text")),
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
                        "verbose_name": "text of a message",
                        "verbose_name_plural": "texts of messages",
                        "ordering": ["event", "language", "-version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "event", "language", "version"), name="one_text_per_version")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
