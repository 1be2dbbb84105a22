"""Training: courses and their runs, who takes part, who was there, who completed."""

import core.migrating
import core.models.files
import core.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_places"),
        ("core", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Course",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "least_percent",
                            models.PositiveSmallIntegerField(default=80, verbose_name="minutes attended, at least, in percent"),
                        ),
                        ("asks_survey", models.BooleanField(default=True, verbose_name="the survey has to be answered")),
                        (
                            "least_score",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="points in the test, at least, of 100"),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=3, verbose_name="attempts at the test")),
                        ("code", models.CharField(max_length=20, verbose_name="code of the course")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("offered", "in the catalogue"),
                                    ("closed", "no longer offered"),
                                    ("discarded", "discarded"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("common", "job training, common"),
                                    ("individual", "job training, individual"),
                                    ("leadership", "specialised, leadership"),
                                    ("strategy", "specialised, management assessment strategy"),
                                    ("expert", "specialised, expert"),
                                ],
                                max_length=10,
                                verbose_name="category",
                            ),
                        ),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=160, verbose_name="name in English")),
                        ("aims_ko", models.TextField(max_length=2000, verbose_name="aims in Korean")),
                        ("aims_en", models.TextField(blank=True, max_length=2000, verbose_name="aims in English")),
                        ("content_ko", models.TextField(max_length=4000, verbose_name="content in Korean")),
                        ("content_en", models.TextField(blank=True, max_length=4000, verbose_name="content in English")),
                        ("target_ko", models.CharField(max_length=300, verbose_name="for whom, in Korean")),
                        ("target_en", models.CharField(blank=True, max_length=300, verbose_name="for whom, in English")),
                        ("minutes", models.PositiveIntegerField(verbose_name="length in minutes")),
                        ("valid_months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="valid for so many months")),
                        ("qualifies", models.BooleanField(default=False, verbose_name="completing it qualifies an assessor")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="in the catalogue since")),
                        ("written_at", models.DateTimeField(editable=False, verbose_name="last written at")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "course",
                        "verbose_name_plural": "courses",
                        "ordering": ["category", "code"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "code"), name="one_course_of_a_code"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at", None), ("stage__in", ("draft", "discarded"))),
                                    models.Q(("published_at__isnull", False), ("stage__in", ("offered", "closed"))),
                                    _connector="OR",
                                ),
                                name="a_course_that_is_offered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("minutes__gt", 0), models.Q(("valid_months", None), ("valid_months__gt", 0), _connector="OR")
                                ),
                                name="a_course_takes_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("attempts__range", (1, 20)),
                                    ("least_percent__range", (1, 100)),
                                    models.Q(("least_score", None), ("least_score__range", (1, 100)), _connector="OR"),
                                ),
                                name="rule_of_a_course",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CourseDuty",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "for_whom",
                            models.CharField(
                                choices=[("staff", "all staff"), ("role", "a role"), ("assessors", "assessors of the pool")],
                                max_length=9,
                                verbose_name="who has to have it",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("officer", "officer"),
                                    ("manager", "manager"),
                                    ("director", "director"),
                                    ("trainer", "trainer"),
                                    ("employee", "employee"),
                                    ("consultant", "consultant"),
                                    ("auditor", "auditor"),
                                    ("admin", "administrator"),
                                    ("observer", "observer (city)"),
                                    ("assessor", "assessor"),
                                    ("committee", "committee member"),
                                ],
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        ("within_days", models.PositiveSmallIntegerField(default=90, verbose_name="days after coming, at most")),
                        ("from_on", models.DateField(verbose_name="has to be had since")),
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
                            "course",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="training.course"),
                        ),
                    ],
                    options={
                        "verbose_name": "duty to have a course",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "course", "for_whom", "role"), name="a_duty_once_per_course"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("for_whom", "role"), models.Q(("role", ""), _negated=True)),
                                    models.Q(models.Q(("for_whom", "role"), _negated=True), ("role", "")),
                                    _connector="OR",
                                ),
                                name="a_duty_of_a_role_names_it",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Run",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "least_percent",
                            models.PositiveSmallIntegerField(default=80, verbose_name="minutes attended, at least, in percent"),
                        ),
                        ("asks_survey", models.BooleanField(default=True, verbose_name="the survey has to be answered")),
                        (
                            "least_score",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="points in the test, at least, of 100"),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=3, verbose_name="attempts at the test")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="run")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("open", "announced"),
                                    ("finished", "finished"),
                                    ("cancelled", "cancelled"),
                                    ("discarded", "discarded"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                        ("link", models.URLField(blank=True, max_length=300, verbose_name="link for taking part from afar")),
                        ("room_note", models.TextField(blank=True, max_length=1000, verbose_name="note on room and equipment")),
                        ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                        ("waiting_seats", models.PositiveSmallIntegerField(default=20, verbose_name="places on the waiting list")),
                        (
                            "accept_hours",
                            models.PositiveSmallIntegerField(default=24, verbose_name="hours to take up a seat that became free"),
                        ),
                        ("enrol_from_at", models.DateTimeField(verbose_name="enrolment begins")),
                        ("enrol_until_at", models.DateTimeField(verbose_name="enrolment ends")),
                        (
                            "cancel_until_days",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="days before the first class until which one may cancel oneself"
                            ),
                        ),
                        ("cost_centre", models.CharField(blank=True, max_length=60, verbose_name="cost centre")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="announced at")),
                        ("cancel_reason", models.CharField(blank=True, editable=False, max_length=300, verbose_name="why it is cancelled")),
                        ("finished_at", models.DateTimeField(editable=False, null=True, verbose_name="finished at")),
                        ("made_at", models.DateTimeField(editable=False, verbose_name="planned at")),
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
                            "course",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course", verbose_name="course"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="planned by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "run of a course",
                        "verbose_name_plural": "runs of courses",
                        "ordering": ["-year", "course", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "course", "year", "number"), name="one_run_of_a_number"),
                            models.CheckConstraint(condition=models.Q(("seats__range", (1, 2000))), name="a_run_has_seats"),
                            models.CheckConstraint(
                                condition=models.Q(("enrol_until_at__gt", models.F("enrol_from_at"))), name="enrolment_ends_after_it_begins"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at", None), ("stage__in", ("draft", "discarded"))),
                                    models.Q(("published_at__isnull", False), ("stage__in", ("open", "finished", "cancelled"))),
                                    _connector="OR",
                                ),
                                name="a_run_that_is_announced",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "cancelled"), _negated=True),
                                    models.Q(("cancel_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_run_is_cancelled_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("attempts__range", (1, 20)),
                                    ("least_percent__range", (1, 100)),
                                    models.Q(("least_score", None), ("least_score__range", (1, 100)), _connector="OR"),
                                ),
                                name="rule_of_a_run",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ClassSession",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="class")),
                        ("title", models.CharField(max_length=120, verbose_name="subject")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="place, if another than the run's")),
                        ("sequence", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("moved_at", models.DateTimeField(editable=False, null=True, verbose_name="moved at")),
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
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="classes", to="training.run")),
                    ],
                    options={
                        "verbose_name": "class",
                        "verbose_name_plural": "classes",
                        "ordering": ["starts_at", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "run", "number"), name="one_class_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="a_class_ends_after_it_begins"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Enrolment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("house", models.CharField(max_length=80, verbose_name="agency")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("requested", "waits for the superior"),
                                    ("refused", "not approved"),
                                    ("asked", "received"),
                                    ("waiting", "on the waiting list"),
                                    ("offered", "a seat is offered"),
                                    ("lapsed", "the offer was not taken up"),
                                    ("enrolled", "has a seat"),
                                    ("closed_out", "no seat became free"),
                                    ("cancelled", "cancelled"),
                                    ("completed", "completed"),
                                    ("not_completed", "not completed"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=13,
                                verbose_name="state",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(editable=False, verbose_name="asked for at")),
                        ("needs", models.CharField(blank=True, max_length=300, verbose_name="what we should know (access, food)")),
                        ("asked_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="approved at")),
                        ("offer_until_at", models.DateTimeField(editable=False, null=True, verbose_name="seat to be taken up by")),
                        ("placed_at", models.DateTimeField(editable=False, null=True, verbose_name="has a seat since")),
                        ("ended_at", models.DateTimeField(editable=False, null=True)),
                        ("reason", models.CharField(blank=True, editable=False, max_length=300, verbose_name="reason")),
                        ("is_late", models.BooleanField(default=False, editable=False, verbose_name="cancelled after the day")),
                        ("survey_at", models.DateTimeField(editable=False, null=True, verbose_name="survey answered at")),
                        ("told_stage", models.CharField(blank=True, editable=False, max_length=13)),
                        ("seen_stage", models.CharField(blank=True, editable=False, max_length=13)),
                        ("told_sequence", models.PositiveIntegerField(default=0, editable=False)),
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
                            "approved_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="held by"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="participant",
                            ),
                        ),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.run")),
                    ],
                    options={
                        "verbose_name": "enrolment",
                        "verbose_name_plural": "enrolments",
                        "ordering": ["asked_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("stage__in", frozenset(["cancelled", "closed_out", "lapsed", "refused"])), _negated=True
                                ),
                                fields=("agency", "run", "user"),
                                name="enrolled_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ("requested", "refused", "cancelled", "closed_out")),
                                    ("asked_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="in_the_queue_since",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "offered"), _negated=True), ("offer_until_at__isnull", False), _connector="OR"
                                ),
                                name="an_offer_has_an_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("refused", "closed_out")), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_enrolment_is_refused_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("minutes", models.PositiveIntegerField(verbose_name="minutes")),
                        ("of_minutes", models.PositiveIntegerField(verbose_name="minutes of the class")),
                        ("came_at", models.DateTimeField(null=True, verbose_name="came at")),
                        ("left_at", models.DateTimeField(null=True, verbose_name="left at")),
                        (
                            "source",
                            models.CharField(
                                choices=[("list", "trainer's list"), ("sheet", "paper sheet"), ("correction", "correction")],
                                max_length=10,
                                verbose_name="noted by",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason of the correction")),
                        ("noted_at", models.DateTimeField(verbose_name="noted at")),
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
                        ("house", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="noted by",
                            ),
                        ),
                        (
                            "class_session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.classsession",
                                verbose_name="class",
                            ),
                        ),
                        (
                            "enrolment",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.enrolment"),
                        ),
                    ],
                    options={
                        "verbose_name": "attendance",
                        "ordering": ["noted_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__lte", models.F("of_minutes"))), name="no_longer_there_than_the_class"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "correction"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_correction_of_attendance_says_why",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="MaterialLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("address", models.URLField(max_length=300, verbose_name="address")),
                        ("added_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
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
                            "class_session",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.classsession",
                                verbose_name="class",
                            ),
                        ),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links", to="training.run")),
                    ],
                    options={
                        "verbose_name": "link to material",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="a_material_link_has_a_name"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Material",
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
                        (
                            "class_session",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.classsession",
                                verbose_name="class",
                            ),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "run",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="materials", to="training.run"),
                        ),
                    ],
                    options={
                        "verbose_name": "material",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "run", "class_session", "file"), name="a_material_once", nulls_distinct=False
                            ),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Completion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("house_name", models.CharField(max_length=80, verbose_name="agency")),
                        ("course_name", models.CharField(max_length=160, verbose_name="course")),
                        ("from_on", models.DateField(verbose_name="first day")),
                        ("until_on", models.DateField(verbose_name="last day")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("completed", "completed"), ("not_completed", "not completed")],
                                max_length=13,
                                verbose_name="result",
                            ),
                        ),
                        ("minutes", models.PositiveIntegerField(verbose_name="minutes attended")),
                        ("of_minutes", models.PositiveIntegerField(verbose_name="minutes of the run")),
                        ("has_survey", models.BooleanField(verbose_name="survey answered")),
                        ("score", models.PositiveSmallIntegerField(null=True, verbose_name="points in the test")),
                        ("by_hand", models.BooleanField(default=False, verbose_name="decided by hand")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        ("decided_at", models.DateTimeField(verbose_name="decided at")),
                        ("valid_until", models.DateField(null=True, verbose_name="valid until")),
                        ("is_current", models.BooleanField(default=True, editable=False)),
                        ("number_year", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("number_place", models.PositiveIntegerField(editable=False, null=True)),
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
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        ("house", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="participant",
                            ),
                        ),
                        (
                            "enrolment",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.enrolment"),
                        ),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.run")),
                    ],
                    options={
                        "verbose_name": "completion",
                        "verbose_name_plural": "completions",
                        "ordering": ["-decided_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)), fields=("agency", "enrolment"), name="one_completion_counts"
                            ),
                            models.UniqueConstraint(fields=("agency", "number_year", "number_place"), name="one_completion_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("minutes__lte", models.F("of_minutes"))), name="no_more_minutes_than_the_run"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("by_hand", True), _negated=True),
                                    models.Q(models.Q(("reason", ""), _negated=True), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decided_by_hand_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome", "completed"), ("number_place", None), _connector="OR"),
                                name="a_number_only_for_who_completed",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Scan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("kind", models.CharField(choices=[("coming", "coming"), ("leaving", "leaving")], max_length=7)),
                        ("at", models.DateTimeField(verbose_name="scanned at")),
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
                            "class_session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.classsession",
                                verbose_name="class",
                            ),
                        ),
                        (
                            "enrolment",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.enrolment"),
                        ),
                        ("host", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "scan of a class code",
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "enrolment", "class_session", "kind"), name="one_scan_of_a_kind"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SurveyQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("likert", "agreement from 1 to 5"), ("text", "in one's own words")],
                                max_length=6,
                                verbose_name="kind of answer",
                            ),
                        ),
                        ("text_ko", models.CharField(max_length=300, verbose_name="question in Korean")),
                        ("text_en", models.CharField(blank=True, max_length=300, verbose_name="question in English")),
                        ("retired_at", models.DateTimeField(editable=False, null=True)),
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
                            "course",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="survey", to="training.course"),
                        ),
                    ],
                    options={
                        "verbose_name": "question of a survey",
                        "ordering": ["position", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SurveyAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("sheet", models.UUIDField()),
                        ("score", models.PositiveSmallIntegerField(null=True, verbose_name="agreement")),
                        ("text", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
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
                        ("host", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.run")),
                        (
                            "question",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.surveyquestion"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of a survey",
                        "ordering": ["sheet", "question"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "run", "sheet", "question"), name="one_answer_on_a_sheet"),
                            models.CheckConstraint(
                                condition=models.Q(("score", None), ("score__range", (1, 5)), _connector="OR"),
                                name="agreement_from_one_to_five",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TestAttempt",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="attempt")),
                        ("order", models.JSONField()),
                        ("answers", models.JSONField(default=dict)),
                        ("begun_at", models.DateTimeField(editable=False)),
                        ("handed_in_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("score", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="points of 100")),
                        ("graded_at", models.DateTimeField(editable=False, null=True)),
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
                            "enrolment",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.enrolment"),
                        ),
                        ("host", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "attempt at a test",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "enrolment", "number"), name="one_attempt_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score", None),
                                    models.Q(("graded_at__isnull", False), ("handed_in_at__isnull", False), ("score__lte", 100)),
                                    _connector="OR",
                                ),
                                name="graded_when_handed_in",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TestQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text_ko", models.TextField(max_length=1000, verbose_name="question in Korean")),
                        ("text_en", models.TextField(blank=True, max_length=1000, verbose_name="question in English")),
                        ("choices", models.JSONField(verbose_name="answers to choose from")),
                        ("retired_at", models.DateTimeField(editable=False, null=True)),
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
                            "course",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="test", to="training.course"),
                        ),
                    ],
                    options={
                        "verbose_name": "question of a test",
                        "ordering": ["position", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TestKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("right", models.JSONField(verbose_name="right answers")),
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
                            "question",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.testquestion"),
                        ),
                    ],
                    options={
                        "verbose_name": "key of a question",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "question"), name="one_key_per_question"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Trainer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("belongs_to", models.CharField(blank=True, max_length=120, verbose_name="affiliation")),
                        ("fields", models.CharField(blank=True, max_length=300, verbose_name="subjects")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="note")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("added_at", models.DateTimeField(editable=False, verbose_name="since")),
                        ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="until")),
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trainer",
                        "verbose_name_plural": "trainers",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="a_trainer_has_a_name"),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("user__isnull", False)),
                                fields=("agency", "user"),
                                name="once_a_trainer",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ClassTrainer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
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
                            "class_session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.classsession",
                                verbose_name="class",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="trainers", to="training.run")),
                        (
                            "trainer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.trainer", verbose_name="trainer"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trainer of a class",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "class_session", "trainer"), name="a_trainer_once_per_class"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainerFee",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("minutes", models.PositiveIntegerField(verbose_name="minutes taught")),
                        ("amount", models.PositiveIntegerField(verbose_name="amount in won, before tax")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                        ("noted_at", models.DateTimeField(editable=False)),
                        ("paid_on", models.DateField(null=True, verbose_name="paid on")),
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
                            "noted_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.run")),
                        (
                            "trainer",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.trainer"),
                        ),
                    ],
                    options={
                        "verbose_name": "honorarium of a trainer",
                        "ordering": ["-noted_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("minutes__gt", 0)), name="an_honorarium_is_for_minutes"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainingPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("common", "job training, common"),
                                    ("individual", "job training, individual"),
                                    ("leadership", "specialised, leadership"),
                                    ("strategy", "specialised, management assessment strategy"),
                                    ("expert", "specialised, expert"),
                                ],
                                max_length=10,
                                verbose_name="category",
                            ),
                        ),
                        ("runs", models.PositiveSmallIntegerField(verbose_name="runs planned")),
                        ("persons", models.PositiveIntegerField(verbose_name="persons planned, cumulative")),
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
                        "verbose_name": "training plan",
                        "ordering": ["-year", "category"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year", "category"), name="one_plan_for_a_category"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TrainingSettings",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "asks_approval",
                            models.BooleanField(default=False, verbose_name="enrolments are approved by a manager or the director"),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
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
                        "verbose_name": "settings of training",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency",), name="one_row_of_training_settings"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CompletionPaper",
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
                        ("edition", models.PositiveSmallIntegerField(verbose_name="edition")),
                        ("code", models.CharField(editable=False, max_length=13, verbose_name="verification code")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason of the reissue")),
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
                            "completion",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="training.completion"),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        ("house", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "verbose_name": "certificate of completion",
                        "ordering": ["-edition"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "completion", "edition"), name="one_completion_paper_of_an_edition"),
                            models.CheckConstraint(
                                condition=models.Q(("edition", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                name="a_paper_is_reissued_with_a_reason",
                            ),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
