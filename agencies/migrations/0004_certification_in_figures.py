"""Certification in figures: an agency's own, and what of them the Central institute reads."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0003_ratings_and_answers_stay"),
    ]

    operations = [
        migrations.CreateModel(
            name="CertificationAggregate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("counted_at", models.DateTimeField(verbose_name="counted at")),
                ("applications", models.PositiveIntegerField(null=True)),
                ("finished", models.PositiveIntegerField(null=True)),
                ("certified", models.PositiveIntegerField(null=True)),
                ("refused", models.PositiveIntegerField(null=True)),
                ("appeals", models.PositiveIntegerField(null=True)),
                ("certificates", models.PositiveIntegerField(null=True)),
                ("providers", models.PositiveIntegerField(null=True)),
                ("suspended", models.PositiveIntegerField(null=True)),
                ("revoked", models.PositiveIntegerField(null=True)),
                ("median_days", models.PositiveIntegerField(null=True)),
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
            ],
            options={
                "verbose_name": "certification figures for the Central institute",
                "ordering": ["-year", "agency"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "central", "year"), name="told_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applications__isnull", True), ("applications", 0), ("applications__gte", 5), _connector="OR"),
                            models.Q(("finished__isnull", True), ("finished", 0), ("finished__gte", 5), _connector="OR"),
                            models.Q(("certified__isnull", True), ("certified", 0), ("certified__gte", 5), _connector="OR"),
                            models.Q(("refused__isnull", True), ("refused", 0), ("refused__gte", 5), _connector="OR"),
                            models.Q(("appeals__isnull", True), ("appeals", 0), ("appeals__gte", 5), _connector="OR"),
                            models.Q(("certificates__isnull", True), ("certificates", 0), ("certificates__gte", 5), _connector="OR"),
                            models.Q(("providers__isnull", True), ("providers", 0), ("providers__gte", 5), _connector="OR"),
                            models.Q(("suspended__isnull", True), ("suspended", 0), ("suspended__gte", 5), _connector="OR"),
                            models.Q(("revoked__isnull", True), ("revoked", 0), ("revoked__gte", 5), _connector="OR"),
                            models.Q(("finished__isnull", True), ("certified__isnull", False), _connector="OR"),
                            models.Q(("finished__isnull", True), ("refused__isnull", False), _connector="OR"),
                            models.Q(("applications__isnull", True), ("certified__isnull", False), _connector="OR"),
                            models.Q(("applications__isnull", True), ("refused__isnull", False), _connector="OR"),
                        ),
                        name="no_small_number_is_told",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CertificationCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("counted_at", models.DateTimeField(verbose_name="counted at")),
                ("applications", models.PositiveIntegerField(null=True)),
                ("finished", models.PositiveIntegerField(null=True)),
                ("certified", models.PositiveIntegerField(null=True)),
                ("refused", models.PositiveIntegerField(null=True)),
                ("appeals", models.PositiveIntegerField(null=True)),
                ("certificates", models.PositiveIntegerField(null=True)),
                ("providers", models.PositiveIntegerField(null=True)),
                ("suspended", models.PositiveIntegerField(null=True)),
                ("revoked", models.PositiveIntegerField(null=True)),
                ("median_days", models.PositiveIntegerField(null=True)),
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
                "verbose_name": "certification figures of a year",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "year"), name="counted_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("appeals__isnull", False),
                            ("applications__isnull", False),
                            ("certificates__isnull", False),
                            ("certified__isnull", False),
                            ("finished__isnull", False),
                            ("providers__isnull", False),
                            ("refused__isnull", False),
                            ("revoked__isnull", False),
                            ("suspended__isnull", False),
                        ),
                        name="what_is_counted_has_a_number",
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
    ]
