"""Duties of certified providers, the plan they come from, and what moved them."""

import core.tenancy
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models

KEEP = """
CREATE FUNCTION poom_duty_day_moves_with_a_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM aftercare_dutychange WHERE duty_id = NEW.id AND from_on = OLD.due_on AND to_on = NEW.due_on) THEN
        RAISE EXCEPTION 'the last day of a duty changes only with a line that says why' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER duty_day_moves_with_a_change BEFORE UPDATE ON aftercare_duty FOR EACH ROW
    WHEN (OLD.due_on IS DISTINCT FROM NEW.due_on) EXECUTE FUNCTION poom_duty_day_moves_with_a_change();
"""
LET_GO = "DROP TRIGGER duty_day_moves_with_a_change ON aftercare_duty; DROP FUNCTION poom_duty_day_moves_with_a_change();"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0007_months_listed"),
        ("certification", "0016_register_terms"),
        ("providers", "0008_evidence_whole"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        base_field=models.SmallIntegerField(), default=list, size=None, verbose_name="reminders, in days from the last day"
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
                            ("desk", "demanded by the agency"),
                        ],
                        default="plan",
                        max_length=10,
                        verbose_name="asked for by",
                    ),
                ),
                ("matter", models.UUIDField(null=True)),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("ladder", django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), default=list, size=None)),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
                (
                    "rule",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.dutyrule"),
                ),
            ],
            options={
                "verbose_name": "duty",
                "verbose_name_plural": "duties",
                "ordering": ["due_on", "pk"],
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
                ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="aftercare.duty")),
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
        migrations.AddConstraint(
            model_name="dutyrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("agency", "framework", "kind"), name="one_rule_of_a_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("month_from__gte", 1), ("month_from__lte", models.F("month_to")), ("month_to__lte", 12)),
                name="a_rule_within_a_year",
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(models.F("agency"), models.F("due_on"), condition=models.Q(("stage", "open")), name="open_duties_by_day"),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(models.F("agency"), models.F("provider"), name="duties_of_a_provider"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(fields=("agency", "certificate", "rule", "year"), name="a_planned_duty_once"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(fields=("agency", "certificate", "kind", "matter"), name="an_added_duty_once"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("opens_on__lte", models.F("due_on"))), name="a_duty_opens_before_it_is_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin", "plan"), ("rule", None), _connector="XOR"), name="a_duty_is_planned_or_added"
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin", "plan"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="an_added_duty_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("stage", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"),
                name="a_duty_done_at_a_moment",
            ),
        ),
        migrations.RunSQL(KEEP, LET_GO),
    ]
