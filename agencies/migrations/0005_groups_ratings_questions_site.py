"""Groups of assessors, independent ratings, consensus, questions and answers, the assessment on site."""

import core.migrating
import core.models.files
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models

STAY = """
CREATE FUNCTION poom_ratings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_rating_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet agencies_ratingsheet%ROWTYPE;
BEGIN
  SELECT * INTO sheet FROM agencies_ratingsheet WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.sheet_id ELSE NEW.sheet_id END;
  IF EXISTS (SELECT 1 FROM agencies_consensus
              WHERE participation_id = sheet.participation_id AND area_id = sheet.area_id AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'ratings of a closed consensus stay' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF sheet.handed_in_at IS NOT NULL AND (TG_OP <> 'UPDATE' OR NEW.sheet_id <> OLD.sheet_id
                                         OR NEW.first IS DISTINCT FROM OLD.first OR NEW.comment <> OLD.comment) THEN
    RAISE EXCEPTION 'what was rated alone stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_part_of_a_consensus_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found agencies_consensus.id%TYPE;
BEGIN
  IF TG_TABLE_NAME = 'agencies_discussion' THEN
    found := CASE TG_OP WHEN 'DELETE' THEN OLD.consensus_id ELSE NEW.consensus_id END;
  ELSE
    SELECT id INTO found FROM agencies_consensus WHERE participation_id = NEW.participation_id AND area_id = NEW.area_id;
  END IF;
  IF EXISTS (SELECT 1 FROM agencies_consensus WHERE id = found AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'ratings of a closed consensus stay' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_file_of_a_sent_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_answer
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.answer_id ELSE NEW.answer_id END AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an answer that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rating_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_managementrating
  FOR EACH ROW EXECUTE FUNCTION poom_rating_stays();
CREATE TRIGGER sheet_stays_handed_in BEFORE UPDATE OF participation_id, area_id, user_id, handed_in_at ON agencies_ratingsheet
  FOR EACH ROW WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a sheet that was handed in stays');
CREATE TRIGGER sheet_of_a_closed_consensus_stays BEFORE INSERT OR UPDATE ON agencies_ratingsheet
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_consensus_stays();
CREATE TRIGGER discussion_of_a_closed_consensus_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_discussion
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_consensus_stays();
CREATE TRIGGER consensus_stays_closed BEFORE UPDATE OR DELETE ON agencies_consensus
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('ratings of a closed consensus stay');
CREATE TRIGGER question_stays BEFORE UPDATE OR DELETE ON agencies_question
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a question that was sent stays');
CREATE TRIGGER bundle_stays BEFORE UPDATE OF participation_id, number, sent_at, due_on OR DELETE ON agencies_questionbundle
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a question that was sent stays');
CREATE TRIGGER answer_stays BEFORE UPDATE OF question_id, text, version, written_by_id, sent_at, days_late OR DELETE ON agencies_answer
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('an answer that was sent stays');
CREATE TRIGGER file_of_a_sent_answer_stays BEFORE INSERT OR UPDATE OF answer_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_answerfile FOR EACH ROW EXECUTE FUNCTION poom_file_of_a_sent_answer_stays();
CREATE TRIGGER remark_stays BEFORE UPDATE OF site_id, text, written_by_id, written_at OR DELETE ON agencies_siteremark
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('remarks that were written stay');
CREATE TRIGGER closing_statement_stays BEFORE UPDATE OF closing_statement, closed_at, state OR DELETE ON agencies_siteassessment
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a closing statement stays');
"""
BACK = """
DROP FUNCTION poom_ratings_stay CASCADE;
DROP FUNCTION poom_rating_stays CASCADE;
DROP FUNCTION poom_part_of_a_consensus_stays CASCADE;
DROP FUNCTION poom_file_of_a_sent_answer_stays CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("agencies", "0004_reminders_and_consulting"),
        ("core", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Consensus",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("opened_at", models.DateTimeField(null=True, verbose_name="all ratings were in at")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
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
                            "area",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationarea"),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                    ],
                    options={
                        "verbose_name": "consensus of a group",
                        "ordering": ["participation", "area"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation", "area"), name="one_consensus_of_an_area"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at", None),
                                    models.Q(("closed_by__isnull", False), ("opened_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_consensus_opens_before_it_closes",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Discussion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("spread", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="spread of the ratings")),
                        ("note", models.TextField(blank=True, max_length=4000, verbose_name="what was discussed")),
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
                        (
                            "area",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationarea"),
                        ),
                        (
                            "consensus",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.consensus"),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
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
                        "verbose_name": "discussion of an indicator",
                        "ordering": ["indicator"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consensus", "indicator"), name="one_discussion_of_an_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="GroupMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="leads the group")),
                        ("joined_at", models.DateTimeField(editable=False)),
                        ("ended_at", models.DateTimeField(editable=False, null=True)),
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
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.evaluationarea",
                                verbose_name="area of the evaluation",
                            ),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of a group of assessors",
                        "ordering": ["area", "-is_lead", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "area", "user"), name="once_in_a_group"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)),
                                fields=("agency", "area"),
                                name="one_lead_of_a_group",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.TextField(max_length=2000, verbose_name="question")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "bundle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="agencies.questionbundle"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question to an agency",
                        "ordering": ["bundle", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bundle", "position"), name="one_question_at_a_position"),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_question_asks_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposedQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=2000, verbose_name="question")),
                        ("proposed_at", models.DateTimeField(editable=False)),
                        ("left_out_at", models.DateTimeField(editable=False, null=True)),
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.question",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposed question",
                        "ordering": ["participation", "indicator", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_proposal_asks_something"),
                            models.CheckConstraint(
                                condition=models.Q(("question", None), ("left_out_at", None), _connector="OR"), name="sent_or_left_out"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(blank=True, max_length=8000, verbose_name="answer")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("days_late", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="days late")),
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
                            "question",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.question"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of an agency",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "question"), name="one_answer_to_a_question"),
                            models.CheckConstraint(
                                condition=models.Q(("sent_at", None), models.Q(("text", ""), _negated=True), _connector="OR"),
                                name="an_answer_says_something",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="QuestionBundle",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="round of questions")),
                        ("sent_at", models.DateTimeField(editable=False, verbose_name="sent at")),
                        ("due_on", models.DateField(verbose_name="to be answered by")),
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
                    ],
                    options={
                        "verbose_name": "round of questions",
                        "ordering": ["participation", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "participation", "number"), name="one_bundle_of_a_number")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RatingSheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("assigned_at", models.DateTimeField(editable=False)),
                        ("begun_at", models.DateTimeField(null=True, verbose_name="begun at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="handed in at")),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                            "area",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.evaluationarea"),
                        ),
                        (
                            "participation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.participation"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sheet of ratings",
                        "ordering": ["participation", "area", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agency", "participation", "area", "user"),
                                name="one_rating_sheet",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("handed_in_at", None), ("begun_at__isnull", False), _connector="OR"),
                                name="a_sheet_is_begun_before_it_is_in",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_at", None), models.Q(("ended_reason", ""), _negated=True), _connector="OR"),
                                name="a_sheet_ends_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ManagementRating",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("first", models.DecimalField(decimal_places=2, max_digits=7, null=True, verbose_name="rating")),
                        ("comment", models.TextField(blank=True, max_length=4000, verbose_name="comment")),
                        (
                            "final",
                            models.DecimalField(decimal_places=2, max_digits=7, null=True, verbose_name="rating after the discussion"),
                        ),
                        ("final_reason", models.TextField(blank=True, max_length=2000, verbose_name="why it changed")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="agencies.ratingsheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rating",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sheet", "indicator"), name="one_rating_per_indicator"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("final", None),
                                    ("final", models.F("first")),
                                    models.Q(("final_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_rating_changes_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteAssessment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("visit", models.UUIDField(editable=False)),
                        ("starts_at", models.DateTimeField(verbose_name="beginning")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="planned hours")),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        (
                            "expected",
                            models.TextField(blank=True, max_length=2000, verbose_name="who is expected, and what should lie ready"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planned"), ("closed", "carried out"), ("dropped", "did not take place")],
                                default="planned",
                                editable=False,
                                max_length=7,
                                verbose_name="state of the on-site assessment",
                            ),
                        ),
                        ("closing_statement", models.TextField(blank=True, editable=False, verbose_name="closing statement")),
                        ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed at")),
                        ("told_of", models.DateTimeField(editable=False, null=True)),
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
                        "verbose_name": "on-site assessment",
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "visit"), name="one_assessment_of_a_visit"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "dropped"), _negated=True),
                                fields=("agency", "participation"),
                                name="one_site_assessment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("state", "planned")),
                                    models.Q(("state", "planned"), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_planned_assessment_is_open",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteNote",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("presentation", "presentation"), ("interview", "interview"), ("papers", "check of papers")],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("whom", models.CharField(blank=True, max_length=120, verbose_name="with whom, by function")),
                        ("text", models.TextField(max_length=4000, verbose_name="note")),
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
                            "site",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.siteassessment"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note of an on-site assessment",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_note_says_something")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SiteRemark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("text", models.TextField(max_length=4000, verbose_name="remarks")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
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
                        (
                            "site",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.siteassessment"),
                        ),
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
                        "verbose_name": "remarks on a closing statement",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "site"), name="remarks_once"),
                            models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="a_remark_says_something"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AnswerFile",
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
                        (
                            "answer",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.answer"),
                        ),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "file of an answer",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "answer", "file"), name="a_file_once_per_answer")],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AssessorPlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("noted_at", models.DateTimeField(editable=False)),
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
                            "home",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.province",
                                verbose_name="lives in",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="assessor",
                            ),
                        ),
                        (
                            "work",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.province",
                                verbose_name="works in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "where an assessor lives and works",
                        "constraints": [models.UniqueConstraint(fields=("agency", "user"), name="one_place_of_an_assessor")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(STAY, BACK),
    ]
