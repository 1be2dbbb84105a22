"""Changes of the register for programs, its monthly snapshots, and who is told of a change by e-mail."""

import core.tenancy
import core.transactions
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("certification", "0012_log_and_badges"),
    ]

    operations = [
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
                            ("reinstated", "suspension lifted"),
                            ("revoked", "revoked"),
                            ("surrendered", "surrendered"),
                            ("superseded", "replaced by a newer certificate"),
                            ("prolonged", "prolonged"),
                            ("corrected", "corrected"),
                            ("reissued", "issued anew"),
                            ("expired", "expired"),
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
            name="Watch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("reader", models.CharField(max_length=32)),
                (
                    "language",
                    models.CharField(choices=[("ko", "Korean"), ("en", "English")], default="ko", max_length=2, verbose_name="language"),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.registerentry"),
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
    ]
