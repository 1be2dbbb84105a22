"""How certificates look: the framework's own colour and mark, an issuer's own seal."""

import accounts.models.agency
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0013_open_data"),
        ("core", "0004_text_of_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="framework",
            name="colour",
            field=models.CharField(
                blank=True, max_length=7, validators=[accounts.models.agency.check_primary], verbose_name="colour of the documents"
            ),
        ),
        migrations.AddField(
            model_name="framework",
            name="mark",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="issuer",
            name="seal",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.storedfile"
            ),
        ),
    ]
