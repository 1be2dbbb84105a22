"""Public activities, and requests for project support with what stays as it was handed in, decided and reported."""

import core.migrating
import core.models.files
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models

STAY = """
CREATE FUNCTION poom_paper_of_a_request_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_supportrequest
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.request_id ELSE NEW.request_id END AND asked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a request that was handed in stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_paper_of_a_support_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_supportreport
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.report_id ELSE NEW.report_id END AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a report that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER support_request_stays BEFORE UPDATE OF title, purpose, kind, amount, from_on, until_on, plan, asked_at, asked_by_id OR DELETE
  ON agencies_supportrequest FOR EACH ROW WHEN (OLD.asked_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a request that was handed in stays');
CREATE TRIGGER support_as_decided_stays BEFORE UPDATE OF outcome, granted, help_words, reason, decided_at
  ON agencies_supportrequest FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a decision stays');
CREATE TRIGGER paper_of_a_request_stays BEFORE INSERT OR UPDATE OF request_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_supportfile FOR EACH ROW EXECUTE FUNCTION poom_paper_of_a_request_stays();
CREATE TRIGGER support_report_stays BEFORE UPDATE OF request_id, number, granted, text, reach, used, explanation, written_by_id, sent_at
  OR DELETE ON agencies_supportreport FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a report that was sent stays');
CREATE TRIGGER answer_to_a_support_report_stays BEFORE UPDATE OF answered_at, accepted, answer
  ON agencies_supportreport FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('an answer to a report stays');
CREATE TRIGGER paper_of_a_support_report_stays BEFORE INSERT OR UPDATE OF report_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_supportreportfile FOR EACH ROW EXECUTE FUNCTION poom_paper_of_a_support_report_stays();
"""
BACK = """
DROP FUNCTION poom_paper_of_a_request_stays CASCADE;
DROP FUNCTION poom_paper_of_a_support_report_stays CASCADE;
DROP TRIGGER support_request_stays ON agencies_supportrequest;
DROP TRIGGER support_as_decided_stays ON agencies_supportrequest;
DROP TRIGGER support_report_stays ON agencies_supportreport;
DROP TRIGGER answer_to_a_support_report_stays ON agencies_supportreport;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0007_bulletins"),
        ("core", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Activity",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title_ko", models.CharField(max_length=120, verbose_name="title in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="title in English")),
                        ("text_ko", models.TextField(max_length=4000, verbose_name="text in Korean")),
                        ("text_en", models.TextField(blank=True, max_length=6000, verbose_name="text in English")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("campaign", "campaign or event"),
                                    ("volunteering", "volunteering"),
                                    ("agreement", "cooperation agreement"),
                                    ("lecture", "lecture or exhibition"),
                                    ("donation", "donation or sharing"),
                                    ("emergency", "help in an emergency"),
                                    ("other", "something else"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="first day")),
                        ("until_on", models.DateField(verbose_name="last day")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("partners", models.CharField(blank=True, max_length=200, verbose_name="partners")),
                        ("cost", models.PositiveBigIntegerField(default=0, verbose_name="cost in won")),
                        ("reach", models.PositiveIntegerField(default=0, verbose_name="persons reached")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("draft", "being written"), ("published", "published"), ("withdrawn", "withdrawn")],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                        ("corrected_at", models.DateTimeField(editable=False, null=True, verbose_name="corrected at")),
                        ("changed_at", models.DateTimeField(verbose_name="changed at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
                        ("reason", models.CharField(blank=True, editable=False, max_length=300, verbose_name="why it is withdrawn")),
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
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="changed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "public activity",
                        "verbose_name_plural": "public activities",
                        "indexes": [
                            models.Index(fields=["-from_on", "-id"], name="activities_by_day"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gte", models.F("from_on"))), name="an_activity_ends_after_it_begins"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "published"), _negated=True), ("published_at__isnull", False), _connector="OR"
                                ),
                                name="a_published_activity_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "withdrawn"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_activity_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ActivityPhoto",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("alt_ko", models.CharField(max_length=200, verbose_name="what the picture shows, in Korean")),
                        ("alt_en", models.CharField(blank=True, max_length=250, verbose_name="what the picture shows, in English")),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("width", models.PositiveSmallIntegerField()),
                        ("height", models.PositiveSmallIntegerField()),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        (
                            "activity",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="agencies.activity"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
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
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "original",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"),
                        ),
                    ],
                    options={
                        "verbose_name": "picture of a public activity",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "activity", "original"), name="a_picture_once_per_activity"),
                            models.CheckConstraint(condition=models.Q(("alt_ko", ""), _negated=True), name="a_picture_has_words"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ActivityVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveIntegerField(verbose_name="number of the version")),
                        ("facts", models.JSONField(verbose_name="content")),
                        ("why", models.CharField(max_length=300, verbose_name="why it was corrected")),
                        ("replaced_at", models.DateTimeField(verbose_name="corrected at")),
                        (
                            "activity",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.activity"),
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
                        (
                            "replaced_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="corrected by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "earlier version of a public activity",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "activity", "number"), name="one_earlier_version_of_a_number"),
                            models.CheckConstraint(condition=models.Q(("why", ""), _negated=True), name="corrected_with_a_reason"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title of the project")),
                        ("purpose", models.TextField(max_length=2000, verbose_name="purpose")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("amount", "an amount of money"),
                                    ("staff", "people"),
                                    ("advice", "advice"),
                                    ("material", "material"),
                                ],
                                max_length=8,
                                verbose_name="what is asked for",
                            ),
                        ),
                        ("amount", models.PositiveBigIntegerField(null=True, verbose_name="amount asked for, in won")),
                        ("from_on", models.DateField(verbose_name="first day")),
                        ("until_on", models.DateField(verbose_name="last day")),
                        ("plan", models.TextField(max_length=4000, verbose_name="plan")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("asked", "waits for the decision"),
                                    ("withdrawn", "withdrawn"),
                                    ("refused", "not granted"),
                                    ("granted", "granted, report due"),
                                    ("reported", "report handed in"),
                                    ("done", "report accepted"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state of the request",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("asked_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("full", "granted as asked"), ("part", "granted in part"), ("refused", "not granted")],
                                editable=False,
                                max_length=7,
                                verbose_name="decision",
                            ),
                        ),
                        ("granted", models.PositiveBigIntegerField(editable=False, null=True, verbose_name="amount granted, in won")),
                        ("help_words", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="help that is given")),
                        ("reason", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="reasons of the decision")),
                        ("decided_at", models.DateTimeField(editable=False, null=True, verbose_name="decided at")),
                        ("due_on", models.DateField(editable=False, null=True, verbose_name="report wanted by")),
                        ("became", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="what became of it")),
                        ("became_at", models.DateTimeField(editable=False, null=True, verbose_name="written down at")),
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handed in by",
                            ),
                        ),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "request for project support",
                        "verbose_name_plural": "requests for project support",
                        "ordering": ["-begun_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__gt", 0), ("amount__isnull", False), ("kind", "amount")),
                                    models.Q(models.Q(("kind", "amount"), _negated=True), ("amount", None)),
                                    _connector="OR",
                                ),
                                name="an_amount_where_money_is_asked_for",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_on__gte", models.F("from_on"))), name="a_project_ends_after_it_begins"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("granted", None), models.Q(("granted__gt", 0), ("granted__lte", models.F("amount"))), _connector="OR"
                                ),
                                name="granted_no_more_than_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ("draft", "withdrawn")),
                                    models.Q(("asked_at__isnull", False), ("asked_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="handed_in_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage", "asked"),
                                    models.Q(("decided_at", None), ("outcome", ""), ("stage__in", ("draft", "withdrawn"))),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("outcome", "refused"),
                                        ("stage", "refused"),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("due_on__isnull", False),
                                        ("outcome__in", ("full", "part")),
                                        ("stage__in", ("granted", "reported", "done")),
                                    ),
                                    _connector="OR",
                                ),
                                name="support_as_it_was_decided",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number of the report")),
                        ("granted", models.PositiveBigIntegerField(editable=False, null=True, verbose_name="amount granted, in won")),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="what was done")),
                        ("reach", models.PositiveIntegerField(null=True, verbose_name="persons reached")),
                        ("used", models.PositiveBigIntegerField(null=True, verbose_name="amount used, in won")),
                        ("explanation", models.TextField(blank=True, max_length=1000, verbose_name="why more was used than granted")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("is_late", models.BooleanField(default=False, editable=False)),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
                        ("accepted", models.BooleanField(default=False, editable=False, verbose_name="accepted")),
                        ("answer", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="answer to the report")),
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
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.supportrequest"),
                        ),
                    ],
                    options={
                        "verbose_name": "report of project support",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "request", "number"), name="one_support_report_of_a_number"),
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at", None)), fields=("agency", "request"), name="one_open_support_report"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sent_at", None), models.Q(("text", ""), _negated=True), _connector="OR"),
                                name="a_support_report_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("sent_at", None),
                                    ("used", None),
                                    ("granted", None),
                                    ("used__lte", models.F("granted")),
                                    models.Q(("explanation", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="more_than_granted_is_explained",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at", None), ("accepted", True), models.Q(("answer", ""), _negated=True), _connector="OR"
                                ),
                                name="asked_again_with_words",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportReportFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("extension", models.CharField(blank=True, default="", editable=False, max_length=10)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
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
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.supportreport"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper of a report of project support",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "report", "file"), name="a_paper_once_per_support_report"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("extension", models.CharField(blank=True, default="", editable=False, max_length=10)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
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
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.supportrequest"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper of a request for project support",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "request", "file"), name="a_paper_once_per_request"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportDecision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("full", "granted as asked"), ("part", "granted in part"), ("refused", "not granted")],
                                max_length=7,
                                verbose_name="decision",
                            ),
                        ),
                        ("granted", models.PositiveBigIntegerField(null=True, verbose_name="amount granted, in won")),
                        ("help_words", models.TextField(blank=True, max_length=2000, verbose_name="help that is given")),
                        ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reasons of the decision")),
                        ("due_on", models.DateField(null=True, verbose_name="report wanted by")),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
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
                            "asking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drafted by",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.supportrequest"),
                        ),
                    ],
                    options={
                        "verbose_name": "decision on a request for project support",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "request"), name="one_decision_per_request"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupportAuthor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="authors", to="agencies.supportrequest"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "author of a request for project support",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "request", "user"), name="an_author_once_per_request"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(STAY, BACK),
    ]
