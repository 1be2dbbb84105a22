"""Excellent cases: calls, nominations, their judging, what is published of them, and the programme of the conference."""

import core.migrating
import core.models.files
import core.tenancy
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0008_support"),
        ("core", "0001_initial"),
        ("panels", "0007_committee"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="CaseCall",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("title_ko", models.CharField(max_length=120, verbose_name="title in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="title in English")),
                        ("text_ko", models.TextField(verbose_name="text in Korean")),
                        ("text_en", models.TextField(blank=True, verbose_name="text in English")),
                        ("themes", models.JSONField(default=list, verbose_name="fields")),
                        ("opens_at", models.DateTimeField(verbose_name="opens at")),
                        ("closes_at", models.DateTimeField(verbose_name="closes at")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                        ("judging_at", models.DateTimeField(editable=False, null=True, verbose_name="judging began at")),
                        ("judged_at", models.DateTimeField(editable=False, null=True, verbose_name="judging ended at")),
                        ("concluded_at", models.DateTimeField(editable=False, null=True, verbose_name="concluded at")),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="panels.body",
                                verbose_name="who judges",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "call for excellent cases",
                        "verbose_name_plural": "calls for excellent cases",
                        "ordering": ["-year", "-opens_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year", "title_ko"), name="a_call_of_a_title_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(("closes_at__gt", models.F("opens_at"))), name="a_call_closes_after_it_opens"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("judged_at", None), ("judging_at__isnull", False), _connector="OR"),
                                name="judged_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("concluded_at", None), ("judged_at__isnull", False), _connector="OR"),
                                name="concluded_once_judged",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseCriterion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=80, verbose_name="criterion in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=120, verbose_name="criterion in English")),
                        ("points", models.PositiveSmallIntegerField(verbose_name="points")),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="criteria", to="agencies.casecall"),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion of a call",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "call", "position"), name="a_criterion_has_its_place"),
                            models.CheckConstraint(condition=models.Q(("points__gt", 0)), name="a_criterion_gives_points"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseInvitation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title_ko", models.CharField(max_length=120)),
                        ("title_en", models.CharField(blank=True, max_length=160)),
                        ("due_on", models.DateField(verbose_name="last day of judging")),
                        ("noticed_at", models.DateTimeField(editable=False, null=True)),
                        ("answered_at", models.DateTimeField(editable=False, null=True)),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecall"),
                        ),
                        (
                            "invited",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                                verbose_name="agency",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation to nominate cases",
                        "verbose_name_plural": "invitations to nominate cases",
                        "ordering": ["-due_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "call", "invited"), name="invited_to_a_call_once"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseProgramme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("title_ko", models.CharField(max_length=120, verbose_name="title in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="title in English")),
                        ("held_on", models.DateField(verbose_name="day")),
                        ("place_ko", models.CharField(max_length=120, verbose_name="place in Korean")),
                        ("place_en", models.CharField(blank=True, max_length=160, verbose_name="place in English")),
                        ("words_ko", models.TextField(blank=True, max_length=2000, verbose_name="words in Korean")),
                        ("words_en", models.TextField(blank=True, max_length=2000, verbose_name="words in English")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
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
                        "verbose_name": "programme of the conference",
                        "ordering": ["-held_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year"), name="one_conference_a_year"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="GoodCase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title of the case")),
                        ("theme_ko", models.CharField(blank=True, max_length=60, verbose_name="field of the case")),
                        ("theme_en", models.CharField(blank=True, max_length=80)),
                        ("summary", models.TextField(blank=True, max_length=600, verbose_name="summary")),
                        ("problem", models.TextField(blank=True, verbose_name="what was the problem")),
                        ("done", models.TextField(blank=True, verbose_name="what was done")),
                        ("changed", models.TextField(blank=True, verbose_name="what changed by it")),
                        ("figures", models.JSONField(default=list, verbose_name="effect in figures")),
                        ("contact_name", models.CharField(blank=True, max_length=60, verbose_name="person to ask")),
                        ("contact_at", models.CharField(blank=True, max_length=120, verbose_name="how to reach them")),
                        ("nomination", models.UUIDField(editable=False)),
                        ("agency_ko", models.CharField(max_length=100)),
                        ("agency_en", models.CharField(blank=True, max_length=150)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "terms",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), default=list, editable=False, size=None
                            ),
                        ),
                        ("found_by", models.TextField(blank=True, editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecall"),
                        ),
                        (
                            "from_agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                                verbose_name="agency",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "excellent case",
                        "ordering": ["-year", "title", "pk"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["terms"], name="good_cases_by_terms"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "nomination"), name="a_case_is_published_once"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseReuse",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("agency_ko", models.CharField(max_length=100)),
                        ("agency_en", models.CharField(blank=True, max_length=150)),
                        ("since_on", models.DateField(verbose_name="in use since")),
                        ("adapted", models.TextField(max_length=3000, verbose_name="what was changed for us")),
                        ("result", models.TextField(blank=True, max_length=3000, verbose_name="what came of using it")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
                        ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published at")),
                        ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
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
                            "central",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"),
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
                        (
                            "case",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.goodcase"),
                        ),
                    ],
                    options={
                        "verbose_name": "use of a case",
                        "verbose_name_plural": "uses of cases",
                        "ordering": ["since_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)), fields=("agency", "case"), name="a_case_is_used_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("withdrawn_at", None), ("published_at", None), _connector="OR"),
                                name="withdrawn_is_not_shown",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseCorrection",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("title", "title of the case"),
                                    ("summary", "summary"),
                                    ("problem", "what was the problem"),
                                    ("done", "what was done"),
                                    ("changed", "what changed by it"),
                                    ("contact_name", "person to ask"),
                                    ("contact_at", "how to reach them"),
                                ],
                                max_length=12,
                                verbose_name="part",
                            ),
                        ),
                        ("before", models.TextField(blank=True, verbose_name="before")),
                        ("after", models.TextField(verbose_name="now")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="agencies.goodcase"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "correction of a case",
                        "verbose_name_plural": "corrections of cases",
                        "ordering": ["-at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="case_corrected_with_a_reason"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="GoodCasePicture",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("alternative", models.CharField(max_length=200)),
                        ("path", models.CharField(editable=False, max_length=200)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("size", models.PositiveBigIntegerField(editable=False)),
                        ("mime", models.CharField(editable=False, max_length=100)),
                        ("scan", models.CharField(blank=True, editable=False, max_length=12)),
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
                            "case",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="pictures", to="agencies.goodcase"),
                        ),
                    ],
                    options={
                        "verbose_name": "picture of an excellent case",
                        "verbose_name_plural": "pictures of an excellent case",
                        "ordering": ["pk"],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Nomination",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("title", models.CharField(max_length=120, verbose_name="title of the case")),
                        ("theme_ko", models.CharField(blank=True, max_length=60, verbose_name="field of the case")),
                        ("theme_en", models.CharField(blank=True, max_length=80)),
                        ("summary", models.TextField(blank=True, max_length=600, verbose_name="summary")),
                        ("problem", models.TextField(blank=True, verbose_name="what was the problem")),
                        ("done", models.TextField(blank=True, verbose_name="what was done")),
                        ("changed", models.TextField(blank=True, verbose_name="what changed by it")),
                        ("figures", models.JSONField(default=list, verbose_name="effect in figures")),
                        ("contact_name", models.CharField(blank=True, max_length=60, verbose_name="person to ask")),
                        ("contact_at", models.CharField(blank=True, max_length=120, verbose_name="how to reach them")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("released", "being approved"),
                                    ("submitted", "handed in"),
                                    ("withdrawn", "withdrawn"),
                                    ("selected", "selected"),
                                    ("passed", "not selected"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state of the nomination",
                            ),
                        ),
                        ("title_key", models.CharField(editable=False, max_length=500)),
                        (
                            "news",
                            models.TextField(blank=True, max_length=2000, verbose_name="what is new since the earlier nomination"),
                        ),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("begun_at", models.DateTimeField(editable=False, verbose_name="begun at")),
                        ("written_at", models.DateTimeField()),
                        ("submitted_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("outcome", models.TextField(blank=True, editable=False, verbose_name="words to the agency")),
                        ("outcome_at", models.DateTimeField(editable=False, null=True, verbose_name="decided at")),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecall"),
                        ),
                        (
                            "central",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"),
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
                        "verbose_name": "nomination of a case",
                        "verbose_name_plural": "nominations of cases",
                        "ordering": ["-begun_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "withdrawn"), _negated=True),
                                fields=("agency", "call", "title_key"),
                                name="a_case_is_nominated_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("submitted", "selected", "passed")), _negated=True),
                                    models.Q(("sha256__regex", "^[0-9a-f]{64}$"), ("submitted_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_nomination_is_sealed_handed_in",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", ""), ("outcome_at", None)),
                                    ("stage__in", ("selected", "passed")),
                                    _connector="OR",
                                ),
                                name="an_outcome_is_decided",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="JudgeSheet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "barred",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "judges"),
                                    ("agency", "belongs to the agency that nominated the case"),
                                    ("province", "belongs to the province of the agency"),
                                    ("declared", "declared an interest"),
                                    ("excused", "excused by the institute"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="why not judging",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        ("words", models.TextField(blank=True, max_length=4000, verbose_name="words on the case")),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("handed_in_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecall"),
                        ),
                        (
                            "from_agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                                verbose_name="agency",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="judge",
                            ),
                        ),
                        (
                            "nomination",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.nomination"),
                        ),
                    ],
                    options={
                        "verbose_name": "sheet of a judge",
                        "verbose_name_plural": "sheets of judges",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "nomination", "user"), name="a_judge_has_one_sheet_a_case"),
                            models.CheckConstraint(
                                condition=models.Q(("barred", ""), ("handed_in_at", None), _connector="OR"),
                                name="who_is_barred_hands_in_nothing",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="JudgePoints",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("points", models.PositiveSmallIntegerField(verbose_name="points")),
                        ("words", models.CharField(blank=True, max_length=500, verbose_name="why")),
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
                            "criterion",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecriterion"),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="points", to="agencies.judgesheet"),
                        ),
                    ],
                    options={
                        "verbose_name": "points of a judge",
                        "verbose_name_plural": "points of judges",
                        "ordering": ["criterion__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "sheet", "criterion"), name="points_once_for_a_criterion"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CaseChoice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_selected", models.BooleanField(default=False, verbose_name="selected")),
                        ("words", models.TextField(max_length=2000, verbose_name="words to the agency")),
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
                            "call",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.casecall"),
                        ),
                        (
                            "from_agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                                verbose_name="agency",
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
                        (
                            "nomination",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.nomination"),
                        ),
                    ],
                    options={
                        "verbose_name": "choice of a case",
                        "verbose_name_plural": "choices of cases",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "nomination"), name="chosen_once"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="NominationPicture",
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
                        ("alternative", models.CharField(blank=True, max_length=200, verbose_name="what the picture shows")),
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
                            "central",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"),
                        ),
                        (
                            "file",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"),
                        ),
                        (
                            "nomination",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="pictures", to="agencies.nomination"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "picture of a case",
                        "verbose_name_plural": "pictures of a case",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "nomination", "file"), name="a_picture_once_per_case"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProgrammeSession",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("begins", models.TimeField(verbose_name="begins")),
                        ("ends", models.TimeField(verbose_name="ends")),
                        ("title_ko", models.CharField(max_length=120, verbose_name="title in Korean")),
                        ("title_en", models.CharField(blank=True, max_length=160, verbose_name="title in English")),
                        ("speaker_ko", models.CharField(blank=True, max_length=120, verbose_name="speakers in Korean")),
                        ("speaker_en", models.CharField(blank=True, max_length=160, verbose_name="speakers in English")),
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
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agencies.goodcase",
                                verbose_name="case presented",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sessions",
                                to="agencies.caseprogramme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session of the conference",
                        "ordering": ["begins", "ends", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("begins"))), name="a_session_ends_after_it_begins"
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
