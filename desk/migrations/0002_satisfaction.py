"""Satisfaction scores of the agencies can be brought in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_imports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importrun",
            name="kind",
            field=models.CharField(
                choices=[
                    ("providers", "Providers with sites and services"),
                    ("dispositions", "Administrative dispositions"),
                    ("certificates", "Certificates from before this system"),
                    ("national", "Holders of the national scheme"),
                    ("assessors", "Assessor pool"),
                    ("satisfaction", "Satisfaction scores of the agencies"),
                ],
                max_length=12,
                verbose_name="what is brought in",
            ),
        ),
    ]
