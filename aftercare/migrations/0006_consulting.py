"""Consultations and what the agency gives; in the database: a consultant never judges, a judge never consults."""

import core.migrating
import core.tenancy
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models

WALLS = """
CREATE FUNCTION poom_no_judge_becomes_consultant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who bigint;
    whom uuid;
BEGIN
    SELECT account.person_id INTO who FROM aftercare_consultant one JOIN accounts_user account ON account.id = one.user_id
     WHERE one.id = NEW.consultant_id AND one.agency_id = NEW.agency_id;
    SELECT public_id INTO whom FROM providers_provider WHERE id = NEW.provider_id AND agency_id = NEW.agency_id;
    PERFORM pg_advisory_xact_lock(hashtextextended(who::text || whom::text, 0));
    IF EXISTS (SELECT FROM panels_involvement
                WHERE agency_id = NEW.agency_id AND person_id = who AND subject = whom AND kind IN ('assessed', 'decided')
                  AND noted_at >= NEW.agreed_at - interval '24 months') THEN
        RAISE EXCEPTION 'who assessed or decided for a provider consults it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM panels_involvement WHERE agency_id = NEW.agency_id AND person_id = who AND subject = whom
                      AND kind = 'consulted' AND matter = NEW.public_id AND to_on IS NULL) THEN
        RAISE EXCEPTION 'a consultation is agreed when the ledger knows of it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_judge_becomes_consultant BEFORE UPDATE ON aftercare_consultation FOR EACH ROW
    WHEN (NEW.stage = 'agreed' AND OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION poom_no_judge_becomes_consultant();

CREATE FUNCTION poom_consultant_never_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whom uuid;
BEGIN
    SELECT provider.public_id INTO whom
      FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id
      JOIN evaluations_application case_of ON case_of.public_id = item.matter AND case_of.agency_id = NEW.agency_id
      JOIN providers_provider provider ON provider.id = case_of.provider_id
     WHERE ballot.id = NEW.ballot_id AND ballot.agency_id = NEW.agency_id;
    IF whom IS NULL THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || whom::text, 0));
    IF EXISTS (SELECT FROM panels_involvement
                WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND subject = whom AND kind = 'consulted'
                  AND (to_on IS NULL OR to_on >= ((NEW.voted_at AT TIME ZONE 'Asia/Seoul')::date - interval '24 months')::date)) THEN
        RAISE EXCEPTION 'who consulted a provider decides about it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consultant_never_votes BEFORE INSERT ON panels_rollentry FOR EACH ROW EXECUTE FUNCTION poom_consultant_never_votes();

CREATE FUNCTION poom_a_consultants_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a report that was handed in stays as it is' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER a_consultants_report_stays BEFORE UPDATE ON aftercare_consultationreport FOR EACH ROW
    WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_a_consultants_report_stays();
"""
LET_GO = """
DROP TRIGGER no_judge_becomes_consultant ON aftercare_consultation; DROP FUNCTION poom_no_judge_becomes_consultant();
DROP TRIGGER consultant_never_votes ON panels_rollentry; DROP FUNCTION poom_consultant_never_votes();
DROP TRIGGER a_consultants_report_stays ON aftercare_consultationreport; DROP FUNCTION poom_a_consultants_report_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("aftercare", "0005_complaint"),
        ("certification", "0008_round_requirements"),
        ("core", "0001_initial"),
        ("evaluations", "0017_appeal"),
        ("panels", "0007_committee"),
        ("providers", "0002_service_types"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Consultant",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=12), default=list, size=None, verbose_name="areas of the criteria"
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    choices=[(0, "Monday"), (1, "Tuesday"), (2, "Wednesday"), (3, "Thursday"), (4, "Friday")]
                                ),
                                default=list,
                                size=None,
                                verbose_name="days of the week",
                            ),
                        ),
                        ("about", models.TextField(blank=True, max_length=2000, verbose_name="what they have done")),
                        ("most_at_once", models.PositiveSmallIntegerField(default=5, verbose_name="consultations at once, at most")),
                        ("is_active", models.BooleanField(default=True, verbose_name="may be asked")),
                        ("added_at", models.DateTimeField(verbose_name="on the list since")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True)),
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="consultant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consultant",
                        "verbose_name_plural": "consultants",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "user"), name="once_on_the_list_of_consultants"),
                            models.CheckConstraint(condition=models.Q(("most_at_once__range", (1, 99))), name="consults_one_or_more"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultantDistrict",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                            "consultant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="districts", to="aftercare.consultant"
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.district",
                                verbose_name="district",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "district of a consultant",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consultant", "district"), name="a_district_once_per_consultant")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultantService",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                            "consultant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="services", to="aftercare.consultant"
                            ),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.servicetype",
                                verbose_name="service",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "service a consultant knows",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consultant", "service_type"), name="a_service_once_per_consultant")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Consultation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.CharField(max_length=12, verbose_name="number")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("offered", "offered, waits for the provider"),
                                    ("asked", "waits for a consultant"),
                                    ("chosen", "waits for the consultant's answer"),
                                    ("told", "waits for the provider's agreement"),
                                    ("agreed", "under way"),
                                    ("reported", "report handed in"),
                                    ("closed", "ended"),
                                    ("declined", "offer declined"),
                                    ("called_off", "called off"),
                                ],
                                default="offered",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[("request", "asked for by the provider"), ("offer", "offered by the agency")],
                                max_length=7,
                                verbose_name="how it began",
                            ),
                        ),
                        ("provider_name", models.CharField(max_length=80, verbose_name="name of the organisation")),
                        ("site_name", models.CharField(max_length=80, verbose_name="name of the site")),
                        ("address", models.CharField(max_length=260, verbose_name="address")),
                        ("topics", models.JSONField(default=list, verbose_name="indicators")),
                        ("words", models.TextField(max_length=4000, verbose_name="what the consultation is about")),
                        (
                            "wished_on",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), default=list, size=None, verbose_name="wished days"
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="offer answered at")),
                        ("told_at", models.DateTimeField(null=True, verbose_name="provider told at")),
                        ("agreed_at", models.DateTimeField(null=True, verbose_name="agreed at")),
                        ("reported_at", models.DateTimeField(null=True, verbose_name="report handed in at")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        ("ended_reason", models.TextField(blank=True, verbose_name="reason of the ending")),
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
                            "answered_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "consultant",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="aftercare.consultant",
                                verbose_name="consultant",
                            ),
                        ),
                        (
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.district",
                                verbose_name="district",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.servicetype",
                                verbose_name="service",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consultation",
                        "verbose_name_plural": "consultations",
                        "ordering": ["-begun_at", "-pk"],
                        "indexes": [
                            models.Index(models.F("agency"), models.F("stage"), name="consultations_by_stage"),
                            models.Index(models.F("agency"), models.F("consultant"), name="consultations_of_a_consultant"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "number"), name="one_consultation_of_a_number"),
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("offered", "asked", "chosen", "told", "agreed", "reported"))),
                                fields=("agency", "certificate"),
                                name="one_open_consultation_of_a_certificate",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["chosen", "told", "agreed", "reported", "closed"]), _negated=True),
                                    ("consultant__isnull", False),
                                    _connector="OR",
                                ),
                                name="somebody_comes_to_consult",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["agreed", "reported", "closed"]), _negated=True),
                                    ("agreed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="consulted_as_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "called_off"), _negated=True),
                                    models.Q(("ended_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="called_off_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="a_consultation_is_about_something"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultantAsking",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("reasons", models.JSONField(default=list)),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("is_accepted", models.BooleanField(null=True, verbose_name="request taken on")),
                        ("reason", models.TextField(blank=True, max_length=1000, verbose_name="reason")),
                        ("objected_at", models.DateTimeField(null=True, verbose_name="objected at")),
                        ("objection", models.TextField(blank=True, max_length=1000, verbose_name="reason of the objection")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
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
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "consultant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="aftercare.consultant",
                                verbose_name="consultant",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.consultation"),
                        ),
                    ],
                    options={
                        "verbose_name": "question to a consultant",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "consultation"), name="one_consultant_is_asked"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("objected_at__isnull", False)),
                                fields=("agency", "consultation"),
                                name="objected_to_once",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultationRating",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stars",
                            models.PositiveSmallIntegerField(
                                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)],
                                verbose_name="satisfaction",
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=2000, verbose_name="in words")),
                        ("given_at", models.DateTimeField(verbose_name="rated at")),
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
                            "consultation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.consultation"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "rating of a consultation",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consultation"), name="one_rating_of_a_consultation"),
                            models.CheckConstraint(condition=models.Q(("stars__range", (1, 5))), name="one_to_five_stars"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultationReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("found", models.TextField(blank=True, max_length=6000, verbose_name="what was found")),
                        ("advice", models.JSONField(default=dict, verbose_name="advice")),
                        ("steps", models.JSONField(default=list, verbose_name="agreed steps")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="handed in at")),
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
                            "consultation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.consultation"),
                        ),
                    ],
                    options={
                        "verbose_name": "report of a consultation",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consultation"), name="one_report_of_a_consultation"),
                            models.CheckConstraint(
                                condition=models.Q(("handed_in_at", None), models.Q(("found", ""), _negated=True), _connector="OR"),
                                name="a_report_says_what_was_found",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsultationVisit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("starts_at", models.DateTimeField(verbose_name="begins at")),
                        ("ends_at", models.DateTimeField(verbose_name="ends at")),
                        ("place", models.CharField(max_length=260, verbose_name="place of the visit")),
                        ("times_moved", models.PositiveSmallIntegerField(default=0)),
                        ("set_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(null=True, verbose_name="took place")),
                        ("dropped_at", models.DateTimeField(null=True, verbose_name="visit dropped at")),
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
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="aftercare.consultation"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit of a consultant",
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="a_consulting_visit_ends_later"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("done_at", None), ("dropped_at", None), _connector="OR"), name="done_or_dropped"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Grant",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("training", "place in a training course"),
                                    ("promotion", "promotion"),
                                    ("equipment", "equipment"),
                                    ("money", "money"),
                                    ("other", "something else"),
                                ],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        ("amount", models.PositiveBigIntegerField(null=True, verbose_name="amount in won")),
                        ("words", models.CharField(blank=True, max_length=300, verbose_name="what was given")),
                        ("decided_by", models.CharField(max_length=100, verbose_name="decided by")),
                        ("noted_at", models.DateTimeField(verbose_name="noted at")),
                        ("struck_at", models.DateTimeField(null=True, verbose_name="struck out at")),
                        ("struck_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.certificate",
                                verbose_name="certificate",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.provider",
                                verbose_name="provider",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "grant",
                        "verbose_name_plural": "grants",
                        "ordering": ["-given_on", "-pk"],
                        "indexes": [models.Index(models.F("agency"), models.F("provider"), name="grants_of_a_provider")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__isnull", False), models.Q(("words", ""), _negated=True), _connector="OR"),
                                name="an_amount_or_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("kind", "money"), _negated=True), ("amount__gt", 0), _connector="OR"),
                                name="money_has_an_amount",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("struck_at", None), ("struck_reason", "")),
                                    models.Q(("struck_at__isnull", False), models.Q(("struck_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="struck_out_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Nomination",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[("arrived", "being considered"), ("kept", "kept as a good case"), ("thanked", "thanked")],
                                default="arrived",
                                editable=False,
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("words", models.TextField(max_length=6000, verbose_name="what was done, and what came of it")),
                        ("may_publish", models.BooleanField(default=False, verbose_name="the provider agrees that it is published")),
                        ("by_desk", models.BooleanField(default=False, verbose_name="named by the agency")),
                        ("nominated_at", models.DateTimeField(verbose_name="nominated at")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
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
                            "answered_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "nominated_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "good case",
                        "verbose_name_plural": "good cases",
                        "ordering": ["-nominated_at", "-pk"],
                        "indexes": [models.Index(models.F("agency"), models.F("stage"), name="nominations_by_stage")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("stage", "arrived"), ("answered_at__isnull", False), _connector="OR"),
                                name="a_nomination_is_answered_at_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                                name="a_good_case_is_told",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="NominationFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
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
                            "nomination",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.nomination"),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a good case",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "nomination", "file"), name="a_file_once_in_a_good_case")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SharedCopy",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("answer", "self-assessment"), ("finding", "finding of the evaluation"), ("file", "file")],
                                max_length=7,
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="indicator")),
                        ("name", models.CharField(max_length=220, verbose_name="name")),
                        ("text", models.TextField(blank=True)),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("shared_at", models.DateTimeField(verbose_name="shared at")),
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
                            "consultation",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.consultation"),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "shared copy",
                        "ordering": ["kind", "code", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "consultation", "kind", "code", "sha256"), name="shared_once"),
                            models.CheckConstraint(
                                condition=models.Q(("kind", "file"), ("file", None), _connector="XOR"), name="a_shared_file_has_bytes"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(WALLS, LET_GO),
    ]
