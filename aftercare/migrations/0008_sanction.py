"""Sanctions: their process, the provider's statements, who handles them, appeals."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0007_change_reports"),
        ("certification", "0011_in_force_again"),
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("providers", "0002_service_types"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        choices=[("suspension", "suspension"), ("revocation", "revocation")], max_length=12, verbose_name="kind of sanction"
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
                ("hearing_at", models.DateTimeField(verbose_name="hearing at")),
                ("hearing_place", models.CharField(max_length=200, verbose_name="place of the hearing")),
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
                ("chair", models.CharField(blank=True, max_length=60, verbose_name="conducted by")),
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
                ("bar", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.bar")),
                (
                    "certificate",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"),
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
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.sanction"),
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
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="handlers", to="aftercare.sanction"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="account"
                    ),
                ),
            ],
            options={
                "verbose_name": "person who handles a sanction",
                "ordering": ["-is_lead", "named_at", "pk"],
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
                    models.CharField(choices=[("opinion", "written statement"), ("appeal", "appeal")], max_length=8, verbose_name="kind"),
                ),
                ("text", models.TextField(blank=True, max_length=8000, verbose_name="what you say")),
                ("waives_hearing", models.BooleanField(default=False, verbose_name="no hearing is wanted")),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(null=True, verbose_name="saved at")),
                ("arrived_at", models.DateTimeField(null=True, verbose_name="received at")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
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
                    "sanction",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="aftercare.sanction"),
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
                ("sanction", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.sanction")),
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
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(fields=["agency", "stage"], name="sanctions_by_stage"),
        ),
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(fields=["agency", "provider"], name="sanctions_of_a_provider"),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.UniqueConstraint(fields=("agency", "number"), name="one_sanction_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage__in", ("draft", "notified", "heard", "proposed", "decided"))),
                fields=("agency", "certificate"),
                name="one_sanction_under_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "falsehood"), _negated=True),
                    models.Q(("kind", "revocation"), models.Q(("final_kind", "suspension"), _negated=True)),
                    _connector="OR",
                ),
                name="falsehood_is_revoked",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "suspension"), _negated=True),
                    models.Q(("to_on__gte", models.F("from_on")), models.Q(("order", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_suspension_has_an_end_and_an_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("decided", "in_effect", "lifted", "over", "overturned")), _negated=True),
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
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("lifted", "overturned", "dropped")), _negated=True),
                    models.Q(("ended_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_sanction_ended_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.UniqueConstraint(fields=("agency", "sanction"), name="one_appeal_against_a_sanction"),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.UniqueConstraint(fields=("agency", "number"), name="one_sanction_appeal_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("arrived_at__lt", models.F("due_at"))), name="a_sanction_appeal_came_in_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ["upheld", "rejected"]), _negated=True),
                    models.Q(("answered_at__isnull", False), ("proposed_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_sanction_appeal_is_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionhandler",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("agency", "sanction", "appeal", "person"),
                name="handles_a_sanction_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionhandler",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("is_lead", True)),
                fields=("agency", "sanction", "appeal"),
                name="one_lead_of_a_sanction",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionstatement",
            constraint=models.UniqueConstraint(fields=("agency", "sanction", "kind"), name="one_statement_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="sanctionstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrived_at", None),
                    models.Q(("handed_in_by__isnull", False), ("sha256__regex", "^[0-9a-f]{64}$"), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="handed_in_with_its_seal",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionfile",
            constraint=models.UniqueConstraint(
                fields=("agency", "sanction", "statement", "file"), name="a_file_once_in_a_sanction", nulls_distinct=False
            ),
        ),
    ]
