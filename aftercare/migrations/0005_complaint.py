"""Complaints by citizens, who told them apart from them, and what is said about them."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0004_watching"),
        ("certification", "0008_round_requirements"),
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("providers", "0002_service_types"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        choices=[("new", "received"), ("handling", "being looked into"), ("answered", "answer sent"), ("closed", "concluded")],
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
                ("complaint", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint")),
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
            ],
            options={
                "verbose_name": "file of a complaint",
                "ordering": ["position", "pk"],
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="follows", to="aftercare.complaint"),
                ),
            ],
            options={
                "verbose_name": "what follows from a complaint",
                "ordering": ["at", "pk"],
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
                ("complaint", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint")),
            ],
            options={
                "verbose_name": "who told it",
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
                ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("complaint", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.complaint")),
                (
                    "deadline",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.deadline"
                    ),
                ),
                ("provider", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider")),
            ],
            options={
                "verbose_name": "inquiry",
                "verbose_name_plural": "inquiries",
                "ordering": ["asked_at", "pk"],
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
                ("evidence", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence")),
                (
                    "inquiry",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="aftercare.complaintinquiry"),
                ),
            ],
            options={
                "verbose_name": "file of an inquiry",
                "ordering": ["pk"],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["agency", "stage", "arrived_at"], name="complaints_by_state"),
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["agency", "provider"], name="complaints_about_a_provider"),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.UniqueConstraint(fields=("agency", "code_hash"), name="one_complaint_of_a_code"),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True), fields=("agency", "number"), name="one_complaint_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about", "holder"), ("provider__isnull", False)),
                    models.Q(("about", "mark"), ("provider", None), models.Q(("accused", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_complaint_is_about_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("stage", "handling"), _negated=True), ("officer__isnull", False), _connector="OR"),
                name="a_complaint_is_in_somebodys_hands",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("answered", "closed")), _negated=True),
                    models.Q(
                        ("answered_at__isnull", False), models.Q(("answer", ""), _negated=True), models.Q(("outcome", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_complaint_is_answered_with_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("stage", "closed"), _negated=True), ("closed_at__isnull", False), _connector="OR"),
                name="a_complaint_closed_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintfile",
            constraint=models.UniqueConstraint(fields=("agency", "complaint", "position"), name="one_file_at_a_place_of_a_complaint"),
        ),
        migrations.AddConstraint(
            model_name="complaintfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("erased_at", None), ("name", ""), _connector="OR"), name="an_erased_file_has_no_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintfollow",
            constraint=models.UniqueConstraint(fields=("agency", "complaint", "kind", "what"), name="what_follows_once"),
        ),
        migrations.AddConstraint(
            model_name="complaintidentity",
            constraint=models.UniqueConstraint(fields=("agency", "complaint"), name="one_reporter_of_a_complaint"),
        ),
        migrations.AddConstraint(
            model_name="complaintidentity",
            constraint=models.CheckConstraint(
                condition=models.Q(("erased_at", None), models.Q(("contact", ""), ("name", "")), _connector="OR"),
                name="an_erased_reporter_is_nobody",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintinquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("answered_at", None), models.Q(("answer", ""), _negated=True), _connector="OR"),
                name="an_inquiry_answered_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaintword",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "added"), ("by__isnull", False), _connector="XOR"), name="a_reporter_has_no_account"
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiryfile",
            constraint=models.UniqueConstraint(fields=("agency", "inquiry", "evidence"), name="a_file_of_an_inquiry_once"),
        ),
    ]
