"""Follow-up of a result: improvement plans, their checks, and the line below which a rating is weak."""

import core.models.files
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

STAY = """
CREATE FUNCTION poom_item_of_an_approved_plan_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_improvementplan
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END AND stage IN ('approved', 'closed')) THEN
    RAISE EXCEPTION 'an approved plan stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_file_of_a_sent_progress_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_progress
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.progress_id ELSE NEW.progress_id END AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a progress report that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER item_of_an_approved_plan_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_improvementitem
  FOR EACH ROW EXECUTE FUNCTION poom_item_of_an_approved_plan_stays();
CREATE TRIGGER approved_plan_stays BEFORE UPDATE OF participation_id, year, approved_at, sha256 OR DELETE ON agencies_improvementplan
  FOR EACH ROW WHEN (OLD.stage IN ('approved', 'closed')) EXECUTE FUNCTION poom_ratings_stay('an approved plan stays as it is');
CREATE TRIGGER closed_plan_stays BEFORE UPDATE OF stage, closed_at, closing ON agencies_improvementplan
  FOR EACH ROW WHEN (OLD.stage = 'closed') EXECUTE FUNCTION poom_ratings_stay('a closed plan stays closed');
CREATE TRIGGER progress_stays BEFORE UPDATE OF check_of_id, item_id, state, text, version, written_by_id, sent_at OR DELETE
  ON agencies_progress FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a progress report that was sent stays');
CREATE TRIGGER file_of_a_sent_progress_stays BEFORE INSERT OR UPDATE OF progress_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_progressfile FOR EACH ROW EXECUTE FUNCTION poom_file_of_a_sent_progress_stays();
CREATE TRIGGER item_remark_stays BEFORE UPDATE OF item_id, text, closes, written_by_id, written_at OR DELETE ON agencies_itemremark
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a remark on an item stays');
"""
BACK = """
DROP FUNCTION poom_item_of_an_approved_plan_stays CASCADE;
DROP FUNCTION poom_file_of_a_sent_progress_stays CASCADE;
DROP TRIGGER approved_plan_stays ON agencies_improvementplan;
DROP TRIGGER closed_plan_stays ON agencies_improvementplan;
DROP TRIGGER progress_stays ON agencies_progress;
DROP TRIGGER item_remark_stays ON agencies_itemremark;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0003_ratings_and_answers_stay"),
        ("core", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="indicatorset",
            name="weak_below",
            field=models.DecimalField(decimal_places=2, default=Decimal("80"), max_digits=5, verbose_name="ratings below this are weak"),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="agencies.improvementplan"),
                ),
            ],
            options={
                "verbose_name": "item of an improvement plan",
                "ordering": ["indicator__position", "pk"],
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
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementitem")),
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
                ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementplan")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="set by"
                    ),
                ),
            ],
            options={
                "verbose_name": "progress check",
                "ordering": ["due_on", "pk"],
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
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.improvementitem")),
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
                ("check_of", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.progresscheck")),
            ],
            options={
                "verbose_name": "progress report",
                "ordering": ["item__indicator__position", "pk"],
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
                ("extension", models.CharField(editable=False, max_length=10)),
                ("scan", models.CharField(blank=True, editable=False, max_length=12)),
                ("added_at", models.DateTimeField(verbose_name="added at")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="added by"
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
                ("progress", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.progress")),
            ],
            options={
                "verbose_name": "file of a progress report",
                "ordering": ["pk"],
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
        migrations.AddConstraint(
            model_name="improvementplan",
            constraint=models.UniqueConstraint(fields=("agency", "participation"), name="one_improvement_plan_a_year"),
        ),
        migrations.AddConstraint(
            model_name="improvementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("closed_at", None), ("stage", "draft")),
                    models.Q(("closed_at", None), ("stage", "released")),
                    models.Q(("approved_at__isnull", False), ("stage", "approved")),
                    models.Q(("approved_at__isnull", False), ("closed_at__isnull", False), ("stage", "closed")),
                    _connector="OR",
                ),
                name="a_plan_is_approved_then_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="improvementitem",
            constraint=models.UniqueConstraint(fields=("agency", "plan", "indicator"), name="one_item_per_indicator"),
        ),
        migrations.AddConstraint(
            model_name="itemremark",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closes", True)), fields=("agency", "item"), name="an_item_is_closed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="itemremark",
            constraint=models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_remark_on_an_item_says_something"),
        ),
        migrations.AddConstraint(
            model_name="progresscheck",
            constraint=models.UniqueConstraint(fields=("agency", "plan", "due_on"), name="one_progress_check_a_day"),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.UniqueConstraint(fields=("agency", "check_of", "item"), name="one_progress_report_per_item"),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_at", None),
                    models.Q(models.Q(("state", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_progress_report_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressfile",
            constraint=models.UniqueConstraint(fields=("agency", "progress", "file"), name="a_file_once_per_progress_report"),
        ),
        migrations.RunSQL(STAY, BACK),
    ]
