"""Consultative bodies of the network: places, namings, proposals, minutes, resolutions, tasks; what was said and approved stays."""

import core.migrating
import core.models.files
import core.tenancy
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models

STAY = """
CREATE TRIGGER approved_minutes_stay BEFORE UPDATE OR DELETE ON agencies_minutes
  FOR EACH ROW WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('approved minutes stay as they are');
CREATE TRIGGER resolution_stays BEFORE UPDATE OR DELETE ON agencies_resolution
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a resolution stays as it is');
CREATE TRIGGER proposal_stays BEFORE UPDATE OF body_id, title, text, author_id, version, handed_in_at OR DELETE ON agencies_agendaproposal
  FOR EACH ROW WHEN (OLD.stage <> 'draft') EXECUTE FUNCTION poom_ratings_stay('a proposal that was handed in stays');
CREATE FUNCTION poom_paper_of_a_proposal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_agendaproposal
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.proposal_id ELSE NEW.proposal_id END AND stage <> 'draft') THEN
    RAISE EXCEPTION 'a proposal that was handed in stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER paper_of_a_proposal_stays BEFORE INSERT OR UPDATE OF proposal_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_agendaproposalfile FOR EACH ROW EXECUTE FUNCTION poom_paper_of_a_proposal_stays();
CREATE TRIGGER task_report_stays BEFORE UPDATE OF task_id, text, reported_by_id, reported_at, is_taken, answer, answered_at OR DELETE
  ON agencies_taskreport FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a report that was answered stays');
CREATE TRIGGER done_task_stays BEFORE UPDATE OF resolution_id, text, owner_id, due_on, done_at OR DELETE ON agencies_counciltask
  FOR EACH ROW WHEN (OLD.done_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a task that is done stays');
"""
BACK = """
DROP FUNCTION poom_paper_of_a_proposal_stays CASCADE;
DROP TRIGGER approved_minutes_stay ON agencies_minutes;
DROP TRIGGER resolution_stays ON agencies_resolution;
DROP TRIGGER proposal_stays ON agencies_agendaproposal;
DROP TRIGGER task_report_stays ON agencies_taskreport;
DROP TRIGGER done_task_stays ON agencies_counciltask;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0005_contacts"),
        ("core", "0001_initial"),
        ("panels", "0008_seats_of_agencies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="MeetingWord",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("called", "called"), ("cancelled", "cancelled"), ("minutes", "minutes sent")], max_length=9
                            ),
                        ),
                        ("said_at", models.DateTimeField()),
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
                        ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting")),
                        ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "word about a meeting",
                        "ordering": ["pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("body_ko", models.CharField(max_length=60)),
                        ("body_en", models.CharField(blank=True, max_length=100)),
                        (
                            "entitled",
                            models.CharField(
                                choices=[("director", "the director, by office"), ("named", "a member of staff whom the agency names")],
                                default="named",
                                max_length=8,
                                verbose_name="who has the place",
                            ),
                        ),
                        ("laid_at", models.DateTimeField(verbose_name="since")),
                        ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended at")),
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
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.body")),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "place in a body",
                        "ordering": ["body", "member", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "body", "member"), name="one_place_of_an_agency"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Naming",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("to_on", models.DateField(null=True, verbose_name="until")),
                        ("named_at", models.DateTimeField()),
                        ("called_off_at", models.DateTimeField(editable=False, null=True)),
                        ("taken_up_at", models.DateTimeField(editable=False, null=True)),
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
                            "meeting",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting"
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="named by",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.seat"
                            ),
                        ),
                        (
                            "stands_for",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.naming"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                        ("place", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.place")),
                    ],
                    options={
                        "verbose_name": "naming of a holder",
                        "ordering": ["-from_on", "-pk"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("called_off_at", None), ("stands_for", None)),
                                expressions=[
                                    ("agency", "="),
                                    ("place", "="),
                                    (
                                        models.Func(
                                            models.F("from_on"),
                                            models.F("to_on"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="one_holder_of_a_place",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("called_off_at", None), ("stands_for__isnull", False)),
                                fields=("agency", "stands_for", "meeting"),
                                name="one_named_substitute",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="a_naming_ends_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("meeting", None), ("stands_for", None)),
                                    models.Q(("meeting__isnull", False), ("stands_for__isnull", False), ("to_on", models.F("from_on"))),
                                    _connector="OR",
                                ),
                                name="a_named_substitute_comes_to_one_meeting",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AgendaProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("text", models.TextField(max_length=4000, verbose_name="what is proposed, and why")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("handed_in", "handed in"),
                                    ("on_agenda", "on the agenda"),
                                    ("declined", "not taken up"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state of the proposal",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("handed_in_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
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
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.body")),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "item",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="panels.agendaitem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal for an agenda",
                        "ordering": ["-begun_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("stage", "draft"), ("handed_in_at__isnull", False), _connector="OR"),
                                name="handed_in_at_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "declined"), _negated=True), models.Q(("answer", ""), _negated=True), _connector="OR"
                                ),
                                name="a_proposal_is_declined_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AgendaProposalFile",
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
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.agendaproposal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper of a proposal",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal", "file"), name="a_paper_once_per_proposal"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Resolution",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        ("text", models.TextField(max_length=2000, verbose_name="resolution")),
                        ("present", models.PositiveSmallIntegerField(verbose_name="present")),
                        ("needed", models.PositiveSmallIntegerField(verbose_name="needed")),
                        ("resolved_at", models.DateTimeField(verbose_name="resolved at")),
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
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem")),
                        ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "resolution",
                        "ordering": ["meeting", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "meeting", "number"), name="one_resolution_of_a_number"),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_resolution_says_something"),
                            models.CheckConstraint(
                                condition=models.Q(("present__gte", models.F("needed"))), name="resolved_with_the_quorum"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CouncilTask",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("body_key", models.UUIDField()),
                        ("body_ko", models.CharField(max_length=60)),
                        ("body_en", models.CharField(blank=True, max_length=100)),
                        ("text", models.CharField(max_length=300, verbose_name="task")),
                        ("due_on", models.DateField(verbose_name="to be done by")),
                        ("given_at", models.DateTimeField(verbose_name="given at")),
                        ("owner_gone_at", models.DateTimeField(editable=False, null=True, verbose_name="owner gone since")),
                        ("gone_noticed_at", models.DateTimeField(editable=False, null=True)),
                        ("done_at", models.DateTimeField(editable=False, null=True, verbose_name="done at")),
                        ("noticed_at", models.DateTimeField(editable=False, null=True)),
                        ("counted_at", models.DateTimeField(editable=False, null=True)),
                        ("closed_at", models.DateTimeField(editable=False, null=True)),
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
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person in charge",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.resolution"),
                        ),
                    ],
                    options={
                        "verbose_name": "task of a body",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_task_of_a_body_says_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TaskReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=4000, verbose_name="what was done")),
                        ("reported_at", models.DateTimeField(verbose_name="reported at")),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("is_taken", models.BooleanField(editable=False, null=True, verbose_name="accepted")),
                        ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
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
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "reported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.counciltask"),
                        ),
                    ],
                    options={
                        "verbose_name": "report of a task",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at", None)), fields=("agency", "task"), name="one_report_waits"
                            ),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_task_report_says_something"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_at", None), ("is_taken", None)),
                                    models.Q(("answered_at__isnull", False), ("is_taken", True)),
                                    models.Q(("answered_at__isnull", False), ("is_taken", False), models.Q(("answer", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="task_asked_again_with_words",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AgendaPaper",
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
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem")),
                    ],
                    options={
                        "verbose_name": "paper of an agenda item",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "item", "sha256"), name="a_paper_once_per_item"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AgendaText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="text")),
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
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem")),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                                verbose_name="proposed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "text of an agenda item",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "item"), name="one_text_of_an_agenda_item"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Council",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("directors", "directors' council"), ("working", "working-level body")],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        ("field_ko", models.CharField(blank=True, max_length=60, verbose_name="field in Korean")),
                        ("field_en", models.CharField(blank=True, max_length=80, verbose_name="field in English")),
                        (
                            "rule",
                            models.CharField(
                                choices=[
                                    ("half", "more than half of the members"),
                                    ("two_thirds", "two thirds of the members"),
                                    ("third", "one third of the members"),
                                ],
                                default="half",
                                max_length=10,
                                verbose_name="quorum",
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
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.body")),
                    ],
                    options={
                        "verbose_name": "consultative body",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "body"), name="one_council_of_a_body"),
                            models.CheckConstraint(
                                condition=models.Q(("kind", "directors"), models.Q(("field_ko", ""), _negated=True), _connector="OR"),
                                name="a_working_level_body_has_a_field",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Minutes",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=20000, verbose_name="minutes")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="approved at")),
                        ("remark", models.TextField(blank=True, max_length=2000, verbose_name="remark of the approving meeting")),
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
                            "approved_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="panels.meeting",
                                verbose_name="approved by",
                            ),
                        ),
                        ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting")),
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
                        "verbose_name": "minutes of a body",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "meeting"), name="one_set_of_minutes"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at", None), ("approved_in", None), ("remark", "")),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_in__isnull", False),
                                        ("published_at__isnull", False),
                                        models.Q(("approved_in", models.F("meeting")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="minutes_are_approved_by_another_meeting",
                            ),
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
