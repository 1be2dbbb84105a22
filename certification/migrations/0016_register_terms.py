"""Rows of the register are found by terms and sorted for the whole nation."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from certification.workflow.register_terms import terms_of


def found_by(apps, schema_editor):
    """What each row is found by, made of the row itself; the next rebuild makes the same of its certificate."""
    Entry = apps.get_model("certification", "RegisterEntry")
    rows = Entry.everything.select_related("district__province", "service_type", "certificate").order_by("pk")
    for row in rows.iterator(chunk_size=500):
        place, service = row.district, row.service_type
        row.terms = terms_of(
            row.certificate,
            [
                row.provider_name,
                row.provider_name_en,
                row.site_name,
                place.province.name_ko,
                place.name_ko,
                service.name_ko,
                place.name_en,
                service.name_en,
                row.number_shown,
                row.number,
            ],
        )
        row.save(update_fields=["terms"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("certification", "0015_certificate_life"),
        ("providers", "0008_evidence_whole"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="registerentry",
            name="register_by_words",
        ),
        migrations.RemoveField(
            model_name="registerentry",
            name="search",
        ),
        migrations.AddField(
            model_name="registerentry",
            name="terms",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None),
        ),
        migrations.RunPython(found_by, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="registerentry",
            index=django.contrib.postgres.indexes.GinIndex(fields=["terms"], name="register_by_terms"),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(fields=["provider_name", "id"], name="register_of_nation_by_name"),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(fields=["valid_from", "id"], name="register_of_nation_by_day"),
        ),
    ]
