"""Proposed changes of indicators; what a year says of its indicators is read by all agencies once its results are."""

import core.migrating
import core.models.files
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


STAY = """
CREATE TRIGGER handed_in_proposal_stays BEFORE UPDATE OF indicator_set_id, management_indicator_id, version_id, indicator_id, change, wanted,
  reason, source, author_id, handed_in_at OR DELETE ON agencies_indicatorproposal
  FOR EACH ROW WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a proposal that was handed in stays');
"""
BACK = "DROP TRIGGER handed_in_proposal_stays ON agencies_indicatorproposal"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0009_cases"),
        ("certification", "0008_round_requirements"),
        ("core", "0001_initial"),
        ("providers", "0002_service_types"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="yearinsight",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="IndicatorProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(blank=True, max_length=12, verbose_name="code")),
                        ("subject_ko", models.CharField(max_length=200)),
                        ("subject_en", models.CharField(blank=True, max_length=200)),
                        ("edition_ko", models.CharField(max_length=120)),
                        ("edition_en", models.CharField(blank=True, max_length=180)),
                        (
                            "change",
                            models.CharField(
                                choices=[
                                    ("wording", "wording or definition"),
                                    ("points", "points or weight"),
                                    ("measurement", "how it is measured"),
                                    ("evidence", "evidence asked for"),
                                    ("drop", "drop the indicator"),
                                    ("new", "a new indicator"),
                                ],
                                max_length=11,
                                verbose_name="what is to change",
                            ),
                        ),
                        ("wanted", models.TextField(blank=True, max_length=4000, verbose_name="proposed text")),
                        ("reason", models.TextField(max_length=4000, verbose_name="reason")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("draft", "being written"),
                                    ("handed_in", "handed in"),
                                    ("withdrawn", "withdrawn"),
                                    ("accepted", "adopted"),
                                    ("rejected", "not adopted"),
                                    ("in_force", "in force"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=9,
                                verbose_name="state of the proposal",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("staff", "agency"), ("assessor", "assessor"), ("provider", "provider")],
                                max_length=8,
                                verbose_name="proposed by",
                            ),
                        ),
                        ("house_ko", models.CharField(max_length=120)),
                        ("house_en", models.CharField(blank=True, max_length=160)),
                        ("begun_at", models.DateTimeField()),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        ("handed_in_at", models.DateTimeField(editable=False, null=True, verbose_name="handed in at")),
                        (
                            "advice",
                            models.CharField(
                                blank=True,
                                choices=[("recommend", "recommended"), ("advise_against", "not recommended"), ("postpone", "deferred")],
                                editable=False,
                                max_length=14,
                                verbose_name="the body's advice",
                            ),
                        ),
                        ("advised_on", models.DateField(editable=False, null=True)),
                        ("body_name", models.CharField(blank=True, editable=False, max_length=100)),
                        ("answer", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
                        ("became", models.TextField(blank=True, editable=False, max_length=2000, verbose_name="what was changed")),
                        ("became_in", models.CharField(blank=True, editable=False, max_length=120)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
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
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"
                            ),
                        ),
                        (
                            "indicator_set",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "management_indicator",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.managementindicator"
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.frameworkversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposed change of an indicator",
                        "verbose_name_plural": "proposed changes of indicators",
                        "ordering": ["-begun_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("draft", "handed_in"))),
                                fields=("agency", "author", "management_indicator"),
                                name="one_open_proposal_on_a_management_indicator",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ("draft", "handed_in"))),
                                fields=("agency", "author", "indicator"),
                                name="one_open_proposal_on_an_indicator",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("indicator", None), ("indicator_set__isnull", False), ("version", None)),
                                    models.Q(("indicator_set", None), ("management_indicator", None), ("version__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_proposal_is_of_one_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("change", "new"), ("indicator", None), ("management_indicator", None)),
                                    models.Q(
                                        models.Q(("change", "new"), _negated=True),
                                        models.Q(("management_indicator__isnull", False), ("indicator__isnull", False), _connector="OR"),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_proposal_names_its_indicator",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("provider__isnull", False), ("source", "provider")),
                                    models.Q(models.Q(("source", "provider"), _negated=True), ("provider", None)),
                                    _connector="OR",
                                ),
                                name="a_providers_proposal_names_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ("accepted", "rejected", "in_force")), _negated=True),
                                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_proposal_is_answered_in_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("stage__in", ("draft", "withdrawn")), ("handed_in_at__isnull", False), _connector="OR"),
                                name="answered_once_it_is_handed_in",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposalAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("accepted", "adopted"), ("rejected", "not adopted")], max_length=9, verbose_name="answer"
                            ),
                        ),
                        ("words", models.TextField(max_length=2000, verbose_name="reason")),
                        ("is_shown", models.BooleanField(default=True, verbose_name="shown at the indicator's card")),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                        ("back_reason", models.TextField(blank=True, editable=False, max_length=1000, verbose_name="why it was sent back")),
                        ("sent_back_at", models.DateTimeField(editable=False, null=True)),
                        ("released_at", models.DateTimeField(editable=False, null=True, verbose_name="released at")),
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
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drafted by",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorproposal"
                            ),
                        ),
                        (
                            "proposed_at",
                            models.ForeignKey(
                                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
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
                        "verbose_name": "answer to a proposal",
                        "ordering": ["-drafted_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal"), name="one_answer_to_a_proposal"),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="a_proposal_is_answered_with_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_by", None), models.Q(("released_by", models.F("drafted_by")), _negated=True), _connector="OR"
                                ),
                                name="an_answer_is_released_by_another",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposalFile",
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
                        ("central", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="agencies.indicatorproposal"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a proposal",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal", "file"), name="a_file_once_per_proposal"),
                        ],
                    },
                    bases=(core.models.files.Scanned, models.Model),
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProposalTask",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("code", models.CharField(blank=True, max_length=12, verbose_name="code in the new version")),
                        ("words", models.TextField(blank=True, max_length=2000, verbose_name="what was changed")),
                        ("worked_at", models.DateTimeField(null=True, verbose_name="worked in at")),
                        ("done_at", models.DateTimeField(editable=False, null=True, verbose_name="in force since")),
                        ("past_reason", models.CharField(blank=True, max_length=500, verbose_name="why it is carried over")),
                        ("carried", models.PositiveSmallIntegerField(default=0, editable=False)),
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
                            "past_set",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agencies.indicatorset"
                            ),
                        ),
                        (
                            "past_version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="certification.frameworkversion",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorproposal"
                            ),
                        ),
                        (
                            "proposed_at",
                            models.ForeignKey(
                                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "worked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="worked in by",
                            ),
                        ),
                        (
                            "worked_set",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agencies.indicatorset"
                            ),
                        ),
                        (
                            "worked_version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="certification.frameworkversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "accepted change to work in",
                        "ordering": ["proposal__code", "made_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal"), name="one_task_of_a_proposal"),
                            models.CheckConstraint(
                                condition=models.Q(("worked_at", None), models.Q(("words", ""), _negated=True), _connector="OR"),
                                name="worked_in_with_what_was_changed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("done_at", None), ("worked_at__isnull", False), _connector="OR"),
                                name="done_once_it_is_worked_in",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PublishedProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_management", models.BooleanField()),
                        ("code", models.CharField(blank=True, max_length=12)),
                        ("subject_ko", models.CharField(max_length=200)),
                        ("subject_en", models.CharField(blank=True, max_length=200)),
                        ("edition_ko", models.CharField(max_length=120)),
                        ("edition_en", models.CharField(blank=True, max_length=180)),
                        (
                            "change",
                            models.CharField(
                                choices=[
                                    ("wording", "wording or definition"),
                                    ("points", "points or weight"),
                                    ("measurement", "how it is measured"),
                                    ("evidence", "evidence asked for"),
                                    ("drop", "drop the indicator"),
                                    ("new", "a new indicator"),
                                ],
                                max_length=11,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("staff", "agency"), ("assessor", "assessor"), ("provider", "provider")], max_length=8
                            ),
                        ),
                        ("wanted", models.TextField(blank=True)),
                        ("reason", models.TextField()),
                        ("outcome", models.CharField(choices=[("accepted", "adopted"), ("rejected", "not adopted")], max_length=9)),
                        ("answer", models.TextField()),
                        ("published_at", models.DateTimeField(null=True)),
                        ("in_code", models.CharField(blank=True, max_length=12)),
                        ("became", models.TextField(blank=True)),
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
                            "in_set",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorset"
                            ),
                        ),
                        (
                            "in_version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.frameworkversion",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.indicatorproposal"
                            ),
                        ),
                        (
                            "proposed_at",
                            models.ForeignKey(
                                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "published proposal",
                        "ordering": ["-published_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "proposal"), name="a_proposal_is_published_once"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
        migrations.RunSQL(STAY, BACK),
    ]
