"""Three years of promise: duties, self-inspections, visits, complaints, consulting, change reports, sanctions."""

import core.migrating
import core.tenancy
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("certification", "0001_framework_round_certificate_register"),
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("providers", "0001_initial"),
        ("visits", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
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
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.changereport"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a change report",
                        "ordering": ["added_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "report", "evidence"), name="evidence_once_per_change_report")
                        ],
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.changereport"
                            ),
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
                        (
                            "begun_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
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
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "receipt",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.site"
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"
                            ),
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
                        "indexes": [
                            models.Index(fields=["agency", "stage"], name="change_reports_by_stage"),
                            models.Index(fields=["agency", "provider"], name="change_reports_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ["draft", "handed_in", "asked", "proposed"])),
                                fields=("agency", "provider", "kind", "site"),
                                name="one_open_report_of_a_kind",
                                nulls_distinct=False,
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("agency", "number"),
                                name="one_change_report_of_a_number",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["accepted", "refused"]), _negated=True),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False), ("letter__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_change_report_decided_by_letter",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "refused"), _negated=True), models.Q(("words", ""), _negated=True), _connector="OR"
                                ),
                                name="a_change_refused_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_on", None), ("until_on__gte", models.F("happened_on")), _connector="OR"),
                                name="a_pause_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("successor", None), models.Q(("successor", models.F("provider")), _negated=True), _connector="OR"
                                ),
                                name="nobody_succeeds_themselves",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Complaint",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="number")),
                        ("code_hash", models.CharField(max_length=64)),
                        (
                            "about",
                            models.CharField(
                                choices=[("holder", "a certified provider"), ("mark", "somebody who is not certified and uses the mark")],
                                max_length=6,
                                verbose_name="about",
                            ),
                        ),
                        ("accused", models.CharField(blank=True, max_length=200, verbose_name="who uses the mark")),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("treatment", "Unfair or unkind treatment"),
                                    ("safety", "Safety, violence or abuse"),
                                    ("fees", "Fees and charges"),
                                    ("records", "False records or claims"),
                                    ("mark", "Misuse of the certification mark"),
                                    ("other", "Something else"),
                                ],
                                max_length=9,
                                verbose_name="kind of complaint",
                            ),
                        ),
                        ("words", models.TextField(max_length=4000, verbose_name="what happened")),
                        ("occurred", models.CharField(blank=True, max_length=120, verbose_name="when it happened")),
                        ("language", models.CharField(default="ko", max_length=2)),
                        ("arrived_at", models.DateTimeField(verbose_name="arrived at")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("new", "received"),
                                    ("handling", "being looked into"),
                                    ("answered", "answer sent"),
                                    ("closed", "concluded"),
                                ],
                                default="new",
                                editable=False,
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("extended_at", models.DateTimeField(null=True)),
                        ("extension_reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("founded", "confirmed as told"),
                                    ("partly", "confirmed in part"),
                                    ("unfounded", "not confirmed"),
                                    ("handed_on", "handed on to another authority"),
                                    ("duplicate", "looked into together with an earlier one"),
                                    ("no_ground", "no ground to look into it"),
                                ],
                                max_length=9,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("district", "district office"),
                                    ("police", "police"),
                                    ("protection", "agency for the protection of children, the old or the disabled"),
                                    ("other", "another authority"),
                                ],
                                max_length=10,
                                verbose_name="handed on to",
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for colleagues")),
                        ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
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
                            "answered_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                            "deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "manager",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="manager named",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer in charge",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.provider",
                                verbose_name="provider",
                            ),
                        ),
                        (
                            "same_as",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="aftercare.complaint",
                                verbose_name="the same as",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "complaint",
                        "verbose_name_plural": "complaints",
                        "ordering": ["-arrived_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["agency", "stage", "arrived_at"], name="complaints_by_state"),
                            models.Index(fields=["agency", "provider"], name="complaints_about_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "code_hash"), name="one_complaint_of_a_code"),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("agency", "number"),
                                name="one_complaint_of_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("about", "holder"), ("provider__isnull", False)),
                                    models.Q(("about", "mark"), ("provider", None), models.Q(("accused", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_complaint_is_about_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "handling"), _negated=True), ("officer__isnull", False), _connector="OR"
                                ),
                                name="a_complaint_is_in_somebodys_hands",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("answered", "closed")), _negated=True),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_complaint_is_answered_with_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "closed"), _negated=True), ("closed_at__isnull", False), _connector="OR"
                                ),
                                name="a_complaint_closed_at_a_moment",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ComplaintFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name", models.CharField(blank=True, max_length=255, verbose_name="name")),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        ("erased_at", models.DateTimeField(null=True, verbose_name="erased at")),
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
                            "complaint",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint"),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "file of a complaint",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "complaint", "position"), name="one_file_at_a_place_of_a_complaint"),
                            models.CheckConstraint(
                                condition=models.Q(("erased_at", None), ("name", ""), _connector="OR"), name="an_erased_file_has_no_name"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ComplaintFollow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("visit", "monitoring visit"),
                                    ("corrective", "corrective action"),
                                    ("sanction", "suspension or revocation"),
                                ],
                                max_length=10,
                                verbose_name="what follows",
                            ),
                        ),
                        ("what", models.UUIDField()),
                        ("label", models.CharField(blank=True, max_length=200)),
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
                        (
                            "complaint",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="follows", to="aftercare.complaint"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "what follows from a complaint",
                        "ordering": ["at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "complaint", "kind", "what"), name="what_follows_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ComplaintIdentity",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(blank=True, max_length=60, verbose_name="name")),
                        ("contact", models.CharField(blank=True, max_length=120, verbose_name="contact")),
                        ("erased_at", models.DateTimeField(null=True, verbose_name="erased at")),
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
                            "complaint",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint"),
                        ),
                    ],
                    options={
                        "verbose_name": "who told it",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "complaint"), name="one_reporter_of_a_complaint"),
                            models.CheckConstraint(
                                condition=models.Q(("erased_at", None), models.Q(("contact", ""), ("name", "")), _connector="OR"),
                                name="an_erased_reporter_is_nobody",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ComplaintInquiry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("question", models.TextField(max_length=4000, verbose_name="question")),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="no longer asked since")),
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
                            "asked_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "complaint",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint"),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "inquiry",
                        "verbose_name_plural": "inquiries",
                        "ordering": ["asked_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("answered_at", None), models.Q(("answer", ""), _negated=True), _connector="OR"),
                                name="an_inquiry_answered_in_words",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ComplaintWord",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("question", "question of the agency"),
                                    ("added", "said by the reporter"),
                                    ("answer", "answer of the agency"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField(max_length=4000, verbose_name="text")),
                        ("files", models.PositiveSmallIntegerField(default=0)),
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
                        (
                            "complaint",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="said", to="aftercare.complaint"),
                        ),
                    ],
                    options={
                        "verbose_name": "word about a complaint",
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind", "added"), ("by__isnull", False), _connector="XOR"),
                                name="a_reporter_has_no_account",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
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
                    name="CorrectionAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("is_accepted", models.BooleanField(verbose_name="corrective action accepted")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("answered_at", models.DateTimeField(verbose_name="answered at")),
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
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="aftercare.correctionsubmission"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to a corrective action",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="a_correction_answered_with_a_reason"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CorrectionEvidence",
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
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.correctiveaction"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a corrective action",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "action", "evidence"), name="evidence_once_per_action")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CorrectionFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
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
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.correctionsubmission"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a corrective action",
                        "ordering": ["pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CorrectionSubmission",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="submission")),
                        ("cause", models.TextField(verbose_name="cause")),
                        ("plan", models.TextField(verbose_name="what is done about it")),
                        ("done_on", models.DateField(verbose_name="carried out by")),
                        ("arrived_at", models.DateTimeField(verbose_name="received at")),
                        ("is_late", models.BooleanField(verbose_name="after its last day")),
                        ("canonical", models.TextField()),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
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
                            "handed_in_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="aftercare.correctiveaction"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "corrective action as it was handed in",
                        "ordering": ["-number"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "action", "number"), name="one_submission_of_a_number")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CorrectiveAction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("told", models.TextField(verbose_name="what was found")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("requested", "asked for"),
                                    ("submitted", "handed in"),
                                    ("returned", "returned to be completed"),
                                    ("accepted", "accepted, its effect still to be checked"),
                                    ("closed", "concluded"),
                                ],
                                default="requested",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("requested_at", models.DateTimeField(verbose_name="asked for at")),
                        ("due_on", models.DateField(verbose_name="to be handed in by")),
                        ("cause", models.TextField(blank=True, max_length=4000, verbose_name="cause")),
                        ("plan", models.TextField(blank=True, max_length=4000, verbose_name="what is done about it")),
                        ("done_on", models.DateField(null=True, verbose_name="carried out by")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("check_on", models.DateField(null=True, verbose_name="effect checked from")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("effective", "effective"),
                                    ("again", "not effective: asked for again"),
                                    ("sanction", "not effective: handed over to the sanction procedure"),
                                    ("dropped", "no longer asked for"),
                                    ("lapsed", "lapsed with the certificate"),
                                ],
                                max_length=9,
                                verbose_name="outcome",
                            ),
                        ),
                        ("outcome_reason", models.TextField(blank=True, verbose_name="what was found when it was checked")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.correctiveaction"
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.monitoringfinding"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "corrective action",
                        "verbose_name_plural": "corrective actions",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(models.F("agency"), models.F("stage"), models.F("due_on"), name="corrections_by_stage"),
                            models.Index(models.F("agency"), models.F("provider"), name="corrections_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("follows", None)), fields=("agency", "finding"), name="one_correction_of_a_finding"
                            ),
                            models.UniqueConstraint(fields=("agency", "follows"), name="one_correction_after_another"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "closed"), _negated=True),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("outcome_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "accepted"), _negated=True), ("check_on__isnull", False), _connector="OR"
                                ),
                                name="accepted_with_a_check",
                            ),
                        ],
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
                                    ("desk", "added by the agency"),
                                ],
                                default="plan",
                                max_length=10,
                                verbose_name="what it comes from",
                            ),
                        ),
                        ("matter", models.UUIDField(null=True)),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "ladder",
                            django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), default=list, size=None),
                        ),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.dutyrule"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "duty",
                        "verbose_name_plural": "duties",
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"), models.F("due_on"), condition=models.Q(("stage", "open")), name="open_duties_by_day"
                            ),
                            models.Index(models.F("agency"), models.F("provider"), name="duties_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "certificate", "rule", "year"), name="a_planned_duty_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "open")),
                                fields=("agency", "certificate", "kind", "matter"),
                                name="an_added_duty_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("opens_on__lte", models.F("due_on"))), name="a_duty_opens_before_it_is_due"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin", "plan"), ("rule", None), _connector="XOR"), name="a_duty_is_planned_or_added"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin", "plan"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                                name="an_added_duty_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("stage", "done"), _negated=True), ("done_at__isnull", False), _connector="OR"),
                                name="a_duty_done_at_a_moment",
                            ),
                        ],
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
                        (
                            "duty",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="aftercare.duty"),
                        ),
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
                migrations.CreateModel(
                    name="DutyFeed",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
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
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "calendar address",
                        "verbose_name_plural": "calendar addresses",
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agency", "provider", "user"),
                                name="one_calendar_address_of_a_person",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
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
                                base_field=models.SmallIntegerField(),
                                default=list,
                                size=None,
                                verbose_name="reminders, in days from the last day",
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "framework", "kind"), name="one_rule_of_a_kind"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("month_from__gte", 1), ("month_from__lte", models.F("month_to")), ("month_to__lte", 12)
                                ),
                                name="a_rule_within_a_year",
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
                    name="InquiryFile",
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
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                        (
                            "inquiry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.complaintinquiry"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of an inquiry",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "inquiry", "evidence"), name="a_file_of_an_inquiry_once")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Inspection",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[("draft", "being written"), ("handed_in", "handed in"), ("seen", "seen by the agency")],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="received at")),
                        ("returned_at", models.DateTimeField(null=True, verbose_name="returned at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="reason")),
                        ("seen_at", models.DateTimeField(null=True, verbose_name="seen at")),
                        ("note", models.TextField(blank=True, verbose_name="note of the agency")),
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
                            "begun_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.duty")),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "self-inspection",
                        "verbose_name_plural": "self-inspections",
                        "ordering": ["-begun_at", "-pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"),
                                models.F("handed_in_at"),
                                condition=models.Q(("stage", "handed_in")),
                                name="inspections_to_read",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "duty"), name="one_inspection_of_a_duty"),
                            models.CheckConstraint(
                                condition=models.Q(("stage", "draft"), ("handed_in_at__isnull", False), _connector="OR"),
                                name="inspected_at_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_at", None), models.Q(("returned_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="returned_with_a_reason_too",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="InspectionEvidence",
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
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="aftercare.inspectionrow"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a row",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "row", "evidence"), name="evidence_once_per_row")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="InspectionFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
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
                            "seal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.inspectionseal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a self-inspection",
                        "ordering": ["code", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="InspectionRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "before_rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment before",
                            ),
                        ),
                        ("before_text", models.TextField(blank=True, verbose_name="explanation before")),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        (
                            "change",
                            models.CharField(
                                blank=True,
                                choices=[("unchanged", "Unchanged"), ("changed", "Changed")],
                                max_length=9,
                                verbose_name="since then",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="what changed")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspection"),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of a self-inspection",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "inspection", "indicator"), name="one_row_of_an_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="InspectionSeal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="submission")),
                        ("sealed_at", models.DateTimeField(verbose_name="received at")),
                        ("is_late", models.BooleanField(verbose_name="after its last day")),
                        ("canonical", models.TextField()),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
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
                            "inspection",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspection"),
                        ),
                        (
                            "sealed_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "self-inspection as it was handed in",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "inspection", "number"), name="one_inspection_seal_of_a_number")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Monitoring",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_announced", models.BooleanField(verbose_name="told to the provider")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("planned", "planned"),
                                    ("done", "visit carried out"),
                                    ("broken_off", "ended early"),
                                    ("not_done", "not carried out"),
                                    ("called_off", "called off"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("label", models.CharField(max_length=200, verbose_name="name")),
                        ("facts", models.JSONField(default=dict)),
                        ("planned_at", models.DateTimeField(verbose_name="planned at")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.duty")),
                        (
                            "offering",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.offering"),
                        ),
                        (
                            "planned_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "seal",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.inspectionseal"
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.visit"),
                        ),
                    ],
                    options={
                        "verbose_name": "monitoring visit",
                        "verbose_name_plural": "monitoring visits",
                        "ordering": ["-planned_at", "-pk"],
                        "indexes": [models.Index(models.F("agency"), models.F("certificate"), name="monitoring_of_a_certificate")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("planned", "done"))),
                                fields=("agency", "duty"),
                                name="one_monitoring_of_a_duty",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="MonitoringFinding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
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
                        ("text", models.TextField(blank=True, verbose_name="what was seen")),
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
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "monitoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="aftercare.monitoring"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "finding of a monitoring visit",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "monitoring", "code"), name="one_monitoring_finding_of_a_code")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="MonitoringMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="leads the team")),
                        ("named_at", models.DateTimeField(verbose_name="named at")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="until")),
                        ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "monitoring",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.monitoring"),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    ],
                    options={
                        "verbose_name": "member of a monitoring visit's team",
                        "ordering": ["-is_lead", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "monitoring", "user"), name="goes_there_once"
                            )
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
                    name="Sanction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.CharField(max_length=12, verbose_name="number of the sanction")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("notified", "waits for its hearing"),
                                    ("heard", "waits for the proposal"),
                                    ("proposed", "waits for the decision"),
                                    ("decided", "decided, not yet in effect"),
                                    ("in_effect", "in effect"),
                                    ("no_effect", "decided, not carried out"),
                                    ("lifted", "lifted early"),
                                    ("over", "over"),
                                    ("overturned", "set aside by an appeal"),
                                    ("dropped", "ended without a sanction"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("suspension", "suspension"), ("revocation", "revocation")],
                                max_length=12,
                                verbose_name="kind of sanction",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("falsehood", "certified by falsehood or other unlawful means"),
                                    ("deregistered", "registration as a provider cancelled"),
                                    ("abuse", "serious abuse or fraud"),
                                    ("not_corrected", "criteria not met and not corrected"),
                                    ("refusal", "monitoring refused"),
                                    ("misuse", "misuse of the mark"),
                                ],
                                max_length=16,
                                verbose_name="ground of the sanction",
                            ),
                        ),
                        ("facts", models.TextField(max_length=4000, verbose_name="facts")),
                        ("from_on", models.DateField(verbose_name="takes effect on")),
                        ("to_on", models.DateField(null=True, verbose_name="last day of the suspension")),
                        ("order", models.TextField(blank=True, max_length=2000, verbose_name="corrective order")),
                        ("basis", models.TextField(blank=True, max_length=500, verbose_name="legal basis")),
                        ("hearing_at", models.DateTimeField(verbose_name="hearing at")),
                        ("hearing_place", models.CharField(max_length=200, verbose_name="place of the hearing")),
                        ("chair", models.CharField(blank=True, max_length=60, verbose_name="conducted by")),
                        ("chair_office", models.CharField(blank=True, max_length=120, verbose_name="office of who conducts it")),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                        ("noticed_at", models.DateTimeField(null=True, verbose_name="notice sent at")),
                        ("notice_until", models.DateField(null=True, verbose_name="notice period until")),
                        ("urgent_at", models.DateTimeField(null=True, verbose_name="suspended at once at")),
                        ("urgent_to", models.DateField(null=True, verbose_name="urgent suspension until")),
                        ("urgent_reason", models.TextField(blank=True, verbose_name="why it could not wait")),
                        (
                            "heard",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("held", "The hearing was held"),
                                    ("written", "The provider stated its case in writing and came to no hearing"),
                                    ("absent", "The provider neither came nor wrote"),
                                ],
                                max_length=8,
                                verbose_name="hearing",
                            ),
                        ),
                        ("heard_at", models.DateTimeField(null=True, verbose_name="hearing noted at")),
                        ("came", models.CharField(blank=True, max_length=300, verbose_name="who came")),
                        ("minutes", models.TextField(blank=True, max_length=8000, verbose_name="minutes of the hearing")),
                        ("opinions_at", models.DateTimeField(null=True, verbose_name="all opinions in since")),
                        (
                            "proposal",
                            models.CharField(
                                blank=True,
                                choices=[("impose", "As it was proposed"), ("lighter", "Something lighter"), ("none", "No sanction")],
                                max_length=8,
                                verbose_name="proposal",
                            ),
                        ),
                        ("proposal_reason", models.TextField(blank=True, max_length=4000, verbose_name="reasons of the proposal")),
                        ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed at")),
                        (
                            "final_kind",
                            models.CharField(
                                blank=True,
                                choices=[("suspension", "suspension"), ("revocation", "revocation")],
                                max_length=12,
                                verbose_name="kind of sanction",
                            ),
                        ),
                        ("final_from", models.DateField(null=True, verbose_name="takes effect on")),
                        ("final_to", models.DateField(null=True, verbose_name="last day of the suspension")),
                        ("final_order", models.TextField(blank=True, max_length=2000, verbose_name="corrective order")),
                        ("grounds", models.TextField(blank=True, max_length=4000, verbose_name="grounds of the decision")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("in_effect_at", models.DateTimeField(null=True, verbose_name="in effect since")),
                        ("order_met", models.BooleanField(null=True, verbose_name="order met")),
                        ("order_note", models.TextField(blank=True, verbose_name="what was found about the order")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "bar",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.bar"),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "correction",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.correctiveaction"
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drafted by",
                            ),
                        ),
                        (
                            "follows",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.sanction"
                            ),
                        ),
                        (
                            "heard_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "noticed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "urgent_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sanction",
                        "verbose_name_plural": "sanctions",
                        "ordering": ["-drafted_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["agency", "stage"], name="sanctions_by_stage"),
                            models.Index(fields=["agency", "provider"], name="sanctions_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "number"), name="one_sanction_of_a_number"),
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("draft", "notified", "heard", "proposed", "decided"))),
                                fields=("agency", "certificate"),
                                name="one_sanction_under_way",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ground", "falsehood"), _negated=True),
                                    models.Q(("kind", "revocation"), models.Q(("final_kind", "suspension"), _negated=True)),
                                    _connector="OR",
                                ),
                                name="falsehood_is_revoked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "suspension"), _negated=True),
                                    models.Q(("to_on__gte", models.F("from_on")), models.Q(("order", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_suspension_has_an_end_and_an_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("stage__in", ("decided", "in_effect", "no_effect", "lifted", "over", "overturned")), _negated=True
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("final_from__gt", models.F("notice_until")),
                                        ("final_from__isnull", False),
                                        ("heard_at__isnull", False),
                                        ("noticed_at__isnull", False),
                                        ("proposed_at__isnull", False),
                                        models.Q(("final_kind", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="no_sanction_without_its_process",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("no_effect", "lifted", "overturned", "dropped")), _negated=True),
                                    models.Q(("ended_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_sanction_ended_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SanctionAppeal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("handed_in", "handed in"),
                                    ("handled", "being handled"),
                                    ("upheld", "upheld"),
                                    ("rejected", "not upheld"),
                                    ("withdrawn", "withdrawn by the provider"),
                                ],
                                default="handed_in",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("number", models.CharField(max_length=12, verbose_name="number of the appeal")),
                        ("arrived_at", models.DateTimeField(verbose_name="received at")),
                        ("due_at", models.DateTimeField(verbose_name="may be handed in until")),
                        ("extended_at", models.DateTimeField(null=True, verbose_name="prolonged at")),
                        ("extension_reason", models.TextField(blank=True, verbose_name="reason of the prolonging")),
                        ("opinions_at", models.DateTimeField(null=True, verbose_name="all opinions in since")),
                        (
                            "proposal",
                            models.CharField(
                                blank=True,
                                choices=[("uphold", "Uphold the appeal"), ("reject", "Do not uphold it")],
                                max_length=8,
                                verbose_name="proposal",
                            ),
                        ),
                        ("proposal_reason", models.TextField(blank=True, max_length=4000, verbose_name="reasons of the proposal")),
                        ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed at")),
                        ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
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
                            "answer_deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "sanction",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="appeals", to="aftercare.sanction"),
                        ),
                    ],
                    options={
                        "verbose_name": "appeal against a sanction",
                        "verbose_name_plural": "appeals against sanctions",
                        "ordering": ["-arrived_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sanction"), name="one_appeal_against_a_sanction"),
                            models.UniqueConstraint(fields=("agency", "number"), name="one_sanction_appeal_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("arrived_at__lt", models.F("due_at"))), name="a_sanction_appeal_came_in_time"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["upheld", "rejected"]), _negated=True),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("proposed_at__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_sanction_appeal_is_answered",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SanctionFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                            "sanction",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.sanction"),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.sanctionstatement"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a sanction",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "sanction", "statement", "file"), name="a_file_once_in_a_sanction", nulls_distinct=False
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SanctionHandler",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="writes the proposal")),
                        ("named_at", models.DateTimeField(verbose_name="named at")),
                        (
                            "choice",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("impose", "As it was proposed"),
                                    ("lighter", "Something lighter"),
                                    ("none", "No sanction"),
                                    ("uphold", "Uphold the appeal"),
                                    ("reject", "Do not uphold it"),
                                ],
                                max_length=8,
                                verbose_name="opinion",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, max_length=4000, verbose_name="reason")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="opinion handed in at")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended at")),
                        ("ended_reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "appeal",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.sanctionappeal"
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person", verbose_name="person"
                            ),
                        ),
                        (
                            "sanction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="handlers", to="aftercare.sanction"
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
                    ],
                    options={
                        "verbose_name": "person who handles a sanction",
                        "ordering": ["-is_lead", "named_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agency", "sanction", "appeal", "person"),
                                name="handles_a_sanction_once",
                                nulls_distinct=False,
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)),
                                fields=("agency", "sanction", "appeal"),
                                name="one_lead_of_a_sanction",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SanctionStatement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("opinion", "written statement"), ("appeal", "appeal"), ("order", "report that the order is met")],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=8000, verbose_name="what you say")),
                        ("waives_hearing", models.BooleanField(default=False, verbose_name="no hearing is wanted")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("arrived_at", models.DateTimeField(null=True, verbose_name="received at")),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                        ("returned_at", models.DateTimeField(null=True, verbose_name="returned at")),
                        ("returned_reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
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
                            "handed_in_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "sanction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="aftercare.sanction"
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "statement about a sanction",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("returned_at", None)),
                                fields=("agency", "sanction", "kind"),
                                name="one_statement_of_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_at", None),
                                    models.Q(
                                        ("arrived_at__isnull", False), ("kind", "order"), models.Q(("returned_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_report_returned_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("arrived_at", None),
                                    models.Q(
                                        ("handed_in_by__isnull", False),
                                        ("sha256__regex", "^[0-9a-f]{64}$"),
                                        models.Q(("text", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="handed_in_with_its_seal",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SealedRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "before_rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment before",
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        (
                            "change",
                            models.CharField(
                                choices=[("unchanged", "Unchanged"), ("changed", "Changed")], max_length=9, verbose_name="since then"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="what changed")),
                        ("stands", models.TextField(blank=True, verbose_name="explanation")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "seal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="aftercare.inspectionseal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sealed row of a self-inspection",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "seal", "code"), name="one_sealed_row_of_a_code")],
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
                                        (
                                            "holder",
                                            "The certificate goes on under the successor once the director has approved its correction.",
                                        ),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="touched", to="aftercare.changereport"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificate of a change report",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "report", "certificate"), name="a_certificate_once_in_a_report")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
