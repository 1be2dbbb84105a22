"""Reminders of reports and consulting of agencies; what is known of malware in evidence may still come after the seal."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


SCAN_MAY_COME_LATER = """
DROP TRIGGER part_of_a_sealed_report_stays ON agencies_reportfile;
CREATE TRIGGER part_of_a_sealed_report_stays
  BEFORE INSERT OR DELETE
  OR UPDATE OF id, agency_id, central_id, public_id, entry_id, file_id, name, path, sha256, size, mime, extension, added_at, added_by_id
  ON agencies_reportfile FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_sealed_report_stays();
"""
BACK = """
DROP TRIGGER part_of_a_sealed_report_stays ON agencies_reportfile;
CREATE TRIGGER part_of_a_sealed_report_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_reportfile
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_sealed_report_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("agencies", "0003_guides_of_sets"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="report",
            name="a_report_is_sealed_handed_in",
        ),
        migrations.AddField(
            model_name="reportfile",
            name="extension",
            field=models.CharField(blank=True, default="", editable=False, max_length=10),
        ),
        migrations.AddField(
            model_name="reportfile",
            name="scan",
            field=models.CharField(blank=True, editable=False, max_length=12),
        ),
        migrations.AlterField(
            model_name="report",
            name="stage",
            field=models.CharField(
                choices=[("draft", "being written"), ("released", "being approved"), ("submitted", "handed in")],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="state of the report",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sha256", ""), ("stage", "draft"), ("submitted_at", None)),
                    models.Q(
                        ("sha256__regex", "^[0-9a-f]{64}$"), ("stage__in", ("released", "submitted")), ("submitted_at__isnull", False)
                    ),
                    models.Q(("sha256", ""), ("stage", "released"), ("submitted_at", None)),
                    _connector="OR",
                ),
                name="a_report_is_sealed_handed_in",
            ),
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
                ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
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
        migrations.RunSQL(SCAN_MAY_COME_LATER, BACK),
    ]
