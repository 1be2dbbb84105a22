"""From when until when a certificate is renewed, and what a round for renewals asks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("certification", "0008_round_requirements"),
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="framework",
            name="renewal_from",
            field=models.PositiveSmallIntegerField(default=180, verbose_name="renewal from, in days before the last day"),
        ),
        migrations.AddField(
            model_name="framework",
            name="renewal_until",
            field=models.PositiveSmallIntegerField(default=60, verbose_name="renewal until, in days before the last day"),
        ),
        migrations.AlterField(
            model_name="roundrequirement",
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
            model_name="framework",
            constraint=models.CheckConstraint(
                condition=models.Q(("renewal_from__gt", models.F("renewal_until"))), name="renewal_opens_before_it_closes"
            ),
        ),
    ]
