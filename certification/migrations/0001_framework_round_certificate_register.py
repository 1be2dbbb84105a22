"""Frameworks, rounds, certificates and the public register."""

import accounts.models.agency
import core.migrating
import core.tenancy
import core.transactions
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
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
        ("core", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("providers", "0001_initial"),
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                        ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                ],
                                max_length=12,
                                verbose_name="ended as",
                            ),
                        ),
                        ("matter", models.UUIDField(null=True, verbose_name="case")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("issued", "issued here"), ("imported", "issued before this system")],
                                default="issued",
                                max_length=8,
                                verbose_name="origin",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        ("serial", models.PositiveIntegerField(verbose_name="serial")),
                        ("number", models.CharField(max_length=40, verbose_name="key")),
                        ("number_shown", models.CharField(max_length=40, verbose_name="number")),
                        ("code", models.CharField(max_length=13, verbose_name="verification code")),
                        ("provider_name", models.CharField(max_length=80, verbose_name="name of the organisation")),
                        ("provider_name_en", models.CharField(blank=True, max_length=120, verbose_name="name in English")),
                        ("head_name", models.CharField(max_length=60, verbose_name="name of the representative")),
                        ("shows_head_name", models.BooleanField(default=False, verbose_name="name of the representative is public")),
                        ("site_name", models.CharField(max_length=80, verbose_name="name of the site")),
                        ("address", models.CharField(max_length=260, verbose_name="address")),
                        ("phone", models.CharField(blank=True, max_length=11, verbose_name="telephone")),
                        ("latitude", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                        ("longitude", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                        ("area_findings", models.JSONField(default=list)),
                        ("issued_at", models.DateTimeField(verbose_name="issued at")),
                        ("given_until", models.DateField(editable=False, null=True, verbose_name="last day before it was prolonged")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.district"),
                        ),
                        (
                            "offering",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.offering"
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
                        (
                            "framework",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.framework"),
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
                        "verbose_name": "certificate",
                        "verbose_name_plural": "certificates",
                        "ordering": ["-year", "-serial"],
                        "indexes": [
                            models.Index(fields=["agency", "valid_to"], name="certificates_by_end"),
                            models.Index(fields=["agency", "provider"], name="certificates_of_a_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "number"), name="one_certificate_of_a_number"),
                            models.UniqueConstraint(fields=("agency", "framework", "year", "serial"), name="one_certificate_of_a_serial"),
                            models.UniqueConstraint(fields=("agency", "code"), name="one_certificate_of_a_code"),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on", None)), fields=("agency", "matter"), name="one_certificate_of_a_case"
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("agency", "="),
                                    ("offering", "="),
                                    (
                                        models.Func(
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                            template="daterange(valid_from, COALESCE(ended_on, valid_to + 1))",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="one_live_certificate_per_offering",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("valid_to__gte", models.F("valid_from"))), name="certificate_ends_after_it_began"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_as", ""), ("ended_on", None)),
                                    models.Q(("ended_on__isnull", False), models.Q(("ended_as", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="certificate_ended_on_a_day_as_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("valid_from")), _connector="OR"),
                                name="certificate_ended_not_before_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("suspended_to", None), ("suspended_to__gte", models.F("suspended_from")), _connector="OR"
                                ),
                                name="certificate_suspended_to_after_from",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CertificateDocument",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("certificate", "certificate"), ("plaque", "plaque")], max_length=12, verbose_name="kind"
                            ),
                        ),
                        ("language", models.CharField(default="ko", max_length=2, verbose_name="language")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("made_at", models.DateTimeField(null=True, verbose_name="made at")),
                        ("replaced_at", models.DateTimeField(null=True, verbose_name="replaced at")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="certification.certificate"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.certificaterevision",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document of a certificate",
                        "ordering": ["kind", "-language", "-version"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "certificate", "kind", "language", "version"), name="one_document_of_a_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file", None), ("made_at", None), ("sha256", "")),
                                    models.Q(("file__isnull", False), ("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="made_with_its_file",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CertificateEvent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("issued", "certified"),
                                    ("imported", "certified (entered from the papers)"),
                                    ("suspended", "suspended"),
                                    ("reinstated", "in force again"),
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                    ("prolonged", "prolonged"),
                                    ("corrected", "corrected"),
                                    ("reissued", "issued anew"),
                                    ("expired", "no longer valid"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="noted at")),
                        ("effective_on", models.DateField(verbose_name="effective on")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="events", to="certification.certificate"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "event of a certificate",
                        "ordering": ["effective_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "expired")), fields=("agency", "certificate"), name="a_certificate_expires_once"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CertificateRevision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("reissued", "issued anew"), ("corrected", "corrected")], max_length=9, verbose_name="kind"
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("effective_on", models.DateField(verbose_name="effective on")),
                        ("facts_before", models.JSONField(default=dict)),
                        ("facts_after", models.JSONField(default=dict)),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("done_at", models.DateTimeField(null=True, verbose_name="carried out at")),
                        ("dropped_at", models.DateTimeField(null=True, verbose_name="dropped at")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="certification.certificate"
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.provider",
                                verbose_name="successor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "new version of a certificate",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("done_at", None), ("dropped_at", None)),
                                fields=("agency", "certificate"),
                                name="one_open_correction_of_a_certificate",
                            ),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="made_anew_with_a_reason"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
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
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.area")),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="criteria", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "version", "code"), name="one_criterion_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="EarlyNotice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("consultation", "opinions asked for"), ("publication", "told that it is published")],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("words_ko", models.TextField(blank=True, verbose_name="what is added, in Korean")),
                        ("words_en", models.TextField(blank=True, verbose_name="what is added, in English")),
                        ("answer_until", models.DateField(null=True, verbose_name="opinions until")),
                        ("sent_at", models.DateTimeField()),
                        ("reminded_at", models.DateTimeField(null=True)),
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
                            "sent_by",
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
                        "verbose_name": "early notice",
                        "ordering": ["-sent_at", "-pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Erratum",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("field", models.CharField(max_length=40)),
                        ("old_text", models.TextField(verbose_name="the text as it stands")),
                        ("new_text", models.TextField(verbose_name="what it should say")),
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
                            "area",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.area"
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.criterion"
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="errata", to="certification.frameworkversion"
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "erratum",
                        "ordering": ["noted_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("area__isnull", False), ("criterion__isnull", True), ("indicator__isnull", True)),
                                    models.Q(("area__isnull", True), ("criterion__isnull", False), ("indicator__isnull", True)),
                                    models.Q(("area__isnull", True), ("criterion__isnull", True), ("indicator__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_erratum_is_about_one_row",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Framework",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name_ko", models.CharField(max_length=80, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                        (
                            "number_shown",
                            models.CharField(
                                default="제{year}-{serial}호",
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[^{}]*\\{year\\}[^{}]*\\{serial\\}[^{}]*$",
                                        "The pattern needs {year} and {serial}, in this order, once each.",
                                    )
                                ],
                                verbose_name="pattern of the number",
                            ),
                        ),
                        (
                            "number_key",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9]+(-[A-Z0-9]+)*-\\{year\\}-\\{serial\\}$",
                                        "Capital letters and digits, then -{year}-{serial}.",
                                    )
                                ],
                                verbose_name="pattern of the key",
                            ),
                        ),
                        ("serial_digits", models.PositiveSmallIntegerField(default=3, verbose_name="digits of the serial")),
                        ("validity_years", models.PositiveSmallIntegerField(default=3, verbose_name="years of validity")),
                        (
                            "renewal_from",
                            models.PositiveSmallIntegerField(default=180, verbose_name="renewal from, in days before the last day"),
                        ),
                        (
                            "renewal_until",
                            models.PositiveSmallIntegerField(default=60, verbose_name="renewal until, in days before the last day"),
                        ),
                        (
                            "colour",
                            models.CharField(
                                blank=True,
                                max_length=7,
                                validators=[accounts.models.agency.check_primary],
                                verbose_name="colour of the documents",
                            ),
                        ),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
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
                            "mark",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "framework",
                        "verbose_name_plural": "frameworks",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "number_key"), name="one_framework_per_number_key"),
                            models.CheckConstraint(
                                condition=models.Q(("renewal_from__gt", models.F("renewal_until"))), name="renewal_opens_before_it_closes"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FrameworkPaper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "language",
                            models.CharField(choices=[("ko", "Korean"), ("en", "English")], max_length=2, verbose_name="language"),
                        ),
                        ("errata", models.PositiveIntegerField(default=0)),
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criteria as a document",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "version", "language"), name="one_paper_of_an_edition_and_language")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FrameworkVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("label_ko", models.CharField(max_length=40, verbose_name="label in Korean")),
                        ("label_en", models.CharField(max_length=60, verbose_name="label in English")),
                        ("is_sample", models.BooleanField(default=False, verbose_name="sample")),
                        ("drafted_at", models.DateTimeField(editable=False)),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
                        ("mapped_at", models.DateTimeField(editable=False, null=True)),
                        ("consulted_at", models.DateTimeField(editable=False, null=True)),
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
                            "follows",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.frameworkversion",
                            ),
                        ),
                        (
                            "framework",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.framework"),
                        ),
                    ],
                    options={
                        "verbose_name": "version of the framework",
                        "verbose_name_plural": "versions of the framework",
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "framework", "number"), name="one_version_of_a_number")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ImprovementProposal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("source", models.CharField(max_length=200, verbose_name="where it comes from")),
                        ("found", models.JSONField(default=dict, verbose_name="what was found")),
                        ("reason", models.TextField(max_length=2000, verbose_name="what should become better")),
                        ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("", "open"), ("taken", "taken over"), ("rejected", "not taken over")],
                                default="",
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
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
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal for improvement",
                        "verbose_name_plural": "proposals for improvement",
                        "ordering": ["proposed_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("agency", "indicator", "source"),
                                name="proposed_once_while_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at", None), ("outcome", "")),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("answer", ""), _negated=True),
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="proposal_answered_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Indicator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        ("question_ko", models.TextField(blank=True, verbose_name="question in Korean")),
                        ("question_en", models.TextField(blank=True, verbose_name="question in English")),
                        ("description_ko", models.TextField(verbose_name="description in Korean")),
                        ("description_en", models.TextField(verbose_name="description in English")),
                        ("evidence", models.JSONField(default=list, verbose_name="evidence asked for")),
                        ("document_check_ko", models.TextField(verbose_name="document review in Korean")),
                        ("document_check_en", models.TextField(verbose_name="document review in English")),
                        ("onsite_check_ko", models.TextField(verbose_name="on-site check in Korean")),
                        ("onsite_check_en", models.TextField(verbose_name="on-site check in English")),
                        ("mistakes_ko", models.TextField(blank=True, verbose_name="frequent mistakes in Korean")),
                        ("mistakes_en", models.TextField(blank=True, verbose_name="frequent mistakes in English")),
                        ("legal_basis", models.CharField(blank=True, max_length=200, verbose_name="legal basis")),
                        ("applies_to", models.JSONField(default=list, verbose_name="services")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.criterion"),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indicator",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "version", "code"), name="one_indicator_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="IndicatorMapping",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("same", "the same"),
                                    ("reworded", "reworded"),
                                    ("split", "split"),
                                    ("merged", "merged"),
                                    ("dropped", "dropped"),
                                    ("new", "new"),
                                ],
                                max_length=8,
                                verbose_name="kind",
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
                            "new",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"
                            ),
                        ),
                        (
                            "old",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.indicator"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="mappings", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mapping of an indicator",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "version", "old", "new"), name="one_mapping_of_a_pair", nulls_distinct=False
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "new"), ("new__isnull", False), ("old__isnull", True)),
                                    models.Q(("kind", "dropped"), ("new__isnull", True), ("old__isnull", False)),
                                    models.Q(
                                        ("kind__in", ("same", "reworded", "split", "merged")),
                                        ("new__isnull", False),
                                        ("old__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_mapping_has_the_sides_of_its_kind",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Issuer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("name_ko", models.CharField(max_length=60, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=80, verbose_name="name in English")),
                        ("title_ko", models.CharField(max_length=60, verbose_name="title in Korean")),
                        ("title_en", models.CharField(max_length=100, verbose_name="title in English")),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="issuers", to="certification.framework"
                            ),
                        ),
                        (
                            "seal",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "issuer",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "framework", "position"), name="one_issuer_per_position")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="LogEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                        ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                ],
                                max_length=12,
                                verbose_name="ended as",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="noted at")),
                        ("verb", models.CharField(max_length=20, verbose_name="what happened")),
                        ("number", models.CharField(max_length=40)),
                        ("code", models.CharField(max_length=13)),
                        ("effective_on", models.DateField(null=True, verbose_name="effective on")),
                        ("document", models.CharField(blank=True, max_length=12, verbose_name="document")),
                        ("language", models.CharField(blank=True, max_length=2)),
                        ("version", models.PositiveSmallIntegerField(null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("position", models.PositiveIntegerField(verbose_name="position")),
                        ("logged_at", models.DateTimeField(verbose_name="got its place at")),
                        ("previous", models.CharField(max_length=64)),
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
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of the log",
                        "verbose_name_plural": "public log",
                        "ordering": ["position"],
                        "indexes": [
                            models.Index(fields=["number"], name="log_by_number"),
                            models.Index(fields=["sha256"], name="log_by_sha256"),
                            models.Index(fields=["agency", "certificate"], name="log_by_certificate"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "position"), name="one_log_entry_per_position"),
                            models.UniqueConstraint(fields=("agency", "previous"), name="the_log_never_forks"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="LogHead",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("position", models.PositiveIntegerField(default=0)),
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
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("agency",), name="one_log_head_per_agency")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="LogWaiting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                        ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                ],
                                max_length=12,
                                verbose_name="ended as",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="noted at")),
                        ("verb", models.CharField(max_length=20, verbose_name="what happened")),
                        ("number", models.CharField(max_length=40)),
                        ("code", models.CharField(max_length=13)),
                        ("effective_on", models.DateField(null=True, verbose_name="effective on")),
                        ("document", models.CharField(blank=True, max_length=12, verbose_name="document")),
                        ("language", models.CharField(blank=True, max_length=2)),
                        ("version", models.PositiveSmallIntegerField(null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
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
                    ],
                    options={
                        "verbose_name": "waits for its place in the log",
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PlaqueOrder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "size",
                            models.CharField(
                                choices=[("a3", "A3, lying"), ("square", "small square")],
                                default="a3",
                                max_length=6,
                                verbose_name="size of the plaque",
                            ),
                        ),
                        (
                            "delivery",
                            models.CharField(
                                choices=[("ceremony", "at the ceremony"), ("post", "by post"), ("pickup", "picked up")],
                                default="ceremony",
                                max_length=8,
                                verbose_name="delivery",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=260, verbose_name="address")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("asked", "waits for the proof"),
                                    ("proofed", "proof approved"),
                                    ("ordered", "ordered"),
                                    ("made", "made"),
                                    ("handed_over", "handed over"),
                                    ("due_back", "to be returned"),
                                    ("returned", "returned"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=11,
                                verbose_name="state",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("objection", models.TextField(blank=True, verbose_name="what is wrong on the proof")),
                        ("proofed_at", models.DateTimeField(null=True, verbose_name="proof approved at")),
                        ("ordered_at", models.DateTimeField(null=True, verbose_name="ordered at")),
                        ("made_on", models.DateField(null=True, verbose_name="made on")),
                        ("handed_on", models.DateField(null=True, verbose_name="handed over on")),
                        ("received_by", models.CharField(blank=True, max_length=60, verbose_name="received by")),
                        ("due_back_on", models.DateField(null=True, verbose_name="to be returned by")),
                        ("returned_on", models.DateField(null=True, verbose_name="returned on")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="cancelled at")),
                        ("cancelled_reason", models.TextField(blank=True, verbose_name="reason")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plaque_orders", to="certification.certificate"
                            ),
                        ),
                        (
                            "proof",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.certificatedocument",
                            ),
                        ),
                        (
                            "proofed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "receipt",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="correspondence.letter"
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.printbatch"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plaque",
                        "verbose_name_plural": "plaques",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage__in", ["asked", "proofed", "ordered", "made"])),
                                fields=("agency", "certificate", "size"),
                                name="one_plaque_of_a_size_under_way",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["ordered", "made", "handed_over"]), _negated=True),
                                    ("proof__isnull", False),
                                    _connector="OR",
                                ),
                                name="ordered_with_an_approved_proof",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage__in", ["handed_over", "due_back", "returned"]), _negated=True),
                                    ("handed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="handed_over_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("delivery", "post"), _negated=True), models.Q(("address", ""), _negated=True), _connector="OR"
                                ),
                                name="posted_to_an_address",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PlaquePicture",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("width", models.PositiveSmallIntegerField()),
                        ("height", models.PositiveSmallIntegerField()),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
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
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificatedocument"
                            ),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "picture of a plaque",
                        "constraints": [models.UniqueConstraint(fields=("agency", "document"), name="one_picture_of_a_plaque")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PrintBatch",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("plaques", "plaques"), ("certificates", "certificates")], max_length=12, verbose_name="kind"
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("number", models.PositiveIntegerField(default=0, verbose_name="number of documents")),
                        ("left_out", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField(null=True, verbose_name="made at")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "ceremony",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.ceremony"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "print batch",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file", None), ("made_at", None)), ("made_at__isnull", False), _connector="OR"
                                ),
                                name="batch_made_before_it_has_a_file",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RegisterChange",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.CharField(max_length=40)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("issued", "certified"),
                                    ("imported", "certified (entered from the papers)"),
                                    ("suspended", "suspended"),
                                    ("reinstated", "in force again"),
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                    ("prolonged", "prolonged"),
                                    ("corrected", "corrected"),
                                    ("reissued", "issued anew"),
                                    ("expired", "no longer valid"),
                                    ("edited", "entry edited"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("era", models.PositiveSmallIntegerField(default=1)),
                        ("transaction", models.BigIntegerField(db_default=core.transactions.CurrentTransaction())),
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
                        "verbose_name": "change of the register",
                        "verbose_name_plural": "changes of the register",
                        "ordering": ["era", "transaction", "pk"],
                        "indexes": [
                            models.Index(fields=["era", "transaction", "id"], name="changes_in_their_order"),
                            models.Index(fields=["agency", "number", "era", "transaction", "id"], name="changes_of_a_certificate"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RegisterEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        ("suspended_from", models.DateField(blank=True, null=True, verbose_name="suspended from")),
                        ("suspended_to", models.DateField(blank=True, null=True, verbose_name="suspended to")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("revoked", "revoked"),
                                    ("surrendered", "surrendered"),
                                    ("superseded", "replaced by a newer certificate"),
                                ],
                                max_length=12,
                                verbose_name="ended as",
                            ),
                        ),
                        ("number", models.CharField(max_length=40)),
                        ("number_shown", models.CharField(max_length=40)),
                        ("code", models.CharField(max_length=13)),
                        ("provider", models.UUIDField()),
                        ("provider_name", models.CharField(max_length=80)),
                        ("provider_name_en", models.CharField(blank=True, max_length=120)),
                        ("head_name", models.CharField(blank=True, max_length=60)),
                        ("site_name", models.CharField(max_length=80)),
                        ("address", models.CharField(max_length=260)),
                        ("phone", models.CharField(blank=True, max_length=11)),
                        ("latitude", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                        ("longitude", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                        ("scheme_ko", models.CharField(max_length=80)),
                        ("scheme_en", models.CharField(max_length=120)),
                        ("edition_ko", models.CharField(blank=True, max_length=40)),
                        ("edition_en", models.CharField(blank=True, max_length=60)),
                        ("is_sample", models.BooleanField(default=False)),
                        ("areas", models.JSONField(default=list)),
                        ("history", models.JSONField(default=list)),
                        ("documents", models.JSONField(default=list)),
                        ("offering", models.UUIDField(null=True)),
                        ("opening_hours", models.CharField(blank=True, max_length=500)),
                        ("price_low", models.PositiveIntegerField(null=True)),
                        ("price_high", models.PositiveIntegerField(null=True)),
                        ("price_per", models.CharField(blank=True, max_length=7)),
                        ("places", models.JSONField(default=list)),
                        (
                            "known_as",
                            django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None),
                        ),
                        ("picture", models.JSONField(default=dict)),
                        ("notes", models.JSONField(default=dict)),
                        ("terms", django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None)),
                        ("renewed_at", models.DateTimeField()),
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
                            "district",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.district"),
                        ),
                        (
                            "service_type",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.servicetype"),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of the register",
                        "verbose_name_plural": "register",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["terms"], name="register_by_terms"),
                            django.contrib.postgres.indexes.GinIndex(fields=["known_as"], name="register_by_names"),
                            models.Index(fields=["agency", "provider_name", "id"], name="register_by_name"),
                            models.Index(fields=["agency", "valid_from", "id"], name="register_by_day"),
                            models.Index(fields=["provider_name", "id"], name="register_of_nation_by_name"),
                            models.Index(fields=["valid_from", "id"], name="register_of_nation_by_day"),
                            models.Index(fields=["number"], name="register_by_number"),
                            models.Index(fields=["code"], name="register_by_code"),
                            models.Index(fields=["agency", "provider"], name="register_by_provider"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "number"), name="one_entry_of_a_number"),
                            models.UniqueConstraint(fields=("agency", "certificate"), name="one_entry_of_a_certificate"),
                            models.CheckConstraint(
                                condition=models.Q(("valid_to__gte", models.F("valid_from"))), name="register_ends_after_it_began"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_as", ""), ("ended_on", None)),
                                    models.Q(("ended_on__isnull", False), models.Q(("ended_as", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="register_ended_on_a_day_as_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("valid_from")), _connector="OR"),
                                name="register_ended_not_before_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("suspended_to", None), ("suspended_to__gte", models.F("suspended_from")), _connector="OR"
                                ),
                                name="register_suspended_to_after_from",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RegisterReport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("facts", "Address, telephone, hours or price are wrong"),
                                    ("plaque", "A plaque hangs where this certificate does not hold"),
                                    ("service", "The service is not what the certificate promises"),
                                    ("other", "Something else"),
                                ],
                                max_length=8,
                                verbose_name="what it is about",
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=2000, verbose_name="what was reported")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("arrived_at", models.DateTimeField(verbose_name="arrived at")),
                        (
                            "stage",
                            models.CharField(
                                choices=[("new", "not read yet"), ("read", "being looked into"), ("closed", "closed")],
                                default="new",
                                editable=False,
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                        ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="what came of it")),
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
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.certificate",
                                verbose_name="certificate",
                            ),
                        ),
                        (
                            "handled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handled by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "report from a citizen",
                        "verbose_name_plural": "reports from citizens",
                        "ordering": ["-arrived_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "stage", "arrived_at"], name="reports_by_state")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "closed"), _negated=True),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        models.Q(models.Q(("outcome", ""), _negated=True), ("erased_at__isnull", False), _connector="OR"),
                                    ),
                                    _connector="OR",
                                ),
                                name="report_closed_with_what_came_of_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_at", None), models.Q(("email", ""), ("outcome", ""), ("words", "")), _connector="OR"
                                ),
                                name="nothing_personal_in_an_erased_report",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RegisterSnapshot",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("month", models.CharField(max_length=7, verbose_name="month")),
                        ("form", models.CharField(choices=[("csv", "CSV"), ("json", "JSON")], max_length=4, verbose_name="form")),
                        ("taken_on", models.DateField(verbose_name="taken on")),
                        ("made_at", models.DateTimeField(verbose_name="made at")),
                        ("count", models.PositiveIntegerField(verbose_name="certificates")),
                        ("size", models.PositiveBigIntegerField(verbose_name="size")),
                        ("sha256", models.CharField(max_length=64)),
                        ("packed", models.BinaryField()),
                    ],
                    options={
                        "verbose_name": "snapshot of the register",
                        "verbose_name_plural": "snapshots of the register",
                        "ordering": ["-month", "form"],
                        "constraints": [models.UniqueConstraint(fields=("month", "form"), name="one_snapshot_a_month_and_form")],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("new", "first certification"), ("renewal", "renewal")],
                                default="new",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        ("name_ko", models.CharField(max_length=80, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                        ("quota", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places")),
                        ("notice_on", models.DateField(blank=True, null=True, verbose_name="announced on")),
                        ("opens_at", models.DateTimeField(verbose_name="applications from")),
                        ("closes_at", models.DateTimeField(verbose_name="applications until")),
                        ("document_review_from", models.DateField(blank=True, null=True, verbose_name="document review from")),
                        ("document_review_until", models.DateField(blank=True, null=True, verbose_name="document review until")),
                        ("site_visits_from", models.DateField(blank=True, null=True, verbose_name="site visits from")),
                        ("site_visits_until", models.DateField(blank=True, null=True, verbose_name="site visits until")),
                        ("final_evaluation_on", models.DateField(blank=True, null=True, verbose_name="final evaluation on")),
                        ("results_on", models.DateField(blank=True, null=True, verbose_name="results on")),
                        ("contact_ko", models.CharField(blank=True, max_length=60, verbose_name="whom to ask, in Korean")),
                        ("contact_en", models.CharField(blank=True, max_length=80, verbose_name="whom to ask, in English")),
                        ("contact_phone", models.CharField(blank=True, max_length=20, verbose_name="telephone for questions")),
                        ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail for questions")),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="certification.frameworkversion",
                                verbose_name="version of the framework",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "round",
                        "verbose_name_plural": "rounds",
                        "ordering": ["-year", "-opens_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "year", "kind", "name_ko"), name="one_round_of_a_name"),
                            models.CheckConstraint(
                                condition=models.Q(("closes_at__gt", models.F("opens_at"))), name="a_round_closes_after_it_opens"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundAttachment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attachment",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "round", "file"), name="a_file_once_per_round")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundDocument",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("code", models.CharField(max_length=40, verbose_name="code")),
                        ("name_ko", models.CharField(max_length=120, verbose_name="document in Korean")),
                        ("name_en", models.CharField(blank=True, max_length=160, verbose_name="document in English")),
                        (
                            "need",
                            models.CharField(
                                choices=[("required", "required"), ("corporations", "corporations only"), ("optional", "optional")],
                                default="required",
                                max_length=12,
                                verbose_name="who hands it in",
                            ),
                        ),
                        ("note_ko", models.CharField(blank=True, max_length=200, verbose_name="note in Korean")),
                        ("note_en", models.CharField(blank=True, max_length=200, verbose_name="note in English")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document to hand in",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "round", "code"), name="one_document_of_a_code_per_round")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundExtension",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("closed_at", models.DateTimeField(verbose_name="until then")),
                        ("closes_at", models.DateTimeField(verbose_name="applications until")),
                        ("reason", models.CharField(max_length=1000, verbose_name="reason")),
                        ("extended_at", models.DateTimeField(verbose_name="prolonged at")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "prolongation",
                        "ordering": ["extended_at", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundLateAccess",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("until", models.DateTimeField(verbose_name="applications until")),
                        ("reason", models.CharField(max_length=1000, verbose_name="reason")),
                        ("granted_at", models.DateTimeField(verbose_name="granted at")),
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
                            "granted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="granted by",
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
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="late_accesses", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "late access",
                        "verbose_name_plural": "late accesses",
                        "ordering": ["-granted_at", "-pk"],
                        "indexes": [models.Index(fields=["agency", "round", "provider"], name="late_access_of_a_provider")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("question_ko", models.CharField(max_length=300, verbose_name="question in Korean")),
                        ("question_en", models.CharField(blank=True, max_length=300, verbose_name="question in English")),
                        ("answer_ko", models.TextField(max_length=2000, verbose_name="answer in Korean")),
                        ("answer_en", models.TextField(blank=True, max_length=2000, verbose_name="answer in English")),
                        ("is_shown", models.BooleanField(default=False, verbose_name="on the page")),
                        ("written_at", models.DateTimeField(verbose_name="written at")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question",
                        "ordering": ["written_at", "pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundRequirement",
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
                        ("months", models.PositiveSmallIntegerField(null=True, verbose_name="months in business")),
                        ("years", models.PositiveSmallIntegerField(null=True, verbose_name="years without a disposition")),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="requirements", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "requirement of the round",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "round", "requirement"), name="a_requirement_once_per_round"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("months__gt", 0), ("months__isnull", False), ("requirement", "experience"), ("years", None)),
                                    models.Q(
                                        ("months", None), ("requirement", "no_disposition"), ("years__gt", 0), ("years__isnull", False)
                                    ),
                                    models.Q(
                                        models.Q(("requirement__in", ["experience", "no_disposition"]), _negated=True),
                                        ("months", None),
                                        ("years", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_requirement_has_its_figure",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RoundService",
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="services", to="certification.round"
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
                        "verbose_name": "service of the round",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "round", "service_type"), name="a_service_once_per_round")
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SignedHead",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("day", models.DateField(verbose_name="day")),
                        ("signed_at", models.DateTimeField(verbose_name="signed at")),
                        ("position", models.PositiveIntegerField(verbose_name="position")),
                        ("digest", models.CharField(max_length=64)),
                        ("signature", models.TextField()),
                        ("certificate", models.TextField()),
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
                        "verbose_name": "signed head of the log",
                        "ordering": ["-day"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "day"), name="one_signed_head_a_day")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="SurrenderRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("wished_on", models.DateField(verbose_name="wished for")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("confirmed", "confirmed"),
                                    ("declined", "declined"),
                                    ("withdrawn", "taken back"),
                                    ("lapsed", "the certificate has ended"),
                                ],
                                max_length=9,
                                verbose_name="answer",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
                        ("answer_reason", models.TextField(blank=True, verbose_name="reason of the answer")),
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="surrender_requests",
                                to="certification.certificate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "request to give a certificate back",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at", None)),
                                fields=("agency", "certificate"),
                                name="one_open_surrender_request",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_at", None)),
                                    models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="surrender_answered_as_something",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Watch",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("reader", models.CharField(max_length=32)),
                        (
                            "language",
                            models.CharField(
                                choices=[("ko", "Korean"), ("en", "English")], default="ko", max_length=2, verbose_name="language"
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked for at")),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed at")),
                        ("told", models.CharField(blank=True, max_length=60)),
                        ("told_on", models.DateField(null=True)),
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.registerentry"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice of changes by e-mail",
                        "verbose_name_plural": "notices of changes by e-mail",
                        "ordering": ["asked_at", "pk"],
                        "indexes": [models.Index(fields=["agency", "reader"], name="watches_of_an_address")],
                        "constraints": [models.UniqueConstraint(fields=("agency", "entry", "reader"), name="an_address_watches_once")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Area",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("code", models.CharField(max_length=12, verbose_name="code")),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name_ko", models.CharField(max_length=120, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        ("description_ko", models.TextField(blank=True, verbose_name="description in Korean")),
                        ("description_en", models.TextField(blank=True, verbose_name="description in English")),
                        ("plain_ko", models.TextField(blank=True, verbose_name="for citizens, in Korean")),
                        ("plain_en", models.TextField(blank=True, verbose_name="for citizens, in English")),
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="certification.frameworkversion"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "area",
                        "ordering": ["position"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "version", "code"), name="one_area_of_a_code")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Badge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("index", models.PositiveIntegerField(verbose_name="place in the status lists")),
                        ("says", models.CharField(max_length=64)),
                        ("valid_to", models.DateField(verbose_name="valid to")),
                        ("seen_at", models.DateTimeField()),
                        ("document", models.TextField(blank=True)),
                        ("made_at", models.DateTimeField(null=True, verbose_name="made at")),
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
                            "picture",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "digital badge",
                        "ordering": ["certificate", "-version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "certificate", "version"), name="one_badge_of_a_version"),
                            models.UniqueConstraint(fields=("agency", "index"), name="one_badge_of_a_place"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document", ""), ("made_at", None)),
                                    models.Q(("made_at__isnull", False), models.Q(("document", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="badge_made_with_its_document",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BadgeKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=20)),
                        ("jwk", models.JSONField()),
                        ("since", models.DateTimeField()),
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
                        "verbose_name": "key of digital badges",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "name"), name="one_badge_key_of_a_name")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BadgeStatusList",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("purpose", models.CharField(choices=[("revocation", "revoked"), ("suspension", "suspended")], max_length=10)),
                        ("places", models.JSONField(default=list)),
                        ("token", models.TextField()),
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
                    ],
                    options={
                        "verbose_name": "status list of digital badges",
                        "constraints": [models.UniqueConstraint(fields=("agency", "purpose"), name="one_status_list_of_a_purpose")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Briefing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name_ko", models.CharField(max_length=80, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        ("place_ko", models.CharField(blank=True, max_length=120, verbose_name="place in Korean")),
                        ("place_en", models.CharField(blank=True, max_length=160, verbose_name="place in English")),
                        ("link", models.URLField(blank=True, max_length=300, verbose_name="address of the video meeting")),
                        ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                        ("register_until", models.DateTimeField(verbose_name="registration until")),
                        ("sequence", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("changed_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "change_reason",
                            models.CharField(blank=True, editable=False, max_length=500, verbose_name="reason of the change"),
                        ),
                        ("called_off_at", models.DateTimeField(editable=False, null=True, verbose_name="called off at")),
                        ("call_off_reason", models.CharField(blank=True, editable=False, max_length=500, verbose_name="reason")),
                        ("materials_told_at", models.DateTimeField(editable=False, null=True)),
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="briefings", to="certification.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "briefing",
                        "verbose_name_plural": "briefings",
                        "ordering": ["starts_at", "pk"],
                        "indexes": [models.Index(fields=["agency", "starts_at"], name="briefings_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="a_briefing_ends_after_it_begins"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("register_until__lte", models.F("starts_at"))),
                                name="registration_ends_before_it_begins",
                            ),
                            models.CheckConstraint(condition=models.Q(("seats__gt", 0)), name="a_briefing_has_seats"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BriefingMaterial",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("added_at", models.DateTimeField(verbose_name="added at")),
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
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="materials", to="certification.briefing"
                            ),
                        ),
                        ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile")),
                    ],
                    options={
                        "verbose_name": "material of a briefing",
                        "ordering": ["added_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("agency", "briefing", "file"), name="a_file_once_per_briefing")],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BriefingPlace",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("organisation", models.CharField(max_length=80, verbose_name="organisation")),
                        ("phone", models.CharField(max_length=20, verbose_name="telephone")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "language",
                            models.CharField(
                                choices=[("ko", "Korean"), ("en", "English")], default="ko", max_length=2, verbose_name="language"
                            ),
                        ),
                        ("arrived_at", models.DateTimeField(verbose_name="registered at")),
                        ("seated_at", models.DateTimeField(null=True, verbose_name="has a seat since")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="given back at")),
                        ("came_at", models.DateTimeField(null=True, verbose_name="came at")),
                        ("reminded_at", models.DateTimeField(null=True)),
                        ("mail_error", models.CharField(blank=True, max_length=300, verbose_name="what the mail server said")),
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
                            "briefing",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.briefing"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "registration for a briefing",
                        "verbose_name_plural": "registrations for a briefing",
                        "ordering": ["arrived_at", "pk"],
                        "indexes": [models.Index(fields=["agency", "briefing", "arrived_at"], name="registrations_in_their_order")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("cancelled_at", None), ("erased_at", None)),
                                fields=("agency", "briefing", "email"),
                                name="an_address_once_per_briefing",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Ceremony",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        ("words", models.TextField(blank=True, max_length=1000, verbose_name="what guests should know")),
                        ("answer_until", models.DateField(verbose_name="answers until")),
                        ("drafted_at", models.DateTimeField(verbose_name="drafted at")),
                        ("called_off_at", models.DateTimeField(null=True, verbose_name="called off at")),
                        ("called_off_reason", models.TextField(blank=True, verbose_name="reason")),
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
                        "verbose_name": "ceremony",
                        "verbose_name_plural": "ceremonies",
                        "ordering": ["-starts_at", "-pk"],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="CeremonyGuest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("organisation", models.CharField(max_length=80, verbose_name="organisation")),
                        ("name", models.CharField(blank=True, max_length=60, verbose_name="name")),
                        ("seat", models.CharField(blank=True, max_length=20, verbose_name="seat")),
                        ("persons", models.PositiveSmallIntegerField(default=1, verbose_name="number of persons")),
                        ("invited_at", models.DateTimeField(null=True, verbose_name="invited at")),
                        (
                            "reply",
                            models.CharField(
                                blank=True, choices=[("comes", "comes"), ("does_not", "does not come")], max_length=8, verbose_name="reply"
                            ),
                        ),
                        ("replied_at", models.DateTimeField(null=True, verbose_name="replied at")),
                        ("came_at", models.DateTimeField(null=True, verbose_name="came at")),
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
                            "ceremony",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.ceremony"),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"
                            ),
                        ),
                        (
                            "certificate",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "guest",
                        "verbose_name_plural": "guests",
                        "ordering": ["organisation", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("certificate__isnull", False)),
                                fields=("agency", "ceremony", "certificate"),
                                name="a_certificate_once_per_ceremony",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
