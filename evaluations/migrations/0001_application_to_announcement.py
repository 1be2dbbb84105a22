"""Applications from draft to announcement, and appeals."""

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
        ("accounts", "0003_places"),
        ("accounts", "__first__"),
        ("certification", "0001_framework_round_certificate_register"),
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("panels", "0001_initial"),
        ("providers", "0001_initial"),
        ("visits", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Announcement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("planned_for", models.DateTimeField(verbose_name="to be announced at")),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                        ("announced_at", models.DateTimeField(null=True, verbose_name="announced at")),
                        ("held_up_at", models.DateTimeField(null=True, verbose_name="held up at")),
                        ("held_up_why", models.TextField(blank=True, verbose_name="why it is held up")),
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.round",
                                verbose_name="round",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "announcement of results",
                        "verbose_name_plural": "announcements of results",
                        "ordering": ["-drafted_at", "-pk"],
                        "indexes": [
                            models.Index(
                                models.F("agency"),
                                models.F("planned_for"),
                                condition=models.Q(("announced_at", None)),
                                name="announcements_to_come",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_up_at", None), ("held_up_why", "")),
                                    models.Q(
                                        ("announced_at", None), ("held_up_at__isnull", False), models.Q(("held_up_why", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="held_up_with_a_reason",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AnnouncementDraft",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("content", models.JSONField()),
                        ("digest", models.CharField(max_length=64)),
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
                            "announcement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="evaluations.announcement"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "draft of an announcement",
                        "ordering": ["pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AnnouncementItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField(verbose_name="place in the order")),
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
                            "announcement",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.announcement"),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.decision"),
                        ),
                    ],
                    options={
                        "verbose_name": "announced decision",
                        "ordering": ["position", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "decision"), name="a_decision_is_announced_once")],
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
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        ("explanation", models.TextField(blank=True, max_length=4000, verbose_name="explanation")),
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
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "application", "indicator"), name="one_answer_per_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AnswerEvidence",
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
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="evaluations.answer"
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of an answer",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "answer", "evidence"), name="evidence_once_per_answer")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Appeal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("handed_in", "received"),
                                    ("handled", "being handled"),
                                    ("upheld", "upheld"),
                                    ("partly", "upheld in part"),
                                    ("rejected", "rejected"),
                                    ("dismissed", "dismissed as inadmissible"),
                                    ("withdrawn", "taken back by the provider"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=12, verbose_name="number of the appeal")),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("told_on", models.DateField(verbose_name="told on")),
                        ("due_at", models.DateTimeField(verbose_name="may be handed in until")),
                        ("entered_by_proxy_at", models.DateTimeField(null=True, verbose_name="entered from paper since")),
                        ("paper_arrived_at", models.DateTimeField(null=True, verbose_name="the paper arrived at")),
                        ("arrived_at", models.DateTimeField(null=True, verbose_name="received at")),
                        ("canonical", models.TextField(blank=True)),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                        ("extended_at", models.DateTimeField(null=True, verbose_name="prolonged at")),
                        ("extension_reason", models.TextField(blank=True, verbose_name="reason of the prolonging")),
                        ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn at")),
                        ("withdrawn_reason", models.TextField(blank=True, verbose_name="reason of the withdrawal")),
                        ("opinions_at", models.DateTimeField(null=True, verbose_name="all opinions in since")),
                        ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("draft", "Draft"),
                                    ("handed_in", "received"),
                                    ("handled", "being handled"),
                                    ("upheld", "upheld"),
                                    ("partly", "upheld in part"),
                                    ("rejected", "rejected"),
                                    ("dismissed", "dismissed as inadmissible"),
                                    ("withdrawn", "taken back by the provider"),
                                ],
                                max_length=10,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "follows",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("stands", "The decision stands"),
                                    ("reopen", "The case is decided anew by the committee"),
                                    ("replace", "Another decision takes its place: certified"),
                                ],
                                max_length=8,
                                verbose_name="what follows",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer as a whole")),
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
                            "begun_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "entered_by_proxy_by",
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
                            "receipt",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "decision",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.decision"),
                        ),
                    ],
                    options={
                        "verbose_name": "appeal",
                        "verbose_name_plural": "appeals",
                        "ordering": ["-begun_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "stage"], name="appeals_by_stage")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "decision"), name="one_appeal_for_a_decision"),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("agency", "number"),
                                name="one_appeal_of_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage", "draft"),
                                    models.Q(
                                        ("arrived_at__isnull", False),
                                        ("arrived_at__lt", models.F("due_at")),
                                        ("handed_in_by__isnull", False),
                                        ("sha256__regex", "^[0-9a-f]{64}$"),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_appeal_came_in_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["upheld", "partly", "rejected", "dismissed"]), _negated=True),
                                    models.Q(("answered_at__isnull", False), ("letter__isnull", False), ("outcome", models.F("stage"))),
                                    _connector="OR",
                                ),
                                name="an_appeal_is_answered_by_letter",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "upheld"), _negated=True), ("follows__in", ["reopen", "replace"]), _connector="OR"
                                ),
                                name="something_follows_an_upheld_appeal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entered_by_proxy_at", None), ("entered_by_proxy_by", None), ("paper_arrived_at", None)),
                                    models.Q(
                                        ("entered_by_proxy_at__isnull", False),
                                        ("entered_by_proxy_by__isnull", False),
                                        ("paper_arrived_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_appeal_on_paper_is_entered_by_somebody",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealEvidence",
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
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="evaluations.appealpoint"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a point",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "point", "evidence"), name="evidence_once_per_point")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealFile",
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
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="evaluations.appealpoint"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a point",
                        "ordering": ["pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealFinding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("is_upheld", models.BooleanField(verbose_name="upheld")),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        ("written_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "point",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.appealpoint"),
                        ),
                    ],
                    options={
                        "verbose_name": "finding about a point",
                        "ordering": ["point__position"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="found_with_a_reason"),
                            models.UniqueConstraint(fields=("agency", "point"), name="one_finding_about_a_point"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealHandler",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="writes the proposal")),
                        ("named_at", models.DateTimeField(verbose_name="named at")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.appeal"),
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
                        "verbose_name": "person who handles an appeal",
                        "ordering": ["-is_lead", "named_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "appeal", "person"), name="handles_it_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)),
                                fields=("agency", "appeal"),
                                name="one_lead_of_an_appeal",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealOpinion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("is_upheld", models.BooleanField(null=True, verbose_name="uphold")),
                        ("reason", models.TextField(blank=True, max_length=4000, verbose_name="reason")),
                        ("saved_at", models.DateTimeField()),
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
                            "handler",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.appealhandler"
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.appealpoint"),
                        ),
                    ],
                    options={
                        "verbose_name": "opinion on a point",
                        "ordering": ["point__position", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "handler", "point"), name="one_opinion_on_a_point")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AppealPoint",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("told", models.TextField(blank=True, verbose_name="ground of the decision")),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="what you say to it")),
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
                            "appeal",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="points", to="evaluations.appeal"),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "point of an appeal",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "appeal", "required"), name="one_point_of_an_indicator", nulls_distinct=False
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Application",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Received"),
                                    ("screening", "Eligibility screening"),
                                    ("document_review", "Document review"),
                                    ("site_visit", "Site visit"),
                                    ("fact_check", "Fact check"),
                                    ("final_evaluation", "Final evaluation"),
                                    ("decided", "Decided, not announced"),
                                    ("certified", "Certified"),
                                    ("not_certified", "Not certified"),
                                    ("deferred", "Deferred"),
                                    ("returned", "Returned"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=20,
                                verbose_name="stage",
                            ),
                        ),
                        ("stage_since", models.DateTimeField(editable=False, verbose_name="since")),
                        ("number", models.CharField(blank=True, max_length=12, verbose_name="receipt number")),
                        ("provider_name", models.CharField(max_length=80, verbose_name="name of the organisation")),
                        ("provider_name_en", models.CharField(blank=True, max_length=120, verbose_name="name in English")),
                        ("site_name", models.CharField(max_length=80, verbose_name="name of the site")),
                        ("started_at", models.DateTimeField(verbose_name="begun at")),
                        ("entered_by_proxy_at", models.DateTimeField(null=True, verbose_name="entered from paper since")),
                        ("paper_arrived_at", models.DateTimeField(null=True, verbose_name="the paper arrived at")),
                        ("pledged_at", models.DateTimeField(null=True, verbose_name="pledged at")),
                        (
                            "asks_authorities",
                            models.BooleanField(default=False, verbose_name="the agency may ask the authorities for dispositions"),
                        ),
                        (
                            "shows_head_name",
                            models.BooleanField(default=False, verbose_name="the register may show the representative's name"),
                        ),
                        ("renews_until", models.DateField(null=True, verbose_name="last day of what is renewed")),
                        ("renewal_closes_on", models.DateField(null=True, verbose_name="renewal until")),
                        ("submitted_at", models.DateTimeField(null=True, verbose_name="received at")),
                        ("reviewed_at", models.DateTimeField(null=True, verbose_name="document review ended at")),
                        ("report_confirmed_at", models.DateTimeField(null=True, verbose_name="draft report confirmed at")),
                        ("report_commented_at", models.DateTimeField(null=True, verbose_name="comments on the draft report handed in at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="reason of the return")),
                        ("withdrawn_reason", models.TextField(blank=True, verbose_name="reason of the withdrawal")),
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
                            "entered_by_proxy_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "offering",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.offering"),
                        ),
                        (
                            "pledged_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                        (
                            "renews",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.round",
                                verbose_name="round",
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
                        (
                            "started_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "application",
                        "verbose_name_plural": "applications",
                        "indexes": [
                            models.Index(fields=["agency", "stage", "stage_since"], name="applications_by_stage"),
                            models.Index(fields=["agency", "provider"], name="applications_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "withdrawn"), _negated=True),
                                fields=("agency", "round", "offering"),
                                name="one_application_per_offering_and_round",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("agency", "number"),
                                name="one_application_of_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ["draft", "withdrawn"]),
                                    models.Q(models.Q(("number", ""), _negated=True), ("submitted_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="received_with_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entered_by_proxy_at", None), ("entered_by_proxy_by", None)),
                                    models.Q(("entered_by_proxy_at__isnull", False), ("entered_by_proxy_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="entered_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("renewal_closes_on", None), ("renews", None), ("renews_until", None)),
                                    models.Q(
                                        ("renewal_closes_on__isnull", False), ("renews__isnull", False), ("renews_until__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_renewal_with_its_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("paper_arrived_at", None), ("entered_by_proxy_at__isnull", False), _connector="OR"),
                                name="a_paper_is_entered_by_proxy",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AssessorInsight",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[("documents", "Document review"), ("site", "Site visit")], max_length=9, verbose_name="judged in"
                            ),
                        ),
                        ("figures", models.JSONField()),
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
                        (
                            "insight",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.insight"),
                        ),
                    ],
                    options={
                        "verbose_name": "insight of an assessor",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "insight", "user", "source"), name="one_insight_of_an_assessor")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Assignment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="lead assessor")),
                        ("label", models.CharField(max_length=200)),
                        ("assigned_at", models.DateTimeField(verbose_name="assigned at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "assigned_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="evaluations.assignment",
                                verbose_name="in the place of",
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
                            "notice",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.teamnotice"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "assignment",
                        "verbose_name_plural": "assignments",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "application", "user"), name="assigned_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_lead", True)), fields=("agency", "application"), name="one_lead"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Challenge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("open", "waits for the decision"),
                                    ("granted", "granted"),
                                    ("rejected", "rejected"),
                                    ("lapsed", "no longer needed"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                        ("arrived_at", models.DateTimeField(verbose_name="arrived at")),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("decision", models.TextField(blank=True, max_length=2000, verbose_name="reason of the decision")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="evaluations.assignment",
                                verbose_name="assessor",
                            ),
                        ),
                        (
                            "challenged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handed in by",
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
                    ],
                    options={
                        "verbose_name": "challenge of an assessor",
                        "verbose_name_plural": "challenges of assessors",
                        "ordering": ["arrived_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "assignment"), name="challenged_once"),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="challenged_with_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["granted", "rejected"]), _negated=True),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(("decision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="challenge_decided_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CommentFile",
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
                            "comment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="evaluations.factcomment"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a comment",
                        "ordering": ["pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pledge", "pledge"),
                                    ("personal_data", "collection and use of personal data"),
                                    ("dispositions", "asking the authorities for dispositions"),
                                    ("head_name", "the representative's name in the register"),
                                ],
                                max_length=20,
                                verbose_name="consent",
                            ),
                        ),
                        ("agreed", models.BooleanField(verbose_name="agreed")),
                        ("words", models.TextField(verbose_name="wording")),
                        ("at", models.DateTimeField(verbose_name="given at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="consent_to_something")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsolidatedJudgement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "verdict",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ok", "met"),
                                    ("supplement", "supplement needed"),
                                    ("onsite", "to be seen on site"),
                                    ("fail", "not met"),
                                ],
                                max_length=10,
                                verbose_name="judgement",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, max_length=4000, verbose_name="reason")),
                        ("note", models.TextField(blank=True, max_length=4000, verbose_name="note for the visit")),
                        ("differed", models.BooleanField(default=False, verbose_name="the assessors differed")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("decided_at", models.DateTimeField(null=True)),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consolidated judgement",
                        "constraints": [models.UniqueConstraint(fields=("agency", "required"), name="one_consolidated_judgement")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("award", "award"), ("refuse", "refuse"), ("defer", "defer")],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        ("grounds", models.TextField(blank=True, verbose_name="grounds")),
                        ("decided_at", models.DateTimeField(verbose_name="decided at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem"
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.decision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision",
                        "ordering": ["-decided_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "application"], name="decisions_of_an_application")],
                        "constraints": [models.UniqueConstraint(fields=("agency", "item"), name="one_decision_per_item")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="DecisionGround",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("text", models.TextField(verbose_name="reason")),
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="per_indicator", to="evaluations.decision"
                            ),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ground of a decision",
                        "ordering": ["required__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "decision", "required"), name="one_ground_per_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Diagnosis",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("started_at", models.DateTimeField(verbose_name="begun at")),
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
                            "started_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "self-diagnosis",
                        "verbose_name_plural": "self-diagnoses",
                        "indexes": [models.Index(fields=["agency", "provider", "started_at"], name="diagnoses_of_a_provider")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="DiagnosisAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        ("explanation", models.TextField(blank=True, max_length=4000, verbose_name="note")),
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
                            "diagnosis",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="evaluations.diagnosis"
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of a self-diagnosis",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "diagnosis", "indicator"), name="one_diagnosis_per_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="EarlierAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "rating",
                            models.CharField(
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        ("explanation", models.TextField(verbose_name="explanation")),
                        ("handed_in_at", models.DateTimeField(verbose_name="handed in at")),
                        ("is_reworded", models.BooleanField(default=False, verbose_name="the indicator was reworded since")),
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="earlier", to="evaluations.answer"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of the last cycle",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FactAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("is_accepted", models.BooleanField(verbose_name="accepted")),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        ("seen", models.TextField(blank=True, verbose_name="what was seen")),
                        ("answered_at", models.DateTimeField()),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "comment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="evaluations.factcomment"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to a comment",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="answered_with_a_reason")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FactCheck",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="round")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("open", "the provider reads it"),
                                    ("confirmed", "no comments"),
                                    ("handed_in", "comments wait for answers"),
                                    ("answered", "comments answered"),
                                    ("closed", "fact check closed"),
                                    ("dropped", "taken back"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="comments handed in at")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
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
                            "answer_deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "handed_in_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fact check",
                        "verbose_name_plural": "fact checks",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "application", "number"), name="one_fact_check_of_a_number"),
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("open", "confirmed", "handed_in", "answered"))),
                                fields=("agency", "application"),
                                name="one_running_fact_check",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["handed_in", "answered"]), _negated=True),
                                    models.Q(("handed_in_at__isnull", False), ("handed_in_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="commented_by_somebody",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FactComment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[("wrong", "This fact is wrong"), ("incomplete", "This fact is incomplete")],
                                max_length=10,
                                verbose_name="what is the matter",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="your comment")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                        ("handed_in_at", models.DateTimeField(null=True)),
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
                            "saved_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "fact",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.reportfact"),
                        ),
                    ],
                    options={
                        "verbose_name": "comment on a fact",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "fact"), name="one_comment_on_a_fact"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("handed_in_at", None),
                                    models.Q(models.Q(("kind", ""), _negated=True), models.Q(("text", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="handed_in_with_words",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FactEvidence",
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
                            "comment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="evaluations.factcomment"
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a comment",
                        "ordering": ["added_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "comment", "evidence"), name="evidence_once_per_comment")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="GivenDocument",
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.rounddocument"
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"),
                        ),
                    ],
                    options={
                        "verbose_name": "document of an application",
                        "ordering": ["added_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "application", "document", "evidence"), name="a_file_once_per_document"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="IndicatorInsight",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("figures", models.JSONField()),
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
                            "insight",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="evaluations.insight"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "insight of an indicator",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "insight", "indicator"), name="one_insight_of_an_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Insight",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("worked_out_at", models.DateTimeField(verbose_name="worked out at")),
                        ("cases", models.PositiveIntegerField(verbose_name="cases")),
                        ("deferred", models.PositiveIntegerField(default=0, verbose_name="deferred")),
                        ("spans", models.JSONField(default=list)),
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.round",
                                verbose_name="round",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "insight of a round",
                        "verbose_name_plural": "insights of rounds",
                        "ordering": ["-worked_out_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "round", "worked_out_at"], name="insights_of_a_round")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Judgement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                            "verdict",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ok", "met"),
                                    ("supplement", "supplement needed"),
                                    ("onsite", "to be seen on site"),
                                    ("fail", "not met"),
                                ],
                                max_length=10,
                                verbose_name="judgement",
                            ),
                        ),
                        ("reason_code", models.CharField(blank=True, max_length=20, verbose_name="kind of reason")),
                        ("reason", models.TextField(blank=True, max_length=4000, verbose_name="reason")),
                        ("note", models.TextField(blank=True, max_length=1000, verbose_name="note for the visit")),
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
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="evaluations.sheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "judgement",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sheet", "required"), name="one_judgement_per_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="MeetingPack",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
                        ("basis", models.CharField(max_length=64)),
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
                        ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reader",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "papers of a meeting",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "meeting", "user"), name="one_pack_for_a_reader"),
                            models.CheckConstraint(
                                condition=models.Q(("made_at", None), ("file__isnull", False), _connector="OR"),
                                name="made_pack_has_its_file",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeCase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=80, verbose_name="title")),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        ("published_at", models.DateTimeField(null=True, verbose_name="published at")),
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
                            "made_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                        "verbose_name": "practice case",
                        "verbose_name_plural": "practice cases",
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "title"), name="one_practice_case_of_a_title")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        ("explanation", models.TextField(blank=True, max_length=4000, verbose_name="explanation")),
                        ("seen", models.TextField(blank=True, max_length=4000, verbose_name="what was seen")),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="read and confirmed at")),
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
                            "confirmed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="evaluations.practicecase"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indicator of a practice case",
                        "ordering": ["position", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "practice", "code"), name="one_practice_item_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeJudgement",
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
                        ("text", models.TextField(blank=True, max_length=2000, verbose_name="grounds")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.practiceitem"),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="evaluations.practicesheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "practice judgement",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sheet", "item"), name="one_practice_judgement_of_an_item")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeOrigin",
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "practice",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.practicecase"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "origin of a practice case",
                        "constraints": [models.UniqueConstraint(fields=("agency", "application"), name="one_practice_case_of_a_case")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeResult",
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
                        ("reason", models.TextField(blank=True, max_length=4000, verbose_name="reason")),
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.practiceitem"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of a practice case",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PracticeSheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("handed_in_at", models.DateTimeField(null=True, verbose_name="handed in at")),
                        ("figures", models.JSONField(null=True)),
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
                            "practice",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.practicecase"),
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
                        "verbose_name": "practice sheet",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "practice", "user"), name="one_practice_sheet_of_a_person")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposedPair",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_lead", models.BooleanField(default=False, verbose_name="lead assessor")),
                        ("reasons", models.JSONField(default=list)),
                        ("load", models.PositiveSmallIntegerField(default=0, verbose_name="cases with this proposal")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("", "open"), ("assigned", "assigned"), ("left_out", "struck out"), ("refused", "not assigned")],
                                default="",
                                max_length=8,
                                verbose_name="what became of it",
                            ),
                        ),
                        ("sentence", models.TextField(blank=True, verbose_name="why not")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
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
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="pairs", to="evaluations.teamproposal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposed assessor of a case",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal", "application", "user"), name="proposed_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("is_lead", True)),
                                fields=("agency", "proposal", "application"),
                                name="one_proposed_lead",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Receipt",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                        (
                            "seal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="receipt", to="evaluations.seal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "receipt",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ReportFact",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("seen", models.TextField(blank=True, verbose_name="what was seen")),
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
                            "check_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="evaluations.factcheck"
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fact of a draft report",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "check_of", "required"), name="one_fact_of_an_indicator")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RequiredIndicator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "agreed",
                            models.CharField(
                                blank=True,
                                choices=[("", "open"), ("compliant", "compliant"), ("noncompliant", "non-compliant")],
                                default="",
                                max_length=12,
                                verbose_name="agreed judgement",
                            ),
                        ),
                        ("agreed_reason", models.TextField(blank=True, verbose_name="reason")),
                        ("agreed_at", models.DateTimeField(null=True, verbose_name="agreed at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                    ],
                    options={
                        "verbose_name": "required indicator",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "application", "code"), name="one_required_indicator_of_a_code"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed", "noncompliant"), _negated=True),
                                    models.Q(("agreed_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="noncompliant_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ScreeningCheck",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "requirement",
                            models.CharField(
                                choices=[
                                    ("registered", "Registered as a provider of this service in the province"),
                                    ("experience", "In business long enough on the day of the announcement"),
                                    ("no_disposition", "No administrative disposition in the last years"),
                                    ("operating", "Neither closed nor suspended"),
                                    ("not_barred", "Not barred after a revocation"),
                                    ("no_certificate", "No valid certificate for the same service at the same site"),
                                    ("service", "The service may be certified in this round"),
                                    ("not_national", "Not certified by the national scheme for the same service"),
                                    ("renewable", "Holds a certificate that can be renewed now"),
                                ],
                                max_length=20,
                                verbose_name="requirement",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("suggested", models.BooleanField(null=True, verbose_name="as the data say")),
                        ("fact", models.JSONField(default=dict)),
                        ("met", models.BooleanField(null=True, verbose_name="met")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("checked_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
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
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="evaluations.application"
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "screening check",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agency", "application", "requirement"),
                                name="one_check_per_requirement",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="submission")),
                        ("sealed_at", models.DateTimeField(verbose_name="received at")),
                        ("entered_at", models.DateTimeField(null=True, verbose_name="handed in by the agency at")),
                        ("canonical", models.TextField()),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("facts", models.JSONField(default=dict)),
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
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="seals", to="evaluations.application"
                            ),
                        ),
                        (
                            "sealed_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "submission",
                        "ordering": ["-number"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "application", "number"), name="one_seal_of_a_number")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SealedAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "rating",
                            models.CharField(
                                choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                                max_length=8,
                                verbose_name="self-assessment",
                            ),
                        ),
                        ("explanation", models.TextField(verbose_name="explanation")),
                        (
                            "standing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unchanged", "unchanged since the last cycle"),
                                    ("changed", "changed since the last cycle"),
                                    ("new", "asked for the first time"),
                                ],
                                max_length=9,
                                verbose_name="since the last cycle",
                            ),
                        ),
                        ("earlier", models.TextField(blank=True, verbose_name="answer of the last cycle")),
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
                            "seal",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="evaluations.seal"),
                        ),
                    ],
                    options={
                        "verbose_name": "sealed answer",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "seal", "code"), name="one_sealed_answer_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SealedFile",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="indicator or document")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="evaluations.seal"),
                        ),
                        (
                            "reply",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.sealedreply"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sealed file",
                        "ordering": ["code", "pk"],
                        "indexes": [models.Index(fields=["agency", "seal", "code"], name="sealed_files_by_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SealedReply",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("indicator", "indicator"), ("document", "document"), ("general", "in general")], max_length=9
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="code")),
                        ("asked", models.TextField(verbose_name="what is asked for")),
                        ("before", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True)),
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
                            "seal",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="evaluations.seal"),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.supplementitem"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sealed reply",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "seal", "item"), name="one_sealed_reply_of_an_item")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Settlement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("version", models.PositiveIntegerField()),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("ok", "met"),
                                    ("supplement", "supplement needed"),
                                    ("onsite", "to be seen on site"),
                                    ("fail", "not met"),
                                ],
                                max_length=10,
                                verbose_name="judgement",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("settled_at", models.DateTimeField()),
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
                            "result",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="settlements",
                                to="evaluations.consolidatedjudgement",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "settlement",
                        "ordering": ["-version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "result", "version"), name="one_settlement_of_a_version")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Sheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("submitted_at", models.DateTimeField(null=True, verbose_name="handed in at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "assignment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.assignment"
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
                        "verbose_name": "review sheet",
                        "verbose_name_plural": "review sheets",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupplementEvidence",
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
                            "reply",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="evaluations.supplementreply"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a reply",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "reply", "evidence"), name="evidence_once_per_reply")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupplementItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("indicator", "indicator"), ("document", "document"), ("general", "in general")],
                                max_length=9,
                                verbose_name="about",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="code")),
                        ("title_ko", models.CharField(blank=True, max_length=200)),
                        ("title_en", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField(max_length=2000, verbose_name="what is asked for")),
                        ("added_at", models.DateTimeField()),
                        ("left_out_at", models.DateTimeField(null=True)),
                        ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn at")),
                        ("withdrawn_reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "proposed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="evaluations.supplementrequest"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "item of a supplement request",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "request", "position"), name="one_item_of_a_position"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), models.Q(("withdrawn_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="item_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("code", ""), ("kind", "general")),
                                    models.Q(models.Q(("kind", "general"), _negated=True), models.Q(("code", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="item_about_something",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupplementReply",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("before", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True, max_length=4000, verbose_name="your answer")),
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
                            "item",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.supplementitem"
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
                        "verbose_name": "reply to an item",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SupplementRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("screening", "Eligibility screening"),
                                    ("document_review", "Document review"),
                                    ("after_visit", "After the site visit"),
                                ],
                                max_length=16,
                                verbose_name="asked in",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being composed"),
                                    ("sent", "waits for the answer"),
                                    ("answered", "answer received"),
                                    ("lapsed", "not answered in time"),
                                    ("dropped", "withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("begun_at", models.DateTimeField(verbose_name="begun at")),
                        ("sent_at", models.DateTimeField(null=True, verbose_name="sent at")),
                        ("extended_at", models.DateTimeField(null=True, verbose_name="prolonged at")),
                        ("extension_reason", models.TextField(blank=True, verbose_name="reason of the prolongation")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "supplement request",
                        "verbose_name_plural": "supplement requests",
                        "ordering": ["begun_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "dropped"), _negated=True),
                                fields=("agency", "application", "phase"),
                                name="one_supplement_per_stage",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ["draft", "dropped"]),
                                    models.Q(("deadline__isnull", False), ("sent_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="sent_with_a_deadline",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "answered"), _negated=True), ("answered_at__isnull", False), _connector="OR"
                                ),
                                name="answered_at_a_moment",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TeamNotice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("told_at", models.DateTimeField(verbose_name="told at")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice of the team",
                        "ordering": ["told_at", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="TeamProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("asked", "being worked out"),
                                    ("ready", "can be looked at"),
                                    ("failed", "nothing found"),
                                    ("accepting", "being assigned"),
                                    ("accepted", "accepted"),
                                    ("discarded", "discarded"),
                                    ("replaced", "replaced by a newer one"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("size", models.PositiveSmallIntegerField(verbose_name="size of a team")),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
                        ("language", models.CharField(default="ko", max_length=2)),
                        ("solved_at", models.DateTimeField(null=True, verbose_name="worked out at")),
                        ("is_best", models.BooleanField(default=True, verbose_name="proven to be the best")),
                        ("vacancies", models.JSONField(default=list)),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="accepted or discarded at")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.round",
                                verbose_name="round",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal of teams",
                        "indexes": [models.Index(fields=["agency", "round", "asked_at"], name="proposals_of_a_round")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ["asked", "ready", "accepting"])),
                                fields=("agency", "round"),
                                name="one_live_proposal",
                            ),
                            models.CheckConstraint(condition=models.Q(("size__in", (2, 3))), name="a_team_has_two_or_three"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="UpheldIndicator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("before", models.CharField(max_length=12, verbose_name="agreed before")),
                        ("reason_before", models.TextField(blank=True, verbose_name="reason before")),
                        ("agreed_before_at", models.DateTimeField(null=True)),
                        ("at", models.DateTimeField()),
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
                            "point",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.appealpoint"),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indicator changed by an appeal",
                        "ordering": ["at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "point"), name="a_point_changes_an_indicator_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="WorkbookRun",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("rows", models.JSONField(default=dict)),
                        ("left_out", models.JSONField(default=list)),
                        ("uploaded_at", models.DateTimeField(verbose_name="handed in at")),
                        ("expires_at", models.DateTimeField(verbose_name="kept until")),
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
                            "application",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.application"),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "workbook handed in",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "application", "uploaded_by"), name="one_workbook_at_a_time")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AmendmentInCase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("is_taken", models.BooleanField()),
                        ("seen", models.TextField(blank=True)),
                        ("is_shown", models.BooleanField(default=False)),
                        ("at", models.DateTimeField()),
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
                            "amendment",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="visits.amendment"),
                        ),
                        (
                            "required",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evaluations.requiredindicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "amendment in the case",
                        "ordering": ["at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "amendment"), name="an_amendment_once_in_its_case")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
