"""Change reports; with a certificate that passes on, its open duties go along."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


GO_ALONG = """
CREATE FUNCTION poom_open_duties_go_along() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE aftercare_duty SET provider_id = NEW.provider_id WHERE certificate_id = NEW.id AND stage = 'open';
    RETURN NEW;
END $$;
CREATE TRIGGER open_duties_go_along AFTER UPDATE OF provider_id ON certification_certificate FOR EACH ROW
    WHEN (OLD.provider_id IS DISTINCT FROM NEW.provider_id) EXECUTE FUNCTION poom_open_duties_go_along();
"""
LET_GO = "DROP TRIGGER open_duties_go_along ON certification_certificate; DROP FUNCTION poom_open_duties_go_along();"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0006_consulting"),
        ("certification", "0010_successors_in_the_register"),
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("providers", "0003_successions_and_pauses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChangeReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("head", "change of the representative"),
                            ("name", "change of the name"),
                            ("address", "change of a site's address"),
                            ("suspension", "pause of business"),
                            ("closure", "closure of business"),
                            ("succession", "succession"),
                        ],
                        max_length=12,
                        verbose_name="what has changed",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("portal", "reported here"), ("paper", "reported on paper"), ("noticed", "noticed by the agency")],
                        default="portal",
                        max_length=8,
                        verbose_name="how it came",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("handed_in", "handed in"),
                            ("asked", "asked back"),
                            ("proposed", "waits for the manager"),
                            ("accepted", "report accepted"),
                            ("refused", "not accepted"),
                            ("withdrawn", "withdrawn by the provider"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("happened_on", models.DateField(null=True, verbose_name="since")),
                ("until_on", models.DateField(null=True, verbose_name="until")),
                ("facts", models.JSONField(default=dict)),
                ("before", models.JSONField(default=dict)),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="what the agency should know")),
                ("version", models.PositiveIntegerField(default=0)),
                ("begun_at", models.DateTimeField(verbose_name="begun at")),
                ("number", models.CharField(blank=True, max_length=12, verbose_name="number of the report")),
                ("arrived_at", models.DateTimeField(null=True, verbose_name="received at")),
                ("due_on", models.DateField(null=True, verbose_name="to be reported by")),
                ("completed_at", models.DateTimeField(null=True, verbose_name="completed at")),
                ("asked_reason", models.TextField(blank=True, max_length=2000, verbose_name="what is still needed")),
                ("objects_until", models.DateField(null=True, verbose_name="may be objected to until")),
                ("objection", models.TextField(blank=True, max_length=2000, verbose_name="words of the objection")),
                ("objected_at", models.DateTimeField(null=True, verbose_name="answered at")),
                ("successor_confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed by the successor at")),
                ("continues", models.BooleanField(default=False, verbose_name="the certificate goes on under the successor")),
                ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed at")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="reason of the decision")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
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
                    "asked_deadline",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                    ),
                ),
                ("begun_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "decide_deadline",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
                (
                    "receipt",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"),
                ),
                ("site", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.site")),
                (
                    "successor",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                ),
                (
                    "successor_confirmed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "change report",
                "verbose_name_plural": "change reports",
                "ordering": ["-begun_at", "-pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChangeFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                ("sha256", models.CharField(max_length=64)),
                ("handed_in_at", models.DateTimeField(verbose_name="handed in at")),
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
                    "report",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.changereport"),
                ),
            ],
            options={
                "verbose_name": "file of a change report",
                "ordering": ["pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChangeEvidence",
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
                    "report",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.changereport"),
                ),
            ],
            options={
                "verbose_name": "evidence of a change report",
                "ordering": ["added_at", "pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChangedCertificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "follows",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("correct", "The certificate is corrected."),
                                ("visit", "The new place is visited; the certificate is corrected after the visit."),
                                ("note", "The public register says it."),
                                (
                                    "propose",
                                    "It lasts long: the manager and the director are asked whether the certification is suspended.",
                                ),
                                ("end", "The certificate ends on that day."),
                                ("plaque", "A plaque that was handed over is returned."),
                                ("holder", "The certificate goes on under the successor once the director has approved its correction."),
                                ("sanctions", "Sanctions of the predecessor follow the successor for a year."),
                            ],
                            max_length=9,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("duty", models.UUIDField(null=True)),
                ("revision", models.UUIDField(null=True)),
                ("is_owed", models.BooleanField(default=False, verbose_name="still to be corrected")),
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
                    "report",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="touched", to="aftercare.changereport"),
                ),
            ],
            options={
                "verbose_name": "certificate of a change report",
                "ordering": ["pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="changereport",
            index=models.Index(fields=["agency", "stage"], name="change_reports_by_stage"),
        ),
        migrations.AddIndex(
            model_name="changereport",
            index=models.Index(fields=["agency", "provider"], name="change_reports_of_a_provider"),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage__in", ["draft", "handed_in", "asked", "proposed"])),
                fields=("agency", "provider", "kind", "site"),
                name="one_open_report_of_a_kind",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True), fields=("agency", "number"), name="one_change_report_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage__in", ["draft", "withdrawn"]),
                    models.Q(
                        ("arrived_at__isnull", False),
                        ("due_on__isnull", False),
                        ("happened_on__isnull", False),
                        models.Q(("number", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_change_report_came_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ["accepted", "refused"]), _negated=True),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False), ("letter__isnull", False)),
                    _connector="OR",
                ),
                name="a_change_report_decided_by_letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("stage", "refused"), _negated=True), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="a_change_refused_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on", None), ("until_on__gte", models.F("happened_on")), _connector="OR"),
                name="a_pause_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="changereport",
            constraint=models.CheckConstraint(
                condition=models.Q(("successor", None), models.Q(("successor", models.F("provider")), _negated=True), _connector="OR"),
                name="nobody_succeeds_themselves",
            ),
        ),
        migrations.AddConstraint(
            model_name="changeevidence",
            constraint=models.UniqueConstraint(fields=("agency", "report", "evidence"), name="evidence_once_per_change_report"),
        ),
        migrations.AddConstraint(
            model_name="changedcertificate",
            constraint=models.UniqueConstraint(fields=("agency", "report", "certificate"), name="a_certificate_once_in_a_report"),
        ),
        migrations.RunSQL(GO_ALONG, LET_GO),
    ]
