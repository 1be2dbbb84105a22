"""Duties of certified providers, and the plan they come from."""

import core.migrating
import core.tenancy
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_initial"),
        ("accounts", "__first__"),
        ("certification", "0001_framework_round_certificate_register"),
        ("providers", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="DutyRule",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("self_inspection", "self-inspection"), ("monitoring_visit", "monitoring visit")],
                                max_length=20,
                                verbose_name="duty",
                            ),
                        ),
                        (
                            "years",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(), size=None, verbose_name="years after the announcement"
                            ),
                        ),
                        (
                            "month_from",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)],
                                verbose_name="from month",
                            ),
                        ),
                        (
                            "month_to",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)],
                                verbose_name="through month",
                            ),
                        ),
                        (
                            "ladder",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(),
                                default=list,
                                size=None,
                                verbose_name="reminders, in days from the last day",
                            ),
                        ),
                        (
                            "sample",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=12),
                                default=list,
                                size=None,
                                verbose_name="indicators that are always looked at",
                            ),
                        ),
                        ("sample_size", models.PositiveSmallIntegerField(default=0, verbose_name="indicators looked at, at least")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="no longer planned since")),
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
                            "framework",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.framework"),
                        ),
                    ],
                    options={
                        "verbose_name": "line of the plan of duties",
                        "verbose_name_plural": "plan of duties",
                        "ordering": ["month_to", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "framework", "kind"), name="one_rule_of_a_kind"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("month_from__gte", 1), ("month_from__lte", models.F("month_to")), ("month_to__lte", 12)
                                ),
                                name="a_rule_within_a_year",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Duty",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("self_inspection", "self-inspection"), ("monitoring_visit", "monitoring visit")],
                                max_length=20,
                                verbose_name="duty",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("plan", "plan of duties"),
                                    ("sanction", "condition of a sanction"),
                                    ("complaint", "complaint"),
                                    ("change", "reported change"),
                                    ("desk", "added by the agency"),
                                ],
                                default="plan",
                                max_length=10,
                                verbose_name="what it comes from",
                            ),
                        ),
                        ("matter", models.UUIDField(null=True)),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "ladder",
                            django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), default=list, size=None),
                        ),
                        ("announced", models.BooleanField(default=True, verbose_name="told to the provider")),
                        ("opens_on", models.DateField(verbose_name="from")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("open", "to be done"),
                                    ("done", "done"),
                                    ("waived", "not demanded"),
                                    ("lapsed", "lapsed with the certificate"),
                                ],
                                default="open",
                                editable=False,
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("planned_at", models.DateTimeField(verbose_name="planned at")),
                        ("done_at", models.DateTimeField(null=True, verbose_name="done at")),
                        ("answer", models.UUIDField(null=True)),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.dutyrule"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "duty",
                        "verbose_name_plural": "duties",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"), models.F("due_on"), condition=models.Q(("stage", "open")), name="open_duties_by_day"
                            ),
                            models.Index(models.F("agency"), models.F("provider"), name="duties_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "certificate", "rule", "year"), name="a_planned_duty_once"),
                            models.UniqueConstraint(fields=("agency", "certificate", "kind", "matter"), name="an_added_duty_once"),
                            models.CheckConstraint(
                                condition=models.Q(("opens_on__lte", models.F("due_on"))), name="a_duty_opens_before_it_is_due"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin", "plan"), ("rule", None), _connector="XOR"), name="a_duty_is_planned_or_added"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin", "plan"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                name="an_added_duty_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("stage", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"),
                                name="a_duty_done_at_a_moment",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="DutyChange",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("from_on", models.DateField(verbose_name="was due on")),
                        ("to_on", models.DateField(verbose_name="is due on")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("at", models.DateTimeField(verbose_name="at")),
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
                            "by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "duty",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="aftercare.duty"),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a duty's day",
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="a_duty_moved_with_a_reason")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
