"""The contact book of the agencies."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("agencies", "0004_plans_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "function",
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
                ("duty_ko", models.CharField(max_length=120, verbose_name="tasks in Korean")),
                ("duty_en", models.CharField(blank=True, max_length=160, verbose_name="tasks in English")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("position_ko", models.CharField(blank=True, max_length=60, verbose_name="position in Korean")),
                ("position_en", models.CharField(blank=True, max_length=80, verbose_name="position in English")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_public", models.BooleanField(default=False, verbose_name="shown to citizens")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="in the book since")),
                ("changed_at", models.DateTimeField(verbose_name="changed at")),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="taken out at")),
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
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("agency", "function", "name"), name="in_the_book_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("email", ""), ("phone", ""), _negated=True), name="a_contact_can_be_reached"
                    ),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
    ]
