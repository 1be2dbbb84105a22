"""Bulletins of the Central institute and who has read them; the library of papers."""

import core.migrating
import core.models.files
import core.tenancy
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0006_bodies"),
        ("core", "0001_initial"),
        ("panels", "0007_committee"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Bulletin",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title_ko", models.CharField(max_length=120, verbose_name="heading in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="heading in English")),
                        ("text_ko", models.TextField(max_length=8000, verbose_name="text in Korean")),
                        ("text_en", models.TextField(blank=True, max_length=8000, verbose_name="text in English")),
                        ("confirm_by", models.DateField(null=True, verbose_name="please confirm by")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("discarded", "discarded"),
                                    ("sent", "sent"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("edition", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="edition")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                        ("withdrawn_because", models.CharField(blank=True, max_length=300, verbose_name="why it is withdrawn")),
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
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bulletin",
                        "verbose_name_plural": "bulletins",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("edition", 0), ("published_at", None), ("stage__in", ("draft", "discarded"))),
                                    models.Q(("edition__gte", 1), ("published_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_sent_bulletin_has_an_edition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "withdrawn"), _negated=True),
                                    models.Q(("withdrawn_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_bulletin_is_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BulletinAddressee",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("all_agencies", "all agencies"),
                                    ("agency", "agency"),
                                    ("all_staff", "all staff"),
                                    ("role", "role"),
                                    ("body", "consultative body"),
                                ],
                                max_length=12,
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
                            ),
                        ),
                        (
                            "addressed",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
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
                            "body",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.body"),
                        ),
                        (
                            "bulletin",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="addressees", to="agencies.bulletin"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "addressee of a bulletin",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "bulletin", "kind", "addressed", "role", "body"),
                                name="an_addressee_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("addressed", None), ("body", None), ("kind__in", ("all_agencies", "all_staff")), ("role", "")
                                    ),
                                    models.Q(("addressed__isnull", False), ("body", None), ("kind", "agency"), ("role", "")),
                                    models.Q(("addressed", None), ("body", None), ("kind", "role"), models.Q(("role", ""), _negated=True)),
                                    models.Q(("addressed", None), ("body__isnull", False), ("kind", "body"), ("role", "")),
                                    _connector="OR",
                                ),
                                name="an_addressee_is_one_thing",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BulletinDelivery",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("roles", models.JSONField(default=list)),
                        ("holders", models.JSONField(default=list)),
                        ("persons", models.PositiveIntegerField(editable=False, null=True, verbose_name="persons")),
                        ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent at")),
                        ("told_edition", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("told_withdrawn_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "addressed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
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
                            "bulletin",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.bulletin"),
                        ),
                    ],
                    options={
                        "verbose_name": "delivery of a bulletin",
                        "ordering": ["bulletin", "addressed"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bulletin", "addressed"), name="one_delivery_to_an_agency"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BulletinEdition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title_ko", models.CharField(max_length=120, verbose_name="heading in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="heading in English")),
                        ("text_ko", models.TextField(max_length=8000, verbose_name="text in Korean")),
                        ("text_en", models.TextField(blank=True, max_length=8000, verbose_name="text in English")),
                        ("confirm_by", models.DateField(null=True, verbose_name="please confirm by")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="edition")),
                        ("change_ko", models.CharField(blank=True, max_length=300, verbose_name="what has changed, in Korean")),
                        ("change_en", models.CharField(blank=True, max_length=300, verbose_name="what has changed, in English")),
                        ("sent_at", models.DateTimeField(verbose_name="sent at")),
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
                            "bulletin",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="agencies.bulletin"),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="sent by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "edition of a bulletin",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bulletin", "number"), name="one_edition_of_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("number", 1), models.Q(("change_ko", ""), _negated=True), _connector="OR"),
                                name="a_correction_says_what_changed",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BulletinFile",
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
                        ("since_edition", models.PositiveSmallIntegerField(default=1)),
                        ("until_edition", models.PositiveSmallIntegerField(null=True)),
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
                            "bulletin",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.bulletin"),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "file of a bulletin",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bulletin", "file"), name="a_file_once_per_bulletin"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BulletinReminder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("asked_on", models.DateField()),
                        ("asked_at", models.DateTimeField()),
                        ("noticed_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "addressed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency", verbose_name="agency"
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
                            "asked_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "bulletin",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.bulletin"),
                        ),
                    ],
                    options={
                        "verbose_name": "reminder of a bulletin",
                        "ordering": ["-asked_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "bulletin", "addressed", "asked_on"), name="one_bulletin_reminder_a_day"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Paper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title_ko", models.CharField(max_length=120, verbose_name="heading in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="heading in English")),
                        ("description_ko", models.TextField(max_length=2000, verbose_name="description in Korean")),
                        ("description_en", models.TextField(blank=True, max_length=2000, verbose_name="description in English")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("guideline", "guideline"),
                                    ("form", "form to fill in"),
                                    ("report", "report of work"),
                                    ("course", "training material"),
                                    ("study", "study"),
                                    ("other", "something else"),
                                ],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "field_of_work",
                            models.CharField(
                                choices=[
                                    ("general", "planning and general affairs"),
                                    ("certification", "quality certification"),
                                    ("evaluation", "management evaluation"),
                                    ("training", "training"),
                                    ("support", "support of private providers"),
                                    ("service", "running of services"),
                                    ("publicity", "publicity and partners"),
                                    ("privacy", "protection of personal data"),
                                    ("other", "something else"),
                                ],
                                max_length=13,
                                verbose_name="field of work",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("discarded", "discarded"),
                                    ("published", "published"),
                                    ("replaced", "replaced by a newer edition"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("series", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("edition", models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="edition")),
                        ("change", models.CharField(blank=True, max_length=300, verbose_name="what is new in this edition")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                        ("withdrawn_because", models.CharField(blank=True, max_length=300, verbose_name="why it is withdrawn")),
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
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper",
                        "verbose_name_plural": "papers",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "discarded"), _negated=True),
                                fields=("agency", "series", "edition"),
                                name="one_paper_of_an_edition",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "published")), fields=("agency", "series"), name="one_paper_in_force"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "draft")), fields=("agency", "series"), name="one_paper_being_written"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("stage__in", ("draft", "discarded")), ("published_at__isnull", False), _connector="OR"),
                                name="a_paper_in_the_library_is_out",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "withdrawn"), _negated=True),
                                    models.Q(("withdrawn_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_paper_is_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PaperFile",
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
                        ("words", models.TextField(blank=True, editable=False)),
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
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "paper",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.paper"),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a paper",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "paper", "file"), name="a_file_once_per_paper"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PaperText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("words", models.TextField()),
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
                        ("paper", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.paper")),
                    ],
                    options={
                        "verbose_name": "text of a paper",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["words"], name="papers_by_text", opclasses=["gin_trgm_ops"]),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Reading",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("agency_name", models.CharField(max_length=100, verbose_name="agency")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("read_edition", models.PositiveSmallIntegerField(default=0)),
                        ("read_at", models.DateTimeField(null=True, verbose_name="read at")),
                        ("confirmed_edition", models.PositiveSmallIntegerField(default=0)),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed at")),
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
                            "bulletin",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.bulletin"),
                        ),
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
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
                        "verbose_name": "reading of a bulletin",
                        "ordering": ["bulletin", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "bulletin", "user"), name="addressed_once"),
                            models.CheckConstraint(
                                condition=models.Q(("confirmed_edition__lte", models.F("read_edition"))), name="read_before_it_is_confirmed"
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
