"""The pool of assessors, declarations, involvements, bodies, meetings, ballots, approvals."""

import core.migrating
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_initial"),
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("providers", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                        ("subject_type", models.CharField(max_length=60)),
                        ("matter", models.UUIDField()),
                        ("subject_label", models.CharField(max_length=200, verbose_name="case")),
                        ("choices", models.JSONField()),
                        ("result", models.CharField(blank=True, max_length=30, verbose_name="result")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("withdrawal_reason", models.TextField(blank=True)),
                        ("discussion", models.TextField(blank=True, verbose_name="what was discussed")),
                        ("discussion_version", models.PositiveIntegerField(db_default=0, default=0)),
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
                            "meeting",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="panels.meeting"),
                        ),
                    ],
                    options={
                        "verbose_name": "agenda item",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "meeting", "position"), name="one_agenda_item_at_a_position"),
                            models.UniqueConstraint(
                                condition=models.Q(("result", ""), ("withdrawn_at", None)),
                                fields=("agency", "matter"),
                                name="one_open_item_per_matter",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("result", "")),
                                    models.Q(models.Q(("result", ""), _negated=True), ("decided_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_result_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawal_reason", ""), ("withdrawn_at", None)),
                                    models.Q(
                                        ("result", ""), ("withdrawn_at__isnull", False), models.Q(("withdrawal_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="withdrawn_undecided_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=60)),
                        ("subject", models.UUIDField()),
                        ("subject_label", models.CharField(max_length=200, verbose_name="subject")),
                        ("kind", models.CharField(max_length=40)),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted"),
                                    ("released", "Released"),
                                    ("approved", "Approved"),
                                    ("sent_back", "Sent back"),
                                    ("dropped", "No longer needed"),
                                ],
                                default="drafted",
                                editable=False,
                                max_length=10,
                                verbose_name="state of the approval",
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                        ("released_at", models.DateTimeField(null=True, verbose_name="released at")),
                        ("approved_at", models.DateTimeField(null=True, verbose_name="approved at")),
                        ("needs_assent", models.BooleanField(default=False)),
                        ("assented_at", models.DateTimeField(null=True, verbose_name="agreed at")),
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
                            "assented_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="agreed by",
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
                            "released_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="released by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "approval",
                        "indexes": [models.Index(fields=["agency", "subject", "kind"], name="approvals_of_a_subject")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("approved", "dropped")), _negated=True),
                                fields=("agency", "subject_type", "subject", "kind"),
                                name="one_open_approval",
                            ),
                            models.CheckConstraint(condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="approved_by_digest"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("released", "approved")), _negated=True),
                                    models.Q(("released_at__isnull", False), ("released_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="released_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "approved"), _negated=True),
                                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="approved_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", None),
                                    models.Q(
                                        models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                                        models.Q(("approved_by", models.F("released_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="approved_by_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", None),
                                    ("assented_by", None),
                                    models.Q(("approved_by", models.F("assented_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="approved_by_another_than_the_city",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "approved"), _negated=True),
                                    ("needs_assent", False),
                                    models.Q(("assented_at__isnull", False), ("assented_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="approved_with_the_citys_assent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("assented_at", None), ("assented_by", None)),
                                    models.Q(("needs_assent", True), ("stage__in", ("released", "approved"))),
                                    _connector="OR",
                                ),
                                name="assented_to_what_is_released",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ApprovalStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "verb",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted"),
                                    ("released", "Released"),
                                    ("assented", "Agreed by the city"),
                                    ("approved", "Approved"),
                                    ("sent_back", "Sent back"),
                                    ("redrafted", "Drafted anew"),
                                    ("dropped", "No longer needed"),
                                ],
                                max_length=10,
                                verbose_name="step",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("digest", models.CharField(max_length=64)),
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
                            "approval",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="panels.approval"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="for",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of an approval",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verb", "sent_back"), _negated=True), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="sent_back_with_a_reason",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Ballot",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_secret", models.BooleanField(default=False, verbose_name="secret")),
                        (
                            "casting",
                            models.CharField(
                                choices=[("nobody", "nobody: the vote is repeated"), ("chair", "the chair's vote decides")],
                                db_default="nobody",
                                default="nobody",
                                max_length=6,
                                verbose_name="at a tie",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(verbose_name="opened at")),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                        ("voided_at", models.DateTimeField(null=True, verbose_name="voided at")),
                        ("void_reason", models.TextField(blank=True, verbose_name="reason of the voiding")),
                        ("eligible", models.PositiveSmallIntegerField(null=True, verbose_name="entitled to vote")),
                        ("present", models.PositiveSmallIntegerField(null=True, verbose_name="present")),
                        ("result", models.CharField(blank=True, max_length=30, verbose_name="result")),
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
                            "item",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="ballots", to="panels.agendaitem"),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "ballot",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None), ("voided_at", None)),
                                fields=("agency", "item"),
                                name="one_open_ballot",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("voided_at", None), models.Q(("result", ""), _negated=True)),
                                fields=("agency", "item"),
                                name="one_result_that_counts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("eligible", None), ("present", None), ("result", "")),
                                    models.Q(("closed_at__isnull", False), ("eligible__isnull", False), ("present__isnull", False)),
                                    _connector="OR",
                                ),
                                name="closed_with_its_figures",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("void_reason", ""), ("voided_at", None)),
                                    models.Q(("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="voided_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Body",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name_ko", models.CharField(max_length=60, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=100, verbose_name="name in English")),
                        ("founded_at", models.DateTimeField(verbose_name="founded at")),
                        ("published_at", models.DateTimeField(null=True)),
                        (
                            "casting",
                            models.CharField(
                                choices=[("nobody", "nobody: the vote is repeated"), ("chair", "the chair's vote decides")],
                                db_default="nobody",
                                default="nobody",
                                max_length=6,
                                verbose_name="at a tie",
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
                    ],
                    options={
                        "verbose_name": "body",
                        "constraints": [models.UniqueConstraint(fields=("agency", "name_ko"), name="one_body_of_a_name")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Declaration",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=60)),
                        ("matter", models.UUIDField()),
                        ("subject_label", models.CharField(max_length=200, verbose_name="case")),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("has_interest", models.BooleanField(null=True, verbose_name="has an interest")),
                        ("statement", models.TextField(blank=True, verbose_name="statement")),
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
                                verbose_name="person asked",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declaration of interest",
                        "indexes": [models.Index(fields=["agency", "user", "asked_at"], name="declarations_of_an_account")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "matter", "user"), name="asked_once_about_a_matter"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at", None), ("has_interest", None)),
                                    models.Q(("answered_at__isnull", False), ("has_interest__isnull", False)),
                                    _connector="OR",
                                ),
                                name="answered_means_yes_or_none",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("has_interest", True), _negated=True),
                                    models.Q(("statement", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_interest_is_stated",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Involvement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("subject_type", models.CharField(max_length=60)),
                        ("subject", models.UUIDField()),
                        ("label", models.CharField(blank=True, max_length=80, verbose_name="name of the business")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("employed", "employed there"),
                                    ("owns", "owns it"),
                                    ("related", "related to its people"),
                                    ("consulted", "consulted it"),
                                    ("assessed", "assessed the case"),
                                    ("decided", "decided the case"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("matter", models.UUIDField(null=True)),
                        ("from_on", models.DateField(null=True, verbose_name="from")),
                        ("to_on", models.DateField(null=True, verbose_name="until")),
                        ("noted_at", models.DateTimeField()),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person", verbose_name="person"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "involvement",
                        "indexes": [
                            models.Index(fields=["agency", "person"], name="involvements_of_a_person"),
                            models.Index(fields=["agency", "matter"], name="involvements_in_a_matter"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "person", "kind", "subject_type", "subject", "matter"),
                                name="an_involvement_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ("assessed", "decided")), _negated=True),
                                    ("matter__isnull", False),
                                    _connector="OR",
                                ),
                                name="judged_in_a_matter",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("meets_at", models.DateTimeField(verbose_name="time of the meeting")),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("planned", "Planned"), ("open", "In session"), ("closed", "Closed"), ("cancelled", "Cancelled")],
                                default="planned",
                                editable=False,
                                max_length=10,
                                verbose_name="state of the meeting",
                            ),
                        ),
                        ("opened_at", models.DateTimeField(editable=False, null=True, verbose_name="opened at")),
                        ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed at")),
                        ("cancel_reason", models.TextField(blank=True, editable=False, verbose_name="reason of the cancellation")),
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
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="panels.body")),
                        (
                            "called_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="secretary",
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="minutes",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meeting",
                        "indexes": [models.Index(fields=["agency", "-meets_at"], name="meetings_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "cancelled"), _negated=True),
                                    models.Q(("cancel_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cancelled_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("minutes", None), ("stage", "closed"), _connector="OR"), name="minutes_of_what_was_held"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Overruling",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=60)),
                        ("matter", models.UUIDField()),
                        ("kinds", models.JSONField()),
                        ("sentences", models.JSONField()),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("overruled_at", models.DateTimeField(verbose_name="overruled at")),
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
                            "overruled_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="overruled by",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.person",
                                verbose_name="person",
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
                        "verbose_name": "overruled reason to ask",
                        "indexes": [models.Index(fields=["agency", "matter"], name="overrulings_in_a_matter")],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="overruled_with_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(("kinds__contained_by", ["competitor", "former_employer"])),
                                name="no_ground_of_exclusion_is_overruled",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PoolMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("joined_at", models.DateTimeField(verbose_name="since")),
                        ("left_at", models.DateTimeField(null=True, verbose_name="until")),
                        ("most_cases", models.PositiveSmallIntegerField(db_default=10, default=10, verbose_name="cases at once, at most")),
                        ("may_lead", models.BooleanField(db_default=True, default=True, verbose_name="may lead a team")),
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
                                verbose_name="assessor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member of the assessor pool",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("most_cases__range", (1, 99))), name="takes_on_a_case_or_more"),
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)), fields=("agency", "user"), name="once_in_the_pool"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PoolDistrict",
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
                            "district",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.district",
                                verbose_name="district",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="districts", to="panels.poolmember"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "district of an assessor",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "member", "district"), name="a_district_once_per_assessor")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Employment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=80, verbose_name="employer")),
                        (
                            "business_number",
                            models.CharField(blank=True, max_length=10, verbose_name="business registration number of the employer"),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[("employed", "employed there"), ("owns", "owner or officer")],
                                default="employed",
                                max_length=8,
                                verbose_name="as what",
                            ),
                        ),
                        ("from_on", models.DateField(null=True, verbose_name="from")),
                        ("to_on", models.DateField(null=True, verbose_name="until")),
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
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="employments", to="panels.poolmember"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "employer of an assessor",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("business_number__regex", "^([0-9]{10})?$")), name="employer_number_has_ten_digits"
                            ),
                            models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="an_employer_has_a_name"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_on", None), ("from_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"
                                ),
                                name="employment_ends_after_it_began",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Absence",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("to_on", models.DateField(verbose_name="until")),
                        ("note", models.CharField(blank=True, max_length=100, verbose_name="note")),
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
                            "member",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="panels.poolmember"),
                        ),
                    ],
                    options={
                        "verbose_name": "days an assessor is not available",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__gte", models.F("from_on"))), name="an_absence_ends_after_it_began"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PoolService",
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
                            "member",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="services", to="panels.poolmember"),
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
                        "verbose_name": "service an assessor knows",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "member", "service_type"), name="a_service_once_per_assessor")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Qualification",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("kind", models.CharField(max_length=80, verbose_name="qualification")),
                        ("number", models.CharField(blank=True, max_length=40, verbose_name="number")),
                        ("valid_until", models.DateField(null=True, verbose_name="valid until")),
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
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="qualifications", to="panels.poolmember"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "qualification of an assessor",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "member", "kind", "number"), name="one_qualification_of_a_number"),
                            models.CheckConstraint(condition=models.Q(("kind", ""), _negated=True), name="a_qualification_has_a_name"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Recusal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("subject_type", models.CharField(max_length=60)),
                        ("matter", models.UUIDField()),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("declared", "declared an interest"),
                                    ("own_will", "by their own will"),
                                    ("detected", "found in the records"),
                                    ("challenged", "challenged by the provider"),
                                ],
                                max_length=10,
                                verbose_name="ground",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("recused_at", models.DateTimeField(verbose_name="recused at")),
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.person",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "recused_by",
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
                                verbose_name="account",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recusal",
                        "indexes": [models.Index(fields=["agency", "person"], name="recusals_of_a_person")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "matter", "user"), name="recused_once"),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="recused_with_a_reason"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RollEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("voted_at", models.DateTimeField(verbose_name="voted at")),
                        ("on_paper", models.BooleanField(db_default=False, default=False, verbose_name="on paper")),
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
                        ("ballot", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="roll", to="panels.ballot")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person")),
                        ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.seat")),
                    ],
                    options={
                        "verbose_name": "entry on the roll",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "ballot", "person"), name="one_vote_for_a_person"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entered_by", None), ("on_paper", False)),
                                    models.Q(("entered_by__isnull", False), ("on_paper", True)),
                                    _connector="OR",
                                ),
                                name="a_paper_was_typed_in_by_somebody",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="OpenChoice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("choice", models.CharField(max_length=30, verbose_name="choice")),
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
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="open_choice", to="panels.rollentry"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vote",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "office",
                            models.CharField(
                                choices=[("chair", "chair"), ("vice", "vice chair"), ("member", "member")],
                                default="member",
                                max_length=6,
                                verbose_name="office",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("to_on", models.DateField(null=True, verbose_name="until")),
                        ("called_off_at", models.DateTimeField(null=True, verbose_name="called off at")),
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
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="panels.body")),
                        (
                            "stands_for",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="panels.seat",
                                verbose_name="in the place of",
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
                        "verbose_name": "seat",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("to_on", None)), fields=("agency", "body", "user"), name="one_open_seat"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("office", "chair"), ("to_on", None)), fields=("agency", "body"), name="one_chair"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="a_term_ends_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("called_off_at", None), ("stands_for", None)),
                                    models.Q(("office", "member"), ("stands_for__isnull", False), ("to_on", models.F("from_on"))),
                                    _connector="OR",
                                ),
                                name="a_substitute_sits_for_a_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("called_off_at", None), ("stands_for__isnull", False)),
                                fields=("agency", "stands_for", "from_on"),
                                name="one_substitute_a_day",
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
                        ("came_at", models.DateTimeField(verbose_name="came at")),
                        ("left_at", models.DateTimeField(null=True, verbose_name="left at")),
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
                            "meeting",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="panels.meeting"),
                        ),
                        ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.seat")),
                    ],
                    options={
                        "verbose_name": "attendance",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)), fields=("agency", "meeting", "seat"), name="in_the_room_once"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SecretCount",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("choice", models.CharField(max_length=30, verbose_name="choice")),
                        ("votes", models.PositiveSmallIntegerField(verbose_name="votes")),
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
                            "ballot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="secret_counts", to="panels.ballot"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figure of a secret ballot",
                        "constraints": [models.UniqueConstraint(fields=("agency", "ballot", "choice"), name="a_choice_is_counted_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Urn",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("salt", models.BinaryField()),
                        ("sealed", models.BinaryField()),
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
                        ("ballot", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.ballot")),
                    ],
                    options={
                        "verbose_name": "urn",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="YearlyPledge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("version", models.CharField(max_length=10, verbose_name="version of the text")),
                        ("words", models.TextField()),
                        ("signed_on", models.DateField(verbose_name="signed on")),
                        ("signed_at", models.DateTimeField(verbose_name="signed at")),
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
                            "member",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="panels.poolmember"),
                        ),
                    ],
                    options={
                        "verbose_name": "yearly pledge",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "member", "signed_on"), name="pledged_once_a_day"),
                            models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="a_pledge_keeps_its_words"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
