"""The legal basis of a sanction is data of a framework; an appeal against one is upheld in part."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_city_and_sanctions"),
        ("aftercare", "0011_what_sanctions_follow_from"),
        ("certification", "0012_given_until"),
        ("correspondence", "0002_remind_on"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SanctionBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("falsehood", "certified by falsehood or other unlawful means"),
                            ("deregistered", "registration as a provider cancelled"),
                            ("abuse", "serious abuse or fraud"),
                            ("not_corrected", "criteria not met and not corrected"),
                            ("refusal", "monitoring refused"),
                            ("misuse", "misuse of the mark"),
                        ],
                        max_length=16,
                        verbose_name="ground of the sanction",
                    ),
                ),
                ("words_ko", models.TextField(max_length=500, verbose_name="legal basis in Korean")),
                ("words_en", models.TextField(blank=True, max_length=500, verbose_name="legal basis in English")),
                ("set_at", models.DateTimeField(verbose_name="set at")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="worded anew since")),
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.framework"),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "legal basis of a sanction",
                "verbose_name_plural": "legal bases of sanctions",
                "ordering": ["framework", "ground", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("agency", "framework", "ground"), name="one_basis_of_a_ground"
                    ),
                    models.CheckConstraint(condition=models.Q(("words_ko", ""), _negated=True), name="a_basis_has_words"),
                ],
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="sanctionappeal",
            name="a_sanction_appeal_is_answered",
        ),
        migrations.AddField(
            model_name="sanction",
            name="basis_en",
            field=models.TextField(blank=True, max_length=500, verbose_name="legal basis in English"),
        ),
        migrations.AddField(
            model_name="sanctionappeal",
            name="new_order",
            field=models.TextField(blank=True, max_length=2000, verbose_name="corrective order"),
        ),
        migrations.AddField(
            model_name="sanctionappeal",
            name="new_to",
            field=models.DateField(null=True, verbose_name="last day of the suspension"),
        ),
        migrations.AddField(
            model_name="sanctionappeal",
            name="was_kind",
            field=models.CharField(blank=True, max_length=12, verbose_name="kind of sanction"),
        ),
        migrations.AddField(
            model_name="sanctionappeal",
            name="was_to",
            field=models.DateField(null=True, verbose_name="last day of the suspension"),
        ),
        migrations.AlterField(
            model_name="sanctionappeal",
            name="proposal",
            field=models.CharField(
                blank=True,
                choices=[("uphold", "Uphold the appeal"), ("partly", "Uphold it in part"), ("reject", "Do not uphold it")],
                max_length=8,
                verbose_name="proposal",
            ),
        ),
        migrations.AlterField(
            model_name="sanctionappeal",
            name="stage",
            field=models.CharField(
                choices=[
                    ("handed_in", "handed in"),
                    ("handled", "being handled"),
                    ("upheld", "upheld"),
                    ("partly", "upheld in part"),
                    ("rejected", "not upheld"),
                    ("withdrawn", "withdrawn by the provider"),
                ],
                default="handed_in",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="sanctionhandler",
            name="choice",
            field=models.CharField(
                blank=True,
                choices=[
                    ("impose", "As it was proposed"),
                    ("lighter", "Something lighter"),
                    ("none", "No sanction"),
                    ("uphold", "Uphold the appeal"),
                    ("partly", "Uphold it in part"),
                    ("reject", "Do not uphold it"),
                ],
                max_length=8,
                verbose_name="opinion",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ["upheld", "partly", "rejected"]), _negated=True),
                    models.Q(("answered_at__isnull", False), ("proposed_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_sanction_appeal_is_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "partly"), _negated=True),
                    models.Q(
                        ("new_to__isnull", False),
                        models.Q(("new_order", ""), _negated=True),
                        models.Q(("was_kind", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="in_part_says_what_holds_instead",
            ),
        ),
        migrations.AlterField(
            model_name="sanctionstatement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("opinion", "written statement"),
                    ("urgent", "statement about the urgent suspension"),
                    ("appeal", "appeal"),
                    ("order", "report that the order is met"),
                ],
                max_length=8,
                verbose_name="kind",
            ),
        ),
    ]
