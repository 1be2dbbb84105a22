"""What is renewed, what was said the last time, and how what was handed in stands to it."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("certification", "0009_renewal"),
        ("evaluations", "0017_appeal"),
        ("providers", "0002_service_types"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rating",
                    models.CharField(
                        choices=[("meets", "We meet it"), ("partly", "We meet it in part"), ("not_yet", "We do not meet it yet")],
                        max_length=8,
                        verbose_name="self-assessment",
                    ),
                ),
                ("explanation", models.TextField(verbose_name="explanation")),
                ("handed_in_at", models.DateTimeField(verbose_name="handed in at")),
                ("is_reworded", models.BooleanField(default=False, verbose_name="the indicator was reworded since")),
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
                    "answer",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="earlier", to="evaluations.answer"),
                ),
            ],
            options={
                "verbose_name": "answer of the last cycle",
            },
            managers=[
                ("everything", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="application",
            name="renewal_closes_on",
            field=models.DateField(null=True, verbose_name="renewal until"),
        ),
        migrations.AddField(
            model_name="application",
            name="renews",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="certification.certificate"
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="renews_until",
            field=models.DateField(null=True, verbose_name="last day of what is renewed"),
        ),
        migrations.AddField(
            model_name="sealedanswer",
            name="earlier",
            field=models.TextField(blank=True, verbose_name="answer of the last cycle"),
        ),
        migrations.AddField(
            model_name="sealedanswer",
            name="standing",
            field=models.CharField(
                blank=True,
                choices=[
                    ("unchanged", "unchanged since the last cycle"),
                    ("changed", "changed since the last cycle"),
                    ("new", "asked for the first time"),
                ],
                max_length=9,
                verbose_name="since the last cycle",
            ),
        ),
        migrations.AlterField(
            model_name="screeningcheck",
            name="requirement",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("renewal_closes_on", None), ("renews", None), ("renews_until", None)),
                    models.Q(("renewal_closes_on__isnull", False), ("renews__isnull", False), ("renews_until__isnull", False)),
                    _connector="OR",
                ),
                name="a_renewal_with_its_days",
            ),
        ),
    ]
