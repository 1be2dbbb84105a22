"""Visits, their teams, findings, photos and what devices sent."""

import core.migrating
import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import uuid
import visits.models.device
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("core", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject", models.UUIDField()),
                        ("subject_label", models.CharField(max_length=200, verbose_name="name")),
                        ("purpose", models.CharField(max_length=40)),
                        ("place_name", models.CharField(max_length=120, verbose_name="place")),
                        ("address", models.CharField(max_length=260, verbose_name="address")),
                        ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact at the place")),
                        ("starts_at", models.DateTimeField(verbose_name="beginning")),
                        ("hours", models.PositiveSmallIntegerField(db_default=3, default=3, verbose_name="planned hours")),
                        (
                            "agreed",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("offered", "chosen from the dates offered"),
                                    ("phone", "agreed by telephone"),
                                    ("writing", "agreed in writing"),
                                    ("in_person", "agreed in person"),
                                    ("fixed", "fixed by the agency"),
                                ],
                                db_default="",
                                default="",
                                max_length=10,
                                verbose_name="how the date was agreed",
                            ),
                        ),
                        ("agreed_note", models.TextField(blank=True, db_default="", default="", verbose_name="note on the date")),
                        ("times_moved", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("underway", "Under way"),
                                    ("locked", "Locked"),
                                    ("not_carried_out", "Not carried out"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=15,
                                verbose_name="state of the visit",
                            ),
                        ),
                        ("when_locked", models.CharField(blank=True, editable=False, max_length=100)),
                        ("planned_at", models.DateTimeField(editable=False)),
                        ("began_at", models.DateTimeField(editable=False, null=True)),
                        ("locked_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("complete", "carried out in full"),
                                    ("ended_early", "ended early"),
                                    ("not_carried_out", "not carried out"),
                                ],
                                editable=False,
                                max_length=15,
                                verbose_name="outcome",
                            ),
                        ),
                        ("outcome_reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                        ("closing_statement", models.TextField(blank=True, verbose_name="closing statement")),
                        ("acknowledged_by", models.CharField(blank=True, max_length=60, verbose_name="name of who took note")),
                        ("acknowledged_function", models.CharField(blank=True, max_length=60, verbose_name="function")),
                        ("provider_remarks", models.TextField(blank=True, verbose_name="remarks of the place visited")),
                        ("signature", models.JSONField(editable=False, null=True)),
                        ("acknowledged_at", models.DateTimeField(editable=False, null=True)),
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
                        "verbose_name": "visit",
                        "verbose_name_plural": "visits",
                        "indexes": [
                            models.Index(fields=["agency", "stage", "starts_at"], name="visits_by_stage"),
                            models.Index(fields=["agency", "subject"], name="visits_by_subject"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "locked"), _negated=True),
                                    models.Q(("locked_at__isnull", False), ("outcome__in", ["complete", "ended_early"])),
                                    _connector="OR",
                                ),
                                name="locked_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "not_carried_out"), _negated=True), ("outcome", "not_carried_out"), _connector="OR"
                                ),
                                name="not_carried_out_is_its_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["", "complete"]), models.Q(("outcome_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="short_of_complete_with_a_reason",
                            ),
                            models.CheckConstraint(condition=models.Q(("hours__range", (1, 12))), name="visit_lasts_hours"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed", "fixed"), _negated=True),
                                    models.Q(("agreed_note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="date_fixed_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RecorderKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("secret", models.BinaryField(default=visits.models.device.new_secret)),
                        ("taken_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "recorder's key",
                        "constraints": [models.UniqueConstraint(fields=("agency", "visit", "user"), name="one_key_of_a_recorder")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PhotoPart",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("operation", models.UUIDField()),
                        ("begins", models.PositiveIntegerField()),
                        ("content", models.BinaryField()),
                        ("received_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "part of a photo",
                        "constraints": [models.UniqueConstraint(fields=("agency", "operation", "begins"), name="one_part_at_a_place")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Offer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=100)),
                        ("subject", models.UUIDField()),
                        ("subject_label", models.CharField(max_length=200, verbose_name="name")),
                        ("hours", models.PositiveSmallIntegerField(default=3, verbose_name="planned hours")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("open", "waits for the answer"),
                                    ("chosen", "a date was chosen"),
                                    ("none_suits", "no date suits"),
                                    ("taken_back", "taken back"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="state of the offer",
                            ),
                        ),
                        ("offered_at", models.DateTimeField(editable=False)),
                        ("answered_at", models.DateTimeField(editable=False, null=True)),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "proposals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateTimeField(), blank=True, default=list, size=None, verbose_name="own proposals"
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
                            "visit",
                            models.ForeignKey(
                                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "offer of dates",
                        "indexes": [models.Index(fields=["agency", "subject"], name="offers_by_subject")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "open")), fields=("agency", "subject"), name="one_open_offer"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("stage", "open"), ("answered_at__isnull", False), _connector="OR"),
                                name="offer_answered_or_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("stage", "chosen"), _negated=True), ("visit__isnull", False), _connector="OR"),
                                name="chosen_is_a_visit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ["open", "chosen"]), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="no_date_with_a_reason",
                            ),
                            models.CheckConstraint(condition=models.Q(("hours__range", (1, 12))), name="offered_hours"),
                            models.CheckConstraint(condition=models.Q(("proposals__len__lte", 3)), name="few_dates_proposed"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="KitPaper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("made_at", models.DateTimeField(null=True)),
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
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "visit kit on paper",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "visit", "language"), name="one_kit_in_a_language"),
                            models.CheckConstraint(
                                condition=models.Q(("made_at", None), ("file__isnull", False), _connector="OR"),
                                name="made_kit_has_its_file",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Deputy",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("named_at", models.DateTimeField()),
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
                            "named_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "deputy of the lead",
                        "ordering": ["-pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="DayRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("open", "waits for the answer"),
                                    ("moved", "the visit was moved"),
                                    ("declined", "declined"),
                                    ("lapsed", "no longer needed"),
                                ],
                                default="open",
                                editable=False,
                                max_length=8,
                                verbose_name="state of the request",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(editable=False)),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "proposals",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateTimeField(), blank=True, default=list, size=None, verbose_name="own proposals"
                            ),
                        ),
                        ("answered_at", models.DateTimeField(editable=False, null=True)),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
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
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "request for another day",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "open")), fields=("agency", "visit"), name="one_open_day_request"
                            ),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="another_day_with_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(("stage", "open"), ("answered_at__isnull", False), _connector="OR"),
                                name="day_request_answered_or_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "declined"), _negated=True), models.Q(("answer", ""), _negated=True), _connector="OR"
                                ),
                                name="declined_with_a_reason",
                            ),
                            models.CheckConstraint(condition=models.Q(("proposals__len__lte", 3)), name="few_days_proposed"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="VisitItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("code", models.CharField(max_length=20)),
                        ("area_code", models.CharField(max_length=10)),
                        ("area_ko", models.CharField(max_length=120)),
                        ("area_en", models.CharField(max_length=200)),
                        ("title_ko", models.CharField(max_length=200)),
                        ("title_en", models.CharField(max_length=300)),
                        ("look_ko", models.TextField()),
                        ("look_en", models.TextField()),
                        ("rating_ko", models.CharField(blank=True, max_length=60)),
                        ("rating_en", models.CharField(blank=True, max_length=60)),
                        ("explanation", models.TextField(blank=True)),
                        ("finding_ko", models.CharField(blank=True, max_length=60)),
                        ("finding_en", models.CharField(blank=True, max_length=60)),
                        ("grounds", models.TextField(blank=True)),
                        ("note", models.TextField(blank=True)),
                        ("sample_ko", models.TextField(blank=True)),
                        ("sample_en", models.TextField(blank=True)),
                        ("whom_ko", models.TextField(blank=True)),
                        ("whom_en", models.TextField(blank=True)),
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
                            "judged_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="visits.visit")),
                    ],
                    options={
                        "verbose_name": "item of a visit",
                        "ordering": ["visit", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "visit", "position"), name="one_item_at_a_position"),
                            models.UniqueConstraint(fields=("agency", "visit", "code"), name="one_item_of_a_code"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Photo",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("caption", models.CharField(blank=True, max_length=120, verbose_name="what it shows")),
                        ("taken_at", models.DateTimeField(null=True)),
                        ("received_at", models.DateTimeField()),
                        ("removed_at", models.DateTimeField(null=True)),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visititem")),
                    ],
                    options={
                        "verbose_name": "photo",
                        "indexes": [models.Index(fields=["agency", "item", "received_at"], name="photos_of_an_item")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Operation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("finding", "judgement"),
                                    ("agree", "agreed judgement"),
                                    ("photo", "photo"),
                                    ("closing", "closing statement"),
                                    ("begin", "beginning of the visit"),
                                    ("entry", "interview or sample"),
                                    ("other", "cannot be read"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("base_version", models.PositiveIntegerField(default=0)),
                        ("payload", models.JSONField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("applied", "applied"), ("conflict", "met a newer version"), ("kept", "kept aside, not applied")],
                                max_length=10,
                            ),
                        ),
                        ("theirs", models.JSONField(null=True)),
                        (
                            "why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ended", "it came after the visit had ended"),
                                    ("left", "its author was no longer in the team"),
                                    ("elsewhere", "it belongs to nothing that is looked at during this visit"),
                                    ("unreadable", "it could not be read"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("after", models.UUIDField(null=True)),
                        ("device", models.CharField(blank=True, max_length=36)),
                        ("device_at", models.DateTimeField(null=True)),
                        ("received_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit")),
                        (
                            "item",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visititem"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "operation",
                        "indexes": [
                            models.Index(fields=["agency", "visit", "received_at"], name="operations_of_a_visit"),
                            models.Index(condition=models.Q(("outcome", "kept")), fields=["agency", "visit"], name="operations_kept_aside"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "kept"), ("why__in", ["ended", "left", "elsewhere", "unreadable"])),
                                    models.Q(models.Q(("outcome", "kept"), _negated=True), ("why", "")),
                                    _connector="OR",
                                ),
                                name="kept_aside_with_its_reason",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "judgement",
                            models.CharField(
                                blank=True,
                                choices=[("compliant", "Compliant"), ("noncompliant", "Not compliant")],
                                max_length=12,
                                verbose_name="judgement",
                            ),
                        ),
                        (
                            "reason_code",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_evidence", "Nothing there that shows it"),
                                    ("not_done", "Not done in practice"),
                                    ("out_of_date", "Not up to date"),
                                    ("in_part", "Met only in part"),
                                    ("differs", "Differs from what was handed in"),
                                    ("unsafe", "A danger to safety or rights"),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="what was seen")),
                        ("version", models.PositiveIntegerField()),
                        ("device_at", models.DateTimeField(null=True)),
                        ("recorded_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visititem")),
                    ],
                    options={
                        "verbose_name": "finding",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "item", "author"), name="one_finding_of_a_member"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("judgement", "noncompliant"), _negated=True),
                                    models.Q(models.Q(("reason_code", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="noncompliant_finding_with_its_grounds",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("interview", "Interview"), ("sample", "Sample")], max_length=10, verbose_name="kind"
                            ),
                        ),
                        ("source", models.CharField(max_length=120, verbose_name="with whom, or which record")),
                        ("text", models.TextField(verbose_name="what was said or seen")),
                        ("device_at", models.DateTimeField(null=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("removed_at", models.DateTimeField(null=True)),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visititem")),
                    ],
                    options={
                        "verbose_name": "interview or sample",
                        "indexes": [models.Index(fields=["agency", "item", "recorded_at"], name="entries_of_an_item")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("source", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                name="entry_says_whom_and_what",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Amendment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField()),
                        ("kind", models.CharField(choices=[("finding", "amendment"), ("remark", "remark")], max_length=7)),
                        ("before", models.JSONField(default=dict)),
                        (
                            "judgement",
                            models.CharField(
                                blank=True,
                                choices=[("compliant", "Compliant"), ("noncompliant", "Not compliant")],
                                max_length=12,
                                verbose_name="judgement",
                            ),
                        ),
                        (
                            "reason_code",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_evidence", "Nothing there that shows it"),
                                    ("not_done", "Not done in practice"),
                                    ("out_of_date", "Not up to date"),
                                    ("in_part", "Met only in part"),
                                    ("differs", "Differs from what was handed in"),
                                    ("unsafe", "A danger to safety or rights"),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="what stands now, or the remark")),
                        ("reason", models.TextField(verbose_name="why it is amended")),
                        (
                            "ground",
                            models.CharField(
                                choices=[("own", "found by the team itself"), ("comment", "after a comment of the place visited")],
                                max_length=7,
                                verbose_name="on which ground",
                            ),
                        ),
                        ("comment", models.UUIDField(null=True)),
                        ("made_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visititem")),
                    ],
                    options={
                        "verbose_name": "amendment",
                        "ordering": ["item", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "item", "number"), name="one_amendment_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("judgement", "noncompliant"), _negated=True),
                                    models.Q(models.Q(("reason_code", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="noncompliant_amendment_with_its_grounds",
                            ),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="amended_with_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("judgement__in", ["compliant", "noncompliant"]), ("kind", "finding")),
                                    models.Q(
                                        ("judgement", ""), ("kind", "remark"), ("reason_code", ""), models.Q(("text", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="amendment_or_remark",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("comment", None), ("ground", "own")),
                                    models.Q(("comment__isnull", False), ("ground", "comment")),
                                    _connector="OR",
                                ),
                                name="after_a_comment_that_is_named",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AgreedFinding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "judgement",
                            models.CharField(
                                choices=[("compliant", "Compliant"), ("noncompliant", "Not compliant")],
                                max_length=12,
                                verbose_name="judgement",
                            ),
                        ),
                        (
                            "reason_code",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_evidence", "Nothing there that shows it"),
                                    ("not_done", "Not done in practice"),
                                    ("out_of_date", "Not up to date"),
                                    ("in_part", "Met only in part"),
                                    ("differs", "Differs from what was handed in"),
                                    ("unsafe", "A danger to safety or rights"),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="grounds")),
                        ("version", models.PositiveIntegerField()),
                        ("agreed_at", models.DateTimeField()),
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
                            "agreed_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "item",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="agreed", to="visits.visititem"),
                        ),
                    ],
                    options={
                        "verbose_name": "agreed finding",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("judgement__in", ["compliant", "noncompliant"])), name="agreed_is_a_judgement"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("judgement", "noncompliant"), _negated=True),
                                    models.Q(models.Q(("reason_code", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="noncompliant_agreed_with_its_grounds",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="VisitMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="leads the team")),
                        ("since_at", models.DateTimeField(verbose_name="since")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="until")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "visit",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="members", to="visits.visit"),
                        ),
                    ],
                    options={
                        "verbose_name": "team member",
                        "indexes": [
                            models.Index(condition=models.Q(("ended_at", None)), fields=["agency", "user"], name="teams_of_somebody")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "visit", "user"), name="once_in_a_team"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)),
                                fields=("agency", "visit"),
                                name="one_lead_of_a_team",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="OfferedDate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("starts_at", models.DateTimeField(verbose_name="beginning")),
                        ("chosen_at", models.DateTimeField(null=True)),
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
                        ("offer", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="dates", to="visits.offer")),
                    ],
                    options={
                        "verbose_name": "date offered",
                        "ordering": ["starts_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "offer", "starts_at"), name="a_date_offered_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("chosen_at__isnull", False)), fields=("agency", "offer"), name="one_date_chosen"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
