"""Providers, their people, sites, services, papers and evidence."""

import core.migrating
import core.tenancy
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
    ]

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="ServiceType",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=40, unique=True, verbose_name="code")),
                        ("name_ko", models.CharField(max_length=60, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=100, verbose_name="name in English")),
                        ("is_sample", models.BooleanField(default=False)),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "service type",
                        "ordering": ["position", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="Provider",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "postcode",
                            models.CharField(
                                max_length=5,
                                validators=[django.core.validators.RegexValidator("^[0-9]{5}$", "A postcode has five digits.")],
                                verbose_name="postcode",
                            ),
                        ),
                        ("address_base", models.CharField(max_length=150, verbose_name="road-name address")),
                        ("address_detail", models.CharField(blank=True, max_length=100, verbose_name="building, floor, room")),
                        ("name", models.CharField(max_length=80, verbose_name="name of the organisation")),
                        ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name in English")),
                        ("business_number", models.CharField(max_length=10, verbose_name="business registration number")),
                        ("head_name", models.CharField(max_length=60, verbose_name="name of the representative")),
                        ("phone", models.CharField(max_length=11, verbose_name="telephone")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail of the organisation")),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("registered", "Waiting for confirmation"),
                                    ("confirmed", "Confirmed"),
                                    ("refused", "Refused"),
                                    ("closed", "Registration ended"),
                                ],
                                default="registered",
                                editable=False,
                                max_length=12,
                                verbose_name="state of the registration",
                            ),
                        ),
                        ("registered_at", models.DateTimeField(editable=False, verbose_name="registered at")),
                        ("decided_at", models.DateTimeField(editable=False, null=True, verbose_name="decided at")),
                        ("refusal_reason", models.TextField(blank=True, editable=False, verbose_name="reason of the refusal")),
                        ("closed_reason", models.TextField(blank=True, editable=False, verbose_name="reason of the ending")),
                        ("entered_by_proxy_at", models.DateTimeField(editable=False, null=True, verbose_name="taken in from paper at")),
                        ("name_key", models.TextField(default="", editable=False)),
                        ("address_key", models.TextField(default="", editable=False)),
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
                                verbose_name="city, county or district",
                            ),
                        ),
                        (
                            "entered_by_proxy_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "provider",
                        "verbose_name_plural": "providers",
                        "indexes": [
                            models.Index(fields=["agency", "stage", "registered_at"], name="providers_by_stage"),
                            models.Index(fields=["agency", "registered_at", "id"], name="providers_by_day"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "business_number"), name="one_provider_per_number"),
                            models.CheckConstraint(
                                condition=models.Q(("business_number__regex", "^[0-9]{10}$")), name="number_has_ten_digits"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "refused"), _negated=True),
                                    models.Q(("refusal_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="refused_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", "closed"), _negated=True),
                                    models.Q(("closed_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("entered_by_proxy_at", None), ("entered_by_proxy_by", None)),
                                    models.Q(("entered_by_proxy_at__isnull", False), ("entered_by_proxy_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="taken_in_by_somebody",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="JoinRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "stage",
                            models.CharField(
                                choices=[("asked", "Waiting for an answer"), ("accepted", "Accepted"), ("declined", "Declined")],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=300, verbose_name="what the person says")),
                        ("asked_at", models.DateTimeField(verbose_name="asked at")),
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
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "request to join a provider",
                        "indexes": [models.Index(fields=["agency", "user"], name="requests_of_a_person")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stage", "asked")), fields=("agency", "provider", "user"), name="one_open_request"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("lineage", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        ("covers_from", models.DateField(blank=True, null=True, verbose_name="covers from")),
                        ("covers_to", models.DateField(blank=True, null=True, verbose_name="covers to")),
                        ("expires_on", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("added_at", models.DateTimeField(verbose_name="received at")),
                        ("replaced_at", models.DateTimeField(null=True)),
                        ("removed_at", models.DateTimeField(null=True)),
                        (
                            "added_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
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
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence document",
                        "verbose_name_plural": "evidence documents",
                        "ordering": ["-added_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at", None)),
                                fields=("agency", "provider", "file"),
                                name="a_file_once_in_the_library",
                            ),
                            models.UniqueConstraint(fields=("agency", "lineage", "version"), name="one_evidence_of_a_version"),
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at", None)), fields=("agency", "lineage"), name="one_newest_evidence"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("covers_from", None), ("covers_to", None), ("covers_from__lte", models.F("covers_to")), _connector="OR"
                                ),
                                name="covers_forwards",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Disposition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("order", "corrective order"),
                                    ("warning", "warning"),
                                    ("fine", "fine or surcharge"),
                                    ("suspension", "suspension of business"),
                                    ("cancellation", "cancellation of the registration"),
                                    ("other", "other disposition"),
                                ],
                                max_length=12,
                                verbose_name="kind of disposition",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="imposed on")),
                        ("to_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
                        ("authority", models.CharField(max_length=80, verbose_name="authority")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                        ("entered_at", models.DateTimeField(verbose_name="entered at")),
                        ("withdrawn_at", models.DateTimeField(null=True)),
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
                            "entered_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="dispositions", to="providers.provider"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "administrative disposition",
                        "ordering": ["-from_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("agency", "provider", "kind", "from_on"),
                                name="one_disposition_of_a_kind_and_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="disposition_ends_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), models.Q(("withdrawn_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="withdrawn_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Bar",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("barred_until", models.DateField(verbose_name="barred until")),
                        ("reason", models.TextField(verbose_name="reason")),
                        ("entered_at", models.DateTimeField(verbose_name="entered at")),
                        ("lifted_at", models.DateTimeField(null=True, verbose_name="lifted at")),
                        ("lifted_reason", models.TextField(blank=True, verbose_name="reason")),
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
                            "entered_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="bars", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "bar",
                        "ordering": ["-barred_until", "-pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="barred_with_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(("lifted_at", None), models.Q(("lifted_reason", ""), _negated=True), _connector="OR"),
                                name="lifted_with_a_reason",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProviderDocument",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("business_registration", "Business registration certificate"),
                                    ("provider_registration", "Provider registration certificate"),
                                    ("paper", "Registration on paper, scanned"),
                                    ("other", "Other document"),
                                ],
                                max_length=30,
                                verbose_name="kind of document",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("added_at", models.DateTimeField(verbose_name="received at")),
                        ("replaced_at", models.DateTimeField(null=True, verbose_name="replaced at")),
                        (
                            "added_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
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
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="providers.provider"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at", None), models.Q(("kind", "other"), _negated=True)),
                                fields=("agency", "provider", "kind"),
                                name="one_current_document",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProviderInvitation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "language",
                            models.CharField(
                                choices=[("ko", "Korean"), ("en", "English")], default="ko", max_length=2, verbose_name="language"
                            ),
                        ),
                        ("invited_at", models.DateTimeField(verbose_name="invited at")),
                        ("expires_at", models.DateTimeField(verbose_name="valid until")),
                        ("accepted_at", models.DateTimeField(null=True, verbose_name="accepted at")),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        (
                            "role",
                            models.CharField(
                                choices=[("owner", "owner"), ("editor", "editor"), ("viewer", "viewer")], max_length=6, verbose_name="role"
                            ),
                        ),
                        (
                            "accepted_by",
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
                        (
                            "invited_by",
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
                        "verbose_name": "invitation to a provider",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                                fields=("agency", "provider", "email"),
                                name="one_open_invitation_of_a_provider",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ProviderMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "role",
                            models.CharField(
                                choices=[("owner", "owner"), ("editor", "editor"), ("viewer", "viewer")], max_length=6, verbose_name="role"
                            ),
                        ),
                        ("joined_at", models.DateTimeField(verbose_name="since")),
                        ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="until")),
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
                            "ended_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="members", to="providers.provider"),
                        ),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "member of a provider",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)), fields=("agency", "provider", "user"), name="one_active_membership"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="NationalHolder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("business_number", models.CharField(max_length=10, verbose_name="business registration number")),
                        ("name", models.CharField(max_length=80, verbose_name="name of the organisation")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("listed_at", models.DateTimeField(verbose_name="as of")),
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
                        "verbose_name": "holder of the national scheme",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency", "business_number", "service_type"), name="one_national_holder_per_service"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("business_number__regex", "^[0-9]{10}$")), name="national_number_has_ten_digits"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Site",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "postcode",
                            models.CharField(
                                max_length=5,
                                validators=[django.core.validators.RegexValidator("^[0-9]{5}$", "A postcode has five digits.")],
                                verbose_name="postcode",
                            ),
                        ),
                        ("address_base", models.CharField(max_length=150, verbose_name="road-name address")),
                        ("address_detail", models.CharField(blank=True, max_length=100, verbose_name="building, floor, room")),
                        ("name", models.CharField(max_length=80, verbose_name="name of the site")),
                        ("phone", models.CharField(max_length=11, verbose_name="telephone")),
                        ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="latitude")),
                        ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="longitude")),
                        ("opening_hours", models.TextField(blank=True, max_length=500, verbose_name="opening hours")),
                        ("added_at", models.DateTimeField(editable=False)),
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
                                verbose_name="city, county or district",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="sites", to="providers.provider"),
                        ),
                    ],
                    options={
                        "verbose_name": "site",
                        "verbose_name_plural": "sites",
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "provider", "name"), name="one_site_of_a_name"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude", None), ("longitude", None)),
                                    models.Q(
                                        ("latitude__gte", 33), ("latitude__lte", 39), ("longitude__gte", 124), ("longitude__lte", 132)
                                    ),
                                    _connector="OR",
                                ),
                                name="site_lies_in_korea",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Offering",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "registration_number",
                            models.CharField(blank=True, max_length=30, verbose_name="number of the provider registration"),
                        ),
                        ("registered_on", models.DateField(blank=True, null=True, verbose_name="registered on")),
                        ("price_low", models.PositiveIntegerField(blank=True, null=True, verbose_name="price from, in won")),
                        ("price_high", models.PositiveIntegerField(blank=True, null=True, verbose_name="price to, in won")),
                        (
                            "price_per",
                            models.CharField(
                                blank=True, choices=[("session", "a session"), ("month", "a month")], max_length=7, verbose_name="price for"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="offered now")),
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
                            "service_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.servicetype",
                                verbose_name="service",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="offerings", to="providers.site"),
                        ),
                    ],
                    options={
                        "verbose_name": "offering",
                        "verbose_name_plural": "offerings",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_active", True)),
                                fields=("agency", "site", "service_type"),
                                name="a_service_once_per_site",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("price_high", None), ("price_low", None), ("price_per", "")),
                                    models.Q(
                                        ("price_high__isnull", False),
                                        ("price_low__isnull", False),
                                        ("price_low__lte", models.F("price_high")),
                                        models.Q(("price_per", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="price_from_low_to_high",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BusinessPause",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("to_on", models.DateField(verbose_name="through")),
                        ("matter", models.UUIDField(verbose_name="report")),
                        ("noted_at", models.DateTimeField(verbose_name="noted at")),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="pauses", to="providers.provider"),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pause of business",
                        "ordering": ["from_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "matter"), name="one_pause_of_a_report"),
                            models.CheckConstraint(
                                condition=models.Q(("to_on__gte", models.F("from_on"))), name="a_business_pause_has_an_end"
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("successor_name", models.CharField(max_length=80, verbose_name="name of the successor")),
                        ("successor_number", models.CharField(max_length=10, verbose_name="business registration number")),
                        (
                            "manner",
                            models.CharField(
                                choices=[("transfer", "transfer"), ("merger", "merger"), ("inheritance", "inheritance")],
                                max_length=11,
                                verbose_name="manner",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="since")),
                        ("sanctions_until", models.DateField(verbose_name="sanctions follow until")),
                        ("matter", models.UUIDField(verbose_name="report")),
                        ("noted_at", models.DateTimeField(verbose_name="noted at")),
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
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="providers.provider",
                                verbose_name="predecessor",
                            ),
                        ),
                        (
                            "successor",
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
                        "verbose_name": "succession",
                        "ordering": ["-happened_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["agency", "successor"], name="successions_by_successor"),
                            models.Index(fields=["agency", "predecessor"], name="successions_by_predecessor"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "matter"), name="one_succession_of_a_report"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("successor", None), models.Q(("successor", models.F("predecessor")), _negated=True), _connector="OR"
                                ),
                                name="no_provider_follows_itself",
                            ),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Upload",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("place", models.CharField(max_length=120)),
                        ("name", models.CharField(max_length=120, verbose_name="name of the file")),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        ("sha256", models.CharField(max_length=64)),
                        ("received", models.PositiveBigIntegerField(default=0, verbose_name="arrived")),
                        ("begun_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("was_there", models.BooleanField(default=False)),
                        ("refusal", models.CharField(blank=True, max_length=600)),
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
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="providers.evidence"
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
                        "verbose_name": "unfinished upload",
                        "ordering": ["begun_at", "pk"],
                        "indexes": [models.Index(fields=["agency", "expires_at"], name="uploads_by_expiry")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("received__lte", models.F("size"))), name="no_more_arrived_than_it_has"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("finished_at", None)),
                                fields=("agency", "provider", "user", "place", "name", "size", "sha256"),
                                name="an_upload_begun_once",
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
