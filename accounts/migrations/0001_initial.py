"""Agencies, people, memberships, covers, places."""

import accounts.models.agency
import core.migrating
import core.tenancy
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        core.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="User",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail")),
                        (
                            "language",
                            models.CharField(
                                choices=[("ko", "Korean"), ("en", "English")], default="ko", max_length=2, verbose_name="language"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("is_operator", models.BooleanField(default=False)),
                        ("session_epoch", models.PositiveIntegerField(default=0)),
                        ("joined_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "person",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.person"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "account",
                        "constraints": [
                            models.UniqueConstraint(django.db.models.functions.text.Lower("email"), name="one_account_per_address")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "slug",
                            models.CharField(
                                max_length=40,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z][a-z0-9-]*$", "Small letters, digits and hyphens, beginning with a letter."
                                    ),
                                    accounts.models.agency.is_not_a_national_address,
                                ],
                                verbose_name="address",
                            ),
                        ),
                        ("domain", models.CharField(blank=True, max_length=200, null=True, unique=True, verbose_name="own domain")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("provincial", "provincial agency"), ("central", "Central institute")],
                                default="provincial",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("name_ko", models.CharField(max_length=60, verbose_name="name in Korean")),
                        ("name_en", models.CharField(max_length=80, verbose_name="name in English")),
                        ("opened_on", models.DateField(blank=True, null=True, verbose_name="opened on")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "primary_colour",
                            models.CharField(
                                blank=True, max_length=7, validators=[accounts.models.agency.check_primary], verbose_name="main colour"
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("hours_ko", models.CharField(blank=True, max_length=60, verbose_name="office hours in Korean")),
                        ("hours_en", models.CharField(blank=True, max_length=60, verbose_name="office hours in English")),
                        ("address_ko", models.CharField(blank=True, max_length=200, verbose_name="postal address in Korean")),
                        ("address_en", models.CharField(blank=True, max_length=200, verbose_name="postal address in English")),
                        ("labels", models.JSONField(blank=True, default=dict, verbose_name="labels")),
                        ("closing_days", models.JSONField(blank=True, default=list, verbose_name="closing days")),
                        ("city_assents", models.BooleanField(default=False, verbose_name="the city agrees before results are announced")),
                        (
                            "city_assents_sanctions",
                            models.BooleanField(default=False, verbose_name="the city agrees before a sanction is decided"),
                        ),
                        (
                            "months_listed",
                            models.PositiveSmallIntegerField(
                                default=6,
                                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)],
                                verbose_name="months for which a revoked certificate stays in the list",
                            ),
                        ),
                        ("public_generation", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "province",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.province",
                                verbose_name="province",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agency",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="District",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=5, unique=True, verbose_name="administrative code")),
                        ("name_ko", models.CharField(max_length=40)),
                        ("name_en", models.CharField(max_length=40)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        (
                            "province",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="districts", to="accounts.province"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "district",
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                                verbose_name="role",
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
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                                fields=("agency", "email", "role"),
                                name="one_open_invitation",
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "role",
                            models.CharField(
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
                                verbose_name="role",
                            ),
                        ),
                        ("began_at", models.DateTimeField(verbose_name="since")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="until")),
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
                            "began_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "ended_by",
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
                        "verbose_name": "membership",
                        "verbose_name_plural": "memberships",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("agency", "user", "role"), name="one_membership"
                            )
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        ("birth_on", models.DateField(verbose_name="date of birth")),
                        ("phone_hash", models.CharField(max_length=64)),
                        ("fingerprint", models.CharField(max_length=64, unique=True)),
                    ],
                    options={
                        "verbose_name": "person",
                    },
                ),
                migrations.CreateModel(
                    name="Province",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=5, unique=True, verbose_name="administrative code")),
                        ("name_ko", models.CharField(max_length=40)),
                        ("name_en", models.CharField(max_length=40)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "province",
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        ("session_key", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key")),
                        ("session_data", models.TextField(verbose_name="session data")),
                        ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                        (
                            "account",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "db_table": "accounts_session",
                    },
                ),
                migrations.CreateModel(
                    name="Affiliation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "user",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                        ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("user", "agency"), name="affiliated_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Cover",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("roles", models.JSONField(default=list, verbose_name="roles")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("to_on", models.DateField(verbose_name="until")),
                        ("named_at", models.DateTimeField(verbose_name="named at")),
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
                            "covered",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who is away",
                            ),
                        ),
                        (
                            "delegate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="delegate",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "cover for absence",
                        "ordering": ["from_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("covered", models.F("delegate")), _negated=True), name="nobody_covers_themselves"
                            ),
                            models.CheckConstraint(condition=models.Q(("to_on__gte", models.F("from_on"))), name="a_cover_has_an_end"),
                        ],
                    },
                    managers=[
                        ("everything", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
