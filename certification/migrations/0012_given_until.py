"""A prolonged certificate knows the last day for which it was given: what it may be prolonged to counts from there."""

from django.db import migrations, models

THOSE_PROLONGED = """
UPDATE certification_certificate AS held
SET given_until = LEAST(held.valid_to, (held.valid_from + make_interval(years => framework.validity_years) - interval '1 day')::date)
FROM certification_framework AS framework
WHERE framework.id = held.framework_id
  AND EXISTS (SELECT FROM certification_certificateevent AS event WHERE event.certificate_id = held.id AND event.kind = 'prolonged')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0011_in_force_again"),
    ]

    operations = [
        migrations.AddField(
            model_name="certificate",
            name="given_until",
            field=models.DateField(editable=False, null=True, verbose_name="last day before it was prolonged"),
        ),
        migrations.RunSQL(THOSE_PROLONGED, migrations.RunSQL.noop),
    ]
